"""Every number that bounds what strangers can do, with its unit; and how an owner sets it.

The defaults are those of SSH.md, tried against attacks. Each is an option (`--max-connections N`) and a variable
(`TUI_HOME_SSH_MAX_CONNECTIONS`); both are made from the fields below. No I/O.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any, TypeVar

VARIABLE_PREFIX = "TUI_HOME_SSH_"
_Number = TypeVar("_Number", int, float)
_DAY = 24 * 3600
_KIB = 1024
_MIB = 1024 * 1024
_GIB = 1024 * _MIB


class Unit(Enum):
    """What a number counts, and how it may be written."""

    COUNT = "a whole number"
    PERCENT = "per cent, a whole number"
    BYTES = "bytes, also as 64K or 16M"
    SECONDS = "seconds, also as 10m or 1h"


class LimitError(ValueError):
    """A number that cannot be; the message is one line for the owner, and names the option or variable."""


def _count(default: int, meaning: str, least: int = 1, most: int = 1_000_000) -> int:
    return _number(default, Unit.COUNT, meaning, (least, most))


def _size(default: int, meaning: str, least: int = 1, most: int = _GIB) -> int:
    return _number(default, Unit.BYTES, meaning, (least, most))


def _seconds(default: float, meaning: str, least: float = 1, most: float = _DAY) -> float:
    return _number(default, Unit.SECONDS, meaning, (least, most))


def _number(default: _Number, unit: Unit, meaning: str, span: tuple[float, float]) -> _Number:
    made: _Number = field(default=default, metadata={"told": (unit, meaning, default, *span)})
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one server allows. Bytes, seconds and counts; what each is for stands beside it."""

    # Before and at the handshake.
    max_connections: int = _count(300, "connections at once")
    max_unauthenticated: int = _count(64, "connections not yet logged in; from here on some are refused at random")
    early_drop: int = _number(30, Unit.PERCENT, "chance of that refusal at first", (1, 100))
    full_unauthenticated: int = _count(128, "connections not yet logged in from where all are refused")
    max_per_address: int = _count(16, "connections at once from one address (IPv6: one /64)")
    rate_per_address: int = _count(30, "connections a minute from one address (IPv6: one /64)")
    max_per_network: int = _count(64, "connections at once from one IPv6 /48")
    rate_per_network: int = _count(120, "connections a minute from one IPv6 /48")
    address_table: int = _count(10_000, "addresses remembered; the oldest are forgotten")
    header_time: float = _seconds(5, "for the PROXY header to arrive, from a trusted proxy")
    login_time: float = _seconds(15, "from the connection to the end of the login")
    session_time: float = _seconds(10, "for which somebody may be connected without a session")
    # After it.
    max_visits: int = _count(200, "visits at once")
    max_apps: int = _count(100, "visitors who act (each has an app of their own) at once")
    max_spares: int = _count(4, "apps made before anybody needs them; with 0 no screens are, either", least=0, most=16)
    max_channels: int = _count(2, "sessions at once in one connection")
    max_sessions: int = _count(64, "sessions in all in one connection")
    max_refused: int = _count(8, "refused requests after which a connection is closed")
    max_variables: int = _count(16, "environment variables taken from a client", least=0, most=1000)
    max_variable: int = _size(256, "of each of them", most=64 * _KIB)
    max_term: int = _size(64, "of TERM", most=1024)
    max_command: int = _size(_KIB, "of a command (`ssh host COMMAND`)", most=64 * _KIB)
    max_logged: int = _count(64, "characters of what a client sent in a line of the log", least=8, most=1024)
    max_logged_visits: int = _count(300, "visits a minute with lines of their own in the log; others are counted")
    # In the visit.
    max_columns: int = _count(500, "columns; wider terminals and --width are taken for this wide", least=20, most=2000)
    max_rows: int = _count(200, "rows; higher terminals are taken for this high", least=5, most=2000)
    max_layouts: int = _count(10, "changes of size heeded a second")
    max_events: int = _count(64, "keys and clicks waiting; further ones are dropped")
    max_paste: int = _size(64 * _KIB, "of a paste; longer ones are dropped")
    max_sequence: int = _size(4 * _KIB, "of an OSC, DCS or APC that is swallowed")
    idle_time: float = _seconds(600, "without a key or click until the visit ends")
    visit_time: float = _seconds(3600, "a visit may last")
    max_resting: int = _size(96 * _MIB, "of homepages that nobody reads just now, when there are several", least=0)
    drain_time: float = _seconds(20, "for visitors to leave after SIGTERM")
    keepalive_time: float = _seconds(30, "between questions whether the client is still there", most=3600)
    # On the way in.
    max_slice: int = _size(4 * _KIB, "parsed of one connection at a time", least=256, most=256 * _KIB)
    max_turn: int = _size(8 * _KIB, "parsed of all connections together at a time", least=256, most=_MIB)
    burst_in: int = _size(256 * _KIB, "taken from a connection at once", least=16 * _KIB)
    rate_in: int = _size(32 * _KIB, "taken a second after that", least=_KIB)
    max_in: int = _size(16 * _MIB, "taken from a connection in all", least=64 * _KIB)
    max_rekeys: int = _count(8, "key exchanges at once, after the first")
    rekey_interval: float = _seconds(10, "until one more key exchange is allowed", most=3600)
    # On the way out.
    window: int = _size(32 * _KIB, "a client may send to a session before we have taken it", least=4 * _KIB)
    min_packet: int = _size(_KIB, "that a client must take in one packet, or one frame were thousands", most=32 * _KIB)
    max_out: int = _size(_MIB, "not yet taken by a client; over it nothing is drawn", least=64 * _KIB)
    full_out: int = _size(8 * _MIB, "not yet taken by a client, at which it is dropped at once", least=128 * _KIB)
    stall_time: float = _seconds(30, "that a client may leave more than that untaken")
    rekey_time: float = _seconds(15, "for a key exchange to end")
    close_time: float = _seconds(10, "for the last output to be taken after we have closed")

    def __post_init__(self) -> None:
        for setting in SETTINGS:
            setting.check(getattr(self, setting.field), setting.option)
        for less, more in (("max_unauthenticated", "full_unauthenticated"), ("max_out", "full_out")):
            if getattr(self, less) > getattr(self, more):
                raise LimitError(f"{_option(less)} must not be more than {_option(more)}")


