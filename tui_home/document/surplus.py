"""What a page has beyond the length that is read as Markdown: its words, without markup."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tui_home.document.marks import Marks
from tui_home.document.tokenizer import Kind, events
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

MOST = 250_000
"""So many characters of a page are read as Markdown; no page that people wrote is longer."""
MOST_LINES = 10_000
"""The same of its lines: each may be a heading, and a page of so many blocks takes a second to be laid out."""
_APART = 1000
"""So many paragraphs of the rest stay apart; of more, many become one."""
_TOGETHER = 2000
"""Characters of such a paragraph."""

_LINE_END = pattern("\n")
_BREAK = pattern(r"\n[ \t]*\n")
_HIDDEN = frozenset(("script", "style"))


def cut(text: str) -> tuple[str, str]:
    """Return the part of a page that is read as Markdown, and the rest; cut between paragraphs or lines if possible."""
    lines = islice(_LINE_END.finditer(text, 0, MOST), MOST_LINES - 1, None)
    last = next(lines, None)
    if last is not None and last.end() < len(text):
        return text[: last.end()], text[last.end() :]
    if len(text) <= MOST:
        return text, ""
    end = next((at for sign in ("\n\n", "\n", " ") if (at := text.rfind(sign, MOST // 2, MOST)) > 0), MOST)
    return text[:end], text[end:]


def paragraphs_of(rest: str) -> Iterator[str]:
    """Yield the paragraphs of the rest: no tags, no Liquid, no line breaks."""
    if not rest:
        return
    texts: list[str] = []
    hidden = ""
    for event in events(Marks(rest).source):
        if event.kind is Kind.TEXT and not hidden:
            texts.append(event.value)
        elif event.kind in {Kind.START, Kind.END}:
            hidden = event.value if event.kind is Kind.START and event.value in _HIDDEN else ""
    paragraphs = _BREAK.split("".join(texts))
    words = (" ".join(printable(paragraph, newlines=True).split()) for paragraph in paragraphs)
    yield from _fewer(filter(None, words))


def _fewer(paragraphs: Iterator[str]) -> Iterator[str]:
    yield from islice(paragraphs, _APART)
    together: list[str] = []
    length = 0
    for words in paragraphs:
        together.append(words)
        length += len(words)
        if length >= _TOGETHER:
            yield " ".join(together)
            together, length = [], 0
    if together:
        yield " ".join(together)
