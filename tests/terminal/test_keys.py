from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser

from tests.terminal.test_input import BROKEN, WHOLE
from tui_home.terminal.input import Tokenizer
from tui_home.terminal.keys import ESCAPE_KEY, keys

NEVER_PASSED = frozenset({
    "\x1b", "\x1b\x1b", "\x1b[G", "\x9b", "\x1b[1;2R", "\x1b[1;5R", "\x1b[1;6R",
    *(f"\x1b[1;{modifiers}{final}" for modifiers in "5678" for final in "uv"),
})  # fmt: skip
"""Keys of Textual's table that its parser waits with, ignores, spoils, or takes for the cursor's place."""


def passed(*pieces: str) -> str:
    tokenizer = Tokenizer()
    return "".join(keys(token) for piece in pieces for token in tokenizer.feed(piece))


def understood(text: str) -> list[str]:
    """Return what Textual's parser makes of `text` at once, without waiting for more."""
    parser = XTermParser()
    return [getattr(event, "key", type(event).__name__) for event in parser.feed(text)] if text else []


def test_every_key_that_textual_knows_arrives_as_it_was() -> None:
    known = [sequence for sequence in ANSI_SEQUENCES_KEYS if sequence not in NEVER_PASSED]
    assert [passed(sequence) for sequence in known] == known
    assert all(map(understood, known)), [sequence for sequence in known if not understood(sequence)]


def test_the_escape_key_needs_no_waiting() -> None:
    assert understood(ESCAPE_KEY) == ["escape"]


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("\x1bx", "alt+x"),
        ("\x1bX1\x1b\\\x1bQ", "alt+shift+q"),
        ("\x1b\r", "alt+enter"),
        ("\x1b\x01", "alt+ctrl+a"),
        ("\x1bé", "alt+é"),
        ("\x1b\x1b[D", "alt+left"),
        ("\x1b\x1bOC", "alt+right"),
        ("\x1bO5P", "ctrl+f1"),
        ("\x1bO1;3D", "alt+left"),
        ("\x1b[27;5;13~", "ctrl+enter"),
        ("\x1b[1;3D", "alt+left"),
        ("\x1b[97;5u", "ctrl+a"),
        ("\x1b[27u", "escape"),
        ("\x1b[57352;1:1A", ""),
        ("\x1b[97:65;5:1u", "ctrl+a"),
        ("\x1b[97;1:3u", ""),
        ("\x1b[97;;97u", "a"),
    ],
)
def test_keys_in_other_forms_are_told_in_one_that_textual_knows(sequence: str, key: str) -> None:
    assert understood(passed(sequence)) == ([key] if key else [])


def test_what_an_input_method_composed_is_typed() -> None:
    assert passed("\x1b[0;;20320:22909u") == "你好"
    assert passed("\x1b[0;;" + ":".join(["20320"] * 9) + "u") == "你" * 9
    assert passed("\x1b[97;2:1;128075:127997:128075:127997u") == "👋🏽👋🏽"
    assert passed("\x1b[0;;20320:7u") == ""


def test_escape_and_something_else_at_once_are_both() -> None:
    assert understood(passed("\x1b\x1b[Z")) == ["escape", "shift+tab"]
    assert understood(passed("\x1b\x1b[<0;5;5M")) == ["escape", "MouseDown"]
    assert understood(passed("\x1b\x1b[?64;4c")) == ["escape"]


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[48;60000;60000;1;1t",
        "\x1b[1114112u",
        "\x1b[55296u",
        "\x1b[9999999999999999999999u",
        "\x1b[97;;1114112u",
        "\x1b[97;;55296u",
        "\x1b[97;;7u",
        "\x1b[0u",
        "\x1b[1u",
        "\x1b[27;5;55296~",
        "\x1b[<0;99999;1M",
        "\x1b[<0;0;1M",
        "\x1b[<0;-5;1M",
        "\x1b[<0;99999999999999999999999999;1M",
        "\x1b[M !!",
        "\x1b[0;5;5M",
        "\x1b[5;7R",
        "\x1b[104~",
        "\x1b[104;1A",
        "\x1b[?2048;2$y",
        "\x1b[?997;1n",
        "\x1b[?1;2c",
        "\x1b[>41;379;0c",
        "\x1b[6;16;8t",
        "\x1b[?0u",
        "\x1bOz",
        "\x1b[q",
        "\x1b\\",
        "\x1b]52;c;aGk=\x07",
        "\x1bP1+r544e=78\x1b\\",
        "\x80\x85\x9c",
        "\ud800",
    ],
)
def test_what_is_no_key_or_an_absurd_one_never_reaches_the_parser(sequence: str) -> None:
    assert passed(f"{sequence}q") == "q"


def test_a_paste_arrives_whole_and_means_nothing_else() -> None:
    parser = XTermParser()
    (event,) = parser.feed(passed("\x1b[200~one\ttwo\r\n\x1b[48;9;9;9;9t\x1b[I", "\x9b2J\x03[A]11;#fff É\x1b[201~"))
    assert isinstance(event, events.Paste)
    assert event.text == "one\ttwo\n[A]11;#fff É"


arriving = st.one_of(st.sampled_from(WHOLE + BROKEN), st.text(st.characters(codec=None), max_size=8))


@given(st.lists(arriving, max_size=10))
def test_textual_understands_at_once_all_that_is_passed(parts: list[str]) -> None:
    text = passed(*parts)
    parser = XTermParser()
    for _ in parser.feed(text) if text else ():
        pass
    # What its parser waits with for more may come out as letters.
    assert parser._timeout_time is None


@given(st.from_regex(r"\x1b(\[[?<>=]?[0-9;:]{0,12}[ -/]?[@-~]|O[0-9;]{0,3}[@-~])", fullmatch=True))
def test_no_sequence_makes_the_parser_type_or_fail(sequence: str) -> None:
    text = passed(sequence)
    # kitty's keys and the keypad's type what they say; rxvt's end with a dollar sign, before anything that follows.
    if sequence[-1] != "u" and sequence[1] != "O" and "$" not in sequence:
        parser = XTermParser()
        found = [event for event in parser.feed(text) if isinstance(event, events.Key)] if text else []
        assert not any(event.character and event.character.isalnum() for event in found)
