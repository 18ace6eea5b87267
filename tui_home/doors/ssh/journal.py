r"""The server's log: one line on standard error for the start and the end of each visit, and for what went wrong.

Never what was read, typed or copied, no user name, no key. Addresses are shortened to a network unless the owner wants
them whole; what a client says of itself is escaped and cut. In text (`logfmt <https://brandur.org/logfmt>`_):

    time=2026-11-22T23:10:00Z level=info event=visit-begin visit=17 address=192.0.2.0/24 way=screen client=SSH-2.0-X
    time=2026-11-22T23:11:10Z level=info event=visit-end visit=17 address=192.0.2.0/24 way=screen end=left
        seconds=70.123 bytes_in=812 bytes_out=40233 sections=about,papers client=SSH-2.0-X      (one line)
    time=2026-11-22T23:12:00Z level=warning event=refused gate=rate address=192.0.2.0/24 times=1

With ``--log-format json`` the same fields are an object a line. Refusals of one address by one gate are one line a
minute, with their number. For fail2ban start with ``--log-address full`` and let it look for

    failregex = ^.*\bevent=refused gate=(?:rate|address|header) address=<HOST> times=\d+$
    datepattern = time=%%Y-%%m-%%dT%%H:%%M:%%SZ
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import PurePath
from typing import TextIO

from tui_home.doors.ssh.addresses import Address, buckets, shown
from tui_home.doors.ssh.gates import Gate
from tui_home.doors.ssh.log_line import Form, Value, escaped, line
from tui_home.doors.ssh.repeats import Repeats

_LIBRARIES = ("asyncssh", "asyncio")
_FRAMES = 6
_PATH_PARTS = 3
_NOTE = 400
"""Characters of the server's own words."""


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
    longest: int = 64
    """Characters of what a client sent."""


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
        # Apart, so that those who are refused from everywhere at once hide no mistake of ours.
        self._refusals = Repeats(clock)
        self._mistakes = Repeats(clock)

    def begun(self, visit: Visit) -> None:
        """Note that a visit begins."""
        self._write("info", "visit-begin", **self._of(visit), client=self._heard(visit.client))

    def ended(self, visit: Visit, account: Account) -> None:
        """Note that a visit is over."""
        self._write(
            "info",
            "visit-end",
            **self._of(visit),
            end=account.end.value,
            seconds=float(account.seconds),
            bytes_in=account.bytes_in,
            bytes_out=account.bytes_out,
            sections=",".join(self._heard(section) for section in account.sections),
            client=self._heard(visit.client),
        )

    def refused(self, gate: Gate, address: Address) -> None:
        """Note that somebody was not let in; mostly only counted."""
        if times := self._refusals.times((gate, buckets(address)[0])):
            self._write("warning", "refused", gate=gate.value, address=self._shown(address), times=times)

    def crashed(self, error: BaseException, visit: Visit | None = None) -> None:
        """Note a mistake of ours: what kind and where, but no message and no locals, which could hold anything."""
        place = _place(error)
        if times := self._mistakes.times((type(error), place)):
            whose = self._of(visit) if visit else {}
            self._write("error", "crash", **whose, error=_kind(error), at=place, times=times)

    def note(self, text: str, level: str = "info") -> None:
        """Note what the server does, in words of ours."""
        self._write(level, "note", said=escaped(text, _NOTE))

    def library(self, record: logging.LogRecord) -> None:
        """Note what a library says: its template alone, never what a client has put into it."""
        said = escaped(str(record.msg).partition("\n")[0], self._style.longest)
        if times := self._mistakes.times((record.name, record.lineno)):
            self._write(record.levelname.lower(), "library", name=record.name, said=said, times=times)
        if record.exc_info and record.exc_info[1]:
            self.crashed(record.exc_info[1])

    @contextmanager
    def instead_of_logging(self) -> Iterator[None]:
        """Take over what asyncssh (which logs raw what clients send, below WARNING) and asyncio say."""
        handler = _Handler(self)
        before = [(found := logging.getLogger(name), found.level, found.propagate) for name in _LIBRARIES]
        for logger, _, _ in before:
            logger.addHandler(handler)
            logger.setLevel(logging.WARNING)
            logger.propagate = False
        try:
            yield
        finally:
            for logger, level, propagate in before:
                logger.removeHandler(handler)
                logger.setLevel(level)
                logger.propagate = propagate

    def _of(self, visit: Visit) -> dict[str, Value]:
        return {"visit": visit.number, "address": self._shown(visit.address), "way": visit.way.value}

    def _shown(self, address: Address) -> str:
        return shown(address, full=self._style.full_addresses)

    def _heard(self, text: str | bytes) -> str:
        return escaped(text, self._style.longest)

    def _write(self, level: str, event: str, /, **fields: Value) -> None:
        time = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        written = line({"time": time, "level": level, "event": event, **fields}, self._style.form)
        # Nobody reads any more, the disk is full: no reason to stop serving.
        with suppress(OSError, ValueError):
            if self._stream is not None:
                self._stream.write(written + "\n")
                self._stream.flush()


class _Handler(logging.Handler):
    """Hands what a library says to the journal."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(logging.WARNING)
        self._journal = journal

    def emit(self, record: logging.LogRecord) -> None:
        self._journal.library(record)


def _kind(error: BaseException) -> str:
    """Return the kind of an error, and of what was behind it."""
    behind = error.__cause__ or error.__context__
    if isinstance(error, BaseExceptionGroup):
        behind = error.exceptions[0]
    name = type(error).__name__
    return name if behind is None else f"{name}<{type(behind).__name__}"


def _place(error: BaseException) -> str:
    """Return the innermost places that `error` went through: ``…/app.py:12``, the last one first."""
    if isinstance(error, BaseExceptionGroup):
        return _place(error.exceptions[0])
    found = [(frame.f_code.co_filename, number) for frame, number in traceback.walk_tb(error.__traceback__)]
    return ",".join(f"{_short(name)}:{number}" for name, number in reversed(found[-_FRAMES:]))


def _short(filename: str) -> str:
    """Return the end of a path: where this is installed is nobody's business."""
    return escaped("/".join(PurePath(filename).parts[-_PATH_PARTS:]), _NOTE)
