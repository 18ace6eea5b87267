"""A run of pieces becomes Blocks: paragraphs, lists whose lines bring their own signs, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui_home.document.pictures import GALLERY, figures, is_blank, only_pictures
from tui_home.document.pieces import HARD, Piece
from tui_home.document.spans import merged, spans_of_pieces
from tui_home.model.blocks import Block, ListBlock, ListItem, Paragraph
from tui_home.text.emoji_codes import has_code, with_emoji
from tui_home.text.patterns import pattern
from tui_home.text.signs import leading_sign

_BREAK = pattern(f"[\n{HARD}]")
_CJK = pattern("[\u2e80-\u303f\u3041-\u30ff\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


class _Line:
    """One line of the source, or what ``<br>`` makes one.

    Args:
        hard: Whether a hard break stands before it.
        pieces: What it is made of; more may come.
    """

    __slots__ = ("hard", "pieces")

    def __init__(self, hard: bool, pieces: Sequence[Piece] = ()) -> None:  # noqa: FBT001 - its own file makes them
        self.hard = hard
        self.pieces = [*pieces]

    @property
    def sign(self) -> str:
        """The emoji or bullet-like sign it begins with."""
        for piece in self.pieces:
            text = piece.text.lstrip(" ")
            if piece.picture or (text and (text.isascii() or piece.style.code)):
                return ""
            if text:
                return leading_sign(text)
        return ""

    @property
    def blank(self) -> bool:
        """Whether it shows nothing."""
        return all(map(is_blank, self.pieces))


def paragraphs(pieces: Sequence[Piece]) -> list[Block]:
    """Return what the pieces of one paragraph are."""
    if any(":" in piece.text for piece in pieces) and has_code("".join(piece.text for piece in pieces)):
        pieces = [_with_emoji(piece) for piece in merged(pieces)]
    if not any(piece.picture or HARD in piece.text or not piece.text.isascii() for piece in pieces):
        spans = spans_of_pieces(pieces)  # no line of it can begin with a sign
        return [Paragraph(spans)] if spans else []
    return [block for group in _groups(_lines(pieces)) for block in _with_pictures(group)]


def _with_emoji(piece: Piece) -> Piece:
    """Return a piece with its emoji codes as emoji, unless it stays as written."""
    return piece if piece.literal else piece._replace(text=with_emoji(piece.text))


def _groups(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines that show something, paragraph by paragraph; two hard breaks in a row end one."""
    group: list[_Line] = []
    broken = False
    for line in lines:
        if line.blank:
            broken = broken or line.hard
            continue
        if broken and line.hard:
            yield group
            group = []
        line.hard = line.hard or broken
        broken = False
        group.append(line)
    yield group


def _with_pictures(lines: Iterable[_Line]) -> list[Block]:
    """Return lines as text, and as Figures the pictures that have a line of their own or stand in a long row."""
    blocks: list[Block] = []
    text: list[_Line] = []
    for line in lines:
        for run in _cut(line.pieces):
            if only_pictures(run) and (len(run) == len(line.pieces) or _is_row(run)):
                blocks += [*_text(text), *figures(run)]
                text = []
            else:
                text.append(_Line(line.hard, run))
    return blocks + _text(text)


def _lines(pieces: Sequence[Piece]) -> list[_Line]:
    """Return the pieces line by line."""
    lines = [_Line(hard=True)]
    for piece in pieces:
        if piece.picture or ("\n" not in piece.text and HARD not in piece.text):
            lines[-1].pieces.append(piece)
            continue
        start = 0
        for found in _BREAK.finditer(piece.text):
            _put(lines[-1], piece, piece.text[start : found.start()])
            lines.append(_Line(found[0] == HARD))
            start = found.end()
        _put(lines[-1], piece, piece.text[start:])
    return lines


def _put(line: _Line, piece: Piece, text: str) -> None:
    """Add a part of a piece to a line."""
    if text:
        line.pieces.append(piece._replace(text=text))


def _text(lines: Sequence[_Line]) -> list[Block]:
    """Return lines of text as a list when each begins with a sign, else as a paragraph."""
    if not lines:
        return []
    signs = [line.sign for line in lines]
    if len(lines) > 1 and all(signs):
        items = [_item(line, sign) for line, sign in zip(lines, signs, strict=True)]
        if all(item.blocks for item in items):
            return [ListBlock(tuple(items))]
    joined: list[Piece] = []
    for line, sign in zip(lines, signs, strict=True):
        if joined:
            joined.append(Piece(_between(joined[-1], line, sign)))
        joined += line.pieces
    spans = spans_of_pieces(joined)
    return [Paragraph(spans)] if spans else []


def _between(before: Piece, line: _Line, sign: str) -> str:
    """Return what a line break in the source is: a break before a sign, nothing within CJK text, else a blank."""
    if line.hard or sign:
        return HARD
    first = line.pieces[0].text[:1] if line.pieces else ""
    return "" if _CJK.match(before.text[-1:]) and _CJK.match(first) else " "


def _item(line: _Line, sign: str) -> ListItem:
    """Return a line as an item that has its sign as marker."""
    start = next(index for index, piece in enumerate(line.pieces) if piece.text.strip(" "))
    first = line.pieces[start]
    pieces = [first._replace(text=first.text.lstrip(" ").removeprefix(sign)), *line.pieces[start + 1 :]]
    spans = spans_of_pieces(pieces)
    return ListItem((Paragraph(spans),) if spans else (), marker=sign)


def _is_row(pieces: Sequence[Piece]) -> bool:
    """Return whether there are so many pictures that they are one Target."""
    return sum(piece.picture is not None for piece in pieces) >= GALLERY


def _cut(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces cut into text and rows of three or more pictures."""
    if not _is_row(pieces):
        return [list(pieces)]
    runs: list[list[Piece]] = [[]]
    row: list[Piece] = []
    for piece in pieces:
        if piece.picture or (row and is_blank(piece)):
            row.append(piece)
            continue
        runs = _with_row(runs, row)
        row = []
        runs[-1].append(piece)
    return [run for run in _with_row(runs, row) if run]


def _with_row(runs: list[list[Piece]], row: list[Piece]) -> list[list[Piece]]:
    """Return the runs with a row of pictures after them: apart when it is long enough."""
    if not _is_row(row):
        runs[-1] += row
        return runs
    return [*runs, row, []]
