"""Wrapping: where the lines of a text begin and end, each in a width of its own. Linear in the text's length."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui_home.layout.breaks import best_break, compound_breaks, pieces
from tui_home.text.patterns import pattern
from tui_home.text.width import cell_width, graphemes

Cut = tuple[int, int, bool]
"""Start and end of a line in the text, and whether it goes on in the middle of a word."""
WidthOf = Callable[[int], int]
"""From the number of a line, counted from 0, to the cells it may have."""

_WORD = pattern(r"([\S\u00a0\u2007\u202f]+)(?: [·–—](?= ))?")
_BLANKS = " \u00a0\u2007\u202f\u3000\u1680"
_SEPARATORS = "·–—"
"""Between blanks; they end a line rather than begin one."""
_LONGEST_COMPOUND = 80
_WIDEST_CHARACTER = 2


def wrap(text: str, width_of: WidthOf, *, simple: bool) -> list[Cut]:
    r"""Return the lines of `text`; none is wider than asked for, save one of a single wide character in one cell.

    Blanks at both ends of a line belong to no line. ``\n`` ends a line.

    Args:
        text: As `Flow.text`.
        width_of: The cells of each line.
        simple: Whether every character takes one cell.
    """
    fill = _fill_simple if simple else _fill
    cuts: list[Cut] = []
    limit = len(text.rstrip())
    start = 0
    while start < limit:
        end = text.find("\n", start, limit)
        end = limit if end < 0 else end
        before = len(cuts)
        fill(text, (start, end), width_of, cuts)
        if len(cuts) == before and cuts:
            cuts.append((end, end, False))
        start = end + 1
    return cuts


def _fill_simple(text: str, within: tuple[int, int], width_of: WidthOf, cuts: list[Cut]) -> None:
    start, end = within
    end = _without_blanks(text, start, end)
    position = lead = _after_blanks(text, start, end)
    glued = False
    if 0 < lead - start <= width_of(len(cuts)) // 2:  # what is set in at the beginning stays so
        position = start
    while lead < end:
        stop = position + max(1, width_of(len(cuts)))
        if stop >= end:
            cuts.append((position, end, glued))
            return
        blank = _last_blank(text, lead, stop + 1)
        hyphen = _hyphen(text, blank + 1 if blank > 0 else lead, stop, end)
        if hyphen:
            cuts.append((position, hyphen, glued))
            position, glued = hyphen, True
        elif blank > 0:
            cuts.append((position, _without_blanks(text, position, blank), glued))
            position, glued = blank + 1, False
        else:
            after = best_break(text, lead, stop)
            _cut(text, (position, after, glued), cuts)
            position, glued = after, text[after - 1] not in _BLANKS
        position = lead = _after_blanks(text, position, end)


def _after_blanks(text: str, position: int, end: int) -> int:
    while position < end and text[position] == " ":
        position += 1
    return position


def _last_blank(text: str, start: int, stop: int) -> int:
    """Return the last blank at which a line may end: not before a lone separator; -1 for none."""
    blank = text.rfind(" ", start, stop)
    while blank > 0 and text[blank + 1] in _SEPARATORS and text.startswith(" ", blank + 2):
        blank = text.rfind(" ", start, blank)
    return blank


def _hyphen(text: str, start: int, stop: int, end: int) -> int:
    """Return the last place up to `stop` where the compound that begins at `start` may be broken; 0 for none."""
    if text.find("-", start, stop) < 0 and (
        text.isascii() or (text.find("–", start, stop) < 0 and text.find("—", start, stop) < 0)
    ):
        return 0
    space = text.find(" ", start, min(end, start + _LONGEST_COMPOUND + 1))
    word_end = space if space >= 0 else end
    if word_end - start > _LONGEST_COMPOUND:
        return 0
    places = [start + place for place in compound_breaks(text[start:word_end])]
    return max((place for place in places if place <= stop), default=0)


def _without_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return end


def _fill(text: str, within: tuple[int, int], width_of: WidthOf, cuts: list[Cut]) -> None:
    line_start = line_end = -1
    used = 0
    glued = False
    for start, end, cells, continues in _unbroken(text, within, width_of(len(cuts)) // 2):
        gap = cell_width(text[line_end:start]) if line_start >= 0 else 0
        if line_start >= 0 and used + gap + cells <= width_of(len(cuts)):
            line_end, used = end, used + gap + cells
            continue
        if line_start >= 0:
            _cut(text, (line_start, line_end, glued), cuts)
        glued = continues
        line_start, line_end, used = start, end, cells
        if cells > width_of(len(cuts)):
            line_start, used = _split(text, (start, end, glued), width_of, cuts)
            glued = glued or line_start > start
    if line_start >= 0:
        _cut(text, (line_start, line_end, glued), cuts)


def _unbroken(text: str, within: tuple[int, int], most_indent: int) -> Iterator[tuple[int, int, int, bool]]:
    """Yield start, end and cells of what is broken only when it is longer than a line, and whether it is in a word."""
    first, last = within
    indent = -1
    for word in _WORD.finditer(text, first, last):
        if indent < 0:
            indent = cell_width(text[first : word.start()])
            indent = indent if indent <= most_indent else 0
        parts = list(pieces(text, *word.span(1)))
        for number, (start, end, cells) in enumerate(parts):
            tail = word.end() - end if number == len(parts) - 1 else 0
            yield start - (word.start() - first if indent else 0), end + tail, cells + tail + indent, number > 0
            indent = 0


def _cut(text: str, cut: Cut, cuts: list[Cut]) -> None:
    start, end, glued = cut
    end = _without_blanks(text, start, end)
    if end > start:
        cuts.append((start, end, glued))


def _split(text: str, piece: Cut, width_of: WidthOf, cuts: list[Cut]) -> tuple[int, int]:
    """Cut lines off a piece that is longer than a line; return where its last line begins, and its cells."""
    start, end, glued = piece
    line_cells: list[tuple[int, int]] = []
    position, used = start, 0
    for cluster, cells in _clusters(text[start:end]):
        if used + cells > max(1, width_of(len(cuts))) and line_cells:
            after = best_break(text, start, position)
            if all(at != after for at, _ in line_cells):
                after = position
            _cut(text, (start, after, glued), cuts)
            start, glued = after, text[after - 1] not in _BLANKS
            line_cells = [(at, width) for at, width in line_cells if at >= after]
            used = sum(width for _, width in line_cells)
        line_cells.append((position, cells))
        position += len(cluster)
        used += cells
    return start, used


def cut_hard(text: str, width: int, rest: int, *, simple: bool) -> list[Cut]:
    """Return the lines of one line of code, broken where the room ends or a little before; blanks at the start stay.

    Args:
        text: Without line breaks.
        width: Cells of the first line.
        rest: Cells of the others.
        simple: Whether every character takes one cell.
    """
    cuts: list[Cut] = []
    start = used = position = blank = cells_to_blank = 0
    end = len(text.rstrip())
    for cluster, cells in ((text[at], 1) for at in range(end)) if simple else _clusters(text[:end]):
        room = max(1, rest if cuts else width)
        if used + cells > room and position > start:
            at_blank = cells_to_blank > room * 2 // 3 and not cluster.isspace()
            after, spent = (blank, cells_to_blank) if at_blank else (position, used)
            _cut(text, (start, after, _within_word(text, start)), cuts)
            start, used, cells_to_blank = after, used - spent, 0
        used += cells
        position += len(cluster)
        if cluster == " ":
            blank, cells_to_blank = position, used
    _cut(text, (start, position, _within_word(text, start)), cuts)
    return cuts or [(0, 0, False)]


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Yield what is never split, with its cells; what would be wider than any character falls into its characters."""
    for cluster, cells in graphemes(text):
        if cells <= _WIDEST_CHARACTER:
            yield cluster, cells
        else:
            yield from ((character, cell_width(character)) for character in cluster)


def _within_word(text: str, position: int) -> bool:
    return position > 0 and not text[position - 1].isspace() and not text[position].isspace()
