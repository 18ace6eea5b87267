"""One line of a curriculum vitae, whatever its file calls the parts of it.

The names are those of al-folio's ``time_table``, RenderCV's entries and JSON Resume's sections; they do not contradict
one another, so that one reader serves all (as one set of includes does in al-folio since 2025).
"""

from __future__ import annotations

from tui_home.document.walk import text_of
from tui_home.model.blocks import Block, Blocks, ListBlock, Paragraph
from tui_home.model.collections import CvEntry
from tui_home.model.inline import Span, Spans, plain_text
from tui_home.sources.jekyll.cv.values import ADDRESSES, MUTED, close, named, rest, told
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.yaml_values import Mapping, as_text
from tui_home.text.periods import between, period
from tui_home.text.safe import printable

_WHENS = ("year", "years", "date", "dates", "time", "period", "releaseDate", "release_date")
_STARTS = ("start_date", "startDate", "start", "from")
_ENDS = ("end_date", "endDate", "end", "to")
_TITLES = (
    *(
        "title",
        "position",
        "degree",
        "studyType",
        "study_type",
        "role",
        "area",
        "name",
        "label",
        "language",
        "category",
    ),
    *("event", "company", "institution", "organization"),
)
_SUBTITLES = (
    *("area", "name", "company", "organization", "institution", "school", "university", "employer", "entity", "event"),
    *("department", "publisher", "journal", "awarder", "issuer", "position", "degree", "studyType", "role", "category"),
)
_TEXTS = ("summary", "maindescription", "description", "details", "reference", "value")
_SHORT = ("courses", "keywords", "score")
_LISTS = ("highlights", "items", "contents")
_LINKS = ("linkitems", "links")
_BESIDE_TITLE = ("level", "fluency")
_DATES = (*_WHENS, *_STARTS, *_ENDS)


def is_dated(mapping: Mapping) -> bool:
    """Return whether a mapping says when."""
    return any(mapping.text(key) for key in _DATES)


def read_entry(writing: Writing, mapping: Mapping, key: str) -> CvEntry | None:
    """Return one entry; None when it says nothing.

    Args:
        writing: Reads its texts.
        mapping: The entry.
        key: What it is called, unique within the CV.
    """
    used: set[str] = set()
    when = _when(mapping, used)
    title = _title(writing, mapping, used)
    beside = [_line(writing, mapping, name, used) for name in _BESIDE_TITLE]
    for spans in filter(None, beside):
        title = (*title, Span(" · ", MUTED), *spans) if title else spans
    authors = _authors(writing, mapping, used)
    where = _subtitle(writing, mapping, used, plain_text(title))
    place = _place(mapping, used)
    title, blocks = _linked(writing, mapping, title, used)
    if plain_text(authors) == plain_text(where):
        authors = ()
    if authors:
        where = (*authors, *((Span("\n"), *where) if where else ()))
    blocks = (*_texts(writing, mapping, used), *_links(writing, mapping, used), *blocks, *rest(writing, mapping, used))
    if not title:
        blocks = tuple(map(_alone, blocks))
    if not (title or where) and not any(map(str.isalnum, text_of(blocks))):
        alone = ", ".join(filter(None, (when, place)))
        return CvEntry(key, "", (Span(alone),)) if alone else None
    return CvEntry(key, when, title, where, place, blocks)


def _when(mapping: Mapping, used: set[str]) -> str:
    """Return the dates: the one there is, else from start to end."""
    whole, start, end = (
        next((key for key in keys if mapping.text(key) and _is_flat(mapping.get(key))), "")
        for keys in (_WHENS, _STARTS, _ENDS)
    )
    used |= {whole, start, end}
    if not whole:
        return between(mapping.text(start), mapping.text(end))
    text = ", ".join(mapping.texts(whole))
    return between("", text) if text[4:] == "-01-01" else period(text)


def _title(writing: Writing, mapping: Mapping, used: set[str]) -> Spans:
    for key in _TITLES:
        if spans := _line(writing, mapping, key, used):
            if key in ("degree", "studyType", "study_type") and (area := _line(writing, mapping, "area", used)):
                return (*spans, Span(", "), *area)
            return spans
    return ()


