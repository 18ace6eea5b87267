"""Finding words in the section that is shown: what is typed, where it began, how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.text.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.tui.screens.home import HomeScreen
    from tui_home.tui.widgets.find_input import FindInput

_ROOMY = 36
_LEAST_QUOTED = 4


class Finder:
    """One screen's find."""

    def __init__(self, home: HomeScreen) -> None:
        self._home = home
        self._input: FindInput | None = None
        self._typed = ""
        self._began = (0, 0)

    @property
    def active(self) -> bool:
        """Whether words are being typed, or were found and are still marked."""
        return self._input is not None or bool(self._typed)

    @property
    def searches(self) -> bool:
        """Whether words are looked for in the page's text."""
        return self.active

    @property
    def typing(self) -> bool:
        """Whether words are being typed."""
        return self._input is not None

    @property
    def found(self) -> int:
        """How many places there are."""
        return len(self._home.page_view.matches)

    @property
    def words(self) -> tuple[str, ...]:
        """What the state line says about it, on one line of the page's column."""
        view, reader, room = self._home.page_view, self._home.reader, self._home.column.text
        count = "" if view.match is None else f"{view.match + 1} of {len(view.matches)}"
        if self.typing:
            about = f"Find in {'this article' if reader.article else reader.section.title}"
            said = f": {count or 'nothing'}" if self._typed else ""
            return (fitting(room, f"{about}{said}", f"Find{said}", said.removeprefix(": ")),)
        if not self._typed:
            return ()
        nowhere = f"not in this {'article' if reader.article else 'section'}"
        found = count or (nowhere if room >= _ROOMY else "not here")
        return (self._found_of(self._typed, found),)

    @property
    def kept(self) -> str:
        """The words with which it begins again."""
        return ""

    @property
    def looked_for(self) -> str:
        """The words that were found, or are typed; empty for none."""
        return self._typed

    def go_on(self, words: str) -> None:
        """Take up a find of `words`, before the page is shown on which they were found."""
        self._typed = words

    def begin(self) -> None:
        """Ask for words; the page follows while they are typed."""
        from tui_home.tui.widgets.find_input import FindInput  # noqa: PLC0415 - only when something is looked for

        if self._input is not None:
            self._input.focus()
            return
        home = self._home
        self._began = (home.page_view.scroll_offset.y, home.page_view.top)
        self._typed = ""
        self._input = FindInput(self, home.column, self.kept)
        home.mount(self._input)
        self._input.focus()
        self._say()
        # Large pages take a moment to be made ready.
        home.homepage.ahead.before(lambda: None)

    def typed(self, words: str) -> None:
        """Find `words`, beginning where the find began; where there are none, nothing else is in their place."""
        self._typed = words.strip()
        self._home.page_view.find(self._typed, self._began[1])
        if not self._home.page_view.matches:
            self._go_back()
        self._say()

    def keep(self) -> None:
        """Stop asking, and keep what was found marked for `n` and `N`; nothing found ends the find.

        In a section that is still being read nothing has been found yet.
        """
        reader = self._home.reader
        found = bool(self._home.page_view.matches) or reader.section.id in reader.site.pending
        self._close_input()
        words = self.words
        if not found:
            self.end()
            self._home.say(*words)
        else:
            self._say()

    def step(self, direction: int) -> None:
        """Go to the next or previous match."""
        self._home.page_view.step_match(direction)
        self._say()

    def again(self, match: int | None) -> None:
        """Find the same words on a page that was laid out anew, without scrolling it; `match` is where one was."""
        if self._typed:
            self._home.page_view.find_again(self._typed, match)
            self._say()

    def follow(self, line_of: Callable[[int], int]) -> None:
        """Go back, when it ends, to the same text on a page on which the lines are elsewhere."""
        scroll, top = self._began
        moved = line_of(top) - top if scroll else 0
        self._began = (scroll + moved, top + moved)

    def stand_at(self, line: int) -> None:
        """Stand at the first match on `line` of the page or below, without scrolling it."""
        self._home.page_view.stand_at(line)
        self._say()

    def end(self) -> None:
        """Mark nothing any more; while words were being typed, go back to where that began."""
        if self._input is not None:
            self._close_input()
            self._go_back()
        if self._typed:
            self._typed = ""
            self._home.page_view.find("", 0)
        self._say()

    def place(self) -> None:
        """Let the input stand in the page's column."""
        if self._input is not None:
            self._input.stand_in(self._home.column)

    def _found_of(self, words: str, found: str) -> str:
        """Return what was found of `words`, which are quoted as far as there is room."""
        room = self._home.column.text
        quoted = self._home.state.shortened(words, max(_LEAST_QUOTED, room - cell_width(f"“”: {found}")))
        return fitting(room, f"“{quoted}”: {found}", found)

    def _close_input(self) -> None:
        if self._input is not None:
            self._home.set_focus(None)
            self._input.remove()
            self._input = None

    def _go_back(self) -> None:
        """Show what was shown when the find began."""
        self._home.page_view.scroll_to(y=self._began[0], animate=False)

    def _say(self) -> None:
        self._home.say()
        self._home.settle()


def fitting(room: int, *texts: str) -> str:
    """Return the first of `texts` that `room` cells take, or the last."""
    return next((text for text in texts if cell_width(text) <= room), texts[-1])
