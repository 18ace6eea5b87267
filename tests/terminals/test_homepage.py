"""The program in a real terminal, as a visitor meets it."""

from __future__ import annotations

import pytest

from tests.terminals.conftest import Start

EMAIL = "wz341@cam.ac.uk"
MEETING = "https://calendly.com/wanru-zhao"
SECTIONS = ("About", "News", "Papers", "Contact")


def flat(screen: str) -> str:
    """Return the screen's words in one line, so that wrapping does not matter."""
    return " ".join(screen.split())


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (40, 20), (160, 50)])
def test_it_opens_whole_at_every_size(start: Start, columns: int, lines: int) -> None:
    tmux = start(columns, lines)
    screen = tmux.wait_for("Wanru Zhao", *SECTIONS, "? help", "q leave")
    assert tmux.flag("alternate_on")
    assert max(map(len, screen.splitlines())) <= columns


def test_q_leaves_a_clean_terminal_and_a_receipt(start: Start) -> None:
    tmux = start(80, 24)
    tmux.wait_until(lambda _: tmux.flag("mouse_any_flag"), "the mouse is the app's")
    tmux.press("q")
    screen = tmux.wait_for("EXIT=0")
    assert "Wanru Zhao" in screen
    assert EMAIL in screen
    assert MEETING in screen
    assert not tmux.flag("alternate_on")
    assert not tmux.flag("mouse_any_flag")
    assert tmux.flag("cursor_flag")


def test_keys_move_between_sections_and_lines(start: Start) -> None:
    tmux = start(80, 24)
    tmux.wait_for("top ─")
    tmux.press("j")
    tmux.wait_until(lambda screen: "top ─" not in screen and "About" in screen, "j scrolls")
    tmux.press("g")
    tmux.wait_for("top ─")
    tmux.press("2")
    tmux.wait_for("Vienna")
    tmux.press("l")
    tmux.wait_for("Breaking Physical and Linguistic Borders")
    tmux.press("Left")
    tmux.wait_for("Vienna")


def test_resizing_keeps_the_reading_place(start: Start) -> None:
    tmux = start(100, 24)
    tmux.press("3")
    top = tmux.wait_for("Breaking Physical")
    tmux.press("d")
    before = tmux.wait_until(lambda screen: screen != top and "Breaking Physical" not in screen, "d scrolls")
    title = next(word for word in before.splitlines()[4:] if len(word.split()) > 4).split()[:3]
    tmux.resize(60, 20)
    tmux.wait_until(lambda screen: " ".join(title) in flat(screen) and "q leave" in screen, "the same lines, narrower")
    tmux.resize(100, 24)
    tmux.wait_until(lambda screen: screen == before, "and where they were")


def test_ctrl_c_twice_leaves_as_cleanly(start: Start) -> None:
    tmux = start(80, 24)
    tmux.press("C-c")
    tmux.wait_for("ctrl+c again")
    tmux.press("C-c")
    tmux.wait_for("EXIT=")
    assert not tmux.flag("alternate_on")
    assert tmux.flag("cursor_flag")


def test_plain_select_view_releases_the_mouse(start: Start) -> None:
    tmux = start(80, 24)
    tmux.press("s")
    tmux.wait_until(lambda _: not tmux.flag("mouse_any_flag"), "the mouse is the terminal's again")
    tmux.press("Escape")
    tmux.wait_until(lambda _: tmux.flag("mouse_any_flag"), "and then ours")
