"""``serve``: homepages for others. Options, checks, and what must be ready before the first visitor comes."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import MutableMapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from tui_home.doors.pipe import say
from tui_home.sources import NoSiteError
from tui_home.sources.packaged import packaged_content
from tui_home.text.safe import printable
from tui_home.verbs.outcome import Outcome, UsageError
from tui_home.verbs.parser import HelpAsked

if TYPE_CHECKING:
    import socket

    from tui_home.doors.ssh.starting.options import Options
    from tui_home.doors.ssh.starting.settings import ServeSettings

FAILED = 1
_WAYS = ("ssh",)
_HELP = ("-h", "--help")
_EXTRA = "asyncssh"
_SHOWN = tuple(f"tui_home.{room}" for room in ("terminal", "layout", "sections", "pages", "tui"))
"""Of what a visitor is shown, and all that they can do with it."""
_METRICS, _WATCHER = "prometheus_client", "watchfiles"


class ServeError(Exception):
    """Nobody can be served; the message is for the owner and says what to do."""


def serve(words: Sequence[str], environment: MutableMapping[str, str]) -> int:
    """Serve as `words`, what follows ``serve``, say, until told to stop; return the exit code.

    Args:
        words: The way (``ssh``) and its options.
        environment: The process's; what systemd has put there for us alone is taken out.

    Raises:
        UsageError: The words make no sense.
        NoSiteError: There is no site where they say.
    """
    if not words or words[0] not in (*_WAYS, *_HELP):
        raise UsageError("serve what? There is: ssh")
    from tui_home.doors.ssh.starting.options import help_text, parsed  # noqa: PLC0415 - for this door alone

    try:
        options = parsed(words if words[0] in _HELP else words[1:], environment)
    except HelpAsked:
        return say(Outcome(help_text()))
    if options.print:
        from tui_home.doors.ssh.starting.printing import printed  # noqa: PLC0415 - seldom wanted

        return say(Outcome(printed(options)))
    try:
        settings = prepare(options, environment, os.getpid())
    except ServeError as error:
        return say(Outcome(status=FAILED, error=f"tui-home: {printable(str(error))}\n"))
    try:
        return _run(settings)
    finally:
        for each in (*settings.sockets, *settings.metrics):
            each.close()


def prepare(options: Options, environment: MutableMapping[str, str], pid: int) -> ServeSettings:
    """Return what the server is started with, its sockets open, in the order in which an owner can mend what is wrong.

    Raises:
        ServeError: It cannot be.
        NoSiteError: There is no site where the options say.
    """
    # What only SSH needs is not imported for anybody else.
    if find_spec(_EXTRA) is None:
        raise ServeError(f"SSH needs {_EXTRA}, which is not installed here: pip install 'tui-home[ssh]'")
    from tui_home.doors.ssh.starting.activation import Notifier, watchdog_interval  # noqa: PLC0415
    from tui_home.doors.ssh.starting.host_key import HostKeyError, host_key, key_place  # noqa: PLC0415
    from tui_home.doors.ssh.starting.settings import House, ServeSettings  # noqa: PLC0415
    from tui_home.doors.ssh.telling.journal import Journal, Style  # noqa: PLC0415

    _check_places(options)
    notifier, watchdog = Notifier.of(environment), watchdog_interval(environment, pid)
    sockets, metrics = _sockets(options, environment, pid), list["socket.socket"]()
    try:
        metrics += _metrics_sockets(options)
        _check_files(options, len(sockets))
        credentials = environment.get("CREDENTIALS_DIRECTORY")
        key = host_key(key_place(options.host_key, environment), Path(credentials) if credentials else None)
    except (HostKeyError, ServeError) as error:
        for each in (*sockets, *metrics):
            each.close()
        raise ServeError(str(error)) from error
    style = Style(options.form, options.full_addresses, options.limits)
    return ServeSettings(
        houses=options.houses or (() if options.folder else (House("", packaged_content()),)),
        folder=options.folder,
        sockets=tuple(sockets),
        key=key.key,
        key_place=key.place,
        key_made=key.made,
        limits=options.limits,
        deny=options.deny,
        trusted=options.trusted,
        journal=Journal(time.monotonic, style),
        notifier=notifier,
        watchdog=watchdog,
        public=options.public,
        metrics=tuple(metrics),
        watch=options.watch,
    )


def _check_places(options: Options) -> None:
    if options.watch and find_spec(_WATCHER) is None:
        raise ServeError(f"--watch needs {_WATCHER}, which is not installed here: pip install 'tui-home[ssh]'")
    # Of several, one that is not there keeps no other from being served: the log tells of it.
    alone = [house.folder for house in options.houses if not house.name]
    for place in (*alone, *((options.folder,) if options.folder else ())):
        try:
            _check_place(place)
        except PermissionError as error:
            raise ServeError(f"{error.filename} cannot be read by the user who serves it: chmod -R a+rX SITE") from None
    if options.deny and not (os.access(options.deny, os.R_OK) and options.deny.is_file()):
        raise ServeError(f"--deny {options.deny} cannot be read; without it everybody would be let in")


def _check_place(place: Path) -> None:
    """See that there is a folder, and that its front page may be read: else a visitor would get an empty homepage.

    Raises:
        NoSiteError: There is no folder.
        PermissionError: It is not for us.
    """
    if not place.is_dir():
        # Path makes one slash of two.
        clone = "; clone it, and serve the copy" if ":/" in str(place) else ""
        raise NoSiteError(f"No site at {printable(str(place))}: there is no such folder{clone}.")
    for part in (place, place / "_config.yml", place / "_pages", place / "_pages" / "about.md"):
        if part.exists() and not os.access(part, os.R_OK | (os.X_OK if part.is_dir() else 0)):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(part))


def _sockets(options: Options, environment: MutableMapping[str, str], pid: int) -> Sequence[socket.socket]:
    """Return where visitors are listened for: what systemd has handed over comes first."""
    from tui_home.doors.ssh.starting.activation import handed_sockets  # noqa: PLC0415
    from tui_home.doors.ssh.starting.options import DEFAULT_PORT  # noqa: PLC0415
    from tui_home.doors.ssh.starting.sockets import ListenError, open_sockets  # noqa: PLC0415

    try:
        if handed := handed_sockets(environment, pid):
            return [each.socket for each in handed]
        return open_sockets(options.host, DEFAULT_PORT if options.port is None else options.port)
    except ListenError as error:
        raise ServeError(str(error)) from error


def _metrics_sockets(options: Options) -> Sequence[socket.socket]:
    """Return where metrics are asked for; none when the owner wants none."""
    from tui_home.doors.ssh.starting.sockets import ListenError, open_sockets  # noqa: PLC0415

    if options.metrics is None:
        return ()
    if find_spec(_METRICS) is None:
        raise ServeError("--metrics needs prometheus-client, which is not installed here: pip install 'tui-home[ssh]'")
    try:
        return open_sockets(options.metrics.host, options.metrics.port, "--metrics")
    except ListenError as error:
        raise ServeError(str(error)) from error


def _check_files(options: Options, sockets: int) -> None:
    from tui_home.doors.ssh.limits import LimitError, check_files, files_needed  # noqa: PLC0415
    from tui_home.doors.ssh.starting.open_files import allowed_files  # noqa: PLC0415

    try:
        check_files(options.limits, allowed_files(files_needed(options.limits, sockets)), sockets)
    except LimitError as error:
        raise ServeError(str(error)) from error


def import_all(rooms: tuple[str, ...]) -> None:
    """Import what a local start leaves for later: here everybody would wait, in the middle of somebody's visit."""
    for room in rooms:
        for each in walk_packages(import_module(room).__path__, f"{room}."):
            import_module(each.name)


def _run(settings: ServeSettings) -> int:
    from tui_home.doors.ssh.server import serve as serve_ssh  # noqa: PLC0415 - the extra's, and Textual
    from tui_home.doors.ssh.starting.loop import run_to_the_end  # noqa: PLC0415

    # The first visitor would wait for it, and whoever reads line by line meanwhile.
    import_module("tui_home.doors.ssh.screen.visit")
    import_all(_SHOWN)
    return run_to_the_end(serve_ssh(settings), settings.journal.crashed)
