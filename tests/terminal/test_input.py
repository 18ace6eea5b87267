from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.terminal.input import MAX_PASTE, MAX_SEQUENCE, MAX_STRING, Tokenizer, decoder
from tui_home.terminal.tokens import Held, Kind, Token

PASTE = "\x1b[200~{}\x1b[201~"
WHOLE = (
    *("a", "É", "漢", "\r", "\t", "\x03", "jjj", "[A", "]11;", "\x1bx", "\x1b\x7f", "\x1b[A", "\x1bOA", "\x1b[1;3D"),
    *("\x1b\x1b[D", "\x1b[<0;5;5M", "\x1b[[A", "\x1b[3$", "\x1b[M !!", "\x1b[I", "\x1b[97;;97u", "\x1b[48;5;5;5;5t"),
    *("\x1b]11;rgb:1/2/3\x07", "\x1b]10;#fff\x1b\\", "\x1bP>|x\x1b[2Jy\x1b\\", "\x1b_Gi=31;OK\x1b\\", "\x1b[?64;4c"),
    *(
        PASTE.format("words\nand \x1b[A"),
        "\x1b[?2026;2$y",
        "\x9b?62c",
        "\x9d11;#fff\x9c",
        "\x1b^s\x1b\\",
        "\x1bXs\x07\x1b\\",
    ),
)
BROKEN = (
    *(
        "\x1b",
        "\x1b[",
        "\x1bO",
        "\x1b]",
        "\x1bP",
        "\x1b_",
        "\x1b[200~",
        "\x1b[201~",
        "\x1b\\",
        "\x1b[?1;",
        "\x1b[1\x03",
    ),
    *("\x1b[é", "\x1b[M", "\x1b[[", "\ud800", "\x80", "\x18", "\x07", "\x1b[1 2", "0" * 80),
)


def tokens(*pieces: str) -> list[Token]:
    """Return what a terminal's pieces are cut into, neighbouring characters together."""
    tokenizer = Tokenizer()
    cut: list[Token] = []
    for piece in pieces:
        for token in tokenizer.feed(piece):
            joined = bool(cut) and cut[-1].kind is token.kind is Kind.TYPED
            cut.append(typed(cut.pop().text + token.text) if joined else token)
    return cut


def typed(text: str) -> Token:
    return Token(Kind.TYPED, text)


@st.composite
def _pieces(draw: st.DrawFn, parts: st.SearchStrategy[str]) -> list[str]:
    """Any of `parts` in a row, cut anywhere."""
    text = "".join(draw(st.lists(parts, max_size=8)))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


hostile = st.one_of(st.sampled_from(WHOLE + BROKEN), st.text(st.characters(codec=None), max_size=8))


@given(_pieces(hostile))
def test_however_it_is_cut_on_its_way_it_is_the_same(pieces: list[str]) -> None:
    whole = "".join(pieces)
    assert tokens(*pieces) == tokens(whole) == tokens(*whole)


@given(_pieces(hostile))
def test_what_is_typed_holds_no_control_sequence(pieces: list[str]) -> None:
    for token in tokens(*pieces):
        if token.kind is Kind.TYPED:
            assert not set(token.text) & {"\x1b", *map(chr, range(0x80, 0xA0)), *map(chr, range(0xD800, 0xE000))}


@pytest.mark.parametrize("sequence", [part for part in WHOLE if part[0] in "\x1b\x9b\x9d"])
def test_a_sequence_is_one_token_and_what_follows_is_typed(sequence: str) -> None:
    (token, after) = tokens(f"{sequence}q")
    assert token.kind not in {Kind.TYPED, Kind.ESCAPE}
    assert after == typed("q")


@pytest.mark.parametrize(
    "answer",
    ["\x1b]11;{}", "\x1bP>|{}", "\x1b_G{}", "\x1b^{}", "\x1bX{}"],
    ids=["OSC", "DCS", "APC", "PM", "SOS"],
)
@pytest.mark.parametrize("content", ["x" * 100_000, "\x03\r\x1b[2Jq\x1b[A\x18" * 9000, "\x1b" * 9000, "é漢" * 5000])
def test_a_huge_string_is_swallowed_and_hardly_any_of_it_held(answer: str, content: str) -> None:
    tokenizer = Tokenizer()
    for piece in (answer.format(content)[at : at + 997] for at in range(0, len(content), 997)):
        assert tokenizer.feed(piece) == []
        assert tokenizer.size <= MAX_STRING
    assert tokenizer.feed("\x1b\\q") == [typed("q")]


def test_a_string_that_just_fits_is_kept() -> None:
    content = "x" * MAX_STRING
    assert tokens(f"\x1bP{content}\x1b\\", f"\x1bP{content}x\x1b\\") == [Token(Kind.STRING, f"\x1bP{content}")]


