"""What an entry takes from others: BibTeX's ``crossref``, biblatex's ``xdata``."""

from __future__ import annotations

from collections.abc import Mapping

from tui_home.sources.jekyll.bibliography.records import Record
from tui_home.sources.jekyll.bibliography.values import cut

Fields = tuple[tuple[str, str], ...]
_FROM_PARENT = {"title": "booktitle"}
_INHERITABLE = frozenset(
    (
        *("booktitle", "year", "month", "date", "publisher", "series", "editor", "address", "location", "organization"),
        *("eventtitle", "volume", "number", "journal", "journaltitle", "school", "institution"),
    )
)
_MOST = 20
"""Entries of which one entry takes fields."""


def inherited(record: Record, by_key: Mapping[str, Record]) -> Fields:
    """Return an entry's fields, after those that others give it and that it does not have itself.

    Args:
        record: The entry.
        by_key: All entries by lower-case key, wherever they stand.
    """
    if not any(name.lower() in {"crossref", "xdata"} for name, _ in record.fields):
        return record.fields
    given: dict[str, str] = {}
    for key in _keys(record, "xdata"):
        given |= {name.lower(): value for name, value in _fields(key, record, by_key)}
    for key in _keys(record, "crossref")[:1]:
        for written, value in _fields(key, record, by_key):
            name = _FROM_PARENT.get(written.lower(), written.lower())
            if name in _INHERITABLE and (name not in given or name == written.lower()):
                given[name] = value
    own = {name.lower() for name, _ in record.fields}
    return (*((name, value) for name, value in given.items() if name not in own), *record.fields)


def _keys(record: Record, name: str) -> list[str]:
    said = "".join(piece.text for piece in cut(record.raw(name)).pieces)
    return [key.strip().lower() for key in said.split(",") if key.strip()][:_MOST]


def _fields(key: str, record: Record, by_key: Mapping[str, Record]) -> Fields:
    parent = by_key.get(key)
    return () if parent is None or parent is record else parent.fields
