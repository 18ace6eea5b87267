from __future__ import annotations

import gc
import weakref
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.widgets import OptionList

from tui_home.doors.key_line import KeyLine
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment

if TYPE_CHECKING:
    import pytest
    from textual.message import Message

XTERM = Environment({"TERM": "xterm-256color"})


def line(written: list[str] | None = None) -> KeyLine:
    return KeyLine(Dialogue(XTERM), (written if written is not None else []).append)


def keys(messages: Iterable[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, events.Key)]


def test_keys_are_keys_however_their_bytes_are_cut() -> None:
    typed = "aé水\x1b[A\x1b[1;3D".encode()
    whole = line()
    assert keys(whole.feed(typed)) == ["a", "é", "水", "up", "alt+left"]
    apart = line()
    pieces = (typed[at : at + 1] for at in range(len(typed)))
    assert [key for piece in pieces for key in keys(apart.feed(piece))] == ["a", "é", "水", "up", "alt+left"]


def test_an_enter_that_was_turned_into_a_line_feed_before_the_terminal_was_taken_is_one() -> None:
    assert keys(line().feed(b"3/f\n\r")) == ["3", "slash", "f", "enter", "enter"]
    [paste] = line().feed(b"\x1b[200~a\nb\x1b[201~")
    assert isinstance(paste, events.Paste)
    assert paste.text == "a\nb"


def test_only_so_many_keys_are_taken_as_there_is_room_for() -> None:
    assert keys(line().feed(b"j" * 5000, 3)) == ["j", "j", "j"]
    assert keys(line().feed(b"\x1b[A\x1b[1;3Dab", 3)) == ["up", "alt+left", "a"]
    assert keys(line().feed(b"abc", 0)) == []
    moved = list(line().feed(b"\x1b[<35;1;1M" * 300 + b"\x1b[<35;7;1M\x1b[<0;8;1M", 2))
    assert [(type(message).__name__, message.x) for message in moved if isinstance(message, events.MouseEvent)] == [
        ("MouseMove", 6),
        ("MouseDown", 7),
    ]
    [paste, key] = line().feed(b"\x1b[200~" + b"x" * 100 + b"\x1b[201~jj", 2)
    assert isinstance(paste, events.Paste)
    assert keys([key]) == ["j"]


def test_what_is_no_utf_8_ends_nothing() -> None:
    assert keys(line().feed(b"\xff\xfeq"))[-1] == "q"


def test_answers_are_no_keys_and_are_learnt() -> None:
    dialogue, written = Dialogue(XTERM), list[str]()
    asked = KeyLine(dialogue, written.append)
    asked.begin()
    assert "\x1b]11;?" in "".join(written)
    assert list(asked.feed(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\")) == []
    assert dialogue.capabilities.background == "#ffffff"


def test_a_lone_escape_is_the_key_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    waiting = line()
    assert list(waiting.feed(b"\x1b")) == []
    assert waiting.wait is not None
    now += waiting.wait
    assert keys(waiting.tick()) == ["escape"]
    assert list(waiting.tick()) == []


def test_who_comes_back_is_asked_for_colours_again(monkeypatch: pytest.MonkeyPatch) -> None:
    now, written = 100.0, list[str]()
    monkeypatch.setattr("time.monotonic", lambda: now)
    asked = line(written)
    asked.begin()
    list(asked.feed(b"\x1b]11;rgb:0/0/0\x07\x1b[?62c"))
    written.clear()
    now += 60
    assert list(map(type, asked.feed(b"\x1b[I"))) == [events.AppFocus]
    assert "\x1b]11;?" in "".join(written)


def test_a_visit_leaves_nothing_behind() -> None:
    gone = line()
    assert keys(gone.feed(b"\x1b[97;5u")) == ["ctrl+a"]
    parser = weakref.ref(gone._parser)
    del gone
    gc.collect()
    assert parser() is None


def test_textuals_privates_are_what_they_were() -> None:
    """Whoever raises Textual's version looks into `key_line`, `driver` and `real_cursor` when this fails."""
    parser = line()._parser
    list(parser.feed("\x1b"))
    assert parser.wait is not None, "a lone Esc waits"
    parser.expire()
    assert keys(parser.tick()) == ["escape"]
    assert callable(type(parser)._parse_extended_key)
    assert {"cursor_position", "_driver"} <= set(App._display.__code__.co_names), "asked for at each frame"
    assert isinstance(OptionList._index_to_line, property)
