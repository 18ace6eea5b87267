from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.terminal.test_input import tokens
from tui_home.terminal.answers import MAX_PROGRAM, Answer, answer, tells_of_change
from tui_home.terminal.questions import Topic
from tui_home.terminal.tokens import Kind
from tui_home.text.safe import printable


def answered(sequence: str) -> Answer | None:
    (token,) = tokens(sequence)
    return answer(token)


@pytest.mark.parametrize("end", ["\x07", "\x1b\\", "\x9c"])
@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ("rgb:1/2/f", "#1122ff"),
        ("rgb:10/20/ff", "#1020ff"),
        ("rgb:100/200/fff", "#1020ff"),
        ("rgb:1010/2020/ffff", "#1020ff"),
        ("RGB:FFFF/0000/8080", "#ff0080"),
        ("rgba:1010/2020/3030/ffff", "#102030"),
        ("#12f", "#1020f0"),
        ("#1020ff", "#1020ff"),
        ("#100200fff", "#1020ff"),
        ("#10102020FFFF", "#1020ff"),
    ],
)
def test_colours_are_read_in_every_form_and_with_every_end(said: str, colour: str, end: str) -> None:
    assert answered(f"\x1b]11;{said}{end}") == Answer(Topic.BACKGROUND, colour)
    assert answered(f"\x1b]10;{said}{end}") == Answer(Topic.FOREGROUND, colour)


@pytest.mark.parametrize(
    "said",
    [
        "?",
        "",
        "red",
        "rgb:",
        "rgb:1/2",
        "rgb:1/2/3/4/5",
        "rgb:12345/1/1",
        "rgb:g/0/0",
        "rgb:١/١/١",
        "rgb:1/2/3 ",
        "rgb:-1/2/3",
        "#12",
        "#1234",
        "#ggg",
        "#1234567890123",
        "cmyk:1/2/3",
        "#123\n",
    ],
)
def test_what_is_no_colour_is_no_answer(said: str) -> None:
    assert answered(f"\x1b]11;{said}\x07") is None


def test_other_strings_answer_nothing() -> None:
    for sequence in ("\x1b]4;0;#fff\x07", "\x1b]52;c;aGk=\x07", "\x1bP1+r\x1b\\", "\x1b_Gi=32;OK\x1b\\", "\x1b]11\x07"):
        assert answered(sequence) is None


@pytest.mark.parametrize(
    ("sequence", "topic", "value"),
    [
        ("\x1bP>|XTerm(379)\x1b\\", Topic.PROGRAM, "XTerm(379)"),
        ("\x1bP>|evil\x1b[2J\x1b]0;t\x07\x9b1m \u202ename\x1b\\", Topic.PROGRAM, "evil"),
        ("\x1b[?2026;2$y", Topic.SYNCHRONIZED, "yes"),
        ("\x1b[?2026;1$y", Topic.SYNCHRONIZED, "yes"),
        ("\x1b[?2026;0$y", Topic.SYNCHRONIZED, ""),
        ("\x1b[?2026;4$y", Topic.SYNCHRONIZED, ""),
        ("\x1b[?2031;2$y", Topic.SCHEME_REPORTS, "yes"),
        ("\x1b[?0u", Topic.KEYBOARD, "yes"),
        ("\x1b[?31u", Topic.KEYBOARD, "yes"),
        ("\x1b_Gi=31;OK\x1b\\", Topic.GRAPHICS, "yes"),
        ("\x1b_Gi=31;ENOTSUPPORTED:no\x1b\\", Topic.GRAPHICS, ""),
        ("\x1b[6;20;9t", Topic.CELL, "9x20"),
        ("\x1b[?62;4;22c", Topic.FENCE, "62;4;22"),
        ("\x1b[?62;c", Topic.FENCE, "62;"),
        ("\x1b[?6c", Topic.FENCE, "6"),
        ("\x1b\x1b[?6c", Topic.FENCE, "6"),
    ],
)
def test_each_topic_has_its_answer(sequence: str, topic: Topic, value: str) -> None:
    found = answered(sequence)
    assert found is not None
    assert found.topic is topic
    assert found.value == value if topic is not Topic.PROGRAM else found.value.startswith(value)


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[?2026;5$y",
        "\x1b[?2048;2$y",
        "\x1b[?2026$y",
        "\x1b[?u",
        "\x1b[6;0;9t",
        "\x1b[6;9999;9t",
        "\x1b[4;20;9t",
        "\x1b[>41;379;0c",
        "\x1b[c",
        "\x1b[62c",
        "\x1b[?99999c",
        "\x1b[?1;1000c",
    ],
)
def test_what_is_malformed_or_absurd_is_no_answer(sequence: str) -> None:
    assert answered(sequence) is None


def test_a_long_name_is_cut() -> None:
    found = answered(f"\x1bP>|{'x' * 500}\x1b\\")
    assert found == Answer(Topic.PROGRAM, "x" * MAX_PROGRAM)


@given(st.text(st.characters(codec=None, exclude_characters="\x07\x9c"), max_size=200))
def test_a_name_is_short_and_safe_to_print_whatever_was_sent(name: str) -> None:
    for token in tokens(f"\x1bP>|{name}\x1b\\"):
        found = answer(token) if token.kind is Kind.STRING else None
        if found:
            assert len(found.value) <= MAX_PROGRAM
            assert printable(found.value) == found.value


@pytest.mark.parametrize(
    ("sequence", "tells"), [("\x1b[?997;1n", True), ("\x1b[?997;2n", True), ("\x1b[?997;3n", False)]
)
def test_a_change_of_colours_is_told(sequence: str, tells: bool) -> None:
    (token,) = tokens(sequence)
    assert tells_of_change(token) is tells
