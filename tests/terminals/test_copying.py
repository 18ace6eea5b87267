"""Copying through real multiplexers, as they are by default and with their clipboard on; and where there is none."""

from __future__ import annotations

import base64
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.emulator import SILENT, Emulator
from tests.terminals.conftest import REMOTE, Start, wait_until_settled
from tests.terminals.screen import in_screen
from tests.terminals.tmux import Tmux
from tui_home.sources import open_site

EMAIL = "wz341@cam.ac.uk"
MEETING = "https://calendly.com/wanru-zhao"
HOMEPAGE = (sys.executable, "-m", "tui_home")
CLIPBOARD_ON = ("set -s set-clipboard on",)
PASSING_ON = ("set -g allow-passthrough on",)
SWALLOWED = ((), ("set -s set-clipboard off",))
_COLOUR = re.compile(rb"\x1b\[[0-9;]*38;5;")
_ASKED = re.compile(rb"\x1b\]52;c?;([^\x07\x1b]*)(?:\x07|\x1b\\)")


@pytest.fixture
def long_site(tmp_path: Path) -> Path:
    """Return a site whose one paper has several kilobytes of BibTeX, in several scripts."""
    site = tmp_path / "site"
    for folder in ("_bibliography", "_pages"):
        (site / folder).mkdir(parents=True)
    authors = " and ".join(f"Wächter{number}, Žofie 水車" for number in range(120))
    paper = f"@article{{rivers,\n  title={{Rivers}},\n  author={{{authors}}},\n  year={{2024}}\n}}\n"
    (site / "_bibliography/papers.bib").write_text(paper, encoding="utf-8")
    (site / "_pages/about.md").write_text("---\ntitle: about\n---\nRivers.\n", encoding="utf-8")
    (site / "_config.yml").write_text("first_name: Ada\nlast_name: Brook\nemail: ada@example.org\n", encoding="utf-8")
    return site


def bibtex(site: Path) -> str:
    text = open_site(site).publications[0].bibtex
    assert len(text.encode()) > 3000
    return text


def asked(written: bytes) -> list[str]:
    """Return every text that a terminal which saw `written` was asked to copy."""
    return [base64.b64decode(content, validate=True).decode() for content in _ASKED.findall(written)]


def flat(screen: str) -> str:
    return " ".join(screen.split())


def without_blanks(text: str) -> str:
    return "".join(text.split())


@contextmanager
def terminal(home: Path, *command: str, wait: str = "q leave") -> Iterator[Emulator]:
    with Emulator(home, 80, 24, environment=REMOTE) as emulator:
        emulator.run(*command)
        emulator.wait_for(wait)
        yield emulator


def copy_bibtex(press: Callable[[str], None], wait_for: Callable[[str], str]) -> None:
    wait_for("BibTeX")
    press("b")
    wait_for("Asked your terminal to copy BibTeX of rivers.")


# tmux


@pytest.mark.parametrize("options", SWALLOWED, ids=["default", "off"])
def test_what_tmux_swallows_can_be_selected_and_stands_on_the_receipt(start: Start, options: tuple[str, ...]) -> None:
    tmux = start(80, 24, options=options)
    tmux.press("e")
    screen = tmux.wait_for("Asked your terminal to copy")
    assert "Copied" not in screen
    assert tmux.clipboard == ""
    tmux.press("s")
    screen = tmux.wait_for("any key returns")
    assert screen.splitlines()[0] == EMAIL, "one column, no chrome"
    assert [line for line in screen.splitlines() if line][1:] == [
        "  Here it is: select it with the mouse; any key returns"
    ]
    assert not tmux.flag("mouse_any_flag")
    tmux.press("Escape")
    tmux.wait_until(lambda _: tmux.flag("mouse_any_flag"), "the mouse is ours again")
    tmux.press("q")
    receipt = flat(tmux.wait_for("EXIT=0"))
    assert f"Asked to copy {EMAIL}" in receipt
    assert "You copied" not in receipt


