"""Pieces become Spans: blanks collapse as in HTML, links get their labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_home.document.links import Destination
from tui_home.document.pieces import HARD, Anchor, Piece
from tui_home.document.smart import is_plain, understood
from tui_home.model.inline import Link, LinkKind, Span, Spans
from tui_home.text.patterns import pattern

_AROUND_BREAK = pattern(r" *+\n[ \n]*+")
_BLANKS = pattern(r" {2,}")


def spans_of_pieces(pieces: Sequence[Piece]) -> Spans:
    """Return the Spans of one paragraph; every newline left in the pieces is a soft one and becomes a blank."""
    if len(pieces) == 1 and (only := _simple(pieces[0])):
        return (only,)
    tidied = _tidied(merged([_named(piece) for piece in pieces]))
    anchors = _anchor_links(tidied)
    spans: list[Span] = []
    for piece in tidied:
        link = anchors[piece.anchor] if piece.anchor else None
        if piece.literal or is_plain(piece.text):
            spans.append(Span(piece.text, piece.style, link))
            continue
        for text, found in understood(piece.text, linked=link is not None):
            if text:
                spans.append(Span(text, piece.style, found or link))
    return tuple(spans)


def _simple(piece: Piece) -> Span | None:
    """Return the one Span of a piece in which nothing is to be found or tidied; None when there may be."""
    text = piece.text
    if piece.picture or piece.anchor or HARD in text or "\n" in text or "  " in text or not is_plain(text):
        return None
    text = text.strip(" ")
    return Span(text, piece.style) if text else None


def _named(piece: Piece) -> Piece:
    """Return a picture within text as its name, which is a link to it; text as it is."""
    if piece.picture is None:
        return piece
    anchor = piece.anchor or Anchor(Destination(LinkKind.FIGURE, piece.picture.url))
    return Piece(piece.picture.name, piece.style, anchor, literal=True)


def merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with neighbours of the same kind as one, so that an address cut by a bracket is whole."""
    groups: list[tuple[Piece, list[str]]] = []
    for piece in pieces:
        if not piece.text:
            continue
        if piece.anchor and not piece.anchor.to.leads:
            piece = piece._replace(anchor=None)  # noqa: PLW2901 - what leads nowhere is text
        if groups and _joins(groups[-1][0], piece):
            groups[-1][1].append(piece.text)
            continue
        groups.append((piece, [piece.text]))
    return [piece if len(texts) == 1 else piece._replace(text="".join(texts)) for piece, texts in groups]


def _joins(first: Piece, piece: Piece) -> bool:
    """Return whether two neighbours are one run of text; their styles nearly always are the same object."""
    if first.picture or piece.picture or first.anchor is not piece.anchor or first.literal != piece.literal:
        return False
    return first.style is piece.style or first.style == piece.style


def _tidied(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without the blanks that HTML would not show either; each newline is then a hard break."""
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
