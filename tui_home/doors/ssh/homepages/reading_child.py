"""The process that reads one site for a server and tells it what it has read: ``FOLDER KEPT ROOM KNOWN NICE``.

It comes last when there is little time, has bounds of its own, and ends with the server whatever ends that: its
standard input is a pipe whose other end the server holds and never writes to.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from tui_home.doors.ssh.homepages.frames import front_frames, no_site_frame, same_frame, whole_frames
from tui_home.doors.ssh.homepages.front_faults import front_faults
from tui_home.sources.decode import BinaryError, decode
from tui_home.sources.errors import NoSiteError
from tui_home.sources.files import MissingFileError, UnusableFileError, read_content
from tui_home.sources.folder import PAGE_LIMIT
from tui_home.sources.opening import open_sites
from tui_home.text.safe import printable

SECONDS = 60
"""Of the machine's time for one site; the largest of those tried takes one."""
_MEMORY = 1 << 30
_FILE = 64 << 20
"""Bytes of the kept Site, which is all that it writes."""
_FRONT = "-front"


def frames(folder: Path, keep: Path | None, room: int, known: str) -> Iterator[bytes]:
    """Yield what there is to tell of the site in `folder`.

    Args:
        folder: The site's.
        keep: Where Sites are kept; None for nowhere.
        room: For how many.
        known: The revision that the server has; empty for none, and the front is told first.
    """
    told = bool(known)
    try:
        for site in open_sites(folder, keep, room=room):
            if known and site.revision in (known, known + _FRONT):
                yield same_frame()
                return
            if not site.pending:
                yield from whole_frames(site, front_faults(site, partial(_text, Path(os.path.realpath(folder)))))
            elif not told:
                told = True
                yield from front_frames(site)
    except NoSiteError as error:
        yield no_site_frame(str(error))
    except PermissionError as error:
        yield no_site_frame(f"{printable(str(folder))} cannot be read: {(error.strerror or 'denied').lower()}")


def main(folder: str, keep: str, room: str, known: str, nice: str) -> None:
    """Read a site, as the program's words say, and tell what was read on standard output."""
    # What a library might print is no frame.
    told = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if sys.platform != "win32":
        _be_modest(int(nice))
        _end_with(sys.stdin.fileno())
    with os.fdopen(told, "wb") as out:
        for frame in frames(Path(folder), Path(keep) if keep else None, int(room), known):
            out.write(frame)
            out.flush()


def _text(root: Path, relative: str) -> str:
    try:
        return decode(read_content(root, relative, PAGE_LIMIT).data).text
    except (MissingFileError, UnusableFileError, BinaryError):
        return ""


def _be_modest(nice: int) -> None:
    """Let everybody else go first, and set the bounds within which the system itself keeps us."""
    import resource  # noqa: PLC0415 - there is none on Windows

    # Whatever hangs, even without ever coming back to Python, ends.
    signal.alarm(2 * SECONDS)
    with suppress(OSError):  # a system call filter may forbid it
        os.nice(nice)
    bounds = [("RLIMIT_CPU", SECONDS), ("RLIMIT_FSIZE", _FILE), ("RLIMIT_CORE", 0)]
    if sys.platform == "linux":
        bounds.append(("RLIMIT_AS", _MEMORY))
        with suppress(OSError):
            # When memory is short, it is this process that goes, not the server (proc(5), oom_score_adj).
            Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    for name, most in bounds:
        with suppress(OSError, ValueError):
            resource.setrlimit(getattr(resource, name), (most, most))


def _end_with(lifeline: int) -> None:
    """Have the system end this process when the other end of `lifeline` is closed (fcntl(2), F_SETOWN; SIGIO ends)."""
    import fcntl  # noqa: PLC0415 - there is none on Windows
    import select  # noqa: PLC0415 - likewise no poll

    if not hasattr(os, "O_ASYNC"):
        return
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGIO})
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    # It may have happened before.
    poll = select.poll()
    poll.register(lifeline, select.POLLHUP)
    if poll.poll(0):
        os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
