from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from inspect import signature
from typing import Any

import pytest

from tui_home.model.record import record


@record
class Ours:
    """A record."""

    name: str
    many: tuple[int, ...] = ()
    aside: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Theirs:
    """What it is to be like."""

    name: str
    many: tuple[int, ...] = ()
    aside: str = field(default="", compare=False)


@record
class Single:
    """A record of one field."""

    name: str = "x"


def test_a_record_is_made_and_said_as_a_frozen_dataclass() -> None:
    assert repr(Ours("a", aside="c")) == repr(Theirs("a", aside="c")).replace("Theirs", "Ours")
    assert [(each.name, each.default) for each in fields(Ours)] == [
        (each.name, each.default) for each in fields(Theirs)
    ]
    assert [*signature(Ours).parameters] == [*signature(Theirs).parameters]
    assert Ours.__match_args__ == Theirs.__match_args__
    assert Ours.__doc__ == "A record."
    assert not hasattr(Ours("a"), "__dict__")
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required positional argument: 'name'"):
        Ours()  # type: ignore[call-arg]


def test_equal_records_are_equal_in_what_is_compared() -> None:
    one, other = Ours("a", (1,), "x"), Ours("a", (1,), "y")
    assert one == other
    assert hash(one) == hash(other)
    assert one != Ours("b", (1,), "x")
    theirs: object = Theirs("a", (1,), "x")
    assert one != theirs
    assert {Single("a"), Single("a"), Single()} == {Single("a"), Single("x")}


def test_a_record_cannot_be_changed() -> None:
    one = Ours("a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del one.name
    with pytest.raises(FrozenInstanceError):
        one.new = 1  # type: ignore[attr-defined]
    assert one.name == "a"


def test_copies_are_other_records_that_are_equal() -> None:
    one = Ours("a", (1, 2), "c")
    assert replace(one, name="b") == Ours("b", (1, 2))
    for copied in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301 - our own
        assert (copied, copied.aside) == (one, "c")
    assert pickle.loads(pickle.dumps(Single("a"))) == Single("a")  # noqa: S301 - our own


def test_the_first_and_the_hundredth_are_made_alike() -> None:
    """So many that there is a constructor by then."""
    made = [Ours("a", aside=str(number)) for number in range(100)]
    assert {(one.name, one.many) for one in made} == {("a", ())}
    assert [one.aside for one in made] == [str(number) for number in range(100)]


def test_what_is_left_out_of_comparisons_need_not_have_a_default() -> None:
    @record
    class Fresh:
        name: str
        aside: str = field(compare=False)

    for _ in range(20):
        with pytest.raises(TypeError, match="'aside'"):
            Fresh("a")  # type: ignore[call-arg]
        assert Fresh("a", "b") == Fresh("a", "c")


@pytest.mark.parametrize("wrong", [lambda made: made("a", (), "b", "c"), lambda made: made("a", name="b")])
def test_what_is_no_field_is_refused(wrong: Callable[[Any], object]) -> None:
    @record
    class Fresh:
        name: str
        many: tuple[int, ...] = ()
        aside: str = ""

    for _ in range(2):
        with pytest.raises(TypeError, match="__init__"):
            wrong(Fresh)
