"""Pictures in running text: which stand alone as Figures, and which are one."""

from __future__ import annotations

from collections.abc import Sequence

from tui_home.document.links import Base, destination, readable_name
from tui_home.document.pieces import HARD, Picture, Piece
from tui_home.model.blocks import Block, Figure
from tui_home.model.inline import Link, LinkKind, Span, Spans, plain_text
from tui_home.text.safe import printable

GALLERY = 3
"""So many pictures in a row are one Target."""


def picture(src: str, name: str, base: Base) -> Picture:
    """Return the picture at `src`, called `name`, or else as its file is called."""
    words = (" ".join(printable(text).split()) for text in (name, readable_name(src)))
    return Picture(next(filter(None, words), "picture"), destination(src, base).url)


def is_blank(piece: Piece) -> bool:
    """Return whether a piece shows nothing."""
    return piece.picture is None and not piece.text.strip(f" \n{HARD}")


def only_pictures(pieces: Sequence[Piece]) -> bool:
    """Return whether there are pictures and no text."""
    return any(piece.picture for piece in pieces) and all(piece.picture or is_blank(piece) for piece in pieces)


def figures(pieces: Sequence[Piece]) -> list[Block]:
    """Return the pictures among `pieces`, each as a Figure."""
    return [_figure(piece, piece.picture) for piece in pieces if piece.picture]


def _figure(piece: Piece, shown: Picture) -> Figure:
    """Return one picture as a Figure; inside a link it leads where the link does."""
    to = piece.anchor.to if piece.anchor else None
    if to is None or not to.leads:
        return Figure((Span(shown.name, piece.style),), Link(LinkKind.FIGURE, shown.name, shown.url))
    link = Link(LinkKind.FIGURE, shown.name, to.url, to.copy, path=to.path)
    return Figure((Span(shown.name, piece.style),), link)


def galleries(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with three or more Figures in a row as one."""
    if sum(isinstance(block, Figure) for block in blocks) < 2:  # noqa: PLR2004 - fewer are no row
        return list(blocks)
    result: list[Block] = []
    row: list[Figure] = []
    for block in blocks:
        if isinstance(block, Figure):
            row.append(block)
            continue
        result += _row(row)
        row = []
        result.append(block)
    return result + _row(row)


def _row(row: Sequence[Figure]) -> list[Block]:
    """Return neighbouring Figures: as they are, or as one when they are many."""
    row = list(dict.fromkeys(row))  # the same picture for light and for dark pages
    if len(row) < GALLERY:
        return [*row]
    captions: dict[str, Spans] = {plain_text(figure.caption): figure.caption for figure in row}
    spans: list[Span] = []
    for caption in captions.values():
        spans += [*([Span(" · ")] if spans else []), *caption]
    url = next((figure.link.url for figure in row if figure.link.url), "")
    return [Figure(tuple(spans), Link(LinkKind.FIGURE, f"{len(row)} pictures", url))]
