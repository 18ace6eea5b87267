"""The BibTeX that a visitor takes along."""

from __future__ import annotations

from collections.abc import Mapping

from tui_home.sources.jekyll.bibliography.records import Record
from tui_home.sources.jekyll.bibliography.values import written
from tui_home.text.patterns import pattern
from tui_home.text.safe import copyable

_UNFIT = pattern(r"[\s{}]+")
"""What BibTeX takes for the end of a key."""


def bibtex_of(record: Record, strings: Mapping[str, str], display_only: frozenset[str]) -> str:
    """Return an entry as BibTeX: fields as written and in their order, ``@string``s expanded, without control codes.

    Args:
        record: The entry.
        strings: The file's ``@string``s.
        display_only: Lower-case names of the fields that only the web page needs; left out.
    """
    fields = [f"  {name} = {written(raw, strings)}," for name, raw in record.fields if name.lower() not in display_only]
    key = _UNFIT.sub("_", record.key.strip()) or "untitled"
    return copyable("\n".join((f"@{record.type}{{{key},", *fields, "}")))
