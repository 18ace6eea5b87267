from __future__ import annotations

import copy
import pickle
import types
import typing

import pytest

from tui_home.model.named import NamedTuple


class Ours(NamedTuple):
    """A named tuple."""

    name: str
    many: tuple[int, ...] = ()
    last: str = "z"

    @property
    def loud(self) -> str:
        """Its name, louder."""
        return self.name.upper()


class Theirs(typing.NamedTuple):
    """What it is to be like."""

    name: str
    many: tuple[int, ...] = ()
    last: str = "z"


class Nothing(NamedTuple):
    """A named tuple without fields."""


class Mixin:
    """Something else."""

    __slots__ = ()


@pytest.mark.parametrize("made", [Ours, Theirs])
def test_both_are_made_said_and_taken_apart_alike(made: type[Ours | Theirs]) -> None:
    one = made("a", last="c")
    assert one == made(name="a", last="c") == made("a", (), "c")
    assert tuple(one) == ("a", (), "c")
    assert repr(one) == f"{made.__name__}(name='a', many=(), last='c')"
    assert one._fields == made.__match_args__ == ("name", "many", "last")
    assert (one._asdict(), one._field_defaults) == (
        {"name": "a", "many": (), "last": "c"},
        {"many": (), "last": "z"},
    )
    assert hash(one) == hash(("a", (), "c"))
    assert not hasattr(one, "__dict__")
    name, many, last = one
    assert (name, many, last) == (one.name, one.many, one.last)


@pytest.mark.parametrize("made", [Ours, Theirs])
def test_both_refuse_alike(made: type[Ours | Theirs]) -> None:
    with pytest.raises(TypeError, match=rf"{made.__name__}.__new__\(\) missing 1 required positional argument: 'name'"):
        made()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        made("a", other="b")  # type: ignore[call-arg]
    with pytest.raises((TypeError, ValueError), match="other"):
        made("a")._replace(other="b")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        made("a").name = "b"  # type: ignore[misc]


def test_a_field_without_a_default_comes_first() -> None:
    with pytest.raises(TypeError, match="without a default"):

        class Late(NamedTuple):
            first: int = 1
            second: int  # type: ignore[misc] # mypy knows it, too


@pytest.mark.parametrize("bases", [(Ours,), (NamedTuple, Mixin), (Mixin, NamedTuple)])
def test_none_is_made_of_another(bases: tuple[type, ...]) -> None:
    """Its fields would be lost without a word."""
    with pytest.raises(TypeError, match="Heir has to name its own fields"):
        types.new_class("Heir", bases)


def test_a_copy_is_of_the_same_class() -> None:
    one = Ours("a", (1,))
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one)), one._replace()):  # noqa: S301
        assert (other, type(other)) == (one, Ours)
    assert one._replace(name="b") == Ours("b", (1,))


def test_what_is_written_beside_the_fields_is_kept() -> None:
    assert (Ours("a").loud, Ours.__doc__, Nothing()) == ("A", "A named tuple.", ())
    match Ours("a", (1,)):
        case Ours(name, (1,)):
            assert name == "a"
