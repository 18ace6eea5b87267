"""Where a visitor has been: back and forward, as in a browser."""

from __future__ import annotations

from tui_home.model.named import NamedTuple

_MOST = 100
"""Places that are remembered in each direction."""


class Location(NamedTuple):
    """What can be shown: a section, or one of its articles in place of it."""

    section: str
    """The section's id."""
    article: str = ""
    """The Article's key; empty for the section itself."""


class History:
    """The Locations before and after the one that is shown, the nearest last."""

    __slots__ = ("ahead", "behind")

    def __init__(self) -> None:
        self.behind: list[Location] = []
        self.ahead: list[Location] = []

    def leave(self, here: Location) -> None:
        """Remember `here`, which is left for somewhere new; there is nothing ahead any more."""
        self.ahead.clear()
        _put(self.behind, here)

    def back(self, here: Location) -> Location | None:
        """Return where one was before, and remember `here` as ahead; None at the beginning."""
        return _step(self.behind, self.ahead, here)

    def forward(self, here: Location) -> Location | None:
        """Return where one was before going back; None where one did not."""
        return _step(self.ahead, self.behind, here)


def _step(source: list[Location], other: list[Location], here: Location) -> Location | None:
    if not source:
        return None
    _put(other, here)
    return source.pop()


def _put(places: list[Location], place: Location) -> None:
    if places[-1:] != [place]:
        places.append(place)
    del places[:-_MOST]
