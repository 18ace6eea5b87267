"""From a BibTeX record to a publication."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui_home.model.inline import Span, Spans, plain_text
from tui_home.model.site import Publication
from tui_home.sources.jekyll.bibliography.export import bibtex_of
from tui_home.sources.jekyll.bibliography.links import links_of
from tui_home.sources.jekyll.bibliography.metrics import Metrics
from tui_home.sources.jekyll.bibliography.parents import inherited
from tui_home.sources.jekyll.bibliography.people import authors_of
from tui_home.sources.jekyll.bibliography.records import Record
from tui_home.sources.jekyll.bibliography.values import MONTHS, cut, text_of
from tui_home.sources.jekyll.bibliography.where import venue_of
from tui_home.sources.jekyll.bibliography.wording import blocks, marked, plain, spans
from tui_home.sources.jekyll.coauthors import Coauthors
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.venues import Venues
from tui_home.text.patterns import pattern

_YEAR = pattern(r"(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)")
_MONTH_NAME = pattern("|".join(MONTHS))
_MONTH_NUMBER = pattern(r"(?<!\d)(?:1[0-2]|0?[1-9])(?!\d)")
_DATE_MONTH = pattern(r"\d{4}-(\d{2})")
_NO = frozenset(("", "false", "no", "0"))
_LONGEST_AWARD = 60
"""Characters of an award that stand in a line with others."""


class Context(NamedTuple):
    """What the entries of a site share."""

    config: Config
    coauthors: Coauthors
    venues: Venues
    metrics: Metrics
    by_key: Mapping[str, Record]
    """Records by lower-case key, for ``crossref`` and ``xdata``."""


class Shelved(NamedTuple):
    """A publication, and what its fields say, by which it may be sorted."""

    paper: Publication
    fields: Mapping[str, str]
    """By lower-case name, LaTeX kept."""


def publication(record: Record, key: str, strings: Mapping[str, str], context: Context) -> Shelved:
    """Return the publication that an entry describes.

    Args:
        record: The entry.
        key: Its citation key, made unique within the site.
        strings: The ``@string``s of its file.
        context: What it shares with the others.
    """
    fields = {name.lower(): text_of(raw, strings) for name, raw in inherited(record, context.by_key)}
    origin, kind = record.origin, record.type.lower()
    year = _YEAR.search(fields.get("year") or fields.get("date", ""))
    abbr = plain(fields.get("abbr", ""), origin)
    award, praise = _award(fields, record)
    paper = Publication(
        key=key,
        type=kind,
        title=spans(_title(fields), origin) or (Span(key),),
        authors=authors_of(fields.get("author") or fields.get("editor", ""), context.config, context.coauthors, origin),
        venue=venue_of(kind, fields, origin),
        abbr=abbr,
        year=int(year[0]) if year else None,
        month=month(fields),
        selected=fields.get("selected", "").lower() not in _NO,
        links=links_of(fields, context.config),
        bibtex=bibtex_of(record, strings, context.config.display_only),
        abstract=blocks(_abstract(record, fields), origin),
        award=award,
        note=_notes(praise, fields, record),
        more_links=context.metrics.links(fields),
        venue_link=context.venues.link(abbr),
    )
    return Shelved(paper, fields)


def _title(fields: Mapping[str, str]) -> str:
    title, subtitle = fields.get("title", ""), fields.get("subtitle", "")
    return f"{title}: {subtitle}" if title and subtitle and subtitle not in title else title or subtitle


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


def _abstract(record: Record, fields: Mapping[str, str]) -> str:
    """Return the abstract with its empty lines, which divide paragraphs."""
    pieces = cut(record.raw("abstract")).pieces
    return (
        "".join(piece.text for piece in pieces)
        if len(pieces) == 1 and pieces[0].literal
        else fields.get("abstract", "")
    )


def _award(fields: Mapping[str, str], record: Record) -> tuple[str, Spans]:
    """Return what an award is called, and what else is said of it: al-folio's ``award_name`` and ``award``."""
    said = fields.get("award", "")
    about = () if said.lower() in {*_NO, "true"} else marked(said, record.origin)
    text = plain_text(about)
    name = plain(fields.get("award_name", ""), record.origin)
    if name:
        return name, about if text != name else ()
    if len(text) > _LONGEST_AWARD:
        return "Award", about
    return text or ("Award" if said.lower() == "true" else ""), ()


def _notes(praise: Spans, fields: Mapping[str, str], record: Record) -> Spans:
    """Return what is said about the publication besides, without addresses that stand alone: they are links."""
    said = (fields.get(name, "") for name in ("additional_info", "annotation", "note"))
    notes = {plain_text(note): note for note in (praise, *(marked(text, record.origin) for text in said if text))}
    parts: list[Span] = []
    for text, note in notes.items():
        if text and not ("://" in text and " " not in text):
            parts += (Span("\n"), *note) if parts else note
    return tuple(parts)
