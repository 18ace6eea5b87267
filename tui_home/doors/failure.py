"""What happens when we have made a mistake: one line, and a log file for whoever mends it."""

from __future__ import annotations

import contextlib
import platform
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from tui_home import __version__
from tui_home.sources.errors import NoSiteError
from tui_home.text.safe import printable
from tui_home.verbs.outcome import WRONG_USAGE, Outcome, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED = 1
NO_SITE = 3
_LOG = "tui-home.log"
_MOST_CHARACTERS = 200


def answer_to(error: Exception, words: Sequence[str]) -> Outcome:
    """Return what is said of an error that ended the program when it was asked `words`."""
    if isinstance(error, UsageError):
        help_of = "tui-home serve ssh" if words and words[0] == "serve" else "tui-home"
        message = f"tui-home: {printable(str(error))}\nTry {help_of} --help\n"
        return Outcome(status=WRONG_USAGE, error=message)
    if isinstance(error, NoSiteError):
        return Outcome(status=NO_SITE, error=f"tui-home: {printable(str(error))}\n")
    return failure(error)


def failure(error: BaseException) -> Outcome:
    """Return the one line about `error`; its traceback goes to a log file, whose place the line names."""
    what = printable(f"{type(error).__name__}: {error}")[:_MOST_CHARACTERS]
    place = _log(error)
    where = f"; the details are in {place}" if place else ""
    return Outcome(status=FAILED, error=f"tui-home: something went wrong: {what}{where}\n")


def _log(error: BaseException) -> Path | None:
    import platformdirs  # noqa: PLC0415 - most errors are no mistakes of ours

    system = f"tui-home {__version__}, Python {platform.python_version()}, {platform.platform()}"
    details = "".join((system, "\n", *traceback.format_exception(error)))
    for folder in (platformdirs.user_log_dir("tui-home", appauthor=False), tempfile.gettempdir()):
        with contextlib.suppress(OSError):
            return _written(Path(folder), details)
    return None


def _written(folder: Path, details: str) -> Path:
    """Replace the log of the last failure; a file of its own is made, so that nobody's link is followed."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / _LOG
    with tempfile.NamedTemporaryFile("w", dir=folder, encoding="utf-8", errors="replace", delete=False) as file:
        file.write(details)
    return Path(file.name).replace(place)
