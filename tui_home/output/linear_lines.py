"""Pieces as lines of text: links with their numbers, no signs, no colours, no blanks at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_home.layout.spelling import spelt
from tui_home.layout.wrap import wrap
from tui_home.model.inline import Link, Spans
from tui_home.model.look import PLAIN_LOOK, Look
from tui_home.output.linear import Piece
from tui_home.output.linear import pieces as pieces_of
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.width import cell_width, drawable

_ADDRESS = pattern(r"\S*://\S+")
_BLANKS = pattern(" {2,}")
_NO_BREAK = "\N{NO-BREAK SPACE}"


class Numbers:
    """Gives links their numbers, in the order in which they are heard; the same place has the same number."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        """Go on after `links`, which have theirs."""
        self.links: list[Link] = []
        """Those that have a number: the first has 1."""
        self.told: dict[int, None] = {}
        """Those that were asked for, in their order."""
        self._known: dict[tuple[str, ...], int] = {}
        for link in links:
            self.of(link)
        self.told.clear()

    def of(self, link: Link) -> int:
        """Return the number of `link`."""
        place = (link.toggles, link.path, link.url or link.copies, "" if link.url else link.kind)
        number = self._known.setdefault(place, len(self.links) + 1)
        if number > len(self.links):
            self.links.append(link)
        self.told[number] = None
        return number


def links_in(pieces: Iterable[Piece]) -> Iterator[Link]:
    """Yield the links of `pieces` in the order in which they are heard, and after each piece's what it folds away."""
    for piece in pieces:
        yield from (span.link for line in piece.lines for span in line if span.link and span.link.acts)
        yield from links_in(pieces_of(piece.folded))


def linear_lines(pieces: Iterable[Piece], numbers: Numbers, width: int, look: Look = PLAIN_LOOK) -> Iterator[str]:
    """Yield the lines of `pieces`; code and addresses are never broken, since whoever copies them needs them whole.

    Args:
        pieces: In their order; no empty line stands above the first.
        numbers: Those that links have already; the others get theirs.
        width: Cells of a line.
        look: Only which characters there are counts.
    """
    for place, piece in enumerate(pieces):
        if place and piece.apart:
            yield ""
        for spans, below in zip(piece.lines, (*piece.lines[1:], ()), strict=True):
            text = "".join(_numbered(spans, numbers, below))
            if piece.code:
                yield drawable(spelt(text, look)).replace(_NO_BREAK, " ").rstrip()
            else:
                yield from wrapped(text, width, look)


def wrapped(text: str, width: int, look: Look = PLAIN_LOOK) -> Iterator[str]:
    """Yield the lines of `text`, which is safe to print; an address wider than `width` cells has a line of its own."""
    text = _BLANKS.sub(" ", drawable(spelt(text, look)))
    done = 0
    for address in _ADDRESS.finditer(text):
        if cell_width(address[0]) > width:
            yield from _wrapped(text[done : address.start()], width)
            yield address[0]
            done = address.end()
    yield from _wrapped(text[done:], width)


def _wrapped(text: str, width: int) -> Iterator[str]:
    text = text.strip()
    for start, end, _ in wrap(text, lambda _line: width, simple=text.isascii()):
        yield text[start:end].replace(_NO_BREAK, " ").strip()


def _numbered(spans: Spans, numbers: Numbers, below: Spans) -> Iterator[str]:
    """Yield the text of a line, and a number behind each of its links, unless that goes on in the line `below`."""
    shown = 0
    after = below[0].link if below and (below[0].text or len(below) > 1) else None
    for span, following in zip(spans, (*(span.link for span in spans[1:]), after), strict=True):
        link, said = span.link, printable(span.text)
        ends = link is not None and link.acts and following != link
        text = said.rstrip() if ends else said
        if text.strip():
            shown = 0
        yield text
        if link and ends and numbers.of(link) != shown:
            shown = numbers.of(link)
            yield f"{_NO_BREAK}[{shown}]"
        if ends:
            yield said[len(text) :]
