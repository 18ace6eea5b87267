"""Everything that one server is started with, checked already. What changes meanwhile is read by others."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.networks import Networks
from tui_home.doors.ssh.starting.activation import Notifier
from tui_home.doors.ssh.telling.journal import Journal

if TYPE_CHECKING:
    import asyncssh


class House(NamedTuple):
    """One homepage to serve."""

    name: str
    """The user name that leads to it; empty when it is the only one, which any name leads to."""
    folder: Path


class Endpoint(NamedTuple):
    """A host (a name or an address) and a port."""

    host: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeSettings:
    """What ``serve ssh`` was told, and has prepared."""

    houses: tuple[House, ...]
    """At least one, unless there is a `folder`."""
    folder: Path | None = None
    """Each of its subfolders is a homepage, too (``--sites``)."""
    sockets: tuple[socket.socket, ...]
    """Bound; those of socket activation already listen. The server closes them."""
    key: asyncssh.SSHKey
    key_place: Path
    key_made: bool = False
    limits: Limits = field(default_factory=Limits)
    deny: Path | None = None
    """Addresses and networks not let in; see `denied.DenyFile`."""
    trusted: Networks = field(default_factory=Networks)
    """Proxies, from which a PROXY header is required and from no one else."""
    journal: Journal
    notifier: Notifier = field(default_factory=Notifier)
    """Told ``ready`` once visitors are served, ``reloading`` while a site is read again, ``stopping`` at the end."""
    watchdog: float | None = None
    """Seconds between signs of life (`activation.keep_alive`); None when nobody waits for any."""
    public: Endpoint | None = None
    """How visitors reach the server, as the owner has said; None to go by the site (its `host`) and the sockets."""
    metrics: tuple[socket.socket, ...] = ()
    """Where ``/metrics`` and ``/healthz`` are answered, bound; none when the owner wants none."""
    watch: bool = False

    @property
    def addresses(self) -> tuple[tuple[str, int], ...]:
        """Where visitors are listened for."""
        return tuple((found[0], found[1]) for found in (each.getsockname() for each in self.sockets))
