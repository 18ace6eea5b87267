"""The sockets that are listened on: of our own, for IPv4 and IPv6, or handed over by systemd."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterable
from contextlib import ExitStack
from typing import Any

from tui_home.doors.ssh.limits import ACCEPTED_AT_ONCE

_ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 - a public server is meant to be found
_TRIES = 8
_PRIVILEGED = 1024
_UNREAD = 32 * 1024
"""Bytes that the system takes of a connection before we have read them (Linux: twice that, with its own accounts of
them). Without a bound it takes 6 MiB; at 32 KiB/s a client would be gone for three minutes before that is noticed."""


class ListenError(OSError):
    """Nobody could be listened for; one line for the owner."""

    def __str__(self) -> str:
        return str(self.args[0])


def open_sockets(host: str | None, port: int, option: str = "--port") -> list[socket.socket]:
    """Listen on `port` of `host`; of every address, IPv4 and IPv6, if that is None or empty.

    Port 0 is any free one, the same for both. A machine without IPv6 (or without IPv4) has the other only.
    `option` is what chooses another port.

    Raises:
        ListenError: That cannot be.
    """
    for attempt in range(_TRIES):
        try:
            return _opened(host, port)
        except UnicodeError as error:
            raise ListenError(f"{host!a} is no address and no name of a machine") from error
        except OSError as error:
            if port or error.errno != errno.EADDRINUSE or attempt == _TRIES - 1:
                raise ListenError(_why(error, host, port, option)) from error
    raise AssertionError


def taken_over(descriptors: Iterable[int]) -> list[socket.socket]:
    """Return the sockets that were handed over (systemd's LISTEN_FDS), ready for the loop.

    Raises:
        ListenError: One is no TCP socket that listens.
    """
    found = list[socket.socket]()
    for descriptor in descriptors:
        try:
            handed = socket.socket(fileno=descriptor)
            listens = handed.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
        except OSError as error:
            raise ListenError(f"file descriptor {descriptor} is no socket: {error.strerror}") from error
        if handed.type != socket.SOCK_STREAM or handed.family not in {socket.AF_INET, socket.AF_INET6} or not listens:
            handed.detach()
            raise ListenError(f"file descriptor {descriptor} is no TCP socket that listens (ListenStream= in the unit)")
        handed.settimeout(0)
        _bound_unread(handed)
        found.append(handed)
    return found


def _opened(host: str | None, port: int) -> list[socket.socket]:
    with ExitStack() as undo:
        found = list[socket.socket]()
        missing: OSError | None = None
        for family, address in _addresses(host, port):
            # The second takes the port that the first was given.
            place = (address[0], found[0].getsockname()[1] if found else address[1], *address[2:])
            try:
                listening = undo.enter_context(_listening(family, place))
            except OSError as error:
                if host or error.errno not in {errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL}:
                    raise
                missing = error
                continue
            found.append(listening)
        if missing and not found:
            raise missing
        undo.pop_all()
        return found


def _addresses(host: str | None, port: int) -> list[tuple[int, tuple[Any, ...]]]:
    if not host:
        return [(socket.AF_INET, (_ANYWHERE[0], port)), (socket.AF_INET6, (_ANYWHERE[1], port, 0, 0))]
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return list(dict.fromkeys((int(family), tuple(place)) for family, _, _, _, place in found))


def _listening(family: int, place: tuple[Any, ...]) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Else a restart would wait for a minute; on Windows it would let others listen, too.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.settimeout(0)
        _bound_unread(made)
        made.bind(place)
        made.listen(ACCEPTED_AT_ONCE)
    except OSError:
        made.close()
        raise
    return made


def _bound_unread(listening: socket.socket) -> None:
    """What is accepted has it from what listens."""
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _UNREAD)


def _why(error: OSError, host: str | None, port: int, option: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program; choose another with {option}"
    if error.errno in {errno.EACCES, errno.EPERM} and port < _PRIVILEGED:
        return f"port {port} is for root only; systemd can hand it over: tui-home serve ssh --print systemd"
    return f"cannot listen on {host or 'any address'}, port {port}: {error.strerror or error}"
