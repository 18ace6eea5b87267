"""How long one connection may keep us waiting, and how much it may leave untaken; no I/O, facts and time handed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from tui_home.doors.ssh.limits import Limits

TAKEN_AGAIN = 4
"""Drawing begins again when but a quarter of what may be untaken is: not at every byte that is taken."""
_HALF_TAKEN = "half taken"
"""Nothing is drawn, as too much was untaken, and most of it still is."""


class End(Enum):
    """Why we ended a connection; a closed list, so that metrics may have it for a label."""

    HEADER = "header"
    LOGIN = "login"
    SESSION = "session"
    REQUESTS = "requests"
    PACKETS = "packets"
    BYTES_IN = "bytes-in"
    BYTES_OUT = "bytes-out"
    STALLED = "stalled"
    REKEY = "rekey"
    REKEYS = "rekeys"
    CLOSE = "close"
    DENIED = "denied"
    """Its address has been denied meanwhile."""
    STOPPED = "stopped"
    ERROR = "error"

    @property
    def untaken(self) -> bool:
        """Whether the client does not take what we send, so that saying good-bye is in vain."""
        return self in {End.BYTES_OUT, End.STALLED, End.REKEY, End.CLOSE}

    @property
    def words(self) -> str:
        """What the client is told; nothing where it would not hear, or has done no wrong."""
        return {
            End.SESSION: "nothing was asked for",
            End.REQUESTS: "too many requests that are refused here",
            End.PACKETS: "the packets that are asked for are too small",
            End.BYTES_IN: "too much was sent",
            End.REKEYS: "too many key exchanges",
            End.DENIED: "this address is not let in any more",
            End.STOPPED: "this server is being stopped",
        }.get(self, "")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is so in one connection at one moment."""

    untaken: int = 0
    """Bytes that the client has not taken yet, wherever they wait."""
    rekeying: bool = False
    authenticated: bool = True
    sessions: int = 1
    """Channels in which a shell or a command has been asked for."""
    closing: frozenset[int] = frozenset()
    """Channels that we have closed and the client has not."""
    smallest: int = 32 * 1024
    """Bytes that a packet to the client may hold, in the channel in which that is least (RFC 4254, section 5.1)."""


@dataclass(slots=True)
class Watch:
    """One connection's."""

    limits: Limits
    began: float
    """Seconds of any steady clock, as in every call."""
    writable: bool = True
    """Whether to draw: not while too much is untaken."""
    _since: dict[object, float] = field(default_factory=dict)
    """Since when what must not last has lasted."""

    @property
    def waits(self) -> bool:
        """Whether anything lasts that must not last for ever."""
        return bool(self._since)

    def look(self, facts: Facts, now: float) -> End | None:
        """Heed how things are at `now`; return why the connection must end, if it must."""
        limits = self.limits
        stalled = facts.untaken > limits.max_out
        if stalled:
            self.writable = False
        elif facts.untaken <= limits.max_out // TAKEN_AGAIN:
            self.writable = True
        if facts.untaken > limits.full_out:
            return End.BYTES_OUT
        if facts.smallest < limits.min_packet:
            return End.PACKETS
        lasting = self._lasting(facts, stalled=stalled)
        if not lasting and not self._since:
            # Most often.
            return None
        self._since = {what: self._since.get(what, self._first(what, now)) for what in lasting}
        over = [what for what, since in self._since.items() if now - since >= lasting[what]]
        return next((_why(what) for what in over), None)

    def _lasting(self, facts: Facts, *, stalled: bool) -> dict[object, float]:
        """Return what must not last, and for how many seconds it may."""
        limits = self.limits
        lasting: dict[object, float] = dict.fromkeys(facts.closing, limits.close_time)
        if stalled:
            lasting[End.STALLED] = limits.stall_time
        if not self.writable:
            # A little less than too much is no reason to be waited for without end, either.
            lasting[_HALF_TAKEN] = limits.idle_time
        if not facts.authenticated:
            # The first key exchange is part of it.
            lasting[End.LOGIN] = limits.login_time
        elif facts.rekeying:
            lasting[End.REKEY] = limits.rekey_time
        if facts.authenticated and not facts.sessions:
            lasting[End.SESSION] = limits.session_time
        return lasting

    def _first(self, what: object, now: float) -> float:
        return self.began if what is End.LOGIN else now


def _why(what: object) -> End:
    """Return why a connection ends in which `what` has lasted for too long."""
    if isinstance(what, End):
        return what
    return End.STALLED if what == _HALF_TAKEN else End.CLOSE
