from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui_home.cli import main
from tui_home.output.doctor_copying import SENTENCE

if sys.platform == "win32":
    pytest.skip("there are no ptys", allow_module_level=True)

import termios

from tests.emulator import RICH, SILENT, Emulator, Replies
from tests.terminals.tmux import Tmux
from tui_home.doors.doctor import examine
from tui_home.doors.keyboard import keyboard
from tui_home.terminal.environment import Environment
from tui_home.terminal.visitor import Visitor
from tui_home.verbs.outcome import Setting

END = "any other key to end."
ASKED_TO_COPY = b"\x1b]52;c;" + base64.b64encode(SENTENCE.encode())
LINES = 120
AFTERWARDS = """
stty -a > before
{python} -m tui_home doctor {options}
echo EXIT=$?
stty -a > after
stty -icanon -echo min 0 time 1
cat > left
"""


class Examined:
    """The doctor in a terminal, with what a shell finds there before and afterwards."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def script(self, options: str = "") -> tuple[str, ...]:
        return "/bin/sh", "-c", AFTERWARDS.format(python=sys.executable, options=options)

    def check(self) -> None:
        """Check that the terminal is as it was, and that nothing waits on it."""
        assert (self.home / "before").read_text() == (self.home / "after").read_text()
        assert (self.home / "left").read_bytes() == b""


@pytest.mark.parametrize(("replies", "said"), [(RICH, "The terminal answered within"), (SILENT, "answered nothing")])
def test_the_terminal_is_as_it_was_whatever_it_answers(replies: Replies, said: str, tmp_path: Path) -> None:
    examined = Examined(tmp_path)
    with Emulator(tmp_path, 80, LINES, replies=replies) as terminal:
        terminal.run(*examined.script("--wait 2" if replies is RICH else "--wait 0.3"))
        screen = terminal.wait_for(END)
        terminal.send("n")
        assert terminal.wait_for_exit() == 0
        assert "EXIT=0" in terminal.screen
    examined.check()
    assert said in screen
    assert ("Measured by asking" in screen) is (replies is RICH)
    assert screen.startswith("tui-home")
    assert ASKED_TO_COPY not in terminal.written


def test_late_answers_are_neither_a_yes_nor_a_no(tmp_path: Path) -> None:
    examined = Examined(tmp_path)
    with Emulator(tmp_path, 80, LINES, replies=RICH, held=True) as terminal:
        terminal.run(*examined.script("--wait 0.2"))
        terminal.wait_for("answered nothing within 0.2 s", END)
        terminal.release(apart=True)
        terminal.send("y")
        terminal.wait_for("asked your terminal to copy", "EXIT=0")
        assert terminal.wait_for_exit() == 0
    examined.check()
    assert ASKED_TO_COPY in terminal.written


def test_ctrl_c_ends_it_and_gives_the_terminal_back(tmp_path: Path) -> None:
    examined = Examined(tmp_path)
    with Emulator(tmp_path, 80, LINES, replies=SILENT) as terminal:
        terminal.run("/bin/sh", "-c", "trap : INT" + examined.script("--wait 0.1")[2])
        terminal.wait_for(END)
        terminal.send("\x03")
        terminal.wait_for("EXIT=130")
        terminal.wait_for_exit()
    examined.check()


def test_whoever_says_so_beforehand_is_not_asked_about_copying(tmp_path: Path) -> None:
    with Emulator(tmp_path, 80, LINES, replies=RICH) as terminal:
        terminal.run_homepage("doctor", "--copy")
        assert terminal.wait_for_exit() == 0
        terminal.wait_for("asked your terminal to copy")
        assert END not in terminal.screen
    assert ASKED_TO_COPY in terminal.written


def test_json_is_of_the_terminal_too(tmp_path: Path) -> None:
    with Emulator(tmp_path, 200, 400, replies=RICH) as terminal:
        terminal.run_homepage("doctor", "--format", "json")
        assert terminal.wait_for_exit() == 0
        terminal.wait_for('"copied"')
        report = json.loads(terminal.screen)
    assert {"name": "background", "value": "#101010", "why": "it answered OSC 11"} in report["findings"]
    assert str(tmp_path) not in terminal.screen


def test_a_dumb_terminal_is_asked_nothing_and_gets_plain_text(tmp_path: Path) -> None:
    with Emulator(tmp_path, 80, LINES, environment={"TERM": "dumb"}) as terminal:
        terminal.run_homepage("doctor")
        assert terminal.wait_for_exit() == 0
        terminal.wait_for("The terminal was asked nothing: TERM is dumb.", "Copying: neither a clipboard")
    assert b"\x1b" not in terminal.written


def test_forty_columns_are_enough(tmp_path: Path) -> None:
    with Emulator(tmp_path, 40, 200, replies=RICH) as terminal:
        terminal.run_homepage("doctor")
        terminal.wait_for("other key to end.")
        lines = terminal.screen.splitlines()
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    assert "theirs" in " ".join(lines)
    assert not [line for line in lines if line in {"e", "de"}]


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_in_tmux_it_says_what_lets_programs_copy(tmp_path: Path) -> None:
    examined = Examined(tmp_path)
    environment = {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    with Tmux(tmp_path, 80, LINES, environment=environment) as terminal:
        terminal.run(*examined.script())
        screen = terminal.wait_for(END)
        terminal.press("n")
        terminal.wait_for("EXIT=0")
        terminal.wait_until(lambda _: (tmp_path / "left").exists(), "the end")
    examined.check()
    assert "! tmux: set -s set-clipboard on — lets programs in tmux copy" in screen
    assert "Measured by tmux" in screen


@pytest.mark.skipif(not shutil.which("screen"), reason="GNU screen is not installed")
def test_in_gnu_screen_nothing_is_left_on_the_line(tmp_path: Path) -> None:
    examined = Examined(tmp_path)
    folder = tmp_path / "screens"
    folder.mkdir(mode=0o700)
    with Emulator(tmp_path, 80, LINES, replies=RICH, environment={"SCREENDIR": str(folder)}) as terminal:
        terminal.run("screen", "-c", os.devnull, "-U", *examined.script())
        terminal.wait_for("multiplexer       screen", END)
        terminal.send("n")
        terminal.wait_for_exit()
    examined.check()


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Return the other end of the terminal that is standard input."""
    master, slave = os.openpty()
    with os.fdopen(slave) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield master
    os.close(master)


