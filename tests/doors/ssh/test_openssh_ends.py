"""How visits with OpenSSH's client end, and are interrupted, in ways that nobody planned."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32" or not shutil.which("ssh"):
    pytest.skip("needs a pty and OpenSSH's client", allow_module_level=True)

from tests.doors.ssh.serving import Serving, serving


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving() as running:
        yield running


def test_the_clients_own_way_out_leaves_nothing(server: Serving, tmp_path: Path) -> None:
    before = len(server.log)
    with server.visitor(tmp_path, "-oEscapeChar=~") as visitor:
        visitor.wait_for("About", "? help")
        visitor.send_apart(["\r", "~", "."])
        assert visitor.wait_for_exit() == 255
    server.wait_until_left()
    assert "end=lost" in server.log[before:]


def test_ctrl_c_leaves_on_the_second_press(server: Serving, tmp_path: Path) -> None:
    with server.visitor(tmp_path) as visitor:
        visitor.wait_for("About", "? help")
        visitor.send("\x03")
        visitor.wait_until(lambda screen: "leave" in screen.splitlines()[-2] + screen.splitlines()[-1], "what it does")
        assert b"\x1b[?1049l" not in visitor.written
        visitor.send("\x03")
        assert visitor.wait_for_exit() == 0
        assert not visitor.on_alternate_screen
        assert "Wanru Zhao" in visitor.screen


def test_who_is_stopped_keeps_nobody_waiting_and_goes_on(server: Serving, tmp_path: Path) -> None:
    with server.visitor(tmp_path) as stopped, server.visitor(tmp_path) as other:
        for visitor in (stopped, other):
            visitor.wait_for("About", "? help")
        assert stopped._process is not None
        stopped._process.send_signal(signal.SIGSTOP)
        stopped.send("2")
        for key, shows in (("2", "Vienna"), ("3", "Yihong"), ("2", "Vienna")):
            other.send(key)
            other.wait_for(shows)
        assert "Vienna" not in stopped.screen
        stopped._process.send_signal(signal.SIGCONT)
        stopped.wait_for("Vienna")
        for visitor in (stopped, other):
            visitor.send("q")
            assert visitor.wait_for_exit() == 0


def test_pastes_and_bytes_that_are_no_text_change_nothing(server: Serving, tmp_path: Path) -> None:
    with server.visitor(tmp_path) as visitor:
        visitor.wait_for("About", "? help")
        visitor.send_apart(["\x1b[200~", *["x" * 1024] * 63, "\x1b[201~", b"\xff\xfe\xed\xa0\x80\xf0\x9f"])
        visitor.send("2")
        visitor.wait_for("Vienna")
        for columns in range(60, 120):
            visitor.resize(columns, 20 + columns % 7)
        visitor.resize(90, 24)
        visitor.wait_until(lambda screen: "leave" in "".join(screen.splitlines()[23:]), "the last size")
        visitor.send("q")
        assert visitor.wait_for_exit() == 0
    assert "event=crash" not in server.log
