"""What asyncssh does for one connection: it is billed to that, and its mistakes go no further."""

from __future__ import annotations

from contextlib import suppress
from time import thread_time
from typing import TYPE_CHECKING, ParamSpec

from tui_home.doors.ssh.inside import Inside
from tui_home.doors.ssh.rates import Allowance
from tui_home.doors.ssh.share import own_context, share_in
from tui_home.doors.ssh.silence import Silence
from tui_home.doors.ssh.watch import End

if TYPE_CHECKING:
    from collections.abc import Callable

    from asyncssh import SSHServerConnection

    from tui_home.doors.ssh.limits import Limits
    from tui_home.doors.ssh.outgoing import Outgoing

P = ParamSpec("P")


class Talk:
    """With one client.

    Args:
        limits: The numbers.
        clock: Seconds of any steady clock.
        worked: Seconds of processor time.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float], worked: Callable[[], float] = thread_time) -> None:
        self.context = own_context(clock())
        """In which asyncssh hears of everything: what it starts is billed to this connection."""
        self.inside: Inside | None = None
        """None before the beginning and after the end."""
        self._clock, self._worked = clock, worked
        self._connection: SSHServerConnection | None = None
        self._outgoing: Outgoing | None = None
        self._silence = Silence(limits.keepalive_time, clock())
        self._rekeys = Allowance(limits.max_rekeys, 1 / limits.rekey_interval, clock())

    def begin(self, factory: Callable[[], SSHServerConnection], on: Outgoing, refused: Callable[[], None]) -> bool:
        """Have asyncssh's protocol made, and write `on` this; tell whether that went well. `refused` as in `Inside`."""
        self._outgoing = on

        def begin() -> None:
            self._connection = factory()
            self.inside = Inside(self._connection, refused)
            self._connection.connection_made(on)

        return self._went_well(begin)

    def is_silent(self, received: int) -> bool:
        """Heed how many bytes have come; tell whether none have for so long that the client is to be asked."""
        return self._silence.is_long(received, self._clock())

    def ask(self) -> bool:
        """Ask the client for an answer, whatever it is; return False when it has been asked often enough."""
        if self.inside is None or not self.inside.is_authenticated:
            return True
        if not self._silence.ask():
            return False
        self.context.run(self.inside.ask)
        return True

    def hear(self, data: bytes) -> End | None:
        """Tell asyncssh what has come; return why the connection must end, if it must."""
        connection, outgoing = self._connection, self._outgoing
        if connection is None or outgoing is None:
            return None
        began = self._worked()
        outgoing.hold()
        try:
            well = self._went_well(connection.data_received, data)
        finally:
            outgoing.let_go()
            if share := share_in(self.context):
                share.hold_up(self._worked() - began, self._clock())
        if not well:
            return End.ERROR
        return End.REKEYS if self._has_too_many_keys() else None

    def hear_all(self) -> bool:
        """Tell asyncssh that no more will come: it ends the connection. Tell whether that went well, as does `end`."""
        return self._connection is None or self._went_well(self._connection.eof_received)

    def dismiss(self, words: str) -> None:
        """Tell the client `words`, if there are any; what was held back is sent."""
        with suppress(Exception, SystemExit):
            if words and self.inside is not None:
                self.inside.dismiss(words)
        if self._outgoing is not None:
            self._outgoing.let_go()

    def end(self, exc: Exception | None) -> bool:
        """Tell asyncssh that nobody is there any more, and let go of everything."""
        inside, connection = self.inside, self._connection
        self.inside = self._connection = self._outgoing = None
        well = connection is None or self._went_well(connection.connection_lost, exc)
        if inside is not None:
            inside.leave()
        return well

    def _has_too_many_keys(self) -> bool:
        """Tell whether the client has just begun one key exchange too many."""
        if self.inside is None or not self.inside.exchanged():
            return False
        now = self._clock()
        if not self._rekeys.has(1, now):
            return True
        self._rekeys.take(1, now)
        return False

    def _went_well(self, tell: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
        try:
            self.context.run(tell, *args, **kwargs)
        except (Exception, SystemExit):  # noqa: BLE001 - one visitor's error ends their connection, not the server
            return False
        return True
