"""Pieces become Spans: blanks collapse as in HTML, links get their labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui_home.document.links import Destination
from tui_home.document.pieces import HARD, Anchor, Piece
from tui_home.document.smart import understood
from tui_home.model.inline import Link, LinkKind, Span, Spans, Style

_AROUND_BREAK = re.compile(r" *+\n[ \n]*+")
_BLANKS = re.compile(r" {2,}")


def spans_of_pieces(pieces: Iterable[Piece]) -> Spans:
    """Return the Spans of one paragraph; every newline left in the pieces is a soft one and becomes a blank."""
    tidied = _tidied(_merged(_inline(pieces)))
    anchors = _anchor_links(tidied)
    spans: list[Span] = []
    for piece in tidied:
        link = anchors[piece.anchor] if piece.anchor else None
        if piece.literal:
            spans.append(Span(piece.text, piece.style, link))
            continue
        for text, found in understood(piece.text, linked=link is not None):
            if text:
                spans.append(Span(text, piece.style, found or link))
    return tuple(spans)


def _inline(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Yield the pieces with pictures as their names, which are links to them."""
    for piece in pieces:
        if piece.picture is None:
            yield piece
            continue
        anchor = piece.anchor or Anchor(Destination(LinkKind.FIGURE, piece.picture.url))
        yield Piece(piece.picture.name, piece.style, anchor, literal=True)


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with neighbours of the same kind as one, so that an address cut by a bracket is whole."""
    groups: list[tuple[Piece, list[str]]] = []
    for piece in pieces:
        if not piece.text:
            continue
        if groups:
            first = groups[-1][0]
            if first.anchor is piece.anchor and first.literal == piece.literal and _same(first.style, piece.style):
                groups[-1][1].append(piece.text)
                continue
        groups.append((piece, [piece.text]))
    return [piece if len(texts) == 1 else piece._replace(text="".join(texts)) for piece, texts in groups]


def _same(one: Style, other: Style) -> bool:
    """Return whether two styles are equal; they nearly always are the same object."""
    return one is other or one == other


def _tidied(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without the blanks that HTML would not show either; ``\\n`` is then a hard break."""
    tidied: list[Piece] = []
    blank = True
    for piece in pieces:
        text = piece.text
        if "\n" in text:
            text = text.replace("\n", " ")
        if HARD in text:
            text = _AROUND_BREAK.sub("\n", text.replace(HARD, "\n"))
        if "  " in text:
            text = _BLANKS.sub(" ", text)
        if text[0] == "\n":
            _trim_end(tidied)
            blank = not tidied
        if blank:
            text = text.lstrip(" ") if tidied else text.lstrip(" \n")
        if text:
            blank = text[-1] in " \n"
            tidied.append(piece if text is piece.text else piece._replace(text=text))
    _trim_end(tidied)
    return tidied


def _trim_end(pieces: list[Piece]) -> None:
    """Take blanks and breaks off the end."""
    while pieces:
        text = pieces[-1].text.rstrip(" \n")
        if text:
            if text != pieces[-1].text:
                pieces[-1] = pieces[-1]._replace(text=text)
            return
        pieces.pop()


def _anchor_links(pieces: Iterable[Piece]) -> dict[Anchor, Link | None]:
    """Return each link, called what its text says."""
    texts: dict[Anchor, list[str]] = {}
    for piece in pieces:
        if piece.anchor:
            texts.setdefault(piece.anchor, []).append(piece.text)
    return {anchor: anchor.link("".join(text)) for anchor, text in texts.items()}
