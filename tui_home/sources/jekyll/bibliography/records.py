"""A ``.bib`` file as records: bibtexparser finds the blocks, values stay raw."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.jekyll.bibliography.values import fields_of, strings_of
from tui_home.text.safe import printable
from tui_home.text.suggest import closest

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry

_COMMENT = re.compile(r"@comment[ \t\r\n]*\{", re.IGNORECASE)
_BRACE = re.compile(r"(?<!\\)[{}]")
_NOT_NEWLINE = re.compile(r"[^\n]+")
_KEYLESS = re.compile(r"(@\w+[ \t\r\n]*[{(])(?=[ \t\r\n]*\w+[ \t\r\n]*=)")
_TYPE = re.compile(r"@(\w+)")
_CORE = frozenset(("author", "title", "journal", "booktitle", "year", "abstract", "publisher", "selected"))
_SIMILAR = frozenset(("editor", "authors", "keyword", "keywords", "titles", "journaltitle", "maintitle"))
"""Fields of their own that look like slips of the core ones."""
_CLOSINGS = ("}", "}}", '"}', ")")


@dataclass(frozen=True, slots=True)
class Record:
    """One entry with its fields as written."""

    type: str
    """As written: inproceedings, InProceedings …"""
    key: str
    fields: tuple[tuple[str, str], ...]
    """Names and raw values, in the order written; of a field given twice only the last."""
    origin: Origin

    def raw(self, name: str) -> str:
        """Return the raw value of a field, whose name is lower case; "" when there is none."""
        return next((value for field, value in self.fields if field.lower() == name), "")


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What one file holds."""

    records: tuple[Record, ...]
    strings: dict[str, str]
    """``@string``s by lower-case name."""
    problems: tuple[Problem, ...]


def parse(text: str, origin: Origin) -> Bibliography:
    """Return the entries of BibTeX source; what is in a comment is left out, what is broken becomes a Problem.

    Args:
        text: BibTeX without a YAML header.
        origin: Where it begins.
    """
    library = _library(_without_comments(text))
    strings = strings_of(tuple((string.key, string.value) for string in library.strings))
    problems: list[Problem] = []
    records = []
    for block in library.blocks:
        place = Origin(origin.file, origin.line + (block.start_line or 0))
        for entry, start in _entries(block, place, problems):
            records.append(_record(entry, start, problems))
    return Bibliography(tuple(records), strings, tuple(problems))


def _library(text: str) -> Library:
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - 30 ms that only a site with papers pays

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)  # it would write to the visitor's screen
    return parse_string(text, parse_stack=())


def _entries(block: Block, place: Origin, problems: list[Problem]) -> Iterator[tuple[Entry, Origin]]:
    from bibtexparser import model  # noqa: PLC0415 - imported already, by _library

    if isinstance(block, model.Entry):
        yield block, place
    elif isinstance(block, model.DuplicateBlockKeyBlock | model.DuplicateFieldKeyBlock):
        inner = block.ignore_error_block
        if isinstance(inner, model.Entry):
            yield inner, place
            if isinstance(block, model.DuplicateBlockKeyBlock):
                message = f"The key “{printable(inner.key)}” stands twice; both entries are shown"
                problems.append(place.problem(Severity.WARNING, message, "give each entry a key of its own"))
    elif isinstance(block, model.ParsingFailedBlock):
        saved = _rescue(block.raw or "")
        line = _NOT_NEWLINE.search(block.raw or "")
        shown = printable(line[0].strip())[:60] if line else ""
        if saved is None:
            message = f"The entry “{shown}” cannot be read; it is left out"
        else:
            message = f"The entry “{shown}” is broken; it is shown as far as it can be read"
            yield saved, place
        problems.append(place.problem(Severity.ERROR, message, "close its braces and quotes, give it a key"))


def _rescue(raw: str) -> Entry | None:
    """Return the entry that a broken block was meant to be: with a key, and closed."""
    keyed = _KEYLESS.sub(r"\1untitled,", raw, count=1).rstrip().rstrip(",")
    for closing in ("", *_CLOSINGS):
        entries = _library(keyed + closing).entries
        if entries and entries[0].fields:
            return entries[0]
    return None


def _record(entry: Entry, origin: Origin, problems: list[Problem]) -> Record:
    fields: dict[str, tuple[str, str]] = {}
    for field in entry.fields:
        glued = fields_of(field.key, field.value)
        if len(glued) > 1:
            message = f"A comma is missing after the field “{printable(glued[0][0])}” of “{printable(entry.key)}”"
            at = (field.start_line or 0) - (entry.start_line or 0)
            problems.append(origin.problem(Severity.WARNING, message, "end each field with a comma", at=at))
        for name, value in glued:
            if name.lower() in fields:
                message = f"“{printable(entry.key)}” has the field “{printable(name)}” twice; the last one counts"
                problems.append(origin.problem(Severity.WARNING, message, "delete one of them"))
            fields[name.lower()] = (name, value)
        if meant := _meant(field.key.lower(), fields):
            message = f"“{printable(field.key)}” is no field of BibTeX; taken for “{meant}”"
            problems.append(origin.problem(Severity.WARNING, message, f"write “{meant}”"))
            fields[field.key.lower()] = (meant, field.value)
    written = _TYPE.match(entry.raw or "")
    return Record(written[1] if written else entry.entry_type, entry.key, tuple(fields.values()), origin)


def _meant(name: str, fields: dict[str, tuple[str, str]]) -> str | None:
    """Return the core field that a misspelt name was meant to be; None when it is a name of its own."""
    if name in _CORE or name in _SIMILAR:
        return None
    meant = closest(name, _CORE)
    return meant if meant is not None and meant not in fields else None


def _without_comments(text: str) -> str:
    """Return `text` with each ``@comment{…}`` emptied, its lines kept; bibtexparser would show entries inside one."""
    parts: list[str] = []
    at = 0
    for comment in _COMMENT.finditer(text):
        if comment.start() < at:
            continue
        end = _closed(_BRACE.finditer(text, comment.end() - 1))
        if end is None:
            break
        parts += (text[at : comment.start()], "\n" * text.count("\n", comment.start(), end))
        at = end
    return "".join((*parts, text[at:]))


def _closed(braces: Iterable[re.Match[str]]) -> int | None:
    depth = 0
    for brace in braces:
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return None
