"""Looking for a homepage: the list is shortened to what matches while one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_home.tui.actions import links
from tui_home.tui.finder import Finder, fitting

if TYPE_CHECKING:
    from tui_home.tui.screens.directory import DirectoryScreen


class DirectoryFinder(Finder):
    """The Directory's find. What is looked for is kept by the Reader, for when one comes back."""

    def __init__(self, screen: DirectoryScreen) -> None:
        super().__init__(screen)
        self._screen = screen

    @property
    def active(self) -> bool:
        """Whether words are being typed, or the list is shortened."""
        return self.typing or bool(self._screen.reader.words)

    @property
    def searches(self) -> bool:
        """Nowhere: the list is shortened."""
        return False

    @property
    def found(self) -> int:
        """How many homepages are shown while words are typed."""
        return self._screen.reader.found if self.typing else 0

    @property
    def words(self) -> tuple[str, ...]:
        """What the state line says about it, on one line of the page's column."""
        reader, room = self._screen.reader, self._screen.column.text
        if not self.active:
            return ()
        count = f"{reader.found} of {len(reader.directory.entries)}"
        if self.typing:
            said = f": {count}" if reader.words else ""
            return (fitting(room, f"Search all homepages{said}", f"Search{said}", count),)
        return (self._found_of(reader.words, count),)

    def typed(self, words: str) -> None:
        """Show what matches `words`."""
        self._look_for(words.strip())

    def keep(self) -> None:
        """Go in at the cursor."""
        links.main(self._screen)

    def step(self, direction: int) -> None:
        """Point at the next or previous homepage."""
        self._screen.page_view.point(direction)

    def again(self, match: int | None) -> None:  # noqa: ARG002 - as everywhere
        """Say what is looked for; the list has been shortened already."""
        if self.active:
            self._say()

    def follow(self, line_of: Callable[[int], int]) -> None:
        """Keep nothing by its line."""

    def stand_at(self, line: int) -> None:
        """Stand nowhere but at the cursor."""

    @property
    def kept(self) -> str:
        """What is looked for."""
        return self._screen.reader.words

    def end(self) -> None:
        """Show all again; the cursor stays on its homepage."""
        self._close_input()
        if self._screen.reader.words:
            self._look_for("")
        self._say()

    def _look_for(self, words: str) -> None:
        if words != self._screen.reader.words:
            self._screen.navigator.leave_bookmark()
            self._screen.reader.words = words
            self._screen.show_again()
        else:
            self._say()
