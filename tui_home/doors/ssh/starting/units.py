"""``serve ssh --print systemd``: a hardened service with its socket; as text, from facts alone.

Sources: systemd.exec(5), systemd.service(5), systemd.socket(5), systemd.resource-control(5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import NamedTuple

from tui_home.doors.ssh.limits import ACCEPTED_AT_ONCE, Limits, files_needed
from tui_home.doors.ssh.starting.host_key import CREDENTIAL

_MEMORY = 512
"""MiB of a server with the usual limits: its homepages, and what a hundred visitors who act may need at most."""
_MEMORY_OF_ONE = 3
"""MiB that one more of them may need: an app, and output that they have not taken."""
_WATCHDOG = 30
_STOP_MARGIN = 10
"""Seconds beyond the time that visitors are given to leave, and to take our good-bye."""
_HIDDEN = ("/home", "/root", "/run/user", "/tmp", "/var/tmp")  # noqa: S108 - hidden from the service, not used
_PLAIN = re.compile(r"[A-Za-z0-9_./=,:@+-]+")


class Unit(NamedTuple):
    """What the service is to run."""

    program: tuple[str, ...]
    """The words that start tui-home, by their whole paths."""
    options: tuple[str, ...]
    """What follows ``serve ssh``; without ``--port``, ``--host`` and ``--host-key``."""
    places: tuple[str, ...]
    """Folders and files that it reads: sites, where it is installed."""
    limits: Limits
    port: int = 22
    host: str = ""
    """The address to listen on; empty for every one."""
    host_key: str = ""
    """A file with the key, handed over as a credential; empty to keep one in the state directory."""


def systemd(unit: Unit) -> str:
    """Return a service and its socket, each below a line that says which file it goes into."""
    return f"# /etc/systemd/system/tui-home.socket\n{_socket(unit)}\n{_BETWEEN}{_service(unit)}"


_BETWEEN = "# /etc/systemd/system/tui-home.service\n"


def split(printed: str) -> dict[str, str]:
    """Return the files of what `systemd` has returned, by name."""
    parts = re.split(r"^# /etc/systemd/system/(\S+)\n", printed, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _socket(unit: Unit) -> str:
    return f"""\
# systemctl enable --now tui-home.socket
# Is port {unit.port} your own sshd's? First have it listen on another, too, and come in there: see --help.

[Unit]
Description=Port {unit.port} for a homepage over SSH

[Socket]
{_streams(unit)}
BindIPv6Only=ipv6-only
FileDescriptorName=ssh
Backlog={ACCEPTED_AT_ONCE}
NoDelay=yes
Accept=no

[Install]
WantedBy=sockets.target
"""


def _streams(unit: Unit) -> str:
    hosts = [unit.host] if unit.host else ["0.0.0.0", "::"]  # noqa: S104 - a public server
    return "\n".join(f"ListenStream={f'[{host}]' if ':' in host else host}:{unit.port}" for host in hosts)


def _service(unit: Unit) -> str:
    command = " ".join(map(_word, (*unit.program, "serve", "ssh", *unit.options)))
    # Here quotation marks would be part of the name, and below a minus lets a folder be missing: one that is gone
    # keeps no other from being served.
    credential = f"{CREDENTIAL}:{_line(unit.host_key)}" if unit.host_key else CREDENTIAL
    seen = "".join(f"BindReadOnlyPaths={_path(f'-{place}')}\n" for place in _hidden(unit.places))
    return f"""\
[Unit]
Description=A homepage over SSH
Requires=tui-home.socket
After=network.target tui-home.socket

[Service]
Type=notify
ExecStart={command}
ExecReload=/bin/kill -HUP $MAINPID
Restart=on-failure
RestartSec=1
WatchdogSec={_WATCHDOG}
# For a reload, too: several hundred homepages take their time on a small machine.
TimeoutStartSec=10min
TimeoutStopSec={seconds_to_stop(unit.limits)}

# Who it is: nobody, with a state directory for the host key. A key in /etc/credstore/{CREDENTIAL} comes first.
DynamicUser=yes
StateDirectory=tui-home
StateDirectoryMode=0700
CacheDirectory=tui-home
Environment=XDG_CACHE_HOME=%C/tui-home
LoadCredential={credential}
UMask=0077

# What it may use up.
MemoryMax={memory(unit.limits)}M
OOMPolicy=continue
TasksMax=64
LimitNOFILE={files_needed(unit.limits)}
LimitCORE=0

# What it sees: the system, read-only; of people's folders only what follows.
ProtectSystem=strict
ProtectHome=tmpfs
PrivateTmp=yes
PrivateDevices=yes
ProtectProc=invisible
ProcSubset=pid
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
{seen}
# What it can do: read, write to sockets, compute; and put what reads a site behind the visitors.
CapabilityBoundingSet=
AmbientCapabilities=
NoNewPrivileges=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
RemoveIPC=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallFilter=setpriority setrlimit
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
"""


def memory(limits: Limits) -> int:
    """Return how many MiB a full house may need."""
    return _MEMORY + _MEMORY_OF_ONE * max(0, limits.max_apps - Limits().max_apps)


def seconds_to_stop(limits: Limits) -> int:
    """Return after how many seconds a server that was told to stop has surely stopped."""
    return int(limits.drain_time + limits.close_time) + _STOP_MARGIN


def _hidden(places: Iterable[str]) -> list[str]:
    """Return which of `places` the service would not see, each once, none within another."""
    kept: list[PurePath] = []
    for place in sorted({PurePath(place) for place in places}):
        below = any(place.is_relative_to(hidden) for hidden in _HIDDEN)
        if below and not any(place.is_relative_to(other) for other in kept):
            kept.append(place)
    return [str(place) for place in kept]


def _word(text: str) -> str:
    """Return a word of a command as systemd reads it (systemd.service(5), "Command lines")."""
    text = text.replace("%", "%%").replace("$", "$$")
    if _PLAIN.fullmatch(text.replace("%", "").replace("$", "")):
        return text
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"))


def _path(text: str) -> str:
    r"""Return a path in a list of them: a colon would begin its place in the service, so that it is ``\:``."""
    text = text.replace("\\", "\\\\").replace("%", "%%").replace(":", "\\:").replace('"', '\\"')
    return '"{}"'.format(text.replace("\n", "\\n")) if any(sign.isspace() for sign in text) else text


def _line(text: str) -> str:
    return text.replace("%", "%%").replace("\n", "")
