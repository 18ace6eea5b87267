"""What one visitor is shown may be read again, or change: whoever shows it just now is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.doors.ssh.screen.acting import Acting
    from tui_home.doors.ssh.screen.looking import Looking
    from tui_home.doors.ssh.screen.resting import Resting
    from tui_home.doors.ssh.service import Newcomer


class Following:
    """One visitor's; who follows now does so in place of who did before.

    Args:
        who: Who has come, and to which homepage.
    """

    def __init__(self, who: Newcomer) -> None:
        self._who = who
        self._leave: Callable[[], None] | None = None

    def looks(self, looking: Looking) -> None:
        """Tell one who looks."""
        self._let_follow(lambda: self._first(looking.changed))

    def rests(self, resting: Resting) -> None:
        """Tell one who rests: it may be another homepage by then."""
        lobby = resting.place.lobby
        self._let_follow(lambda: lobby.watch(resting.wake) if lobby else self._first(resting.wake))

    def acts(self, acting: Acting) -> None:
        """Tell one who acts."""
        self._let_follow(lambda: acting.follow(self._who.homepage))

    def end(self) -> None:
        """Tell nobody any more."""
        leave, self._leave = self._leave, None
        if leave is not None:
            leave()

    def _let_follow(self, follow: Callable[[], Callable[[], None]]) -> None:
        self.end()
        self._leave = follow()

    def _first(self, heed: Callable[[], None]) -> Callable[[], None]:
        """Follow what they came to."""
        homepage = self._who.homepage
        return homepage.follow(lambda _: heed()) if homepage else self._who.service.houses.follow(lambda _: heed())
