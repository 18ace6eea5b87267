"""``serve ssh --print``: what a unit or a Containerfile is made of, found out from the options; nothing is started."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

from tui_home import __version__
from tui_home.doors.ssh.starting.container import container
from tui_home.doors.ssh.starting.options import DEFAULT_PORT, Options
from tui_home.doors.ssh.starting.units import Unit, systemd
from tui_home.verbs.outcome import UsageError

_SRV = Path("/srv/homepage")
_STANDARD_PORT = 22


def printed(options: Options) -> str:
    """Return what ``--print`` prints.

    Raises:
        UsageError: The options cannot be served that way.
    """
    return _container(options) if options.print == "container" else _systemd(options)


def _container(options: Options) -> str:
    if options.deny:
        raise UsageError("--print container takes no --deny: the file would not be in it; add both by hand")
    if any(house.name for house in options.houses):
        raise UsageError("--print container takes one --site, or --sites: a folder is copied into it")
    return container(
        options.given, options.limits, __version__, options.port or DEFAULT_PORT, several=bool(options.folder)
    )


def _systemd(options: Options) -> str:
    sites = [(f"{house.name}=" if house.name else "", house.folder.absolute()) for house in options.houses]
    if not sites and options.folder is None:
        sites = [("", _SRV)]
    others = {"--sites": options.folder, "--deny": options.deny}
    words = [word for name, folder in sites for word in ("--site", f"{name}{folder}")]
    words += [word for option, place in others.items() if place for word in (option, str(place.absolute()))]
    read = [folder for _, folder in sites] + [place.absolute() for place in others.values() if place]
    places = [str(place) for each in read for place in (each, *_linked(each))]
    unit = Unit(
        _program(),
        (*words, *options.given),
        (*places, sys.prefix, sys.base_prefix),
        options.limits,
        port=options.port or _STANDARD_PORT,
        host=_address(options.host),
        host_key=str(Path(options.host_key).absolute()) if options.host_key else "",
    )
    return systemd(unit)


def _linked(place: Path) -> Iterator[Path]:
    """Yield the folders elsewhere that `place`, or what lies in it, is a symbolic link to: a homepage of somebody's."""
    try:
        found = [place, *(Path(entry.path) for entry in os.scandir(place) if entry.is_symlink())]
        yield from (each.resolve(strict=True) for each in found if each.resolve(strict=True) != each)
    except (OSError, RuntimeError):
        return


def _address(host: str) -> str:
    """Return where the socket listens; systemd asks for no names (systemd.socket(5))."""
    try:
        return str(ip_address(host)) if host else ""
    except ValueError:
        raise UsageError("--print systemd needs an address for --host, as in 192.0.2.1 or ::1") from None


def _program() -> tuple[str, ...]:
    """Return the words that start this program from anywhere."""
    started = Path(sys.argv[0])
    if started.name == "tui-home" and started.is_absolute():
        return (str(started),)
    return (sys.executable, "-m", "tui_home")
