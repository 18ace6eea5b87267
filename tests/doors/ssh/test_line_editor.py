from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.doors.ssh.line_editor import LineEditor, Typed, What
from tui_home.doors.ssh.linear_visit import LineCutter


def typed(*pieces: bytes) -> tuple[str, list[Typed]]:
    editor, echo, said = LineEditor(), "", list[Typed]()
    for piece in pieces:
        more, lines = editor.feed(piece)
        echo, said = echo + more, said + lines
    return echo, said


def test_a_line_is_echoed_and_ends_with_enter() -> None:
    assert typed("grüße\r".encode()) == ("grüße\r\n", [Typed(What.LINE, "grüße")])


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
def test_each_end_of_line_counts_once(end: bytes) -> None:
    assert typed(b"a" + end + b"b" + end)[1] == [Typed(What.LINE, "a"), Typed(What.LINE, "b")]


@pytest.mark.parametrize(
    ("keys", "line", "echo"),
    [
        (b"ab\x7f", "a", "ab\b \b"),
        ("日\x7f".encode(), "", "日\b \b\b \b"),
        (b"go papers\x17", "go ", "go papers" + "\b \b" * 6),
        (b"abc\x15x", "x", "abc" + "\b \b" * 3 + "x"),
        (b"\x7f\x15\x17\t\x04", "", ""),
        (b"a\x1b[A\x1b[1;5C\x1bOP\x1b\x1b[3~b", "ab", "ab"),
    ],
)
def test_keys_mend_the_line(keys: bytes, line: str, echo: str) -> None:
    said, lines = typed(keys + b"\r")
    # ctrl+d on an empty line leaves; that is not this test's.
    assert Typed(What.LINE, line) in lines
    assert said == f"{echo}\r\n"


def test_interrupt_throws_the_line_away_and_the_end_needs_an_empty_one() -> None:
    assert typed(b"abc\x03\r")[1] == [Typed(What.INTERRUPT), Typed(What.LINE)]
    assert typed(b"a\x04")[1] == []
    assert typed(b"\x04")[1] == [Typed(What.END)]


@given(st.lists(st.binary(max_size=40)))
def test_nothing_that_is_typed_writes_what_moves_the_cursor_elsewhere(pieces: list[bytes]) -> None:
    echo, lines = typed(*pieces)
    assert all(character.isprintable() or character in "\r\n\b" for character in echo)
    assert all(line.line.isprintable() for line in lines)


def test_lines_are_bounded() -> None:
    assert len(typed(b"x" * 10_000 + b"\r")[1][0].line) == 1024
    cutter = LineCutter()
    for _ in range(100):
        cutter.feed(b"x" * 10_000)
    assert [len(line.line) for line in cutter.feed(b"\nnext\nre")[1]] == [1024, 4]
    assert cutter.rest() == [Typed(What.LINE, "re")]