@pytest.mark.parametrize(("key", "text"), [("e", EMAIL), ("c", MEETING)])
def test_tmux_with_its_clipboard_on_gets_it(start: Start, key: str, text: str) -> None:
    tmux = start(80, 24, options=CLIPBOARD_ON)
    tmux.press(key)
    tmux.wait_for("Asked your terminal to copy")
    assert tmux.clipboard == text


def test_tmux_gets_kilobytes_of_bibtex_to_the_byte(tmp_path: Path, long_site: Path) -> None:
    with Tmux(tmp_path, 80, 24, options=CLIPBOARD_ON, environment=REMOTE) as tmux:
        tmux.run(*HOMEPAGE, "--site", str(long_site), "--section", "papers")
        copy_bibtex(tmux.press, tmux.wait_for)
        assert tmux.clipboard == bibtex(long_site)


@pytest.mark.parametrize("options", [CLIPBOARD_ON, PASSING_ON], ids=["clipboard", "passthrough"])
def test_the_terminal_round_tmux_gets_it_to_the_byte(tmp_path: Path, long_site: Path, options: tuple[str, ...]) -> None:
    tmux = Tmux(tmp_path, 80, 24, options=options, environment=REMOTE)
    with tmux, Emulator(tmp_path, 80, 24, environment=REMOTE) as emulator:
        emulator.run(*tmux.attaching(*HOMEPAGE, "--site", str(long_site), "--section", "papers"))
        copy_bibtex(emulator.send, emulator.wait_for)
        emulator.wait_for_bytes(b"\x1b]52;")
        assert set(asked(emulator.written)) == {bibtex(long_site)}


# GNU screen


def test_screen_passes_it_on_to_the_byte(tmp_path: Path, long_site: Path) -> None:
    command = (*HOMEPAGE, "--site", str(long_site), "--section", "papers")
    with terminal(tmp_path, *in_screen(tmp_path, *command)) as emulator:
        emulator.send("e")
        emulator.wait_for("Asked your terminal to copy", "ada@example.org")
        copy_bibtex(emulator.send, emulator.wait_for)
        assert asked(emulator.written) == ["ada@example.org", bibtex(long_site)]
        assert not re.search(r"[A-Za-z0-9+/=]{60}", emulator.screen), "nothing of it is printed"


def test_in_screen_s_gives_the_mouse_back_and_the_receipt_has_it(tmp_path: Path) -> None:
    script = f"{' '.join(HOMEPAGE)}; echo LEFT; exec cat"
    with terminal(tmp_path, *in_screen(tmp_path, "sh", "-c", script)) as emulator:
        emulator.send("e")
        emulator.wait_for("Nothing to paste? s selects.")
        emulator.send("s")
        screen = emulator.wait_for("any key returns")
        assert screen.splitlines()[0] == EMAIL
        mouse = re.findall(rb"\x1b\[\?100[0-3][hl]", emulator.written)
        assert mouse[-1].endswith(b"l")
        emulator.send("x")
        emulator.wait_for("q leave")
        emulator.send("q")
        assert f"Asked to copy {EMAIL}" in flat(emulator.wait_for("LEFT"))


# One in the other


def test_screen_in_tmux_passes_it_on_to_tmux(tmp_path: Path, long_site: Path) -> None:
    with Tmux(tmp_path, 80, 24, options=CLIPBOARD_ON, environment=REMOTE) as tmux:
        tmux.run(*in_screen(tmp_path, *HOMEPAGE, "--site", str(long_site), "--section", "papers"))
        copy_bibtex(tmux.press, tmux.wait_for)
        assert tmux.clipboard == bibtex(long_site)


