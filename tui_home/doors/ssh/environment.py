"""What a client says of its terminal (RFC 4254, sections 6.2 and 6.4), bounded; never our own environment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple, Self

from tui_home.doors.ssh.limits import Limits
from tui_home.terminal.environment import Environment

_TAKEN = frozenset({"COLORTERM", "NO_COLOR", "CLICOLOR", "LANG", "TERM_PROGRAM", "TERM_PROGRAM_VERSION"})
_LOCALE = "LC_"
_LONGEST_NAME = 32
"""Characters; none that we take is longer."""
_CONNECTED = MappingProxyType({"SSH_CONNECTION": "yes"})
"""Whoever comes here sits at another machine; nothing asks where."""


class Size(NamedTuple):
    """A terminal's size in cells."""

    columns: int
    rows: int

    def clamped(self, limits: Limits) -> Size:
        """Return the size that is drawn: a client may tell anything, and 0 when it does not know."""
        columns = min(self.columns, limits.max_columns) if self.columns > 0 else _USUAL.columns
        rows = min(self.rows, limits.max_rows) if self.rows > 0 else _USUAL.rows
        return Size(columns, rows)


_USUAL = Size(80, 24)


@dataclass(frozen=True, slots=True)
class Told:
    """What one client has said about its terminal so far."""

    term: str | None = None
    """None until a terminal is asked for."""
    size: Size = _USUAL
    variables: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def with_variable(self, name: bytes, value: bytes, limits: Limits) -> Self | None:
        """Return this with one more variable; None when it is none that is heeded, or there are enough."""
        known = _text(name, _LONGEST_NAME)
        content = _text(value, limits.max_variable - len(name))
        if known is None or content is None or not (known in _TAKEN or known.startswith(_LOCALE)):
            return None
        if known not in self.variables and len(self.variables) >= limits.max_variables:
            return None
        return replace(self, variables=MappingProxyType({**self.variables, known: content}))

    def with_terminal(self, term: bytes, size: Size, limits: Limits) -> Self | None:
        """Return this with a terminal; None when its name is none, or there is one already."""
        name = _text(term, limits.max_term)
        if name is None or self.term is not None:
            return None
        return replace(self, term=name, size=size.clamped(limits))

    def environment(self) -> Environment:
        """Return this as our own program's environment would say it.

        Text is UTF-8 unless a variable of the locale says otherwise; without a terminal there is none to draw on.
        """
        # A client that has asked for no terminal has no TERM either.
        term = {"TERM": self.term} if self.term is not None else {}
        return Environment(
            variables=MappingProxyType({**self.variables, **term, **_CONNECTED}),
            platform="linux",
            encoding="utf-8",
            stdin_tty=self.term is not None,
            stdout_tty=self.term is not None,
            columns=self.size.columns if self.term is not None else None,
        )


def _text(data: bytes, most: int) -> str | None:
    """Return printable ASCII of at most `most` bytes; None for anything else."""
    if len(data) > most or not data.isascii():
        return None
    text = data.decode("ascii")
    return text if not text or text.isprintable() else None