def test_a_paste_over_64_kib_is_dropped_and_hardly_held() -> None:
    tokenizer = Tokenizer()
    tokenizer.feed("\x1b[200~")
    for _ in range(100):
        assert tokenizer.feed("é" * 1000) == []
        assert tokenizer.size <= MAX_PASTE
    assert tokenizer.feed("\x1b[201~q") == [typed("q")]
    fitting = "é" * (MAX_PASTE // 2)
    assert tokens(PASTE.format(fitting)) == [Token(Kind.PASTE, fitting)]
    assert tokens(PASTE.format(f"{fitting}x")) == []


def test_whoever_serves_strangers_may_bound_more() -> None:
    tokenizer = Tokenizer(max_string=8, max_paste=4)
    assert tokenizer.feed("\x1b]11;#fff\x07\x1bP123456789\x1b\\") == [Token(Kind.STRING, "\x1b]11;#fff")]
    assert tokenizer.feed(PASTE.format("1234") + PASTE.format("12345")) == [Token(Kind.PASTE, "1234")]


def test_a_control_sequence_of_absurd_length_is_swallowed_and_hardly_held() -> None:
    tokenizer = Tokenizer()
    tokenizer.feed("\x1b[")
    for _ in range(1000):
        assert tokenizer.feed("1;" * 500) == []
        assert tokenizer.size <= MAX_SEQUENCE
    assert tokenizer.feed("Aq") == [typed("q")]
    assert tokens(f"\x1b[{'1' * 300}~q") == [typed("q")]


@pytest.mark.parametrize(
    "content", ["1", "\x1b", "\x1b[", "\x1b[1", "\x1b]", "\x1b]1\x07", "\x1b\x1b[", "é", "\x1b[200~"]
)
def test_twice_as_much_takes_twice_the_work(content: str) -> None:
    def work(times: int) -> int:
        calls = 0

        def count(_frame: FrameType, event: str, _argument: Any) -> None:  # noqa: ANN401 - the profiler's
            nonlocal calls
            calls += event in {"call", "c_call"}

        tokenizer = Tokenizer()
        tokenizer.feed(content)
        previous = sys.getprofile()
        sys.setprofile(count)
        try:
            tokenizer.feed(content * times)
            for character in content * times:
                tokenizer.feed(character)
        finally:
            sys.setprofile(previous)
        return calls

    assert work(4000) <= 2.1 * work(2000)


def test_a_lone_escape_is_held_and_given_up_as_the_key() -> None:
    tokenizer = Tokenizer()
    assert tokenizer.feed("a\x1b") == [typed("a")]
    held = [tokenizer.held]
    assert tokenizer.give_up() == [Token(Kind.ESCAPE, "\x1b")]
    held.append(tokenizer.held)
    assert tokenizer.give_up() == []
    assert [*held, tokenizer.held] == [Held.ESCAPE, Held.LATE, Held.NOTHING]


def test_escape_pressed_twice_is_two_keys() -> None:
    tokenizer = Tokenizer()
    tokenizer.feed("\x1b\x1b")
    assert [token.kind for token in tokenizer.give_up()] == [Kind.ESCAPE] * 2


@pytest.mark.parametrize("rest", ["[A", "OA", "[1;3D", "[<0;5;5M", "[?64;1;4c", "[[A"])
def test_the_rest_of_a_sequence_is_known_after_its_escape_went_out(rest: str) -> None:
    tokenizer = Tokenizer()
    tokenizer.feed("\x1b")
    tokenizer.give_up()
    found = [token for character in rest for token in tokenizer.feed(character)]
    assert [(token.text, token.late) for token in found] == [(f"\x1b{rest}", True)]
    assert tokenizer.feed("q") == [typed("q")]


@pytest.mark.parametrize("rest", ["]11;rgb:1/2/3\x07", "P>|x\x1b\\", "_Gi=31;OK\x1b\\"])
def test_so_is_the_rest_of_an_answer_in_a_string(rest: str) -> None:
    tokenizer = Tokenizer()
    tokenizer.feed("\x1b")
    tokenizer.give_up()
    (found,) = [token for character in rest for token in tokenizer.feed(character)]
    assert found.kind is Kind.STRING
    assert tokenizer.feed("q") == [typed("q")]


def test_a_paste_whose_escape_went_out_is_a_paste() -> None:
    tokenizer = Tokenizer()
    tokenizer.feed("\x1b")
    tokenizer.give_up()
    assert tokenizer.feed("[200~words\x1b[201~") == [Token(Kind.PASTE, "words")]


@pytest.mark.parametrize("text", ["j", "q", "]x", "]12", "Pq", "P>q", "_x", "[\r", "]", "[", "O", "_", "[1"])
def test_what_is_typed_after_escape_is_typed(text: str) -> None:
    tokenizer = Tokenizer()
    tokenizer.feed("\x1b")
    tokenizer.give_up()
    found = [token for character in text for token in tokenizer.feed(character)] + tokenizer.give_up()
    assert "".join(token.text for token in found) == text
    assert {token.kind for token in found} == {Kind.TYPED}


def test_an_end_of_a_string_that_is_torn_apart_ends_it_once() -> None:
    tokenizer = Tokenizer()
    tokenizer.feed("\x1b]11;#fff\x1b")
    assert tokenizer.held is Held.ESCAPE
    assert tokenizer.give_up() == [Token(Kind.STRING, "\x1b]11;#fff")]
    assert tokenizer.feed("\\q") == [typed("q")]


@pytest.mark.parametrize("begun", ["\x1b]11;rgb", "\x1bP", "\x1b[200~some", "\x1b[200~some\x1b"])
def test_what_never_ends_can_be_given_up(begun: str) -> None:
    tokenizer = Tokenizer()
    tokenizer.feed(begun)
    assert tokenizer.held is Held.STRING
    assert tokenizer.give_up() == []
    assert tokenizer.feed("q") == [typed("q")]


def test_split_and_undecodable_bytes_make_text() -> None:
    decode = decoder().decode
    assert [decode(b"\xc3"), decode(b"\xa9\xff"), decode(b"a")] == ["", "é\ufffd", "a"]
