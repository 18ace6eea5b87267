"""Which parts of Markdown source are not prose: code, formulas, HTML tags, Liquid."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = pattern(r"^ {0,3}(?:> ?)?(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)$", re.MULTILINE)
_TICKS = pattern(r"\\?`+|\n[ \t\r]*+(?=\n)")
_INLINE = pattern(
    r"</?[A-Za-z][A-Za-z0-9-]{0,30}(?:[\s/][^<>]*+)?>"
    r"|\{%[^%\n]*+%\}"
    r"|\{\{[^{}\n]*+\}\}"
    r"|\$\$[^$]*+\$\$"
    r"|\$(?![\s$])[^$\n]{0,300}(?<!\s)\$(?!\d)"
)
_LIST_ITEM = pattern(r"(?:[-*+]|\d{1,9}[.)])[ \t]+")
_CODE_INDENT = 4


class Shield(NamedTuple):
    """Parts of a text that no repair may touch: `code` always, `markup` as well where links are mended."""

    code: tuple[tuple[int, int], ...]
    markup: tuple[tuple[int, int], ...]

    def in_code(self, position: int) -> bool:
        """Tell whether the character at `position` stands in code."""
        return _covers(self.code, position)

    def around_code(self, length: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a text of `length` characters that are not code."""
        start = 0
        for code_start, code_end in self.code:
            yield start, code_start
            start = code_end
        yield start, length


def _covers(ranges: tuple[tuple[int, int], ...], position: int) -> bool:
    """Tell whether one of the sorted, disjoint `ranges` holds `position`."""
    index = bisect_right(ranges, position, key=lambda item: item[0]) - 1
    return index >= 0 and position < ranges[index][1]


def shielded(text: str) -> Shield:
    """Return what of `text` is code, and what is code, a formula, an HTML tag or Liquid."""
    fenced = _fenced(text)
    code = _merged([*fenced, *_ticked(text, fenced)])
    other = [match.span() for match in _INLINE.finditer(text)] + _comments(text) if re.search(r"[<{$]", text) else []
    return Shield(code, _merged([*code, *other, *_indented(text)]))


def _merged(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return `ranges` sorted, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _comments(text: str) -> list[tuple[int, int]]:
    """Return the HTML comments."""
    found = []
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        found.append((start, end + 3))
        start = text.find("<!--", end + 3)
    return found


def _fenced(text: str) -> list[tuple[int, int]]:
    """Return the fenced code blocks (CommonMark 4.5); one without an end goes on to the end of the text."""
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text):
        fence = match["fence"]
        if opened is None:
            if fence[0] == "~" or "`" not in match["info"]:
                opened = match
        elif fence[0] == opened["fence"][0] and len(fence) >= len(opened["fence"]) and not match["info"].strip():
            found.append((opened.start(), match.end()))
            opened = None
    if opened:
        found.append((opened.start(), len(text)))
    return found


def _ticked(text: str, fenced: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the code spans (CommonMark 6.1): from a run of backticks to the next of the same length."""
    if "`" not in text:
        return []
    blocks = tuple(fenced)
    found: list[tuple[int, int]] = []
    runs: list[tuple[int, int]] = []
    for match in _TICKS.finditer(text):
        if _covers(blocks, match.start()):
            continue
        if match[0][0] == "\n":
            found += _paired(text, runs)
            runs = []
        else:
            runs.append((match.start(), match.end()))
    return found + _paired(text, runs)


def _paired(text: str, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return code spans from the runs of backticks of one paragraph, each with the backslash before it.

    A backslash takes the first backtick from a run that would open a span; within a span it is nothing special.
    """
    slashes = [text[start] == "\\" for start, _ in runs]
    waiting: dict[int, list[int]] = {}
    for index in reversed(range(len(runs))):
        start, end = runs[index]
        waiting.setdefault(end - start - slashes[index], []).append(index)
    found = []
    index = 0
    while index < len(runs):
        start, end = runs[index]
        start += 2 * slashes[index]
        same = waiting.get(end - start, [])
        while same and same[-1] <= index:
            same.pop()
        if same:
            index = same.pop()
            found.append((start, runs[index][1]))
        index += 1
    return found


def _indented(text: str) -> list[tuple[int, int]]:
    """Return the indented code blocks (CommonMark 4.4); within a list item the indent counts from its text."""
    if "    " not in text and "\t" not in text:
        return []
    found: list[tuple[int, int]] = []
    position = content = 0
    blank, code = True, False
    for line in text.splitlines(keepends=True):
        bare = line.lstrip(" \t")
        if bare.strip():
            indent = len(line[: len(line) - len(bare)].expandtabs(_CODE_INDENT))
            code = indent >= content + _CODE_INDENT and (blank or code)
            if code:
                found.append((position, position + len(line)))
            elif item := _LIST_ITEM.match(bare):
                content = indent + len(item[0].expandtabs(_CODE_INDENT))
            elif blank and indent < content:
                content = 0
        blank = not bare.strip()
        position += len(line)
    return found
