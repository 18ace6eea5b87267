"""What the terminal answers, as the running program takes it: late, in pieces, hostile, or not at all."""

from __future__ import annotations

import os
import re
import shlex
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.emulator import DARK, HOMEPAGE, LIGHT, PATIENCE, RICH, SILENT, Emulator, Replies
from tui_home.sources import open_kept_site

ABOUT = "---\nlayout: about\ntitle: about\npermalink: /\n---\n" + "".join(
    f"Line {number} of [the river](https://river.example/{number}).\n\n" for number in range(20)
)
CONFIG = "first_name: Ada\nlast_name: Love\ntitle: Ada Love\n"
LAST_ROW = b"\x1b[24;1H"

Run = Callable[..., Emulator]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    site = tmp_path / "site"
    (site / "_pages").mkdir(parents=True)
    (site / "_config.yml").write_text(CONFIG, encoding="utf-8")
    (site / "_pages" / "about.md").write_text(ABOUT, encoding="utf-8")
    caches = (tmp_path / f"cache{number}" for number in count())
    with ExitStack() as stack:

        def start(
            replies: Replies, *, held: bool = False, before: tuple[str, ...] = (), **environment: str
        ) -> Emulator:
            # A visitor whom no terminal has told anything before, though they have read the site.
            cache = next(caches)
            open_kept_site(site, cache / "tui-home" / "sites")
            environment["XDG_CACHE_HOME"] = str(cache)
            terminal = stack.enter_context(Emulator(tmp_path, replies=replies, held=held, environment=environment))
            terminal.run(*before, *HOMEPAGE, "--site", str(site))
            terminal.wait_for("? help", "q leave", "Line 0")
            return terminal

        yield start


def colours(terminal: Emulator) -> set[str]:
    """Return the foregrounds on the screen, without the terminal's own."""
    buffer = terminal.cells.buffer
    return {buffer[y][x].fg for y in range(24) for x in range(80)} - {"default"}


def backgrounds(terminal: Emulator) -> set[str]:
    buffer = terminal.cells.buffer
    return {buffer[y][x].bg for y in range(24) for x in range(80)}


def wait_for_accent(terminal: Emulator) -> None:
    terminal.wait_until(lambda _: colours(terminal) != set(), "an accent")


def leave(terminal: Emulator) -> str:
    terminal.send("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.echoes
    return terminal.screen


def test_answers_change_colours_only(run: Run) -> None:
    silent = run(SILENT)
    dark, light = run(DARK), run(LIGHT)
    for terminal in (dark, light):
        wait_for_accent(terminal)
        assert terminal.screen == silent.screen
        assert backgrounds(terminal) == {"default"}, "the terminal keeps its own"
    assert colours(dark) != colours(light)
    assert colours(silent) == set()
    for terminal in (silent, dark, light):
        assert leave(terminal).split() == ["Ada", "Love"]


def stands_at_a_link(terminal: Emulator) -> bool:
    """Say whether the cursor has been put to the link: that comes last in a frame."""
    x, y = terminal.cursor
    return terminal.screen.splitlines()[y][x:].startswith("the river")


def test_a_terminal_beside_standard_input_is_asked_too(tmp_path: Path) -> None:
    with Emulator(tmp_path, replies=LIGHT) as terminal:
        terminal.run("/bin/sh", "-c", f"{shlex.join(HOMEPAGE)} </dev/null")
        terminal.wait_for("q leave")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.answers, "what its background is"


@pytest.mark.parametrize("apart", [False, True], ids=["whole", "byte by byte"])
def test_late_answers_draw_once_where_one_is(run: Run, apart: bool) -> None:
    terminal = run(DARK, held=True)
    terminal.send("jjjj")
    terminal.wait_until(lambda screen: "Line 0" not in screen, "it scrolls")
    terminal.send("\t")
    terminal.wait_for("enter open")
    terminal.wait_until(lambda _: stands_at_a_link(terminal), "the frame is complete")
    before, place, written = terminal.screen, terminal.cursor, len(terminal.written)
    terminal.release(apart=apart)
    wait_for_accent(terminal)
    terminal.wait_until(lambda screen: (screen, terminal.cursor) == (before, place), "the same, where it was")
    terminal.send("?")
    terminal.wait_for("Moving")
    drawn = terminal.written[written:].partition(b"Moving")[0]
    assert drawn.count(LAST_ROW) <= 2, "once for the answers, and once for the help"
    terminal.send("\x1b")
    terminal.wait_until(lambda screen: screen == before, "the page, as it was")
    leave(terminal)


def test_hostile_answers_neither_draw_nor_type(run: Run) -> None:
    calm = run(SILENT).screen
    nasty = Replies(
        foreground="q" * 70_000,
        background="rgb:0/0/0;owned\r/q" + "\u202e" * 50,
        version="\x1bP>|owned\tq\x07" + "j" * 5000 + "\x1b\\",
        fence="\x1b[?62;" + "9" * 3000 + "c\x1b[?62c",
        keyboard="\x1b[?" + "1;" * 2000 + "u",
        cell="\x1b[6;99999999999999999999;0t",
    )
    terminal = run(nasty)
    terminal.send("2")
    terminal.wait_until(lambda screen: screen != calm, "another section")
    terminal.send("1")
    terminal.wait_until(lambda screen: screen.splitlines()[:-1] == calm.splitlines()[:-1], "the first one, whole")
    assert b"owned" not in terminal.written
    leave(terminal)


def test_answers_after_leaving_reach_no_shell(run: Run) -> None:
    terminal = run(DARK, held=True)
    terminal.send("q")
    terminal.wait_for_bytes(b"\x1b[?1004l")
    terminal.release()
    assert terminal.wait_for_exit() == 0
    assert terminal.echoes
    assert "rgb" not in terminal.screen
    assert terminal._unread() == 0


def test_an_arrow_in_pieces_neither_leaves_nor_types(run: Run) -> None:
    terminal = run(SILENT)
    terminal.send("/river")
    terminal.wait_for("1 of 20")
    terminal.send_apart(["\x1b", "[", "B"])
    terminal.wait_for("2 of 20")
    terminal.send("\x1b")
    terminal.wait_until(lambda screen: "of 20" not in screen, "a lone esc is the key")
    terminal.send_apart(["[", "B", "/"])
    terminal.wait_for("Find in About")
    assert "[" not in terminal.screen
    terminal.send("\x03\x03")
    assert terminal.wait_for_exit() == 0


def test_colours_that_change_are_followed(run: Run) -> None:
    terminal = run(RICH)
    terminal.wait_for_bytes(b"\x1b[?2031h")
    wait_for_accent(terminal)
    dark = colours(terminal)
    terminal.replies = replace(RICH, foreground=LIGHT.foreground, background=LIGHT.background)
    terminal.send("\x1b[?997;2n")
    terminal.wait_until(lambda _: colours(terminal) not in (set(), dark), "the accent on light")
    terminal.replies = RICH
    terminal.send("\x1b[O\x1b[I")
    terminal.wait_until(lambda _: colours(terminal) == dark, "whoever comes back is asked again")
    leave(terminal)
    assert terminal.written.rindex(b"\x1b[?2031l") > terminal.written.rindex(b"\x1b[?2031h")


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP])
def test_a_stop_gives_the_terminal_back_and_takes_it_again(run: Run, stop: signal.Signals) -> None:
    terminal = run(DARK)
    wait_for_accent(terminal)
    seen = terminal.screen
    assert terminal._process is not None
    os.kill(terminal._process.pid, stop)
    os.waitpid(terminal._process.pid, os.WUNTRACED)
    # What cannot be caught gives nothing back.
    caught = stop is signal.SIGTSTP
    terminal.wait_until(lambda _: (terminal.echoes and not terminal.on_alternate_screen) is caught, "the terminal")
    os.kill(terminal._process.pid, signal.SIGCONT)
    terminal.wait_until(lambda _: terminal.written.count(b"\x1b[?1049h") == 2, "taken again")
    terminal.wait_until(lambda screen: screen == seen and not terminal.echoes, "ours again")
    terminal.send("G")
    terminal.wait_for("Line 19")
    leave(terminal)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_gives_the_terminal_back(run: Run, number: signal.Signals) -> None:
    terminal = run(RICH)
    terminal.wait_for_bytes(b"\x1b[?2031h")
    assert terminal._process is not None
    os.kill(terminal._process.pid, number)
    assert terminal.wait_for_exit() == 128 + number
    assert terminal.echoes
    assert not terminal.on_alternate_screen
    assert terminal.screen.split() == ["Ada", "Love"], "the receipt"
    assert terminal.written.rindex(b"\x1b[?2031l") > terminal.written.rindex(b"\x1b[?2031h")


