"""Whether a visitor looks, acts or rests: whatever happens is told to that, and so is what is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.doors.ssh.screen.following import Following
from tui_home.doors.ssh.screen.resting import Resting
from tui_home.tui.begun import Begun

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.doors.ssh.environment import Size
    from tui_home.doors.ssh.screen.acting import Acting
    from tui_home.doors.ssh.screen.looking import Looking
    from tui_home.doors.ssh.screen.terminal import TakenTerminal
    from tui_home.doors.ssh.service import Newcomer
    from tui_home.tui.app import HomepageApp
    from tui_home.tui.kept_place import KeptPlace


class Phase:
    """One visitor's: they look until they act, and rest and act by turns after that.

    Args:
        who: Who has come, and to which homepage.
        looking: What they begin with; it knows the terminal's size later, too.
    """

    def __init__(self, who: Newcomer, looking: Looking) -> None:
        self.looking = looking
        self.acting: Acting | None = None
        self.resting: Resting | None = None
        """Until whoever wakes has their app."""
        self._following = Following(who)

    @property
    def app(self) -> HomepageApp | None:
        """Of whoever acts."""
        return self.acting.app if self.acting else None

    @property
    def place(self) -> HomepageApp | KeptPlace | None:
        """Where they are, what they have seen and been to; None for who has only looked."""
        return self.app or (self.resting.place if self.resting else None)

    def begun(self, window: str) -> Begun:
        """Return what the terminal shows to whoever acts next; `window` is what it is called."""
        if self.resting:
            return Begun(window, self.resting.covers, self.resting.place)
        return Begun(window, self.looking.covers, None)

    # From one to the next

    def look(self) -> None:
        """Begin: they look."""
        self._following.looks(self.looking)

    async def go_on(self) -> None:
        """Look or rest on, until it is time to act."""
        await (self.resting or self.looking).go_on()

    def refuse(self, *, asked: bool) -> bool:
        """Heed that there is no place to act; return False where there is nothing to be looked at.

        Args:
            asked: Whether they have asked for it, and are to be told.
        """
        if self.resting is None:
            return self.looking.refuse()
        if asked or self.resting.touched:
            self.resting.refuse(self.looking.size)
        else:
            self.resting.try_later()
        return True

    async def act(self, acting: Acting, shown: Callable[[], None]) -> None:
        """Have them act from now on; return when their app has shown what it begins with, and `shown` was called."""
        self.acting = acting
        await acting.begin(self.looking.size, shown)
        self.resting = None
        self._following.acts(acting)

    def rest(self, terminal: TakenTerminal) -> None:
        """Let their app go until they do something, if they only read."""
        acting = self.acting
        place = acting.place() if acting else None
        if acting is None or place is None:
            return
        self.acting, self.resting = None, Resting(place, terminal)
        self._following.rests(self.resting)
        acting.part()

    # What happens

    def wake(self) -> None:
        """Heed a key or a click."""
        if self.resting:
            self.resting.wake()
        elif self.acting is None:
            self.looking.end()

    def learn(self) -> None:
        """Heed what the terminal has answered."""
        self.looking.learn()
        if self.resting:
            self.resting.wake()

    def resize(self, size: Size) -> None:
        """Heed another size."""
        self.looking.resize(size)
        if self.resting:
            self.resting.resize()
        if self.acting:
            self.acting.resize(size)

    def end(self) -> None:
        """Heed that it is over."""
        self.looking.end()
        if self.resting:
            self.resting.wake()
        if self.acting:
            self.acting.end()

    def let_go(self) -> None:
        """Follow nothing, and part the app from the terminal."""
        self._following.end()
        if self.acting:
            self.acting.let_go()
