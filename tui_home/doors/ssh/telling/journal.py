r"""The server's log: one line on standard error for the start and the end of each visit, and for what went wrong.

Never what was read, typed or copied, no user name, no key. Addresses are shortened to a network unless the owner wants
them whole; what a client says of itself is escaped and cut. In text (`logfmt <https://brandur.org/logfmt>`_):

    time=2026-11-22T23:10:00Z level=info event=visit-begin visit=17 address=192.0.2.0/24 way=screen client=SSH-2.0-X
    time=2026-11-22T23:11:10Z level=info event=visit-end visit=17 address=192.0.2.0/24 way=screen end=left
        seconds=70.123 bytes_in=812 bytes_out=40233 sections=about,papers client=SSH-2.0-X      (one line)
    time=2026-11-22T23:12:00Z level=warning event=refused gate=rate address=192.0.2.0/24 times=1

With ``--log-format json`` the same fields are an object a line. Nobody fills the disk: refusals of one address by one
gate are one line a minute, with their number, and so are visits (``event=visits … times=N``) of which there are more
than may connect from one address or than ``--max-logged-visits``. For fail2ban see `guide`.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TextIO

from tui_home.doors.ssh.addresses import Address, buckets, shown
from tui_home.doors.ssh.gates import Gate
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.telling.libraries import heard_by
from tui_home.doors.ssh.telling.log_line import Form, Value, escaped, line
from tui_home.doors.ssh.telling.mistakes import kind_of, place_of
from tui_home.doors.ssh.telling.repeats import Repeats
from tui_home.doors.ssh.telling.visits_told import VisitsTold

if TYPE_CHECKING:
    import logging

_CATCH_UP = 10.0
"""Seconds between two looks at what was only counted."""
_NOTE = 400
"""Characters of the server's own words."""
_SECTIONS = 20
"""Sections that are told of a visit."""


class Way(StrEnum):
    """What a visit is; a closed list."""

    SCREEN = "screen"
    LINES = "lines"
    """The linear mode."""
    WORDS = "words"
    """A verb without a terminal."""


class End(StrEnum):
    """Why a visit ended; a closed list."""

    LEFT = "left"
    DONE = "done"
    """Nothing more was asked for."""
    LOST = "lost"
    """The client has gone."""
    IDLE = "idle"
    TIME = "time"
    """The longest visit is over."""
    STALLED = "stalled"
    """The client took no more output."""
    RUDE = "rude"
    """It broke a rule."""
    DRAINED = "drained"
    """The server stopped."""
    DENIED = "denied"
    """The owner has denied the address meanwhile."""
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known of a visit from its start."""

    number: int
    address: Address
    way: Way
    client: str | bytes
    """The version that the client has sent (RFC 4253, section 4.2), as it came."""


@dataclass(frozen=True, slots=True)
class Account:
    """What is known at its end."""

    end: End
    seconds: float
    bytes_in: int
    bytes_out: int
    sections: tuple[str, ...] = ()
    """Ids of those that were shown, in the order of their first showing."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the owner wants the log."""

    form: Form = Form.TEXT
    full_addresses: bool = False
    limits: Limits = field(default_factory=Limits)
    """Those that begin with `max_logged`, and what is much from one address."""