@pytest.mark.parametrize("nohup", [False, True])
def test_a_closed_window_ends_it(run: Run, nohup: bool) -> None:
    terminal = run(SILENT, before=("sh", "-c", "trap '' HUP; exec \"$@\"", "sh") if nohup else ())
    terminal.close()
    assert terminal._process is not None
    assert terminal._process.wait(PATIENCE) > 0, "by itself"


def test_textuals_variables_change_nothing(run: Run, tmp_path: Path) -> None:
    calm = run(SILENT)
    said = {
        "TEXTUAL_ANIMATIONS": "full",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_DRIVER": "no.such:Driver",
        "TEXTUAL_FILTERS": "dim",
        "TEXTUAL_THEME": "dracula",
    }
    terminal = run(SILENT, **said)
    assert terminal.screen == calm.screen
    assert colours(terminal) == set()
    leave(terminal)
    assert not list(tmp_path.rglob("keys.log"))


def test_everything_switched_on_is_switched_off(run: Run) -> None:
    terminal = run(RICH)
    terminal.wait_for_bytes(b"\x1b[?2031h")
    before = termios.tcgetattr(terminal._slave)
    leave(terminal)
    assert before != termios.tcgetattr(terminal._slave)
    switched = re.findall(rb"\x1b\[\?([0-9]+)([hl])", terminal.written)
    last = dict(switched)
    assert {mode for mode, state in last.items() if state == b"h"} <= {b"7", b"25"}
    assert last[b"25"] == b"h"
    assert terminal.written.count(b"\x1b[>") - terminal.written.count(b"\x1b[>q") == terminal.written.count(b"\x1b[<u")


@pytest.mark.parametrize(
    "where", ["tui_home.doors.driver.TerminalDriver._disable_line_wrap", "tui_home.tui.screens.home.HomeScreen.compose"]
)
def test_a_failure_at_the_start_gives_the_terminal_back(tmp_path: Path, where: str) -> None:
    module, _, name = where.rpartition(".")[0].rpartition(".")
    program = (
        f"import sys, {module} as module\n"
        "def fail(*_): raise RuntimeError('on purpose')\n"
        f"setattr(module.{name}, {where.rpartition('.')[2]!r}, fail)\n"
        "from tui_home.cli import main\n"
        "sys.exit(main([]))\n"
    )
    with Emulator(tmp_path) as terminal:
        terminal.run(sys.executable, "-c", program)
        assert terminal.wait_for_exit() == 1
        assert terminal.echoes
        assert not terminal.on_alternate_screen
        assert "something went wrong: RuntimeError: on purpose" in terminal.screen
        assert "rgb" not in terminal.screen
        assert terminal._unread() == 0
