"""What the homepages of a server may take of its memory: those that nobody visits rest, the others make less ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui_home.doors.ssh.homepages.household import Household

_COMING = 30.0
"""Seconds from asking for a homepage until one is counted as a visitor, at most."""


def keep_within(most: int, households: Iterable[Household], now: float) -> None:
    """Let those rest that nobody visits, the longest unvisited first, and bound what is made for the others.

    Args:
        most: Bytes that the ones may take, and what is made ready of all of them.
        households: All.
        now: Seconds of the server's clock.
    """
    there = [each for each in households if each.homepage]
    # Who has just come does not follow it yet.
    idle = [each for each in there if not each.is_visited and now - each.wanted > _COMING]
    idle.sort(key=lambda each: -each.wanted)
    left = most
    for each in idle:
        left -= each.weight
        if left < 0:
            each.rest()
    busy = sorted((each.homepage for each in there if each.homepage), key=lambda homepage: homepage.cached)
    left = most
    for homepage in busy:
        left -= homepage.cached
        if left < 0:
            homepage.clear()