@dataclass(frozen=True, slots=True)
class Setting:
    """How an owner sets one field of Limits."""

    field: str
    unit: Unit
    meaning: str
    default: float
    least: float
    most: float

    @property
    def option(self) -> str:
        """The command line's: ``--max-connections``."""
        return _option(self.field)

    @property
    def variable(self) -> str:
        """The environment's: ``TUI_HOME_SSH_MAX_CONNECTIONS``."""
        return VARIABLE_PREFIX + self.field.upper()

    @property
    def help(self) -> str:
        """One line for `--help`."""
        unit = {Unit.BYTES: "bytes ", Unit.SECONDS: "seconds ", Unit.PERCENT: "per cent, "}.get(self.unit, "")
        return f"{unit}{self.meaning} ({_written(self.default, self.unit)})"

    def parse(self, text: str, name: str) -> float:
        """Return the number that `text` is; `name` is the option or variable it came from.

        Raises:
            LimitError: It is none, or one that cannot be.
        """
        found = _NUMBER[self.unit].fullmatch(text.strip())
        if not found:
            raise LimitError(f"{name}: {text[:40]!a} is not {self.unit.value}")
        number = int(found[1]) * _SCALES[self.unit].get(found["scale"].lower(), 1)
        self.check(number, name)
        return number

    def check(self, number: float, name: str) -> None:
        """Raise LimitError if `number` is out of bounds."""
        if not self.least <= number <= self.most:
            bounds = f"between {_written(self.least, self.unit)} and {_written(self.most, self.unit)}"
            raise LimitError(f"{name}: {_written(number, self.unit)} is not {bounds}")


_NUMBER = {
    Unit.COUNT: re.compile(r"([0-9]{1,12})(?P<scale>)", re.ASCII),
    Unit.PERCENT: re.compile(r"([0-9]{1,12})(?P<scale>%?)", re.ASCII),
    Unit.BYTES: re.compile(r"([0-9]{1,12}) ?(?P<scale>[KMG]?)(?:i?B)?", re.ASCII | re.IGNORECASE),
    Unit.SECONDS: re.compile(r"([0-9]{1,12}) ?(?P<scale>[smh]?)", re.ASCII | re.IGNORECASE),
}
_SCALES: Mapping[Unit, Mapping[str, int]] = {
    Unit.COUNT: {},
    Unit.PERCENT: {},
    Unit.BYTES: {"k": _KIB, "m": _MIB, "g": _GIB},
    Unit.SECONDS: {"m": 60, "h": 3600},
}


def _option(field_name: str) -> str:
    return "--" + field_name.replace("_", "-")


def _written(number: float, unit: Unit) -> str:
    """Return `number` as an owner would write it."""
    for letter, scale in sorted(_SCALES[unit].items(), key=lambda item: -item[1]):
        if number >= scale and number % scale == 0:
            return f"{int(number) // scale}{letter.upper() if unit is Unit.BYTES else letter}"
    return f"{number:.12g}"


SETTINGS = tuple(Setting(number.name, *number.metadata["told"]) for number in fields(Limits))
"""All of them, in the order in which `--help` lists them."""


def limits(options: Mapping[str, str | None], environment: Mapping[str, str]) -> Limits:
    """Return the Limits that an owner has set.

    Args:
        options: What was given on the command line, by field (``max_connections``); None where nothing was.
        environment: Variables by their whole name; an empty one is none. The command line comes first.

    Raises:
        LimitError: A number cannot be.
    """
    chosen: dict[str, Any] = {}
    for setting in SETTINGS:
        given, name = options.get(setting.field), setting.option
        if given is None:
            given, name = environment.get(setting.variable) or None, setting.variable
        if given is not None:
            chosen[setting.field] = setting.parse(given, name)
    return Limits(**chosen)


ACCEPTED_AT_ONCE = 64
"""Connections that asyncio may accept on one socket before any of them can be refused (the backlog, too)."""
_OTHER_FILES = 64
"""The program's own: sockets that listen, the loop, the log, a site being read, metrics."""


def files_needed(bounds: Limits, sockets: int = 2) -> int:
    """Return how many files may be open at once, with so many sockets listening."""
    return bounds.max_connections + sockets * ACCEPTED_AT_ONCE + _OTHER_FILES


def check_files(bounds: Limits, allowed: int | None, sockets: int = 2) -> None:
    """Raise LimitError if a full house would need more files than are `allowed` (RLIMIT_NOFILE; None for no limit).

    Out of files nothing works: accepting, reading the site, refusing. 1,708 tracebacks in 3 s were seen.
    """
    needed = files_needed(bounds, sockets)
    if allowed is not None and allowed < needed:
        most = allowed - needed + bounds.max_connections
        lower = f", or serve fewer: --max-connections {most}" if most > 0 else ""
        raise LimitError(
            f"{bounds.max_connections} connections need {needed} open files, and {allowed} are allowed: "
            f"raise that (ulimit -n {needed}; LimitNOFILE={needed} in a unit){lower}"
        )
