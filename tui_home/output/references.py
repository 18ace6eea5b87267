"""Numbers behind links, and the list of where they lead: what text has in place of something to click."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from tui_home.document.walk import within
from tui_home.model.blocks import Block, Blocks, Details, Entry, Figure, Heading, Paragraph, Table
from tui_home.model.inline import Link, Span, Spans, Style, plain_text

_NUMBER = Style(muted=True)
_JOINTS = ("/", "?&=", "-_.,")
"""After which a URL is cut, the best first."""
_LEAST_PIECE = 8


@dataclass(slots=True)
class References:
    """Gives every URL that the text does not show a number, in reading order."""

    urls: dict[str, int] = field(default_factory=dict)
    """Every URL so far, and its number."""

    def numbered(self, blocks: Blocks) -> Blocks:
        """Return `blocks` with numbers behind their links."""
        return tuple(within(self._own(block), self.numbered) for block in blocks)

    def _own(self, block: Block) -> Block:
        """Return `block` with numbers in its own text, not yet in the Blocks inside it."""
        match block:
            case Heading() | Paragraph():
                return replace(block, spans=self._spans(block.spans))
            case Table():
                header, *rows = (tuple(self._spans(cell) for cell in row) for row in (block.header, *block.rows))
                return replace(block, header=header, rows=tuple(rows))
            case Figure():
                return replace(block, caption=(*block.caption, *self._number(block.link, plain_text(block.caption))))
            case Details():
                return replace(block, summary=self._spans(block.summary))
            case Entry() if not block.label_width:  # a column of labels has no room for numbers
                return replace(block, label=self._spans(block.label))
            case _:
                return block

    def _spans(self, spans: Spans) -> Spans:
        numbered: list[Span] = []
        shown: list[str] = []
        for span, following in zip(spans, (*spans[1:], None), strict=False):
            numbered.append(span)
            if span.link is None or span.style.interactive:
                shown.clear()
                continue
            shown.append(span.text)
            if following is None or following.link != span.link or following.style.interactive:
                numbered.extend(self._number(span.link, "".join(shown)))
                shown.clear()
        return tuple(numbered)

    def _number(self, link: Link, shown: str) -> Iterator[Span]:
        if link.url and not _is_shown(link.url, shown):
            number = self.urls.setdefault(link.url, len(self.urls) + 1)
            yield Span(f"\N{NO-BREAK SPACE}[{number}]", _NUMBER)


def _is_shown(url: str, text: str) -> bool:
    """Return whether the text is the URL, be it without its scheme or a closing slash."""
    address = url.partition("://")[2].rstrip("/") if "://" in url else url.removeprefix("mailto:")
    return address.removeprefix("www.") in text


def reference_lines(references: Iterable[tuple[str, int]], width: int) -> Iterator[str]:
    """Yield the list of URLs, no line wider than `width` cells; a URL that is too long goes on below itself."""
    for url, number in references:
        label = f"[{number}] "
        indent = " " * len(label) if width >= len(label) + _LEAST_PIECE else ""
        if not indent:
            label = label[:width].rstrip()
            yield label
            label = ""
        for piece in _pieces(url, width - len(indent)):
            yield label + piece
            label = indent


def _pieces(url: str, width: int) -> Iterator[str]:
    """Cut a URL (ASCII) where it has a joint, at the latest after `width` characters."""
    while len(url) > width:
        joints = (max(url.rfind(joint, width // 2, width) for joint in equal) for equal in _JOINTS)
        at = next((joint for joint in joints if joint >= 0), width - 1) + 1
        yield url[:at]
        url = url[at:]
    yield url
