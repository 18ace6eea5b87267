"""A section's Fragments, one below the other: what every door shows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tui_home.layout import Fragment, Line
from tui_home.model.inline import Link
from tui_home.model.look import Look
from tui_home.pages import finding
from tui_home.pages.finding import Matches
from tui_home.pages.targets import Targets

if TYPE_CHECKING:
    from tui_home.pages.places import Place
    from tui_home.pages.searched import Searched


class Page:
    """Fragments with their line offsets. Immutable; shared by all visitors whose View is the default.

    Args of the constructor:
        section: The section's id.
        width: Cells, as asked for and clamped; no line is wider.
        look: How it is drawn.
        fragments: One for each Block of the section, in its order.
        offsets: The line each Fragment begins on.
        height: Lines.
    """

    def __init__(
        self,
        section: str,
        width: int,
        look: Look,
        fragments: tuple[Fragment, ...],
        offsets: tuple[int, ...],
        height: int,
    ) -> None:
        self.section: Final = section
        self.width: Final = width
        self.look: Final = look
        self.fragments: Final = fragments
        self.offsets: Final = offsets
        self.height: Final = height

    def line(self, y: int) -> Line:
        """Return line `y`; empty between and beyond the Fragments. Its Segments' targets are counted from `base(y)`."""
        index = self.fragment_at(y)
        if index < 0:
            return ()
        lines = self.fragments[index].lines
        at = y - self.offsets[index]
        return lines[at] if at < len(lines) else ()

    def fragment_at(self, y: int) -> int:
        """Return the index of the last Fragment that begins on line `y` or above; -1 for none."""
        return bisect_right(self.offsets, y) - 1

    def base(self, y: int) -> int:
        """Return what to add to the `target` (when not -1) of line `y`'s Segments to get an index in `targets`."""
        index = self.fragment_at(y)
        return self.bases[index] if index >= 0 else 0

    def target_at(self, y: int, x: int) -> int:
        """Return the index in `targets` of the innermost Target at cell `x` of line `y`; -1 for none."""
        index = self.fragment_at(y)
        if index < 0:
            return -1
        own = self.fragments[index].targets
        found = -1
        for number, target in enumerate(own):
            if any(
                region.line == y - self.offsets[index] and region.start <= x < region.end for region in target.regions
            ):
                found = number
        return found + self.bases[index] if found >= 0 else -1

    @property
    def targets(self) -> Targets:
        """All Targets in reading order, their Regions on the page's lines."""
        return Targets(self)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Where the Targets lead, one for each."""
        return tuple(target.link for fragment in self.fragments for target in fragment.targets)

    @cached_property
    def bases(self) -> tuple[int, ...]:
        """How many Targets come before those of each Fragment."""
        bases: list[int] = []
        count = 0
        for fragment in self.fragments:
            bases.append(count)
            count += len(fragment.targets)
        return tuple(bases)

    @cached_property
    def searched(self) -> Searched:
        """Its text, made ready to be searched; that takes its time for a large one."""
        from tui_home.pages.searched import searched  # noqa: PLC0415 - only when something is looked for

        return searched(self.fragments)

    @property
    def is_searched(self) -> bool:
        """Whether its text is ready."""
        return "searched" in vars(self)

    def make_ready_to_search(self) -> None:
        """Make its text ready, so that finding takes no time."""
        _ = self.searched

    def learn(self, earlier: Page) -> None:
        """Take over what was made ready to be searched of an `earlier` Page with most of the same Fragments."""
        if earlier.is_searched and not self.is_searched:
            from tui_home.pages.searched import searched  # noqa: PLC0415 - likewise

            vars(self)["searched"] = searched(self.fragments, earlier.searched)

    def find(self, words: str) -> Matches:
        """Return where `words` stand, from the top down; case and accents do not matter, nor do line breaks."""
        return finding.find(self, words)

    def text(self, first: tuple[int, int], last: tuple[int, int]) -> str:
        """Return the text from one place to another, without trailing blanks.

        Args:
            first: Line and cell it begins at.
            last: Line and cell it ends before; the two may be swapped.
        """
        from tui_home.pages import selection  # noqa: PLC0415 - not for the first frame

        return selection.text(self, first, last)

    def follow(self, later: Page) -> Callable[[int], int]:
        """Return what gives, for a line of this Page, the line of a `later` one of the section with the same text.

        The later Page has the same width and Look.
        """
        from tui_home.pages import following  # noqa: PLC0415 - not for the first frame

        return following.Following(self, later).line_after

    def place_at(self, y: int) -> Place:
        """Return what is read on line `y`, so that it can be found again in another width.

        Keep the Place as long as only the size changes: a Place taken anew in a narrow Page begins a line earlier.
        """
        from tui_home.pages import places  # noqa: PLC0415 - not for the first frame

        return places.place_at(self, y)

    def line_of(self, place: Place) -> int:
        """Return the line on which `place`, taken from a Page of the same Blocks in any width, stands here."""
        from tui_home.pages import places  # noqa: PLC0415 - not for the first frame

        return places.line_of(self, place)
