"""What `dataclass(frozen=True, slots=True)` makes, made in a third of the time: each start makes forty."""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(made: type[T]) -> type[T]:
    """Return `made` with slots, a constructor and values that compare, hash and cannot be changed.

    Its fields may have defaults, and may be left out of comparisons; nothing else that dataclasses know. What the
    dataclasses module does with fields it does with these.
    """
    made = dataclass(init=False, repr=False, eq=False, slots=True)(made)
    own: Any = made
    values = _getter([each.name for each in fields(own)])
    compared = _getter([each.name for each in fields(own) if each.compare])

    def equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    own.__init__ = _constructor(own)
    own.__eq__, own.__hash__ = equal, lambda self: hash(compared(self))
    own.__repr__ = _repr
    # Copies and pickles are made by the constructor.
    own.__reduce__ = lambda self: (self.__class__, values(self))
    own.__setattr__, own.__delattr__ = _refuse, _refuse
    return made


def _getter(names: list[str]) -> Callable[[object], tuple[Any, ...]]:
    """Return what gives the values of these attributes."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple([getattr(self, name) for name in names])


def _constructor(made: Any) -> Callable[..., None]:  # noqa: ANN401 - any class
    """Return what sets each field by its slot: no other way leads past what refuses changes."""
    scope: dict[str, Any] = {}
    signature, body = ["self"], []
    for number, each in enumerate(fields(made)):
        scope[f"set{number}"] = getattr(made, each.name).__set__
        if each.default is not MISSING:
            scope[f"default{number}"] = each.default
        signature.append(each.name if each.default is MISSING else f"{each.name}=default{number}")
        body.append(f"    set{number}(self, {each.name})")
    # Only the names of fields come into it, which are ours.
    exec("\n".join((f"def __init__({', '.join(signature)}):", *(body or ["    pass"]))), scope)  # noqa: S102
    made_here: Callable[..., None] = scope["__init__"]
    made_here.__qualname__ = f"{made.__qualname__}.__init__"
    return made_here


def _repr(self: Any) -> str:  # noqa: ANN401 - any record
    said = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(said)})"


def _refuse(_self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{name} cannot be changed")
