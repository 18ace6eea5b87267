"""Values of which a kept Site is made, read from JSON: each is what a source would have made, or `UnfitError`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from tui_home.text.safe import copyable

Reader = Callable[[Any], Any]

_SCHEMES = ("http://", "https://", "mailto:")
_LARGEST = 10**9


class UnfitError(Exception):
    """This is no Site, or none that a source would make."""


def read_text(value: object) -> str:
    """Return a text that is safe to print and to copy."""
    if type(value) is not str or copyable(value) != value:
        raise UnfitError
    return value


def read_url(value: object) -> str:
    """Return an address that is safe to open, or none."""
    if type(value) is not str or (
        value and not (value.startswith(_SCHEMES) and value.isascii() and value.isprintable() and " " not in value)
    ):
        raise UnfitError
    return value


def read_number(value: object) -> int:
    """Return a whole number of a sane size."""
    if type(value) is not int or abs(value) > _LARGEST:
        raise UnfitError
    return value


def read_flag(value: object) -> bool:
    """Return a truth."""
    if type(value) is not bool:
        raise UnfitError
    return value


def read_date(value: object) -> dt.date:
    """Return a day."""
    try:
        return dt.date.fromisoformat(read_text(value))
    except ValueError:
        raise UnfitError from None


def choice_reader(choices: type[StrEnum]) -> Reader:
    """Return what reads one of `choices`."""
    known = {str(choice): choice for choice in choices}

    def read(value: object) -> StrEnum:
        if type(value) is not str or value not in known:
            raise UnfitError
        return known[value]

    return read


def tuple_reader(read: Reader) -> Reader:
    """Return what reads a list of what `read` reads."""

    def read_all(value: object) -> tuple[object, ...]:
        if type(value) is not list:
            raise UnfitError
        return tuple([read(item) for item in value])

    return read_all


def shared_reader(table: list[Any]) -> Reader:
    """Return what reads a number of something in `table`."""

    def read(value: object) -> object:
        if type(value) is not int or not 0 <= value < len(table):
            raise UnfitError
        return table[value]

    return read
