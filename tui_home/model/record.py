"""What `dataclass(frozen=True, slots=True)` makes, made in a twentieth of the time: each start makes forty."""

from __future__ import annotations

from dataclasses import (  # type: ignore[attr-defined] # _FIELD: what a field is that is no class variable
    _FIELD,
    MISSING,
    Field,
    FrozenInstanceError,
    field,
)
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

T = TypeVar("T")

_FEW = 12
"""So many records are made before a constructor is compiled, 10 µs a field: most classes have fewer in a visit."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(made: type[T]) -> type[T]:
    """Return `made` with slots, a constructor and values that compare, hash and cannot be changed.

    Its fields may have defaults, and may be left out of comparisons; nothing else that dataclasses know. What the
    dataclasses module does with fields it does with these.
    """
    types = made.__annotations__
    defaults = {name: vars(made)[name] for name in types if name in vars(made)}
    values, compared = _getter([*types]), _getter([name for name in types if _is_compared(defaults.get(name))])
    scope = {name: value for name, value in vars(made).items() if name not in (*types, "__dict__", "__weakref__")}

    def equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    few = iter(range(_FEW))

    def first(self: object, *given: Any, **named: Any) -> None:  # noqa: ANN401 - what the constructor takes
        fields = own.__slots__
        values = {**own._defaults, **dict(zip(fields, given, strict=False)), **named}
        whole = len(values) == len(fields) >= len(given) and named.keys() <= {*fields[len(given) :]}
        if next(few, None) is None or not whole:
            # It also says what is wrong.
            own.__init__ = _constructor(own)
            own.__init__(self, *given, **named)
            return
        for name, value in values.items():
            object.__setattr__(self, name, value)

    scope |= {
        "__slots__": tuple(types),
        "__match_args__": tuple(types),
        "__qualname__": made.__qualname__,
        "__dataclass_fields__": _Fields(made),
        "__signature__": _SIGNATURE,
        "__init__": first,
        "__eq__": equal,
        "__hash__": lambda self: hash(compared(self)),
        "__repr__": _repr,
        # Copies and pickles are made by the constructor.
        "__reduce__": lambda self: (self.__class__, values(self)),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "_defaults": {name: value for name in defaults if (value := _default(defaults[name])) is not MISSING},
    }
    own: Any = type(made.__name__, made.__bases__, scope)
    return own  # type: ignore[no-any-return] # it is made like `made`


def parts_of(made: type) -> Iterator[tuple[str, str, object]]:
    """Yield name, type and default (MISSING for none) of each field of a record, in their order."""
    own: Any = made
    for name, meant in own.__annotations__.items():
        yield name, meant, own._defaults.get(name, MISSING)


class _Fields:
    """What the dataclasses module knows of a record, found out when it asks: that takes most of making one."""

    def __init__(self, made: type) -> None:
        self._made = made

    def __get__(self, _record: object, own: Any) -> Mapping[str, Field[Any]]:  # noqa: ANN401 - any record
        known: dict[str, Field[Any]] = {}
        for name, meant in own.__annotations__.items():
            written = vars(self._made).get(name, MISSING)
            one: Any = written if isinstance(written, Field) else field(default=written)
            one.name, one.type, one._field_type = name, meant, _FIELD
            known[name] = one
        own.__dataclass_fields__ = known
        return known


class _Signature:
    """What the constructor of a record takes (see `inspect`), found out likewise."""

    def __get__(self, _record: object, own: Any) -> object:  # noqa: ANN401 - any record
        from inspect import signature  # noqa: PLC0415 - nobody in the program asks

        of_own = signature(_constructor(own))
        return of_own.replace(parameters=list(of_own.parameters.values())[1:])


_SIGNATURE = _Signature()


def _default(value: Any) -> object:  # noqa: ANN401 - of any field
    return value.default if isinstance(value, Field) else value


def _is_compared(default: object) -> bool:
    return not isinstance(default, Field) or bool(default.compare)


def _getter(names: list[str]) -> Callable[[object], tuple[Any, ...]]:
    """Return what gives the values of these attributes."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple([getattr(self, name) for name in names])


def _constructor(made: Any) -> Callable[..., None]:  # noqa: ANN401 - any class
    """Return what sets each field by its slot: no other way leads past what refuses changes."""
    scope: dict[str, Any] = {}
    signature, body = ["self"], []
    for number, (name, _, default) in enumerate(parts_of(made)):
        scope[f"set{number}"] = getattr(made, name).__set__
        if default is not MISSING:
            scope[f"default{number}"] = default
        signature.append(name if default is MISSING else f"{name}=default{number}")
        body.append(f"    set{number}(self, {name})")
    # Only the names of fields come into it, which are ours.
    exec("\n".join((f"def __init__({', '.join(signature)}):", *(body or ["    pass"]))), scope)  # noqa: S102
    made_here: Callable[..., None] = scope["__init__"]
    made_here.__qualname__ = f"{made.__qualname__}.__init__"
    return made_here


def _repr(self: Any) -> str:  # noqa: ANN401 - any record
    said = (f"{name}={getattr(self, name)!r}" for name, _, _ in parts_of(self.__class__))
    return f"{self.__class__.__qualname__}({', '.join(said)})"


def _refuse(_self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{name} cannot be changed")
