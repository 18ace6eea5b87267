from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_home.linear.parts import ENOUGH, parts
from tui_home.model.inline import Span
from tui_home.output.linear import Piece


def piece(characters: int, *, leads: bool = False, goes_on: bool = False) -> Piece:
    return Piece(((Span("x" * characters),),), leads=leads, goes_on=goes_on)


@given(st.lists(st.builds(piece, st.integers(0, 3 * ENOUGH), leads=st.booleans(), goes_on=st.booleans()), max_size=30))
def test_nothing_is_lost_or_repeated_and_no_part_is_empty(pieces: list[Piece]) -> None:
    made = parts(pieces)
    assert [one for part in made for one in part] == pieces
    assert all(made)


@given(st.lists(st.builds(piece, st.integers(0, ENOUGH), leads=st.booleans()), max_size=30))
def test_what_announces_something_stands_before_it(pieces: list[Piece]) -> None:
    assert not any(part[-1].leads for part in parts(pieces)[:-1])


def test_a_part_is_heard_in_little_more_than_a_minute() -> None:
    made = parts([piece(100)] * 100)
    assert all(sum(one.weight for one in part) <= ENOUGH for part in made[:-1])
    assert len(made) == 9


def test_a_paper_is_told_in_one_go_though_there_is_much_of_it() -> None:
    long = [piece(800), *[piece(500, goes_on=True)] * 2]
    assert [len(part) for part in parts([*long, *long])] == [3, 3]


def test_a_little_at_the_end_is_no_part_of_its_own() -> None:
    assert len(parts([piece(ENOUGH), piece(50)])) == 1


def test_of_nothing_there_are_no_parts() -> None:
    assert parts([]) == ()
