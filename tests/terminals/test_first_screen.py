"""The first screen that is shown before there is an app, as the running program shows it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.emulator import LIGHT, Emulator
from tests.terminals.held import ABOUT, Homepage, leave, make_site, spoil, type_ahead

_ESCAPES = re.compile(rb"\x1b(?:[\]_P][^\x1b\x07]*(?:\x1b\\|\x07)|\[[0-9;<=>?$]*[ -/]*[@-~]|[=>])")


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Homepage:
    """Return a homepage whose first screen has been kept."""
    home = tmp_path_factory.mktemp("visited")
    make_site(home, ABOUT)
    with ExitStack() as stack:
        homepage = Homepage(home / "site", home, stack)
        terminal = homepage.start(held=False)
        terminal._wait(lambda: bool(homepage.kept), "it is kept")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    return homepage


@pytest.fixture
def homepage(visited: Homepage, tmp_path: Path) -> Iterator[Homepage]:
    """Yield it at home with somebody who has visited it."""
    shutil.copytree(visited.home / "cache", tmp_path / "cache")
    with ExitStack() as stack:
        yield Homepage(visited.site, tmp_path, stack)


def test_what_a_first_visit_keeps_is_all_that_it_has_shown_in_the_end(tmp_path: Path) -> None:
    about = "---\nlayout: about\ntitle: about\npermalink: /\nnews: true\n---\nOne line.\n"
    make_site(tmp_path, about)
    with ExitStack() as stack:
        homepage = Homepage(tmp_path / "site", tmp_path, stack)
        terminal = homepage.start(held=False)
        terminal.wait_for("One line", "A bridge was opened", "q leave")
        terminal._wait(lambda: bool(homepage.kept), "it is kept")
        leave(terminal)
        again = homepage.start()
        shown = again.wait_for("One line", "A bridge was opened", "q leave")
        assert "Reading" not in shown
        homepage.go()
        again.wait_for_bytes(b"\x1b]2;")
        leave(again)
        assert again.written.count(b"One line") == 1, "it is how this visit begins"


@pytest.mark.parametrize("typed", ["", "k"], ids=["nothing typed", "a key that does nothing"])
def test_it_is_read_before_textual_is_there_and_never_painted_again(homepage: Homepage, typed: str) -> None:
    terminal = homepage.start()
    shown = terminal.wait_for("Line 0", "q leave")
    assert not terminal.echoes
    frame = len(terminal.written)
    type_ahead(terminal, typed)
    homepage.go()
    terminal.wait_for_bytes(b"\x1b]2;")
    terminal.send("?")
    terminal.wait_for("Moving")
    assert terminal.written.count(b"\x1b[?1049h") == 1
    first_words = _ESCAPES.sub(b"", terminal.written[frame:]).split()[:3]
    assert b"Love" not in first_words, "the page is not painted again"
    terminal.send("\x1b")
    terminal.wait_until(lambda screen: screen == shown, "the page")
    leave(terminal)


def test_keys_typed_before_there_is_an_app_act_in_their_order(homepage: Homepage) -> None:
    terminal = homepage.start()
    terminal.send("2/bri\r")
    homepage.go()
    found = terminal.wait_until(lambda screen: "bri" in end(screen), "it is found")
    assert "A bridge was opened" in found
    terminal.send("\x1b")
    terminal.wait_until(lambda screen: "bri" not in end(screen), "it is no longer looked for")
    leave(terminal)


def test_a_key_typed_before_there_is_an_app_acts_before_anything_is_painted(homepage: Homepage) -> None:
    kept, right = spoil(homepage)
    terminal = homepage.start()
    terminal.wait_for("Lime 0", "q leave")
    before = len(terminal.written)
    type_ahead(terminal, "2")
    homepage.go()
    screen = terminal.wait_for("A bridge was opened", "q leave")
    assert "Lime" not in screen
    assert b"Line" not in terminal.written[before:], "About was not painted"
    leave(terminal)
    terminal = homepage.start(held=False)
    terminal.wait_for("Line 0", "q leave")
    assert terminal.written.index(b"Lime 0") < terminal.written.index(b"Line 0"), "News was not kept in its place"
    terminal._wait(lambda: kept.read_bytes() == right, "without haste it is mended")
    leave(terminal)


def test_a_key_typed_ahead_of_another_size_acts_in_that_size(homepage: Homepage) -> None:
    terminal = homepage.start()
    terminal.wait_for("Line 0", "q leave")
    terminal.resize(40, 12)
    type_ahead(terminal, "2")
    homepage.go()
    screen = terminal.wait_until(lambda screen: "q leave" in screen.splitlines()[-1], "its last line")
    assert "A bridge was opened" in screen
    leave(terminal)


def end(screen: str) -> str:
    """Return what stands below the page."""
    return "".join(screen.splitlines()[-2:])


def test_leaving_at_once_leaves(homepage: Homepage) -> None:
    terminal = homepage.start()
    terminal.send("\x03\x03")
    homepage.go()
    assert terminal.wait_for_exit() == 0
    assert terminal.echoes
    assert not terminal.on_alternate_screen
    assert "Ada Love" in terminal.screen, "the receipt"


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=str)
def test_a_signal_before_there_is_an_app_gives_the_terminal_back(homepage: Homepage, number: int, status: int) -> None:
    terminal = homepage.start()
    type_ahead(terminal, "jj")
    assert terminal._process is not None
    os.kill(terminal._process.pid, number)
    assert terminal.wait_for_exit() == status
    assert terminal.echoes
    assert not terminal.on_alternate_screen
    assert terminal._unread() == 0, "what was typed is for no shell"
    assert terminal.screen.strip() == ""


def test_an_error_before_there_is_an_app_is_said_where_it_can_be_read(homepage: Homepage) -> None:
    terminal = homepage.start()
    homepage.go("fail")
    assert terminal.wait_for_exit() == 1
    assert terminal.echoes
    assert not terminal.on_alternate_screen
    assert "something went wrong: RuntimeError: on purpose" in terminal.screen


def test_a_stopped_program_leaves_the_terminal_as_it_was(homepage: Homepage) -> None:
    terminal = homepage.start()
    shown = terminal.wait_for("Line 0", "q leave")
    homepage.go()
    terminal.wait_for_bytes(b"\x1b]2;")
    assert terminal._process is not None
    os.kill(terminal._process.pid, signal.SIGTSTP)
    terminal.wait_until(lambda _: terminal.echoes and not terminal.on_alternate_screen, "it is the shell's")
    # One that goes on before it has stopped stops afterwards.
    stopped = os.WUNTRACED | os.WNOHANG
    process = terminal._process.pid
    terminal._wait(lambda: os.WIFSTOPPED(os.waitpid(process, stopped)[1]), "it has stopped")
    os.kill(process, signal.SIGCONT)
    terminal.wait_until(lambda screen: screen == shown and not terminal.echoes, "the page again")
    leave(terminal)


def test_a_size_that_changes_meanwhile_is_heeded(homepage: Homepage) -> None:
    (kept,) = homepage.kept
    before = kept.read_bytes()
    terminal = homepage.start()
    terminal.wait_for("Line 0", "q leave")
    terminal.resize(40, 12)
    homepage.go()
    terminal.wait_until(lambda screen: "q leave" in screen.splitlines()[-1], "its last line")
    leave(terminal)
    assert kept.read_bytes() == before, "what is kept is of the size in which it is asked for"


def test_a_terminal_that_answers_otherwise_is_painted_anew(homepage: Homepage) -> None:
    def colours(terminal: Emulator) -> set[str]:
        return {cell.fg for line in terminal.cells.buffer.values() for cell in line.values()} - {"default"}

    terminal = homepage.start(LIGHT)
    terminal.wait_for("Line 0", "q leave")
    before = colours(terminal)
    homepage.go()
    terminal.wait_until(lambda _: colours(terminal) != before, "its own colours")
    terminal.wait_for("Line 0", "q leave")
    leave(terminal)


def test_a_wrong_first_screen_mends_itself(homepage: Homepage) -> None:
    kept, right = spoil(homepage)
    terminal = homepage.start()
    terminal.wait_for("Lime 0", "q leave")
    homepage.go()
    terminal.wait_for("Line 0", "q leave")
    terminal._wait(lambda: kept.read_bytes() == right, "it is kept")
    leave(terminal)


def test_without_it_the_terminal_is_left_alone_until_there_is_an_app(homepage: Homepage) -> None:
    terminal = homepage.start(columns=60)
    assert terminal.written == b"", "none was kept for this size"
    assert terminal.echoes
    homepage.go()
    terminal.wait_for("Line 0", "q leave")
    leave(terminal)


def test_where_something_else_is_on_standard_input_it_is_never_too_early(homepage: Homepage) -> None:
    kept = homepage.kept
    for _ in range(2):
        terminal = homepage.start(held=False, before=("sh", "-c", 'exec "$@" </dev/null', "sh"))
        terminal.wait_for("Line 0", "q leave")
        leave(terminal)
    assert homepage.kept == kept


def test_what_was_printed_where_no_key_could_be_read_is_not_said_again_where_one_can(homepage: Homepage) -> None:
    elsewhere = "import subprocess as s, sys; s.run(sys.argv[1:], stdin=s.DEVNULL, start_new_session=True, check=True)"
    terminal = homepage.start(held=False, before=(sys.executable, "-c", elsewhere))
    assert terminal.wait_for_exit() == 0
    assert "Line 0" in terminal.written.decode()
    assert len(homepage.kept) == 2, "what was printed is kept, too"
    terminal = homepage.start(held=False, before=("sh", "-c", 'exec "$@" </dev/null', "sh"))
    terminal.wait_for("Line 0", "q leave")
    leave(terminal)
