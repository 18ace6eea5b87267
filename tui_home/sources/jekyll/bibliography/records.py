"""A ``.bib`` file as records: bibtexparser finds the blocks, values stay raw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.jekyll.bibliography.library import Source, library_of, without_comments
from tui_home.sources.jekyll.bibliography.values import fields_of, strings_of
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.suggest import closest

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry

_TYPE = pattern(r"@(\w+)")
_CORE = frozenset(("author", "title", "journal", "booktitle", "year", "abstract", "publisher", "selected"))
_SIMILAR = frozenset(("editor", "authors", "keyword", "keywords", "titles", "journaltitle", "maintitle"))
"""Fields of their own that look like slips of the core ones."""
_MAX_PROBLEMS = 100
_MAX_RECORDS = 5000


class Record(NamedTuple):
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


class Bibliography(NamedTuple):
    """What one file holds."""

    records: tuple[Record, ...]
    strings: dict[str, str]
    """``@string``s by lower-case name."""
    problems: tuple[Problem, ...]


def parse(text: str, origin: Origin) -> Bibliography:
    """Return the entries of BibTeX source; what is in a comment is left out, what is broken becomes a Problem.

    Entries and Problems are bounded in number.

    Args:
        text: BibTeX without a YAML header.
        origin: Where it begins.
    """
    plain = without_comments(text)
    library = library_of(plain)
    source = Source(plain, library)
    faults = _Faults(origin)
    records: list[Record] = []
    for block in library.blocks:
        start = block.start_line or 0
        records += (_record(entry, start, faults) for entry in _entries(block, source, faults))
        if len(records) >= _MAX_RECORDS:
            faults.add(Severity.ERROR, start, f"There are more than {_MAX_RECORDS} entries; the rest is left out", "")
            break
    strings = strings_of(tuple((string.key, string.value) for string in library.strings))
    return Bibliography(tuple(records), strings, tuple(faults.problems))


class _Faults:
    """The Problems of a file; of very many only the first are listed."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.problems: list[Problem] = []

    @property
    def full(self) -> bool:
        return len(self.problems) > _MAX_PROBLEMS

    def add(self, severity: Severity, at: int, message: str, hint: str) -> None:
        if self.full:
            return
        if len(self.problems) == _MAX_PROBLEMS:
            severity, message, hint = (
                Severity.ERROR,
                "The file has more faults; they are not listed",
                "mend these first",
            )
        self.problems.append(self.origin.problem(severity, message, hint, at=at))


def _entries(block: Block, source: Source, faults: _Faults) -> Iterator[Entry]:
    from bibtexparser import model  # noqa: PLC0415 - imported already, by library_of

    start = block.start_line or 0
    if isinstance(block, model.Entry):
        yield block
    elif isinstance(block, model.DuplicateBlockKeyBlock | model.DuplicateFieldKeyBlock):
        inner = block.ignore_error_block
        if isinstance(inner, model.Entry):
            yield inner
            if isinstance(block, model.DuplicateBlockKeyBlock):
                message = f"The key “{printable(inner.key)}” stands twice; both entries are shown"
                faults.add(Severity.WARNING, start, message, "give each entry a key of its own")
    elif isinstance(block, model.ParsingFailedBlock):
        saved = None if faults.full else source.rescue(start)
        shown = printable(source.beginning(start))
        if saved is None:
            message = f"The entry “{shown}” cannot be read; it is left out"
        else:
            message = f"The entry “{shown}” is broken; it is shown as far as it can be read"
            yield saved
        faults.add(Severity.ERROR, start, message, "close its braces and quotes, give it a key")


def _record(entry: Entry, start: int, faults: _Faults) -> Record:
    fields: dict[str, tuple[str, str]] = {}
    for field in entry.fields:
        glued = fields_of(field.key, field.value)
        if len(glued) > 1:
            message = f"A comma is missing after the field “{printable(field.key)}” of “{printable(entry.key)}”"
            at = start + (field.start_line or 0) - (entry.start_line or 0)
            faults.add(Severity.WARNING, at, message, "end each field with a comma")
        for name, value in glued:
            if name.lower() in fields:
                message = f"“{printable(entry.key)}” has the field “{printable(name)}” twice; the last one counts"
                faults.add(Severity.WARNING, start, message, "delete one of them")
            fields[name.lower()] = (name, value)
        if meant := _meant(field.key.lower(), fields):
            message = f"“{printable(field.key)}” is no field of BibTeX; taken for “{meant}”"
            faults.add(Severity.WARNING, start, message, f"write “{meant}”")
            fields[field.key.lower()] = (meant, field.value)
    written = _TYPE.match(entry.raw or "")
    place = Origin(faults.origin.file, faults.origin.line + start)
    return Record(written[1] if written else entry.entry_type, entry.key, tuple(fields.values()), place)


def _meant(name: str, fields: dict[str, tuple[str, str]]) -> str | None:
    """Return the core field that a misspelt name was meant to be; None when it is a name of its own."""
    if name in _CORE or name in _SIMILAR:
        return None
    meant = closest(name, _CORE)
    return meant if meant is not None and meant not in fields else None
