"""A Site as plain lists, and back. What is decoded is trusted in nothing: it may have come from anywhere.

An object is the list of its fields in their order, without those at the end that have their default; a Block says first
which one it is. Styles and Links, of which a Site has many equal ones, stand in tables and are named by their number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import MISSING, replace
from typing import Any

from tui_home.model import blocks, collections, inline, problem, site
from tui_home.model.blocks import Heading, Table
from tui_home.model.inline import Link, Style
from tui_home.model.record import parts_of
from tui_home.model.site import Site
from tui_home.sources.plain_values import (
    Reader,
    UnfitError,
    choice_reader,
    read_date,
    read_flag,
    read_number,
    read_text,
    read_url,
    shared_reader,
    tuple_reader,
)

Plain = str | int | bool | list["Plain"] | None
"""What JSON can say, without its objects and fractions."""

_CHOICES = (blocks.Align, inline.LinkKind, problem.Severity)
_SHARED = (Style, Link)
_BLOCKS = {
    made.__name__: made
    for made in (
        *(Heading, Table, blocks.Paragraph, blocks.ListBlock, blocks.CodeBlock, blocks.Quote, blocks.Rule),
        *(blocks.Figure, blocks.Details),
    )
}
"""The Blocks that sources make; the others are the sections' own."""
_OBJECTS = {
    made.__name__: made
    for made in (
        *(site.Name, site.Profile, site.About, site.NewsItem, site.Author, site.Publication, site.Contact),
        *(problem.Problem, problem.Edit, blocks.ListItem, inline.Span),
        *(collections.Article, collections.Cv, collections.CvPart, collections.CvEntry, collections.Fact),
        *(collections.Repository, collections.SitePage, collections.Intro, collections.Route),
    )
}
_MEANT = {"Spans": "tuple[Span, ...]", "Blocks": "tuple[Block, ...]"}
_LEVELS = range(1, 7)


def encode(value: Site | tuple[Any, ...]) -> list[Plain]:
    """Return a Site, or the value of one of its fields, as lists.

    Raises:
        UnfitError: It holds what `decode` would not accept.
    """
    encoder = _Encoder()
    whole = encoder.plain(value)
    return [*(list(encoder.tables[shared].values()) for shared in _SHARED), whole]


def decode(plain: object) -> Site:
    """Return the Site that `plain` stands for.

    Raises:
        UnfitError: It stands for none; wrong types, unsafe text and unsafe addresses count as such.
    """
    found: Site = _decoded(plain, lambda decoder: decoder.object_reader(Site))
    return found


def decode_field(plain: object, name: str) -> tuple[Any, ...]:
    """Return the value of the Site's field `name` that `plain` stands for.

    Raises:
        UnfitError: It stands for none.
    """
    meant = next((meant for field, meant, _ in parts_of(Site) if field == name), "")
    if not meant.startswith("tuple["):
        raise UnfitError
    found: tuple[Any, ...] = _decoded(plain, lambda decoder: decoder.reader(meant))
    return found


def _decoded(plain: object, reader: Callable[[_Decoder], Reader]) -> Any:  # noqa: ANN401 - any part of a Site
    if type(plain) is not list or len(plain) != len(_SHARED) + 1:
        raise UnfitError
    decoder = _Decoder()
    for shared, table in zip(_SHARED, plain, strict=False):
        read = decoder.object_reader(shared)
        if type(table) is not list:
            raise UnfitError
        decoder.tables[shared.__name__] = [read(item) for item in table]
    return reader(decoder)(plain[-1])


class _Encoder:
    def __init__(self) -> None:
        self.tables: dict[type, dict[Any, Plain]] = {shared: {} for shared in _SHARED}
        self._numbers: dict[Any, int] = {}

    def plain(self, value: Any) -> Plain:  # noqa: ANN401 - any part of a Site
        kind = type(value)
        if value is None or kind in (bool, int):
            return value  # type: ignore[no-any-return] # the test above is beyond mypy
        if isinstance(value, str):
            return str(value)
        if kind is tuple:
            return [self.plain(item) for item in value]
        if kind is dt.date:
            return str(value.isoformat())
        return self._number(value) if kind in self.tables else self._object(value)

    def _object(self, value: Any) -> list[Plain]:  # noqa: ANN401 - any class of the model
        name = type(value).__name__
        if name in _BLOCKS:
            return [name, *self._fields(value)]
        if isinstance(value, problem.Problem):
            value = replace(value, edits=())  # only a check needs them, and that reads the folder
        if name in _OBJECTS or type(value) is Site:
            return self._fields(value)
        raise UnfitError(name)

    def _number(self, value: Any) -> int:  # noqa: ANN401 - what is shared
        table = self.tables[type(value)]
        if value not in table:
            self._numbers[value] = len(table)
            table[value] = self._fields(value)
        return self._numbers[value]

    def _fields(self, value: Any) -> list[Plain]:  # noqa: ANN401 - any class of the model
        own = list(parts_of(type(value)))
        while own and getattr(value, own[-1][0]) == own[-1][2]:
            own.pop()
        return [self.plain(getattr(value, name)) for name, _, _ in own]


class _Decoder:
    """Finds the reader of each field by the type that the model's source gives it."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Any]] = {}
        self._readers: dict[str, Reader] = {
            "str": read_text,
            "int": read_number,
            "bool": read_flag,
            "url": read_url,
            "dt.date": read_date,
        }
        self._readers |= {choices.__name__: choice_reader(choices) for choices in _CHOICES}
        self._readers["Block"] = self._block

    def reader(self, meant: str) -> Reader:
        meant = _MEANT.get(meant, meant)
        if meant not in self._readers:
            self._readers[meant] = self._made(meant)
        return self._readers[meant]

    def _made(self, meant: str) -> Reader:
        if meant.endswith(" | None"):
            read = self.reader(meant.removesuffix(" | None"))
            return lambda value: None if value is None else read(value)
        if meant.startswith("tuple["):
            return tuple_reader(self.reader(meant.removeprefix("tuple[").removesuffix(", ...]")))
        if meant in self.tables:
            return shared_reader(self.tables[meant])
        return self.object_reader(_OBJECTS[meant])

    def object_reader(self, made: type) -> Reader:
        own = list(parts_of(made))
        fewest = sum(default is MISSING for _, _, default in own)
        readers: list[Reader] = []

        def read(value: object) -> object:
            if not readers:  # most objects are not of the front of a Site
                readers.extend(self.reader("url" if name == "url" else meant) for name, meant, _ in own)
            if type(value) is not list or not fewest <= len(value) <= len(readers):
                raise UnfitError
            return made(*[read(item) for read, item in zip(readers, value, strict=False)])

        return read

    def _block(self, value: object) -> object:
        if type(value) is not list or not value or type(value[0]) is not str or value[0] not in _BLOCKS:
            raise UnfitError
        name = value[0]
        if name not in self._readers:  # not before it is needed: Blocks hold Blocks
            self._readers[name] = self.object_reader(_BLOCKS[name])
        block = self._readers[name](value[1:])
        if isinstance(block, Heading) and block.level not in _LEVELS:
            raise UnfitError
        if isinstance(block, Table) and any(len(row) != len(block.aligns) for row in (*block.rows, *_head(block))):
            raise UnfitError
        return block


def _head(table: Table) -> tuple[tuple[inline.Spans, ...], ...]:
    return (table.header,) if table.header else ()