class Journal:
    """Writes the lines.

    Args:
        clock: Seconds of any steady clock, for what repeats.
        style: How lines are written.
        stream: Where to; by default the process's own standard error, which Textual does not replace (DESIGN, 1).
        now: The time of day.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        style: Style,
        stream: TextIO | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._style = style
        self._stream = stream or sys.__stderr__
        self._now = now
        self._visits_told = VisitsTold(style.limits, clock)
        # Apart, so that those who are refused from everywhere at once hide no visit and no mistake of ours.
        self._visits, self._refusals, self._mistakes = (
            Repeats(clock, partial(self._count, "info", "others", what=what))
            for what in ("visits", "refused", "mistakes")
        )

    def begun(self, visit: Visit) -> None:
        """Note that a visit begins; in a flood it is only counted."""
        if not self._visits_told.begin(visit.number, visit.address):
            self._visits.heed(buckets(visit.address)[0], partial(self._visits_from, visit.address))
            return
        self._write("info", "visit-begin", **self._of(visit), client=self._heard(visit.client))

    def ended(self, visit: Visit, account: Account) -> None:
        """Note that a visit is over, if its beginning was noted."""
        if not self._visits_told.end(visit.number):
            return
        sections = [self._heard(section) for section in account.sections[:_SECTIONS]]
        sections += ["..."] * (len(account.sections) > _SECTIONS)
        self._write(
            "info",
            "visit-end",
            **self._of(visit),
            end=account.end.value,
            seconds=float(account.seconds),
            bytes_in=account.bytes_in,
            bytes_out=account.bytes_out,
            sections=",".join(sections),
            client=self._heard(visit.client),
        )

    def refused(self, gate: Gate, address: Address) -> None:
        """Note that somebody was not let in; mostly only counted."""
        self._refusals.heed((gate, buckets(address)[0]), partial(self._refused, gate, address))

    def crashed(self, error: BaseException, visit: Visit | None = None) -> None:
        """Note a mistake of ours: what kind and where."""
        kind, place = kind_of(error), place_of(error)
        whose = self._of(visit) if visit else {}
        self._mistakes.heed((type(error), place), partial(self._count, "error", "crash", **whose, error=kind, at=place))

    def catch_up(self) -> None:
        """Write what was only counted; called now and then."""
        for each in (self._visits, self._refusals, self._mistakes):
            each.catch_up()

    def finish(self) -> None:
        """Write what was only counted, before the end."""
        for each in (self._visits, self._refusals, self._mistakes):
            each.finish()

    def note(self, text: str, level: str = "info") -> None:
        """Note what the server does, in words of ours."""
        self._write(level, "note", said=escaped(text, _NOTE))

    def recurring(self, text: str) -> None:
        """Note what visitors may bring about, again and again; mostly only counted."""
        said = escaped(text, _NOTE)
        self._mistakes.heed(said, partial(self._count, "warning", "note", said=said))

    def library(self, record: logging.LogRecord) -> None:
        """Note what a library says: its template alone, never what a client has put into it."""
        said = self._heard(str(record.msg).partition("\n")[0])
        level = record.levelname.lower()
        self._mistakes.heed(
            (record.name, record.lineno), partial(self._count, level, "library", name=record.name, said=said)
        )
        if record.exc_info and record.exc_info[1]:
            self.crashed(record.exc_info[1])

    def instead_of_logging(self) -> AbstractContextManager[None]:
        """Take over what libraries say, for as long as the context lasts."""
        return heard_by(self.library)

    async def keep_up(self) -> None:
        """Catch up for ever."""
        while True:
            await asyncio.sleep(_CATCH_UP)
            self.catch_up()

    def _refused(self, gate: Gate, address: Address, times: int) -> None:
        self._write("warning", "refused", gate=gate.value, address=self._shown(address), times=times)

    def _visits_from(self, address: Address, times: int) -> None:
        self._write("info", "visits", address=self._shown(address), times=times)

    def _count(self, level: str, event: str, times: int, /, **fields: Value) -> None:
        self._write(level, event, **fields, times=times)

    def _of(self, visit: Visit) -> dict[str, Value]:
        return {"visit": visit.number, "address": self._shown(visit.address), "way": visit.way.value}

    def _shown(self, address: Address) -> str:
        return shown(address, full=self._style.full_addresses)

    def _heard(self, text: str | bytes) -> str:
        return escaped(text, self._style.limits.max_logged)

    def _write(self, level: str, event: str, /, **fields: Value) -> None:
        time = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        written = line({"time": time, "level": level, "event": event, **fields}, self._style.form)
        # Nobody reads any more, the disk is full: no reason to stop serving.
        with suppress(OSError, ValueError):
            if self._stream is not None:
                self._stream.write(written + "\n")
                self._stream.flush()
