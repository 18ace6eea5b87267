from __future__ import annotations

import base64
import os
import select
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_home.terminal import clipboard
from tui_home.terminal.capabilities import Capabilities, Multiplexer
from tui_home.terminal.clipboard import MAX_ASKED_BYTES, Clipboard, Copied, Rung, copy_locally, osc52

DESKTOP = Capabilities(graphical=True)
ADDRESS = "ada@example.org"


class Machine:
    """A clipboard of this machine that works or does not, and remembers."""

    def __init__(self, *, works: bool) -> None:
        self.works = works
        self.asked: list[str] = []

    def __call__(self, text: str) -> bool:
        self.asked.append(text)
        return self.works


def climb(able: Capabilities, machine: Machine, text: str = ADDRESS) -> tuple[Copied, str]:
    written: list[str] = []
    copied = Clipboard(able, written.append, local=machine).copy(text)
    return copied, "".join(written)


def test_the_local_clipboard_comes_first_and_the_terminal_is_left_alone() -> None:
    machine = Machine(works=True)
    copied, written = climb(DESKTOP, machine)
    assert (copied.rung, written, machine.asked) == (Rung.LOCAL, "", [ADDRESS])
    assert copied.sentence() == f"Copied {ADDRESS}"


def test_where_it_fails_the_terminal_is_asked_and_nothing_is_claimed() -> None:
    copied, written = climb(DESKTOP, Machine(works=False))
    assert written == osc52(ADDRESS)
    assert copied.sentence() == f"Asked your terminal to copy {ADDRESS}. Nothing to paste? s selects."


@pytest.mark.parametrize("able", [Capabilities(graphical=True, remote=True), Capabilities(graphical=False)])
def test_the_clipboard_of_another_machine_is_never_touched(able: Capabilities) -> None:
    machine = Machine(works=True)
    copied, _ = climb(able, machine)
    assert copied.rung is Rung.ASKED
    assert machine.asked == []


def test_without_a_terminal_to_ask_the_text_itself_is_given() -> None:
    copied = Clipboard(Capabilities(), None, local=Machine(works=False)).copy(ADDRESS)
    assert copied.sentence() == f"Here it is: {ADDRESS}"


def test_a_terminal_that_would_print_the_code_is_not_asked() -> None:
    copied, written = climb(Capabilities(osc52=False), Machine(works=False))
    assert (copied.rung, written) == (Rung.SHOWN, "")


def test_too_long_a_text_is_not_asked_for_and_long_ones_are_named_by_their_label() -> None:
    long = "x" * (MAX_ASKED_BYTES + 1)
    written: list[str] = []
    copied = Clipboard(Capabilities(), written.append).copy(long, "BibTeX of a2024")
    assert (copied.rung, written) == (Rung.SHOWN, [])
    assert copied.sentence() == "No clipboard here: BibTeX of a2024 stands on your screen when you leave."


def test_without_a_label_the_first_line_names_the_text() -> None:
    copied, _ = climb(DESKTOP, Machine(works=True), "@article{a,\n}")
    assert copied.sentence() == "Copied @article{a,"


def test_osc52_carries_the_text_in_base64() -> None:
    assert osc52("Grüße") == f"\x1b]52;c;{base64.b64encode('Grüße'.encode()).decode()}\x07"


def test_osc52_ends_at_what_every_terminal_takes() -> None:
    assert len(osc52("x" * MAX_ASKED_BYTES)) <= 100_000
    assert osc52("é" * (MAX_ASKED_BYTES // 2 + 1)) == ""


def test_tmux_is_asked_itself_and_to_pass_it_on() -> None:
    asked = osc52("Grüße", Multiplexer.TMUX)
    assert asked.startswith(osc52("Grüße"))
    passed_on = asked.removeprefix(osc52("Grüße"))
    assert passed_on.removeprefix("\x1bPtmux;").removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b") == osc52("Grüße")


def test_gnu_screen_passes_on_the_same_code_in_pieces_that_fit_its_buffer() -> None:
    text = "a long text " * 200
    wrapped = osc52(text, Multiplexer.SCREEN)
    pieces = wrapped.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert "".join(pieces) == osc52(text)
    assert max(map(len, pieces)) < 256
    # A tmux that calls itself screen takes the first piece for all of it, and must find it wrong.
    assert len(pieces[0].removeprefix("\x1b]52;c;")) % 4


def test_what_calls_itself_screen_may_be_tmux_and_is_asked_as_far_as_that_does_no_harm() -> None:
    assert osc52(ADDRESS, Multiplexer.SCREEN).startswith(osc52(ADDRESS))
    assert osc52("x" * 300, Multiplexer.SCREEN).startswith("\x1bP")


def test_what_would_do_harm_where_it_is_pasted_is_left_out() -> None:
    machine = Machine(works=True)
    copied = Clipboard(DESKTOP, local=machine).copy("@a{b,\n\ttitle = {x\x1b[31m}\r}")
    assert copied.text == "@a{b,\n\ttitle = {x}\n}"
    assert machine.asked == [copied.text]


def test_inside_a_multiplexer_the_terminal_is_asked_as_well_for_it_may_be_elsewhere() -> None:
    copied, written = climb(DESKTOP._replace(multiplexer=Multiplexer.TMUX), Machine(works=True))
    assert copied.sentence() == f"Copied {ADDRESS}"
    assert written == osc52(ADDRESS, Multiplexer.TMUX)


@pytest.fixture
def xclip(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Put a program of ours where pyperclip looks for xclip."""
    if sys.platform != "linux":
        pytest.skip("pyperclip looks for xclip on Linux only")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("HELD", str(tmp_path / "held"))

    def install(script: str) -> None:
        program = tmp_path / "xclip"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    return install


def test_pyperclip_fills_the_clipboard(xclip: Callable[[str], None], tmp_path: Path) -> None:
    xclip('case "$*" in *-o*) cat "$HELD";; *) cat >"$HELD";; esac')
    assert copy_locally("Grüße\nzwei")
    assert (tmp_path / "held").read_text(encoding="utf-8") == "Grüße\nzwei"


def test_a_helper_that_fails_silently_has_not_copied(xclip: Callable[[str], None]) -> None:
    xclip('echo "Error: Can\'t open display" >&2; exit 1')
    assert not copy_locally(ADDRESS)


def test_a_helper_that_lies_has_not_copied(xclip: Callable[[str], None]) -> None:
    xclip('case "$*" in *-o*) echo something else;; *) cat >/dev/null;; esac')
    assert not copy_locally(ADDRESS)


def test_a_helper_that_hangs_is_given_up_and_ended(
    xclip: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(clipboard, "_LOCAL_SECONDS", 0.5)
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    reader = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)
    try:
        xclip(f"exec sleep 1000 >{alive}")
        assert not copy_locally(ADDRESS)
        # Reading meets the end only when nobody holds the other end any more.
        assert select.select([reader], [], [], 30)[0]
        assert os.read(reader, 1) == b""
    finally:
        os.close(reader)


def test_nothing_is_printed_on_the_screen(xclip: Callable[[str], None], capfd: pytest.CaptureFixture[str]) -> None:
    xclip("echo noise; echo noise >&2; exit 1")
    copy_locally(ADDRESS)
    assert capfd.readouterr() == ("", "")


def test_no_tool_at_all_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform != "linux":
        pytest.skip("other systems have a clipboard of their own")
    assert not copy_locally(ADDRESS)


def test_no_interpreter_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    assert not copy_locally(ADDRESS)
