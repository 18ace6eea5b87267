"""From a BibTeX record to a publication."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui_home.model.site import Publication
from tui_home.sources.jekyll.bibliography.export import bibtex_of
from tui_home.sources.jekyll.bibliography.links import links_of
from tui_home.sources.jekyll.bibliography.people import authors_of
from tui_home.sources.jekyll.bibliography.records import Record
from tui_home.sources.jekyll.bibliography.values import MONTHS, cut, text_of
from tui_home.sources.jekyll.bibliography.wording import blocks, plain, spans
from tui_home.sources.jekyll.coauthors import Coauthors
from tui_home.sources.jekyll.config import Config
from tui_home.text.patterns import pattern

_VENUES = ("journal", "journaltitle", "booktitle", "school", "institution", "organization", "publisher")
_YEAR = pattern(r"(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)")
_MONTH_NAME = pattern("|".join(MONTHS))
_MONTH_NUMBER = pattern(r"(?<!\d)(?:1[0-2]|0?[1-9])(?!\d)")
_DATE_MONTH = pattern(r"\d{4}-(\d{2})")
_NO = frozenset(("", "false", "no", "0"))


class Context(NamedTuple):
    """What the entries of a file share."""

    strings: Mapping[str, str]
    config: Config
    coauthors: Coauthors
    by_key: Mapping[str, Record]
    """Records by lower-case key, for ``crossref``."""


def publication(record: Record, key: str, context: Context) -> Publication:
    """Return the publication that an entry describes.

    Args:
        record: The entry.
        key: Its citation key, made unique within the site.
        context: What it shares with the others.
    """
    fields = {name.lower(): text_of(raw, context.strings) for name, raw in _inherited(record, context.by_key)}
    origin = record.origin
    year = _YEAR.search(fields.get("year") or fields.get("date", ""))
    people = fields.get("author") or fields.get("editor", "")
    said = fields.get("annotation") or fields.get("additional_info") or fields.get("note", "")
    return Publication(
        key=key,
        type=record.type.lower(),
        title=spans(fields.get("title", ""), origin),
        authors=authors_of(people, context.config, context.coauthors, origin),
        venue=next((text for name in _VENUES if (text := plain(fields.get(name, ""), origin))), ""),
        abbr=plain(fields.get("abbr", ""), origin),
        year=int(year[0]) if year else None,
        month=month(fields),
        selected=fields.get("selected", "").lower() not in _NO,
        links=links_of(record, context.strings, context.config),
        bibtex=bibtex_of(record, context.strings, context.config.display_only),
        abstract=blocks(_abstract(record, fields), origin),
        award=_award(fields, record),
        note="" if "://" in said and " " not in said else plain(said, origin),
    )


def month(fields: Mapping[str, str]) -> int:
    """Return the month that the fields name, 1 to 12; 0 for none."""
    said = fields.get("month", "").lower()
    if name := _MONTH_NAME.search(said):
        return MONTHS.index(name[0]) + 1
    if number := _MONTH_NUMBER.search(said):
        return int(number[0])
    date = _DATE_MONTH.match(fields.get("date", ""))
    number = _MONTH_NUMBER.fullmatch(date[1]) if date else None
    return int(number[0]) if number else 0


def _inherited(record: Record, by_key: Mapping[str, Record]) -> tuple[tuple[str, str], ...]:
    """Return an entry's fields, after those that BibTeX's ``crossref`` gives it."""
    target = "".join(piece.text for piece in cut(record.raw("crossref")).pieces).lower()
    parent = by_key.get(target)
    if not target or parent is None or parent is record:
        return record.fields
    own = {name.lower() for name, _ in record.fields}
    given = [(_FROM_PARENT.get(name.lower(), name.lower()), value) for name, value in parent.fields]
    return (*(pair for pair in given if pair[0] in _INHERITABLE and pair[0] not in own), *record.fields)


_FROM_PARENT = {"title": "booktitle"}
_INHERITABLE = frozenset(("booktitle", "year", "month", "publisher", "series", "editor", "date"))


def _abstract(record: Record, fields: Mapping[str, str]) -> str:
    """Return the abstract with its empty lines, which divide paragraphs."""
    pieces = cut(record.raw("abstract")).pieces
    return (
        "".join(piece.text for piece in pieces)
        if len(pieces) == 1 and pieces[0].literal
        else fields.get("abstract", "")
    )


def _award(fields: Mapping[str, str], record: Record) -> str:
    said = fields.get("award_name") or fields.get("award", "")
    return plain("Award" if said.lower() == "true" else said, record.origin) if said.lower() not in _NO else ""
