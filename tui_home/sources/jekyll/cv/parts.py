"""One part of a curriculum vitae from whatever list stands there."""

from __future__ import annotations

from tui_home.model.blocks import Align, Blocks, Table
from tui_home.model.collections import CvEntry, CvPart
from tui_home.model.inline import Span, Spans
from tui_home.sources.jekyll.cv.entry import is_dated, read_entry
from tui_home.sources.jekyll.cv.values import BOLD, TECHNICAL, told
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.yaml_values import Mapping

_NAMES = ("name", "label", "language")
_VALUES = ("value", "details", "fluency", "level", "summary", "keywords")
_LONGEST_NAME = 20
_LONGEST_VALUE = 200
"""Characters up to which a value stands beside its name, as in a table, rather than below it."""


def read_part(writing: Writing, title: str, contents: object, at: int | None, key: str) -> CvPart | None:
    """Return one part; None when it says nothing.

    Args:
        writing: Reads its texts.
        title: What it is called, safe to print.
        contents: What the file has there: a list of mappings or texts, or anything else.
        at: The file's line on which the contents begin; None when unknown.
        key: What the keys of its entries begin with.
    """
    items = contents if isinstance(contents, list) else [contents]
    mappings = [item for item in items if isinstance(item, Mapping)]
    if mappings and len(mappings) == len(items) and all(map(_is_pair, mappings)):
        return _part(title, (), table_of(writing, [_pair(mapping) for mapping in mappings]))
    entries: list[CvEntry] = []
    texts: list[object] = []
    for number, item in enumerate(items):
        if not isinstance(item, Mapping) or _is_bullet(item):
            texts.append(_bullet(item))
        elif writing.spend() and (entry := read_entry(writing, item, f"{key}:{number}")):
            entries.append(entry)
    whole: object = texts if len(texts) > 1 else texts[0] if texts else None
    return _part(title, tuple(entries), told(writing, whole, at))


def table_of(writing: Writing, rows: list[tuple[str, str, int | None]]) -> Blocks:
    """Return names and values in two columns.

    Args:
        writing: Reads the texts.
        rows: Name, value, and the file's line on which that stands.
    """
    cells: list[tuple[Spans, ...]] = []
    for name, value, at in rows:
        if writing.spend():
            label = tuple(Span(span.text, BOLD, span.link) for span in writing.line(name, at))
            cells.append((label, writing.line(value, at)))
    return (Table((), tuple(cells), (Align.LEFT, Align.LEFT)),) if cells else ()


def _part(title: str, entries: tuple[CvEntry, ...], blocks: Blocks) -> CvPart | None:
    return CvPart(title, entries, blocks) if entries or blocks else None


def _is_pair(mapping: Mapping) -> bool:
    """Return whether a mapping is a short name with a short value and nothing else."""
    said = {key for key, value in mapping.items() if key not in TECHNICAL and value not in (None, "", [])}
    name, value = said.intersection(_NAMES), said.intersection(_VALUES)
    if len(name) != 1 or name | value != said or is_dated(mapping) or not all(_is_flat(mapping[key]) for key in said):
        return False
    first, second, _ = _pair(mapping)
    return 0 < len(first) <= _LONGEST_NAME and len(second) <= _LONGEST_VALUE and "\n" not in second


def _is_flat(value: object) -> bool:
    return all(isinstance(item, str | int) for item in (value if isinstance(value, list) else [value]))


def _pair(mapping: Mapping) -> tuple[str, str, int | None]:
    key = next((key for key in _NAMES if mapping.text(key)), "")
    values = [key for key in _VALUES if mapping.get(key) not in (None, "", [])]
    shown = " · ".join(", ".join(mapping.texts(value)) for value in values)
    return mapping.text(key), shown, mapping.text_lines.get(values[0] if values else key)


def _is_bullet(mapping: Mapping) -> bool:
    return len(mapping) == 1 and next(iter(mapping)) in ("bullet", "number", "reversed_number", "text")


def _bullet(item: object) -> object:
    return next(iter(item.values())) if isinstance(item, Mapping) else item
