"""Which folder a homepage is read from: the packaged one, the user's own, or a copy from git."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tui_home.sources import NoSiteError
from tui_home.sources.packaged import packaged_content
from tui_home.terminal.environment import Environment, is_terminal
from tui_home.text.safe import printable

_WIDEST = 79
_NARROWEST = 24


def site_folder(chosen: str, environment: Environment, cache: Path | None, refresh: float | None = None) -> Path:
    """Return the folder of the homepage that `chosen` names; fetch it from git when that is what it names.

    Args:
        chosen: A folder or a git URL; empty for the packaged homepage.
        environment: The process's; git is handed what it needs of it.
        cache: Where copies from git are kept; None for a user without a home.
        refresh: Seconds after which a copy is fetched anew; None to be content with any.

    Raises:
        NoSiteError: It cannot be fetched, or is an address of another kind.
    """
    if not chosen:
        return packaged_content()
    if "://" not in chosen and "@" not in chosen:
        return Path(chosen)
    from tui_home.sources.git import fetch, git_url  # noqa: PLC0415 - few sites come from git

    url = git_url(chosen)
    if url is None:
        return Path(chosen)
    if cache is None:
        raise NoSiteError(f"{url.shown} cannot be fetched: there is no home to keep a copy in.")
    progress = _Progress(url.shown) if is_terminal(sys.stderr) else None
    try:
        fetched = fetch(url, cache, environment.variables, older_than=refresh, progress=progress)
    finally:
        if progress:
            progress.end()
    if fetched.warning:
        from tui_home.doors.pipe import say  # noqa: PLC0415 - as above
        from tui_home.verbs.outcome import Outcome  # noqa: PLC0415 - likewise

        say(Outcome(error=f"tui-home: {printable(fetched.warning)}\n"))
    return fetched.folder


class _Progress:
    """One line on standard error, written over again and again, and gone at the end."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._width = min(_columns() - 1, _WIDEST)
        self("connecting")

    def __call__(self, told: str) -> None:
        said = told.removeprefix("remote: ").strip()
        room = max(self._width - len(f"Fetching : {said}"), self._width // 3)
        what = self._what if len(self._what) <= room else f"...{self._what[3 - room :]}"
        self._write(f"Fetching {what}: {said}")

    def end(self) -> None:
        self._write("")
        sys.stderr.write("\r")
        sys.stderr.flush()

    def _write(self, line: str) -> None:
        # Blanks clear the line on every terminal; not all know the code that does.
        sys.stderr.write("\r" + line[: self._width].ljust(self._width))
        sys.stderr.flush()


def _columns() -> int:
    try:
        return max(os.get_terminal_size(sys.stderr.fileno()).columns, _NARROWEST)
    except (OSError, ValueError):
        return _WIDEST + 1
