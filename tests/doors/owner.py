"""What an owner of a server says, and hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home import cli
from tui_home.doors.ssh.starting.options import Options, parsed

if TYPE_CHECKING:
    import pytest


def options(*words: str, environment: dict[str, str] | None = None) -> Options:
    """Return what is meant by the words behind `serve ssh`."""
    return parsed(words, environment or {})


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Return the status of a command, and what it has written on standard output and error."""
    code = cli.main(words)
    out, err = capsys.readouterr()
    return code, out, err
