"""What a page has beyond the length that is read as Markdown: its words, without markup."""

from __future__ import annotations

from collections.abc import Iterator

from tui_home.document.marks import Marks
from tui_home.document.tokenizer import Kind, events
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

MOST = 250_000
"""So many characters of a page are read as Markdown; no page that people wrote is longer."""

_BREAK = pattern(r"\n[ \t]*\n")
_HIDDEN = frozenset(("script", "style"))


def cut(text: str) -> tuple[str, str]:
    """Return the part of a page that is read as Markdown, and the rest; cut between paragraphs or lines if possible."""
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
    for paragraph in _BREAK.split("".join(texts)):
        if words := " ".join(printable(paragraph, newlines=True).split()):
            yield words
