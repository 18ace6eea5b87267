"""Gives each part of the homepage its rows; what is said and has no room there is read on a screen of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_home.tui.commands import command_of
from tui_home.tui.rows import Rows, rows_of

if TYPE_CHECKING:
    from tui_home.tui.screens.home import HomeScreen

_RETURNING = frozenset({"enter", "space", "backspace", "escape"})
"""Keys that only return from what was said on a screen of its own."""


class Arranger:
    """One screen's rows."""

    def __init__(self, home: HomeScreen) -> None:
        self._home = home
        self._telling: tuple[str, ...] = ()
        """What is being read on a screen of its own."""

    def arrange(self) -> None:
        """Share the rows out anew: the size, what is said or whether one types may have changed."""
        home = self._home
        rows = self._rows(len(home.state.whole(home.column)))
        home.bar.display, home.page_view.display = rows.bar, rows.page
        home.rule.display, home.footer.display = rows.rule, rows.footer
        home.state.allow(rows.said)
        if home.said not in ((), self._telling) and home.is_on_top and not self.has_room_for(home.said):
            from tui_home.tui.screens.saying import SayingScreen  # noqa: PLC0415 - only on the smallest screens

            self._telling = home.said
            home.app.push_screen(SayingScreen(home, home.said), partial(self._read, home.said))

    def has_room_for(self, sentences: tuple[str, ...]) -> bool:
        """Say whether the state line can say all of `sentences`."""
        whole = self._home.state.whole(self._home.column, sentences)
        return len(whole) <= self._rows(len(whole)).said

    def _rows(self, said: int) -> Rows:
        home = self._home
        bar = home.bar.rows(home.app.size.width)
        return rows_of(home.app.size.height, bar=bar, said=said, typing=home.finder.typing)

    def _read(self, sentences: tuple[str, ...], key: str | None) -> None:
        """Go on with the key that ended the reading of `sentences`; without one, there is room for them now."""
        home, command, self._telling = self._home, command_of(key or ""), ()
        if not key or home.said != sentences:
            home.say(*home.said)
        elif command is None or key in _RETURNING:
            home.say()
        else:
            home.action_do(command.id, key)
