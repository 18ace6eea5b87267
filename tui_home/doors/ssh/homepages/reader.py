"""Reads sites in processes of their own: the server's loop goes on, and a reading that goes wrong ends alone."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock, Timer
from typing import Protocol

from tui_home.doors.ssh.homepages.frames import AnswerError, NoSiteToldError, Told, told
from tui_home.model.site import Site
from tui_home.sources.errors import NoSiteError

_CHILD = "tui_home.doors.ssh.homepages.reading_child"
SECONDS = 60.0
"""For one site, from the start of its process to the end; the largest of those tried takes two on a busy machine."""


_AFTER_VISITORS, _LAST = 5, 10
"""How nice a process is (nice(1)): to visitors, and to whoever waits for another site. At 19 it has a hundredth of a
processor beside anything that uses it all, so that what takes 0.3 s would take longer than SECONDS."""


class UnreadableError(Exception):
    """A site could not be read; the message is for the owner and says why."""


class Reads(Protocol):
    """What reads a site."""

    async def read(self, folder: Path, known: str, front: Callable[[Site], None], *, urgent: bool = False) -> Told:
        """Return what is in `folder`; see `Reader.read`."""


class Reader:
    """Starts a process for each site.

    Args:
        keep: Where Sites are kept from one start to the next; None for nowhere.
        room: For how many there is to be room.
        command: What begins the process's command.
        seconds: After which it is ended.
    """

    def __init__(
        self, keep: Path | None, room: int = 1, *, command: Sequence[str] = (), seconds: float = SECONDS
    ) -> None:
        self._keep, self._room, self._seconds = keep, room, seconds
        # -P: no module is taken from the folder that the server was started in.
        self._command = tuple(command) or (sys.executable, "-P", "-m", _CHILD)

    async def read(self, folder: Path, known: str, front: Callable[[Site], None], *, urgent: bool = False) -> Told:
        """Return what is in `folder`.

        Args:
            folder: The site's, by its whole path.
            known: The revision that is known already; empty for none.
            front: Called here, on the loop, with the front of a large site of which nothing is known yet.
            urgent: Somebody waits for it.

        Raises:
            NoSiteError: There is none.
            UnreadableError: It could not be read, or not in time.
        """
        loop = asyncio.get_running_loop()
        running = _Running()
        lifeline, ours = os.pipe()
        try:
            words = (
                str(folder),
                str(self._keep or ""),
                str(self._room),
                known,
                str(_AFTER_VISITORS if urgent else _LAST),
            )
            return await asyncio.to_thread(
                self._read, words, lifeline, running, lambda site: _soon(loop, partial(front, site))
            )
        finally:
            # Also when nobody waits for it any more: the thread, which closes the other end, hears the end.
            running.end()
            os.close(ours)

    def _read(self, words: Sequence[str], lifeline: int, running: _Running, front: Callable[[Site], None]) -> Told:
        """Return what the process tells; in a thread. The process has ended then."""
        try:
            process = running.begin([*self._command, *words], lifeline)
        except OSError as error:
            raise UnreadableError(f"no process could be started for it: {(error.strerror or '').lower()}") from None
        finally:
            os.close(lifeline)
        timer = Timer(self._seconds, running.end)
        timer.daemon = True
        began = time.monotonic()
        timer.start()
        with process:
            try:
                return _heard(process, front)
            except NoSiteToldError as error:
                raise NoSiteError(str(error)) from None
            except AnswerError as error:
                late = time.monotonic() - began >= self._seconds
                raise UnreadableError(f"reading it took over {self._seconds:.0f} s" if late else str(error)) from None
            finally:
                timer.cancel()
                running.end()


def _heard(process: subprocess.Popen[bytes], front: Callable[[Site], None]) -> Told:
    found = told(process.stdout.read if process.stdout else lambda _: b"", front)
    process.wait()  # it keeps the Site for the next start
    return found


class _Running:
    """A process that can be ended from any thread, even before it has begun."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._over = False
        self._lock = Lock()

    def begin(self, command: Sequence[str], lifeline: int) -> subprocess.Popen[bytes]:
        """Begin it. Of our environment it gets nothing but where its modules are."""
        paths = os.pathsep.join(os.path.abspath(path) for path in sys.path)  # noqa: PTH100 - "" is this very folder
        with self._lock:
            process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                command,
                stdin=lifeline,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={"PYTHONPATH": paths, **_needed()},
                cwd=os.path.abspath(os.sep),  # noqa: PTH100 - no folder is kept from being removed
            )
            self._process = process
            if self._over:
                process.kill()
        return process

    def end(self) -> None:
        """End it."""
        with self._lock:
            self._over = True
            if self._process is not None:
                self._process.kill()


def _soon(loop: asyncio.AbstractEventLoop, call: Callable[[], object]) -> None:
    with suppress(RuntimeError):  # the loop is closed
        loop.call_soon_threadsafe(call)


def _needed() -> dict[str, str]:
    """Return what Python itself needs of the environment to start."""
    names = ("SYSTEMROOT", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "PYTHONDONTWRITEBYTECODE")
    return {name: os.environ[name] for name in names if name in os.environ}
