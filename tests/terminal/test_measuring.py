from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.terminal.measuring import CLUSTERS, Cluster, Measuring
from tui_home.text.width import cell_width, drawable

PAIR = (Cluster("letter", "a"), Cluster("keycap", "1\ufe0f\u20e3"))


def answers(*columns: int) -> str:
    return "".join(f"\x1b[7;{column}R" for column in columns)


def test_each_form_is_written_at_the_beginning_of_an_empty_line_which_is_empty_afterwards() -> None:
    question = Measuring(PAIR).question()
    assert question == "".join(f"\r\x1b[K{text}\x1b[6n" for text in ("a", "1", "1\ufe0f\u20e3")) + "\r\x1b[K"


def test_what_we_draw_is_compared_and_what_is_written_is_known_beside_it() -> None:
    measuring = Measuring(PAIR)
    measuring.feed(answers(2, 2, 3))
    letter, keycap = measuring.measured()
    assert (letter.ours, letter.terminal, letter.as_written, letter.agrees) == (1, 1, 1, True)
    assert (keycap.drawn, keycap.ours, keycap.terminal, keycap.as_written, keycap.agrees) == ("1", 1, 1, 2, True)


def test_a_terminal_that_reckons_otherwise_is_told() -> None:
    measuring = Measuring(PAIR)
    measuring.feed(answers(2, 3, 3))
    assert [row.agrees for row in measuring.measured()] == [True, False]


@pytest.mark.parametrize("columns", [(), (2,), (2, 2)])
def test_where_an_answer_is_missing_nothing_counts(columns: tuple[int, ...]) -> None:
    measuring = Measuring(PAIR)
    measuring.feed(answers(*columns))
    assert not measuring.done
    assert {row.agrees for row in measuring.measured()} == {None}


def test_what_was_not_asked_for_is_passed_over() -> None:
    measuring = Measuring(PAIR)
    measuring.feed(answers(2, 2, 3, 9, *[9] * 500))
    assert measuring.done
    assert [row.as_written for row in measuring.measured()] == [1, 2]


@given(st.data())
def test_answers_may_come_in_pieces_among_keys_and_other_answers(data: st.DataObject) -> None:
    noise = data.draw(st.sampled_from(["", "q", "\x1b[A", "\x1b]11;rgb:1/2/3\x07", "日"]))
    text = noise.join(re.findall("\x1b[^R]*R", answers(2, 2, 3))) + noise
    measuring = Measuring(PAIR)
    while text:
        cut = data.draw(st.integers(1, len(text)))
        measuring.feed(text[:cut])
        text = text[cut:]
    assert [row.as_written for row in measuring.measured()] == [1, 2]


@given(st.lists(st.text("\x1b[?;0123456789Rc", max_size=60), max_size=20))
def test_whatever_comes_is_no_error_and_bounded(pieces: list[str]) -> None:
    measuring = Measuring(PAIR)
    for piece in pieces:
        measuring.feed(piece)
    assert all(0 <= (row.terminal or 0) <= 9999 for row in measuring.measured())


def test_what_is_measured_is_of_every_kind_that_terminals_disagree_on() -> None:
    texts = "".join(cluster.text for cluster in CLUSTERS)
    for sign in ("\ufe0f", "\u20e3", "\u200d", "\U0001f3fd", "\U0001f1ec", "\u0301", "漢", "\u093f", "①", "👋"):
        assert sign in texts
    assert all(row.ours == cell_width(drawable(row.text)) for row in Measuring().measured())
