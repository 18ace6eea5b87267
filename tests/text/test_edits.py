"""Repairs as Edits: what stands on the line is named so that nothing else there can be meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_home.model.problem import Edit, Origin, Problem
from tui_home.sources.edited import mend
from tui_home.text.edits import edits_of
from tui_home.text.heal import heal
from tui_home.text.repairs import Repair, apply_repairs


def edits(text: str) -> list[Edit]:
    return [edit for problem in heal(text, Origin("a.md", 5)).problems for edit in problem.edits]


def repair(start: int, end: int, replacement: str) -> Repair:
    return Repair(start, end, replacement, "", "", "", "")


def test_what_stands_once_on_its_line_is_named_alone() -> None:
    assert edits("one\nHi \uf8ffüëã there") == [Edit(6, "\uf8ffüëã", "👋")]


def test_the_same_repair_twice_on_a_line_is_the_same_edit() -> None:
    assert edits("\uf8ffüëã and \uf8ffüëã") == [Edit(5, "\uf8ffüëã", "👋", 2)] * 2


def test_a_bracket_is_named_with_as_much_as_tells_it_from_others() -> None:
    (edit,) = edits("{x} and [a](https://a.example/b} end")
    assert edit == Edit(5, "/a.example/b}", "/a.example/b)")


def test_a_blank_to_be_put_in_is_not_certain_enough() -> None:
    (problem,) = heal("frameworks[Flower](https://flower.example)", Origin("a.md")).problems
    assert problem.message.startswith("Missing blank")
    assert problem.edits == ()


def test_what_its_line_cannot_tell_from_another_place_is_left_alone() -> None:
    assert edits_of("aXaXa", [repair(1, 2, "Y")], 1) == [Edit(1, "XaXa", "YaXa")]
    assert edits_of("XXXX", [repair(0, 1, "Y"), repair(1, 2, "Z")], 1)[1] != Edit(1, "X", "Z")
    assert edits_of("x" * 10_000, [repair(5, 6, "y")], 1) == [None]


def test_edits_are_no_part_of_what_is_wrong() -> None:
    (problem,) = heal("\uf8ffüëã", Origin("a.md")).problems
    bare = Problem(problem.severity, problem.file, problem.line, problem.message, problem.hint, problem.effect)
    assert bare == problem
    assert problem.edits


@given(st.lists(st.sampled_from(["X", "XX", "ab", " ", "\n", "}", "aX"]), max_size=25))
def test_each_edit_names_one_place_and_what_it_makes_of_it(bits: list[str]) -> None:
    text = "".join(bits)
    starts = [at for at, character in enumerate(text) if character == "X" and at % 3]
    repairs = [repair(at, at + 1, "yy") for at in starts]
    lines = text.split("\n")
    found = edits_of(text, repairs, 1)
    assert len(found) == len(repairs)
    for edit in filter(None, found):
        line = lines[edit.line - 1]
        assert line.count(edit.before) == edit.times
    if found and all(found):
        made = mend(text.encode(), filter(None, found))
        assert made.data.decode() == apply_repairs(text, repairs)
