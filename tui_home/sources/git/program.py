"""The git program, with everything off that could run something, ask something, or never end."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

from tui_home.sources.git.url import without_secrets
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_HANDED_ON = frozenset(
    (
        *("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "SSH_AUTH_SOCK", "LANG"),
        *("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"),
        *("SSL_CERT_FILE", "SSL_CERT_DIR", "GIT_SSL_CAINFO"),
    )
)
"""What git needs to reach a host. All else (GIT_DIR, GIT_PROXY_COMMAND, LD_PRELOAD …) stays behind."""
_SETTINGS = {
    "core.hooksPath": os.devnull,
    "core.symlinks": "false",
    "core.fsmonitor": "false",
    "core.protectNTFS": "true",
    "core.protectHFS": "true",
    "credential.helper": "",
    "submodule.recurse": "false",
    "fetch.recurseSubmodules": "false",
    "protocol.allow": "never",
    "transfer.bundleURI": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "advice.detachedHead": "false",
    "http.lowSpeedLimit": "1",
    "http.lowSpeedTime": "60",
}
_SSH = "ssh -oBatchMode=yes -oPermitLocalCommand=no -oControlMaster=no -oConnectTimeout=30 -oServerAliveInterval=20"
"""No lasting connection that would keep our pipe open; and it ends by itself where nobody is left to stop it."""
_CHECK = 0.1
"""Seconds between looks at the size and the clock."""
_MOST_TOLD = 64 << 10
_FATAL = pattern(r"(?m)^(?:fatal|error|ERROR|ssh): *(.+)$")


class GitError(Exception):
    """git did not do it; the message is one printable line without a full stop."""


class Git:
    """Runs git for one address.

    Args:
        protocol: The only transport allowed.
        variables: The process's environment, of which what is known to be harmless is handed on.
        seconds: After which git is stopped.
        most_bytes: To which its folder may grow.
        progress: Told, from another thread, each line of git's own progress.
    """

    def __init__(
        self,
        protocol: str,
        variables: Mapping[str, str],
        *,
        seconds: float,
        most_bytes: int,
        progress: Callable[[str], None] | None = None,
    ) -> None:
        self._settings = [*_SETTINGS.items(), (f"protocol.{protocol}.allow", "always")]
        self._environment = {name: value for name, value in variables.items() if name in _HANDED_ON} | {
            "LC_ALL": "C",
            "GIT_ALLOW_PROTOCOL": protocol,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_LFS_SKIP_SMUDGE": "1",
            "GIT_SSH_COMMAND": _SSH,
            "GIT_ATTR_NOSYSTEM": "1",
        }
        self._ends = time.monotonic() + seconds
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._progress = progress

    def run(self, words: Sequence[str], folder: Path) -> str:
        """Run git with `words` in `folder`, and return what it says.

        Raises:
            GitError: It is not installed, fails, takes too long or too much room.
        """
        settings = [word for name, value in self._settings for word in ("-c", f"{name}={value}")]
        with TemporaryFile() as said:
            try:
                process = subprocess.Popen(  # noqa: S603 - the address stands after --, and is no shell's
                    ["git", *settings, *words],  # noqa: S607 - wherever the user has it
                    cwd=folder,
                    env=self._environment,
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=subprocess.PIPE,
                    start_new_session=True,
                )
            except FileNotFoundError:
                raise GitError("the git program is not installed") from None
            except OSError as error:
                raise GitError(f"git cannot be started: {(error.strerror or 'unknown reason').lower()}") from None
            told = self._wait(process, folder)
            said.seek(0)
            if process.returncode:
                raise GitError(_reason(told))
            return said.read(_MOST_TOLD).decode("utf-8", "replace")

    def _wait(self, process: subprocess.Popen[bytes], folder: Path) -> str:
        """Wait for git, within its limits, and return what it wrote to standard error."""
        told: list[str] = []
        listener = threading.Thread(target=self._listen, args=(process, told), daemon=True)
        listener.start()
        try:
            while process.poll() is None:
                if time.monotonic() > self._ends:
                    raise GitError(f"git was stopped after {self._seconds:.0f} seconds")
                if _size(folder) > self._most_bytes:
                    raise GitError(f"the repository is larger than {self._most_bytes >> 20} MiB")
                listener.join(_CHECK)
        finally:
            if process.poll() is None:
                _stop(process)
            listener.join()
            if process.stderr:
                process.stderr.close()
        return "\n".join(told)

    def _listen(self, process: subprocess.Popen[bytes], told: list[str]) -> None:
        """Read what git tells: its progress ends in carriage returns, the rest in newlines."""
        left, room = b"", _MOST_TOLD
        while process.stderr and (data := os.read(process.stderr.fileno(), 4096)):
            *lines, left = (left + data).replace(b"\r", b"\n").split(b"\n")
            left = left[-_MOST_TOLD:]
            for line in lines:
                text = _told(line)
                if self._progress and text.strip():
                    self._progress(text)
                if room > 0:
                    told.append(text)
                    room -= len(text) + 1
        told.append(_told(left))


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop git and what it has started: ssh, or its transport of https."""
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _told(line: bytes) -> str:
    return without_secrets(printable(line.decode("utf-8", "replace"))[:500])


def _reason(told: str) -> str:
    """Return the line that says what went wrong; of a connection that ended, ssh's own words above git's."""
    reasons = [found[1].strip() for found in _FATAL.finditer(told)]
    if reasons and reasons[0].startswith("Could not read from remote repository"):
        reasons = [line.strip() for line in told.partition("fatal:")[0].split("\n") if line.strip()][-1:] or reasons
    first = reasons[0] if reasons else next((line.strip() for line in told.split("\n") if line.strip()), "git failed")
    return first.rstrip(".")[:300]


def _size(folder: Path) -> int:
    """Return the bytes below a folder; what vanishes meanwhile does not count."""
    total = 0
    for path, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(f"{path}/{name}").st_size
            except OSError:
                continue
    return total
