"""Tables as kramdown has them: rows between bars, with ruled lines anywhere or nowhere, and no cell left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.rules_block.table import escapedSplit

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_FIRST_RULED = pattern(r"\|[-:+| \t]*-[-:+| \t]*")
"""The line below the head: even a single dash rules it."""
_RULED = pattern(r"\|(?=[^\n]*(?:--|==))[-=:+| \t]+")
_ALIGNS = {(True, True): "center", (False, True): "right"}


class _Row(NamedTuple):
    """A line of a table that is no ruled one."""

    line: int
    cells: Sequence[str]


def rows_plugin(parser: MarkdownIt) -> None:
    """Let a Markdown parser know tables whose lines begin with a bar; GitHub's rule takes the others."""
    parser.block.ruler.before("table", "rows", _rows)


def _rows(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a table."""
    if silent:
        return False
    lines = _lines(state, start, end)
    rows: list[_Row] = []
    heads, ruled = 0, ""
    for number, line in enumerate(lines):
        if (_RULED if ruled or len(rows) > 1 else _FIRST_RULED).fullmatch(line):
            heads = heads or len(rows)
            ruled = ruled or line
        else:
            rows.append(_Row(start + number, escapedSplit(line[1:-1] if _closed(line) else line[1:])))
    if not lines or not (ruled or _is_table(lines, rows)):
        return False
    if rows:
        _push(state, rows, heads, _aligns(ruled))
    state.line = start + len(lines)
    return True


def _lines(state: StateBlock, start: int, end: int) -> list[str]:
    """Return the lines from one on that begin with a bar."""
    lines: list[str] = []
    for line in range(start, end):
        first = state.bMarks[line] + state.tShift[line]
        if state.src[first : first + 1] != "|" or state.sCount[line] < state.blkIndent or state.is_code_block(line):
            break
        lines.append(state.src[first : state.eMarks[line]].rstrip())
    return lines


def _closed(line: str) -> bool:
    """Return whether a line ends with a bar of the table's."""
    return len(line) > 1 and line.endswith("|") and not line.endswith("\\|")


def _is_table(lines: Sequence[str], rows: Sequence[_Row]) -> bool:
    """Return whether lines without a ruled one are a table, and not a formula's norm or value."""
    closed = all(_closed(line) and not line.startswith("||") for line in lines)
    return closed and (len(rows) > 1 or len(rows[0].cells) > 1)


def _aligns(ruled: str) -> list[str]:
    """Return the sides that a ruled line names for the columns."""
    cells = (cell.strip() for cell in ruled.strip("|").split("|"))
    return [_ALIGNS.get((cell.startswith(":"), cell.endswith(":")), "") for cell in cells]


def _push(state: StateBlock, rows: Sequence[_Row], heads: int, aligns: Sequence[str]) -> None:
    """Add the tokens of a table."""
    state.push("table_open", "table", 1).map = [rows[0].line, rows[-1].line + 1]
    for part, cell, group in (("thead", "th", rows[:heads]), ("tbody", "td", rows[heads:])):
        if not group:
            continue
        state.push(f"{part}_open", part, 1)
        for row in group:
            state.push("tr_open", "tr", 1).map = [row.line, row.line + 1]
            for column, text in enumerate(row.cells):
                side = aligns[column] if column < len(aligns) else ""
                state.push(f"{cell}_open", cell, 1).attrs = {"style": f"text-align:{side}"} if side else {}
                inline = state.push("inline", "", 0)
                inline.content, inline.children, inline.map = text.strip(), [], [row.line, row.line + 1]
                state.push(f"{cell}_close", cell, -1)
            state.push("tr_close", "tr", -1)
        state.push(f"{part}_close", part, -1)
    state.push("table_close", "table", -1)
