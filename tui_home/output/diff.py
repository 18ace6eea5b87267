"""What mending changes in a file, as a unified diff to be read by people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.color import ColorSystem

from tui_home.layout import Ink, Line, Segment
from tui_home.output.rich_style import rich_style
from tui_home.text.safe import printable

_CONTEXT = 3
_PRIVATE = dict.fromkeys(range(0xE000, 0xF900), "\ufffd")
_BOLD, _DIM, _PLAIN = Ink(bold=True), Ink(dim=True), Ink()
_MARKS = {"-": "color(1)", "+": "color(2)"}


def diff(path: str, before: str, after: str, *, coloured: bool = False, inks: bool = False) -> str:
    """Return the difference of two texts of equally many lines, without anything that steers a terminal.

    Args:
        path: What the text is called.
        before: The text as it is.
        after: As it is to be; the same lines in the same places.
        coloured: Whether there are colours to use.
        inks: Whether it is for a terminal at all.
    """
    old, new = before.split("\n"), after.split("\n")
    changed = [at for at, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
    lines: list[Line] = [(Segment(f"--- {printable(path)}", _BOLD),), (Segment(f"+++ {printable(path)}", _BOLD),)]
    for start, end in _hunks(changed, len(old)):
        lines.append((Segment(f"@@ -{start + 1},{end - start} +{start + 1},{end - start} @@", _DIM),))
        lines += _hunk(old[start:end], new[start:end], coloured=coloured)
    # Blanks at the end of a line are the file's own.
    return "".join("".join(_drawn(segment, inks=inks) for segment in line) + "\n" for line in lines)


def _hunks(changed: list[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield the lines to show, from and to, round those that are changed."""
    first = last = -1
    for at in changed:
        if first >= 0 and at - last > 2 * _CONTEXT:
            yield max(first - _CONTEXT, 0), min(last + _CONTEXT + 1, length)
            first = -1
        first = at if first < 0 else first
        last = at
    if first >= 0:
        yield max(first - _CONTEXT, 0), min(last + _CONTEXT + 1, length)


def _hunk(old: list[str], new: list[str], *, coloured: bool) -> Iterator[Line]:
    """Yield the lines of a hunk; of those in a row that change, first all as they are, then all as they are to be."""
    at = 0
    while at < len(old):
        if old[at] == new[at]:
            yield (Segment(f" {_shown(old[at])}", _PLAIN),)
            at += 1
            continue
        end = at
        while end < len(old) and old[end] != new[end]:
            end += 1
        for mark, here, there in (("-", old, new), ("+", new, old)):
            ink = Ink(_MARKS[mark] if coloured else "")
            for line in range(at, end):
                yield tuple(_pieces(mark, here[line], there[line], ink))
        at = end


def _pieces(mark: str, here: str, there: str, ink: Ink) -> Iterator[Segment]:
    """Yield a changed line; what is different in it is underlined."""
    same = _same(here, there)
    end = len(here) - _same(here[same:][::-1], there[same:][::-1])
    yield Segment(f"{mark}{_shown(here[:same])}", ink)
    if changed := _shown(here[same:end]):
        yield Segment(changed, ink._replace(bold=True, underline=True))
    if following := _shown(here[end:]):
        yield Segment(following, ink)


def _drawn(segment: Segment, *, inks: bool) -> str:
    plain = segment.ink == _PLAIN or not inks
    return segment.text if plain else rich_style(segment.ink).render(segment.text, color_system=ColorSystem.TRUECOLOR)


def _same(here: str, there: str) -> int:
    """Return how many characters two texts begin with in common."""
    pairs = enumerate(zip(here, there, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(here), len(there)))


def _shown(text: str) -> str:
    return printable(text.translate(_PRIVATE))
