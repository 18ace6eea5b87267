"""What systemd and a service say to each other: sockets handed over, readiness, signs of life. No library is needed.

Sources: sd_listen_fds(3), sd_notify(3), sd_watchdog_enabled(3).
"""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from typing import NamedTuple

from tui_home.doors.ssh.starting.sockets import ListenError, taken_over

_FIRST = 3
"""SD_LISTEN_FDS_START."""
_MOST = 16
"""Sockets; a mistaken number must not have us touch a thousand files."""
_WHOLE = re.compile("[0-9]{1,18}")
_HANDED_OVER = ("LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES")
_MICROSECONDS = 1_000_000


class Handed(NamedTuple):
    """A socket that was handed over."""

    socket: socket.socket
    name: str
    """As its unit calls it (FileDescriptorName=); its file descriptor's number when it has no name."""


def handed_sockets(environment: MutableMapping[str, str], pid: int, first: int = _FIRST) -> tuple[Handed, ...]:
    """Return the listening sockets that are meant for process `pid`; none when nobody hands any over.

    The variables are cleared, so that no process started from here takes them for its own.

    Args:
        environment: The process's.
        pid: Its number.
        first: The number of the first file descriptor; others follow one by one.

    Raises:
        ListenError: One is no TCP socket that listens.
    """
    told = {name: environment.pop(name, "") for name in _HANDED_OVER}
    if _number(told["LISTEN_PID"]) != pid or not (count := _number(told["LISTEN_FDS"])):
        return ()
    if count > _MOST:
        raise ListenError(f"LISTEN_FDS hands over {count} files; at most {_MOST} are taken")
    names = told["LISTEN_FDNAMES"].split(":")
    names += [""] * (count - len(names))
    found = taken_over(range(first, first + count))
    for each in found:
        each.set_inheritable(False)
    return tuple(Handed(each, name or str(each.fileno())) for each, name in zip(found, names, strict=False))


class Notifier:
    """Tells systemd how the service is; silent where nobody listens, and never an error."""

    def __init__(self, address: str = "") -> None:
        """Speak to the socket at `address`, as ``NOTIFY_SOCKET`` names it; empty for nobody."""
        # A socket without a name in the file system begins with a NUL in place of the @ (unix(7)).
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Notifier:
        """Return what speaks to the process's supervisor."""
        return cls(environment.get("NOTIFY_SOCKET", ""))

    def ready(self, status: str) -> bool:
        """Tell that visitors are welcome, after the start and after reading the site again."""
        return self._tell("READY=1", f"STATUS={_line(status)}")

    def reloading(self, microseconds: int) -> bool:
        """Tell that the site is being read again; `microseconds` is CLOCK_MONOTONIC's now, which systemd wants."""
        return self._tell("RELOADING=1", f"MONOTONIC_USEC={microseconds}")

    def stopping(self, status: str = "") -> bool:
        """Tell that the last visitors are seen out."""
        return self._tell("STOPPING=1", f"STATUS={_line(status)}")

    def alive(self) -> bool:
        """Tell the watchdog that the loop turns."""
        return self._tell("WATCHDOG=1")

    def status(self, status: str) -> bool:
        """Tell what ``systemctl status`` shows."""
        return self._tell(f"STATUS={_line(status)}")

    def _tell(self, *lines: str) -> bool:
        """Return whether it was heard."""
        if self._address[:1] not in ("/", "\0") or not hasattr(socket, "AF_UNIX"):
            return False
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as way:
            way.settimeout(0)  # a full queue is no reason to stop serving
            way.sendto("\n".join(lines).encode(errors="replace"), self._address)
            return True
        return False


def watchdog_interval(environment: Mapping[str, str], pid: int) -> float | None:
    """Return the seconds between signs of life, half of what systemd waits for; None when it does not wait."""
    allowed = _number(environment.get("WATCHDOG_USEC", ""))
    meant = environment.get("WATCHDOG_PID", "")
    if not allowed or (meant and _number(meant) != pid):
        return None
    return allowed / _MICROSECONDS / 2


async def keep_alive(notifier: Notifier, interval: float) -> None:
    """Give a sign of life every `interval` seconds for ever: a loop that hangs gives none, and is started anew."""
    while True:
        notifier.alive()
        await asyncio.sleep(interval)


def _number(text: str) -> int:
    return int(text) if _WHOLE.fullmatch(text) else 0


def _line(text: str) -> str:
    return " ".join(text.split())