def _subtitle(writing: Writing, mapping: Mapping, used: set[str], title: str) -> Spans:
    """Return where it was, each name once; what the title says already is not said again."""
    parts: list[Span] = []
    said = {title}
    for key in _SUBTITLES:
        spans = _line(writing, mapping, key, used)
        words = plain_text(spans)
        if spans and words not in said:
            said.add(words)
            parts += (*((Span(", "),) if parts else ()), *spans)
    return tuple(parts)


def _authors(writing: Writing, mapping: Mapping, used: set[str]) -> Spans:
    names = mapping.texts("authors") if _is_flat(mapping.get("authors")) else ()
    if not names or not writing.spend():
        return ()
    used.add("authors")
    return writing.line(", ".join(names), mapping.text_lines.get("authors"))


def _place(mapping: Mapping, used: set[str]) -> str:
    value = mapping.get("location")
    parts = tuple(value.values()) if isinstance(value, Mapping) else value if isinstance(value, list) else (value,)
    if any(isinstance(part, Mapping | list) for part in parts):
        return ""
    used.add("location")
    return printable(", ".join(filter(None, map(as_text, parts))))


def _linked(writing: Writing, mapping: Mapping, title: Spans, used: set[str]) -> tuple[Spans, Blocks]:
    """Return the title leading to the entry's address, and the further addresses there are."""
    more: list[Block] = []
    for key in (*ADDRESSES, "doi"):
        written = mapping.text(key) if _is_flat(mapping.get(key)) else ""
        if not written:
            continue
        used.add(key)
        is_doi = key == "doi" and "://" not in written
        address = f"https://doi.org/{written.lower().removeprefix('doi:').strip()}" if is_doi else written
        linked = writing.linked(title, address)
        if linked != title:
            title = linked
        elif link := writing.link(address, printable(written)):
            more.append(Paragraph((Span(printable(written), link=link),)))
        else:
            more.append(Paragraph((Span(printable(written)),)))
    return title, tuple(more)


def _texts(writing: Writing, mapping: Mapping, used: set[str]) -> Blocks:
    """Return what the entry says below its title: running text, what is short, then lists."""
    used.update(_TEXTS, _SHORT, _LISTS)
    texts, short, lists = (
        close(_value(writing, mapping, key) for key in keys if not isinstance(mapping.get(key), bool))
        for keys in (_TEXTS, _SHORT, _LISTS)
    )
    return (*texts, *short, *lists)


def _value(writing: Writing, mapping: Mapping, key: str) -> Blocks:
    value, at = mapping.get(key), mapping.text_lines.get(key)
    if key == "keywords" and _is_flat(value):
        return told(writing, ", ".join(mapping.texts(key)), at)
    return named(writing, key, value, at) if key in _SHORT else told(writing, value, at)


def _links(writing: Writing, mapping: Mapping, used: set[str]) -> Blocks:
    """Return al-folio's buttons: lists of ``link`` with ``linkname`` or ``name``."""
    spans: list[Span] = []
    for key in _LINKS:
        items = mapping.get(key)
        if not isinstance(items, list) or not all(isinstance(item, Mapping) and item.text("link") for item in items):
            continue
        used.add(key)
        for item in items:
            label = printable(item.text("linkname") or item.text("name") or item.text("link"))
            link = writing.link(item.text("link"), label) if writing.spend() else None
            spans += (*((Span("   "),) if spans else ()), Span(label, link=link))
    return (Paragraph(tuple(spans)),) if spans else ()


def _line(writing: Writing, mapping: Mapping, key: str, used: set[str]) -> Spans:
    value = mapping.get(key)
    if key in used or not _is_flat(value) or not (text := mapping.text(key)) or not writing.spend():
        return ()
    used.add(key)
    return writing.line(", ".join(mapping.texts(key)) if isinstance(value, list) else text, mapping.text_lines.get(key))


def _is_flat(value: object) -> bool:
    return not isinstance(value, Mapping) and not (
        isinstance(value, list) and any(isinstance(item, Mapping | list) for item in value)
    )


def _alone(block: Block) -> Block:
    """Return the one item of a list as what it is: beside a year, a bullet says nothing."""
    if isinstance(block, ListBlock) and len(block.items) == 1 and len(block.items[0].blocks) == 1:
        return block.items[0].blocks[0]
    return block
