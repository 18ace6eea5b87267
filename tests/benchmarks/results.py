"""Writes what a whole run has found to RESULTS.md."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.figures import Group
from tests.benchmarks.homepage import ROOT
from tests.benchmarks.table import markdown

RESULTS = Path(__file__).with_name("RESULTS.md")
_PATIENCE = 30.0
_NUMBER = re.compile(r"\d+(?:\.\d+)+[a-z0-9]*")
_LIBRARIES = ("textual", "asyncssh")


def write_results(groups: Sequence[Group], seconds: float, before: tuple[float, ...]) -> None:
    """Put them in the place of those of the last whole run.

    Args:
        groups: All that was measured.
        seconds: What that took.
        before: The machine's load before.
    """
    RESULTS.write_text(report(groups, [*machine(before), f"it took {seconds / 60:.1f} minutes"]), encoding="utf-8")


def report(groups: Sequence[Group], facts: Sequence[str]) -> str:
    """Return the whole file; no I/O."""
    told = "\n".join(f"- {fact}" for fact in facts)
    rows = [row for group in groups for row in group.rows]
    missed = [row.label for row in rows if row.met is False]
    reached = sum(row.met is True for row in rows)
    words = f"Of {reached + len(missed)} aims {reached} are reached" + (
        f"; not: {'; '.join(missed)}." if missed else "."
    )
    return f"""\
# What `make bench` has found

Written by a whole run of `make bench`, and by nothing else. Medians, with the least and the most; servers are fresh in
each run, and what is compared takes turns in the same one. Ratios mean something, times only on that machine.

{told}

{words}

{markdown(groups)}"""


def machine(before: tuple[float, ...]) -> list[str]:
    """Return what the figures depend on."""
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    programs = [f"{name} {_said(*command) or 'not there'}" for name, command in _PROGRAMS.items()]
    return [
        datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()} {platform.release()}",
        ", ".join([f"Python {platform.python_version()}", *libraries, *programs]),
        f"commit {_commit()}",
        f"load {before[0]:.1f} before, {os.getloadavg()[0]:.1f} after",
    ]


_PROGRAMS = {"Go": ("go", "version"), "OpenSSH": ("ssh", "-V")}


def _said(*command: str) -> str:
    """Return the version that a program tells of itself; nothing of one that is not there."""
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=_PATIENCE, cwd=ROOT)
    except (OSError, subprocess.SubprocessError):
        return ""
    found = _NUMBER.search(done.stdout + done.stderr)
    return found[0] if found else ""


def _commit() -> str:
    def git(*words: str) -> str:
        command = ("git", *words)
        return subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=_PATIENCE, cwd=ROOT
        ).stdout.strip()

    try:
        changed = git("status", "--porcelain", "--untracked-files=no", "--", "tui_home", "content")
        return git("rev-parse", "--short=12", "HEAD") + (" and changes that are not committed" if changed else "")
    except (OSError, subprocess.SubprocessError):
        return "unknown"