def test_tmux_in_screen_gets_it(tmp_path: Path) -> None:
    tmux = Tmux(tmp_path, 80, 24, options=CLIPBOARD_ON, environment={**REMOTE, "STY": "1.outside"})
    with tmux, terminal(tmp_path, *in_screen(tmp_path, *tmux.attaching(*HOMEPAGE))) as emulator:
        emulator.send("e")
        emulator.wait_for("Asked your terminal to copy")
        assert tmux.clipboard == EMAIL


def test_a_tmux_that_calls_itself_screen_gets_what_is_short(tmp_path: Path) -> None:
    # As over SSH from inside an older tmux: no TMUX, only TERM.
    with Tmux(tmp_path, 80, 24, options=CLIPBOARD_ON, environment=REMOTE) as tmux:
        tmux.run("env", "-u", "TMUX", "-u", "TERM_PROGRAM", "TERM=screen-256color", *HOMEPAGE)
        wait_until_settled(tmux)
        tmux.press("e")
        tmux.wait_for("Asked your terminal to copy")
        assert tmux.clipboard == EMAIL


# Neither


def test_a_long_line_is_selected_whole(tmp_path: Path, long_site: Path) -> None:
    with Tmux(tmp_path, 40, 20, environment=REMOTE) as tmux:
        tmux.run(*HOMEPAGE, "--site", str(long_site), "--section", "papers")
        copy_bibtex(tmux.press, lambda text: tmux.wait_until(lambda screen: text in flat(screen), text))
        tmux.press("s")
        tmux.wait_for("Here it is: select it")
        # Where a wide character has no room, tmux fills its row up with a blank.
        line = without_blanks(bibtex(long_site).splitlines()[2])

        def is_joined(_: str) -> bool:
            return without_blanks(tmux.joined.splitlines()[2]).startswith(line[:400])

        tmux.wait_until(is_joined, "rows of one line are joined")


def test_neither_focus_nor_late_answers_paint_over_what_is_being_selected(tmp_path: Path, long_site: Path) -> None:
    def scroll() -> None:
        top = emulator.screen.splitlines()[0]
        emulator.send("j")
        emulator.wait_until(lambda screen: screen.splitlines()[0] != top, "another line")
        emulator.wait_until(lambda _: emulator.written.endswith(b"\x1b[?7l\x1b8"), "all of it")

    with Emulator(tmp_path, 80, 24, held=True, environment=REMOTE) as emulator:
        emulator.run(*HOMEPAGE, "--site", str(long_site), "--section", "papers")
        copy_bibtex(emulator.send, emulator.wait_for)
        emulator.send("s")
        emulator.wait_for("Here it is")
        scroll()
        before = len(emulator.written)
        emulator.send("\x1b[O\x1b[I")
        emulator.release()
        # What is asked only of those that have answered.
        emulator.wait_for_bytes(b"\x1b[?2031$p")
        scroll()
        assert b"Here it is" not in emulator.written[before:], "only what was scrolled is painted"
        assert not _COLOUR.search(emulator.written)
        emulator.send("x")
        emulator.wait_until(lambda _: bool(_COLOUR.search(emulator.written)), "the page, in what was learnt")


@pytest.mark.parametrize(
    "environment", [{"TERM": "linux"}, {"VTE_VERSION": "7006"}, {"TERM_PROGRAM": "Apple_Terminal"}], ids=str
)
def test_terminals_known_to_have_no_clipboard_are_not_asked(tmp_path: Path, environment: dict[str, str]) -> None:
    with Emulator(tmp_path, 80, 24, replies=SILENT, environment={**REMOTE, **environment}) as emulator:
        emulator.run(*HOMEPAGE)
        emulator.wait_for("q leave")
        emulator.send("e")
        assert emulator.wait_for("any key returns").splitlines()[0] == EMAIL
        assert b"\x1b]52" not in emulator.written
        emulator.send("x")
        emulator.wait_for("q leave", f"Here it is: {EMAIL}")
        emulator.send("q")
        emulator.wait_for_exit()
        assert f"Not copied {EMAIL}" in flat(emulator.screen)
