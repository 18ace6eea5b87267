"""Wrapping: what a line holds, and where it may end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.strategies import lines_of_text, span_tuples
from tui_home.layout.flow import Flow, TargetList, flow_of
from tui_home.layout.ink import inks_of
from tui_home.layout.setting import SetLine, set_flow
from tui_home.layout.wrap import cut_hard
from tui_home.model.inline import Link, LinkKind, Span, Spans, Style
from tui_home.model.look import PLAIN_LOOK
from tui_home.text.width import cell_width, drawable

BOLD = Style(bold=True)


def flow(spans: Spans) -> Flow:
    return flow_of(spans, inks_of(PLAIN_LOOK), TargetList())


def texts(lines: list[SetLine]) -> list[str]:
    return ["".join(segment.text for segment in line.segments) for line in lines]


def wrapped(text: str, width: int) -> list[str]:
    return texts(set_flow(flow((Span(text),)), lambda _line: width))


def without_blanks(text: str) -> str:
    return "".join(character for character in text if not character.isspace() and character != "\u200d")


@given(span_tuples, st.integers(2, 100))
def test_every_character_but_blanks_is_drawn_in_its_order(spans: Spans, width: int) -> None:
    lines = texts(set_flow(flow(spans), lambda _line: width))
    plain = tuple(Span(span.text, BOLD, span.link) for span in spans)
    assert without_blanks("".join(texts(set_flow(flow(plain), lambda _line: width)))) == without_blanks(
        "".join(drawable(span.text) for span in spans)
    )
    assert all(cell_width(line) <= width and line == line.rstrip() for line in lines)


@given(lines_of_text, st.lists(st.integers(2, 60), min_size=1, max_size=30))
def test_each_line_keeps_to_its_own_width(text: str, widths: list[int]) -> None:
    lines = texts(set_flow(flow((Span(text),)), lambda line: widths[min(line, len(widths) - 1)]))
    for number, line in enumerate(lines):
        assert cell_width(line) <= widths[min(number, len(widths) - 1)]


@given(st.text(max_size=300).map(lambda text: " ".join(text.split())), st.integers(1, 20), st.integers(1, 20))
def test_code_is_cut_without_loss(text: str, width: int, rest: int) -> None:
    cuts = cut_hard(text, width, rest, simple=False)
    assert without_blanks("".join(text[start:end] for start, end, _ in cuts)) == without_blanks(text)


@pytest.mark.parametrize("width", range(1, 6))
def test_a_wide_character_in_too_few_cells_stands_alone(width: int) -> None:
    assert "".join(wrapped("中文字", width)) == "中文字"


def test_lines_end_at_blanks_and_carry_none() -> None:
    assert wrapped("one two  three", 8) == ["one two", "three"]


def test_words_cross_the_borders_of_spans() -> None:
    spans = (Span("un"), Span("break", BOLD), Span("able word"))
    assert texts(set_flow(flow(spans), lambda _line: 12)) == ["unbreakable", "word"]


@pytest.mark.parametrize("text", ["one two three four five six", "öne twö thrée 我 four five six"])
def test_fast_and_general_paths_agree_on_plain_words(text: str) -> None:
    assert wrapped(text + " e\u0301", 10)[0] == wrapped(text, 10)[0]


def test_a_hard_break_ends_a_line_and_two_leave_one_empty() -> None:
    assert wrapped("one\ntwo\n\nthree\n", 20) == ["one", "two", "", "three"]


def test_what_is_set_in_stays_so_but_not_on_the_next_line() -> None:
    assert wrapped("  one two", 6) == ["  one", "two"]
    assert wrapped("e me\n  you", 8) == ["e me", "  you"]


def test_no_break_space_holds_words_together_and_is_drawn_as_a_blank() -> None:
    assert wrapped("in Fig.\u00a01 we", 8) == ["in", "Fig. 1", "we"]


def test_a_long_address_is_broken_after_its_signs_only_when_longer_than_the_line() -> None:
    url = "https://example.org/some/path/file-name.html"
    assert wrapped(f"see {url}", 44) == ["see", url]
    assert wrapped(url, 22) == ["https://example.org/", "some/path/", "file-name.html"]


def test_compounds_are_broken_after_their_hyphens_but_not_addresses() -> None:
    assert wrapped("the UK Privacy-Enhancing prize", 16) == ["the UK Privacy-", "Enhancing prize"]
    assert wrapped("see calendly.com/wanru-zhao now", 24) == ["see", "calendly.com/wanru-zhao", "now"]
    assert wrapped("one more e-mail", 12) == ["one more", "e-mail"]


def test_no_line_begins_with_a_lone_separator() -> None:
    assert wrapped("Scholar · GitHub · X", 16) == ["Scholar ·", "GitHub · X"]
    assert wrapped("Érudite\u0301 · GitHub · X", 16) == ["Érudite\u0301 ·", "GitHub · X"]


def test_ideographs_break_anywhere_but_before_closing_and_after_opening_signs() -> None:
    assert wrapped("联邦学习，很好", 8) == ["联邦学", "习，很好"]
    assert wrapped("我们「联邦」", 6) == ["我们", "「联", "邦」"]
    assert wrapped("研究FederatedLearning好", 20) == ["研究", "FederatedLearning好"]


def test_korean_words_stay_whole() -> None:
    assert wrapped("안녕하세요 여러분", 12) == ["안녕하세요", "여러분"]


def test_a_chain_of_joined_characters_falls_apart_rather_than_be_too_wide() -> None:
    assert wrapped("\u0e33\u0eb3\uff9e\uff9f", 2) == ["\u0e33\u0eb3", "\uff9e\uff9f"]


def test_clusters_are_never_split_even_between_spans() -> None:
    spans = (Span("cafe"), Span("\u0301 e", BOLD))
    first = set_flow(flow(spans), lambda _line: 20)[0]
    assert [segment.text for segment in first.segments] == ["cafe\u0301", " e"]


def test_a_badge_is_equally_wide_and_unbroken_in_every_look() -> None:
    assert wrapped("a", 9) == ["a"]
    spans = (Span("see "), Span("★ dmlc/dgl", Style(badge=True)))
    assert texts(set_flow(flow(spans), lambda _line: 12)) == ["see", "▏★ dmlc/dgl▕"]


def test_a_target_has_one_spot_on_each_of_its_lines() -> None:
    link = Link(LinkKind.WEB, "the lab", url="https://example.org/")
    spans = (Span("at "), Span("the ", link=link), Span("big lab", BOLD, link), Span("."))
    lines = set_flow(flow(spans), lambda _line: 10)
    assert texts(lines) == ["at the big", "lab."]
    assert [list(line.spots) for line in lines] == [[(0, 3, 10)], [(0, 0, 3)]]


def test_a_word_broken_in_the_middle_is_said_to_go_on() -> None:
    assert [line.glued for line in set_flow(flow((Span("abcdef gh"),)), lambda _line: 4)] == [False, True, False]


def test_controls_that_a_reader_let_through_are_not_drawn() -> None:
    assert wrapped("a\x1b]0;title\x07b\tc\x9b1m", 40) == ["ab c"]


def test_the_simple_characters_are_one_cell_each_alone_and_together() -> None:
    flows = [flow((Span(character),)) for character in map(chr, range(0x20, 0x3000))]
    simple = [its.text for its in flows if its.simple and len(its.text) == 1 and its.text != "\n"]
    assert len(simple) > 1500
    assert all(cell_width(character) == 1 for character in simple)
    assert cell_width("".join(simple)) == len(simple)
