"""Nothing that `printable` or `copyable` lets through can steer a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.safe import copyable, printable

SEQUENCES = {
    "colour": "\x1b[31;1m",
    "clear the screen": "\x1b[2J",
    "private mode": "\x1b[?1049h",
    "intermediate bytes": "\x1b[4 q",
    "title, ended by BEL": "\x1b]0;evil\x07",
    "title, ended by ST": "\x1b]0;evil\x1b\\",
    "title, ended by the 8-bit ST": "\x1b]0;evil\x9c",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "hyperlink": "\x1b]8;;https://evil.example\x1b\\",
    "device control": "\x1bPq#0;2;0;0;0\x1b\\",
    "application command": "\x1b_Ga=T;AAAA\x1b\\",
    "privacy message": "\x1b^evil\x1b\\",
    "start of string": "\x1bXevil\x1b\\",
    "8-bit control sequence": "\x9b31m",
    "8-bit title": "\x9d0;evil\x9c",
    "8-bit device control": "\x90qevil\x9c",
    "full reset": "\x1bc",
    "character set": "\x1b(0",
}


@pytest.mark.parametrize("sequence", SEQUENCES.values(), ids=SEQUENCES.keys())
def test_escape_sequences_vanish_whole(sequence: str) -> None:
    assert printable(f"before{sequence}after") == "beforeafter"


@pytest.mark.parametrize("introducer", ["\x1b]", "\x1bP", "\x1b_", "\x9d", "\x90"])
def test_a_control_string_without_end_swallows_no_text(introducer: str) -> None:
    shown = printable(f"before{introducer}0;the rest of the page\nand more", newlines=True)
    assert shown == "before0;the rest of the page\nand more"


def test_an_unfinished_control_sequence_loses_its_introducer_only() -> None:
    assert printable("a\x1b[31é") == "a31é"


@pytest.mark.parametrize("bidi", list("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
def test_bidi_controls_vanish(bidi: str) -> None:
    assert printable(f"user{bidi}txt.exe") == "usertxt.exe"


@pytest.mark.parametrize(
    "invisible",
    [
        "\u200b",
        "\ufeff",
        "\xad",
        "\u2060",
        "\ufff9",
        "\ufffa",
        "\U000e0041",
        "\ufffe",
        "\U0001ffff",
        "\uf8ff",
        "\x00",
        "\x7f",
    ],
)
def test_invisible_characters_vanish(invisible: str) -> None:
    assert printable(f"a{invisible}b") == "ab"


@pytest.mark.parametrize("blank", ["\t", "\xa0", "\u2009", "\u202f", "\v", "\f"])
def test_unusual_blanks_become_a_space(blank: str) -> None:
    assert printable(f"a{blank}b") == "a b"


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_break_is_one_newline_or_one_space(line_break: str) -> None:
    assert printable(f"a{line_break}b", newlines=True) == "a\nb"
    assert printable(f"a{line_break}b") == "a b"


def test_lone_surrogates_become_the_replacement_character() -> None:
    assert printable("caf\udce9") == "caf\ufffd"


@pytest.mark.parametrize(
    "text", ["👩\u200d💻", "می\u200cخواهم", "🛡\ufe0f", "e\u0301", "日本語", "naïve — “so” …", "𝒪(n²)"]
)
def test_what_readers_see_stays(text: str) -> None:
    assert printable(text) == text


@given(st.text())
def test_nothing_unsafe_comes_out(text: str) -> None:
    shown = printable(text, newlines=True)
    kept = {"\n", "\u200c", "\u200d"}
    bad = {"Cc", "Cs", "Co", "Zl", "Zp"}
    assert not [character for character in shown if character not in kept and unicodedata.category(character) in bad]
    assert not [
        c
        for c in shown
        if unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    ]
    assert "\n" not in printable(text)


@given(st.text(st.sampled_from("\x1b]\x07[0;m\\P_\x9b\x9d\x9c a\n")))
def test_hostile_sequences_leave_no_control_character(text: str) -> None:
    assert printable(text).isprintable()


@given(st.text())
def test_printing_safely_twice_changes_nothing_more(text: str) -> None:
    once = printable(text, newlines=True)
    assert printable(once, newlines=True) == once


def test_what_is_pasted_keeps_its_blanks() -> None:
    assert copyable("a\tb\r\n\xa0c\x1b[2J \u202ed\x85e") == "a\tb\n\xa0c d\ne"


@given(st.text())
def test_what_is_pasted_differs_from_what_is_printed_in_blanks_only(text: str) -> None:
    safe = copyable(text)
    assert safe.replace("\t", " ").replace("\xa0", " ") == printable(safe, newlines=True)
    assert copyable(safe) == safe