class TestKeyboard:
    def test_keys_come_one_by_one_without_echo_and_in_whole_characters(self, line: int) -> None:
        with keyboard() as keys:
            assert not termios.tcgetattr(line)[3] & (termios.ECHO | termios.ICANON)
            os.write(line, b"\xc3")
            assert keys.read(5) == ""
            os.write(line, b"\xa9")
            assert keys.read(5) == "é"
            assert keys.read(0) == ""

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, None])
    def test_however_it_ends_the_terminal_is_as_it_was(self, line: int, number: signal.Signals | None) -> None:
        before = termios.tcgetattr(line)
        handler = signal.getsignal(signal.SIGTERM)

        def end() -> None:
            with keyboard():
                os.write(line, b"unread")
                if number is None:
                    raise KeyboardInterrupt
                os.kill(os.getpid(), number)

        with pytest.raises(KeyboardInterrupt):
            end()
        assert termios.tcgetattr(line) == before
        assert signal.getsignal(signal.SIGTERM) is handler


def test_a_pipe_is_told_that_nobody_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    out, err = capsys.readouterr()
    assert "The terminal was asked nothing: standard input is no terminal." in out
    assert "\x1b" not in out
    assert err == ""


def test_its_help_and_wrong_words_are_like_other_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--help"]) == 0
    assert "--copy" in capsys.readouterr().out
    for words in (["--wait", "0"], ["--wait", "nan"], ["--wait", "inf"], ["--format", "yaml"], ["more"]):
        assert main(["doctor", *words]) == 2
        assert capsys.readouterr().err.startswith("tui-home: ")
    assert main(["docter"]) == 2
    assert "did you mean doctor?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        (Environment({"WT_SESSION": "x"}, platform="win32", columns=80), "Windows reads the keys itself"),
        (Environment({"TERM": "xterm"}, stdout_tty=False), "standard output is no terminal"),
        (Environment({"TERM": "xterm"}, stdin_tty=False, stdout_tty=False), "standard input is no terminal"),
        (Environment({"TERM": "dumb"}), "TERM is dumb"),
    ],
)
def test_of_whoever_cannot_be_asked_no_answer_is_awaited(
    environment: Environment, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert examine(["--format", "json"], environment, Setting(Visitor.of(environment), 80)) == 0
    report = json.loads(capsys.readouterr().out)
    whys = {finding["name"]: finding["why"] for finding in report["findings"]}
    assert report["asked"]["not_asked"] == reason
    assert whys["background"] == f"not asked: {reason}"
    assert not [why for why in whys.values() if why.endswith(" yet")]


def test_where_nothing_can_copy_nobody_is_asked_whether_to(tmp_path: Path) -> None:
    with Emulator(tmp_path, 80, LINES, environment={"TERM": "vt100"}) as terminal:
        terminal.run(*Examined(tmp_path).script())
        terminal.wait_for("Copying: neither a clipboard here nor a terminal to ask (TERM is vt100", "EXIT=0")
        assert terminal.wait_for_exit() == 0
    assert END not in terminal.screen
