"""The last step of layout: a Canvas becomes a Fragment, its Targets in reading order."""

from __future__ import annotations

from tui_home.layout.canvas import Canvas
from tui_home.layout.fragment import Fragment, Line, Region, Segment, Target


def finished(canvas: Canvas) -> Fragment:
    """Return the Fragment that has been drawn on `canvas`.

    Targets go from the top down, within a line from the left; what contains others comes before them. Links of which
    nothing is to be seen are no Targets.
    """
    lines = tuple(canvas.lines)
    if not canvas.targets.links:
        return Fragment(lines, (), tuple(canvas.anchors))
    regions: list[list[Region]] = [[] for _ in canvas.targets.links]
    for target, region in canvas.spots:
        if target not in canvas.targets.wholes:
            regions[target].append(region)
    for target, region in canvas.wholes:
        regions[target].append(region)
    for own in regions:
        own.sort(key=_place)
    order = sorted((index for index, own in enumerate(regions) if own), key=lambda index: _place(regions[index][0]))
    made = canvas.targets
    targets = tuple(Target(made.links[index], tuple(regions[index]), index in made.opened) for index in order)
    if order != list(range(len(regions))):
        renumbered = {old: new for new, old in enumerate(order)}
        lines = tuple(_renumbered(line, renumbered) for line in lines)
    return Fragment(lines, targets, tuple(canvas.anchors))


def _place(region: Region) -> tuple[int, int]:
    return region.line, region.start


def _renumbered(line: Line, numbers: dict[int, int]) -> Line:
    return tuple(
        segment
        if segment.target < 0 or numbers.get(segment.target, -1) == segment.target
        else Segment(segment.text, segment.ink, numbers.get(segment.target, -1))
        for segment in line
    )
