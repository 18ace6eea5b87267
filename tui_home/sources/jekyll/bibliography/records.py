"""A ``.bib`` file as records: bibtexparser finds the blocks, values stay raw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui_home.model.problem import Edit, Origin, Problem, Severity
from tui_home.sources.jekyll.bibliography.library import Source, end_of, library_of, without_comments
from tui_home.sources.jekyll.bibliography.salvage import has_field, salvaged, swallows
from tui_home.sources.jekyll.bibliography.values import fields_of, strings_of
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.suggest import closest

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry

_TYPE = pattern(r"@(\w+)")
_NAME = pattern(r"[^\s%\"']+$")
_CORE = frozenset(("author", "title", "journal", "booktitle", "year", "abstract", "publisher", "selected"))
_SIMILAR = frozenset(("editor", "authors", "keyword", "keywords", "titles", "journaltitle", "maintitle"))
"""Fields of their own that look like slips of the core ones."""
_MAX_PROBLEMS = 100
_MAX_RECORDS = 20_000
_MAX_RESCUES = 100
_NO_ENTRIES = ("string", "preamble", "comment")
"""What only a broken file makes look like entries."""
_DATA = ("xdata", "set", "control")
"""Types of entries that are no publications: what others take fields from, and settings of REVTeX."""


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
    data: tuple[Record, ...]
    """Entries that only give others their fields."""
    problems: tuple[Problem, ...]


def parse(text: str, origin: Origin) -> Bibliography:
    """Return the entries of BibTeX source; what is in a comment is left out, what is broken becomes a Problem.

    Entries and Problems are bounded in number.

    Args:
        text: BibTeX without a YAML header.
        origin: Where it begins.
    """
    faults = _Faults(origin)
    plain = without_comments(text)
    if (end := end_of(plain, _MAX_RECORDS)) < len(plain):
        message = f"There are more than {_MAX_RECORDS} entries; the rest is left out"
        faults.add(Severity.ERROR, plain.count("\n", 0, end), message, "")
        plain = plain[:end]
    library = library_of(plain)
    blocks = library.blocks
    source = Source(plain, library)
    records: list[Record] = []
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        records += _records(block, following, source, faults)
    definitions = [(string.key, string.value) for string in library.strings]
    for record in records:
        definitions += record.fields if record.type.lower() == "string" else ()
    strings = strings_of(tuple(definitions))
    data = tuple(record for record in records if record.type.lower() in _DATA)
    shown = tuple(record for record in records if record.type.lower() not in (*_DATA, *_NO_ENTRIES))
    return Bibliography(shown, strings, data, faults.found())


class _Faults:
    """The Problems of a file; of very many only the first are listed."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.problems: list[Problem] = []
        self.rescues = 0
        self._unlisted: list[Edit] = []

    def found(self) -> tuple[Problem, ...]:
        """Return the Problems; the last one mends what is not listed."""
        if self._unlisted:
            self.problems[-1] = replace(self.problems[-1], edits=tuple(self._unlisted))
        return tuple(self.problems)

    @property
    def full(self) -> bool:
        return len(self.problems) > _MAX_PROBLEMS

    def misnamed(self, name: str, meant: str, at: int, *, certain: bool) -> None:
        """Add the Problem of a misspelt field; `certain` when the right one does not stand beside it."""
        message = f"“{printable(name)}” is no field of BibTeX; taken for “{meant}”"
        listed = len(self.problems) < _MAX_PROBLEMS
        self.add(Severity.WARNING, at, message, f"write “{meant}”")
        if certain:
            edit = Edit(self.origin.line + at, name, meant)
            if listed:
                self.problems[-1] = replace(self.problems[-1], edits=(edit,))
            else:
                self._unlisted.append(edit)

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


def _records(block: Block, following: Block | None, source: Source, faults: _Faults) -> Iterator[Record]:
    from bibtexparser import model  # noqa: PLC0415 - imported already, by library_of

    start = block.start_line or 0
    if isinstance(block, model.DuplicateBlockKeyBlock | model.DuplicateFieldKeyBlock):
        inner = block.ignore_error_block
        if isinstance(block, model.DuplicateBlockKeyBlock) and isinstance(inner, model.Entry):
            message = f"The key “{printable(inner.key)}” stands twice; both entries are shown"
            faults.add(Severity.WARNING, start, message, "give each entry a key of its own")
    else:
        inner = block
    if isinstance(inner, model.Entry):
        left_over = following.comment if isinstance(following, model.ImplicitComment) else ""
        misread = has_field(left_over) or any(swallows(field.value) for field in inner.fields)
        saved = _saved(start, source, faults) if misread else None
        if saved is None:
            yield _record(inner, start, faults)
        else:
            message = f"The braces of the entry “{printable(inner.key)}” do not match; it is read field by field"
            faults.add(Severity.ERROR, start, message, "give each brace its other half")
            yield saved
    elif isinstance(block, model.ParsingFailedBlock):
        saved = _saved(start, source, faults)
        shown = printable(source.beginning(start))
        if saved is None:
            message = f"The entry “{shown}” cannot be read; it is left out"
        else:
            message = f"The entry “{shown}” is broken; it is shown as far as it can be read"
            yield saved
        faults.add(Severity.ERROR, start, message, "close its braces and quotes, give it a key")


def _saved(start: int, source: Source, faults: _Faults) -> Record | None:
    """Return what can be read of a broken entry; of very many only the first are read again."""
    faults.rescues += 1
    found = salvaged(source.block(start)) if faults.rescues <= _MAX_RESCUES else None
    if found is None:
        return None
    fields = {name.lower(): (name, raw) for name, raw, _ in reversed(found.fields)}
    place = Origin(faults.origin.file, faults.origin.line + start)
    return Record(found.type, found.key or "untitled", tuple(reversed(fields.values())), place)


def _record(entry: Entry, start: int, faults: _Faults) -> Record:
    fields: dict[str, tuple[str, str]] = {}
    for field in entry.fields:
        named = _NAME.search(field.key)  # after a comment at the end of the line before, without quotes
        glued = fields_of(named[0] if named else field.key, field.value)
        if len(glued) > 1:
            message = f"A comma is missing after the field “{printable(glued[0][0])}” of “{printable(entry.key)}”"
            at = start + (field.start_line or 0) - (entry.start_line or 0)
            faults.add(Severity.WARNING, at, message, "end each field with a comma")
        for name, value in glued:
            if name.lower() in fields:
                message = f"“{printable(entry.key)}” has the field “{printable(name)}” twice; the last one counts"
                faults.add(Severity.WARNING, start, message, "delete one of them")
            fields[name.lower()] = (name, value)
        if (meant := _meant(field.key.lower())) and meant not in fields:
            at = start + (field.start_line or 0) - (entry.start_line or 0)
            faults.misnamed(field.key, meant, at, certain=all(other.key.lower() != meant for other in entry.fields))
            fields[field.key.lower()] = (meant, field.value)
    written = _TYPE.match(entry.raw or "")
    place = Origin(faults.origin.file, faults.origin.line + start)
    return Record(written[1] if written else entry.entry_type, entry.key, tuple(fields.values()), place)


@lru_cache(maxsize=512)
def _meant(name: str) -> str | None:
    """Return the core field that a misspelt name was meant to be; None when it is a name of its own."""
    return None if name in _CORE or name in _SIMILAR else closest(name, _CORE)
