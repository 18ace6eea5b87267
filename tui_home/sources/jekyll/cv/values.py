"""What any value of a data file says, whatever it is: nothing that an owner wrote is dropped for want of a name."""

from __future__ import annotations

from collections.abc import Iterable

from tui_home.model.blocks import Block, Blocks, ListBlock, ListItem, Paragraph
from tui_home.model.inline import Span, Spans, Style
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.yaml_values import Mapping, as_text
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

TECHNICAL = frozenset(("icon", "type", "image", "logo", "priority", "weight", "order", "id", "class", "color", "css"))
"""Keys whose values are for the web page's looks and never text."""
TITLES = ("title", "name", "category", "label", "text", "bullet", "number", "reversed_number")
"""What names a value that has parts."""
ADDRESSES = ("url", "link", "website", "href")
CHILDREN = ("contents", "items", "subitems", "highlights", "keywords", "courses")
SELF_EVIDENT = frozenset(
    (
        *(
            "value",
            "level",
            "fluency",
            "details",
            "institution",
            "school",
            "time",
            "year",
            "date",
            "location",
            "linkname",
        ),
        *("description", "summary", "maindescription", "reference", "startDate", "endDate", "start_date", "end_date"),
        *("department", "position", "company", "organization", "awarder", "issuer", "publisher", "journal"),
    )
)
"""Keys that need no mention before their value."""
BOLD = Style(bold=True)
MUTED = Style(muted=True)
_APART = pattern(r"[_-]|(?<=[a-z])(?=[A-Z][a-z])")
_DEEPEST = 6
_LONGEST_NAME = 80


def told(writing: Writing, value: object, at: int | None, depth: int = 0) -> Blocks:
    """Return a value as Blocks.

    Args:
        writing: Reads its texts.
        value: A text, a number, a list, a mapping, or nothing.
        at: The file's line on which it begins; None when unknown.
        depth: How many lists it stands in.
    """
    if isinstance(value, Mapping):
        return _mapping(writing, value, depth)
    if isinstance(value, list):
        return listed(writing, value, at, depth)
    text = as_text(value)
    return writing.blocks(text, at) if text and writing.spend() else ()


def listed(writing: Writing, values: list[object], at: int | None, depth: int = 0) -> Blocks:
    """Return a list as one; lists deeper than anybody follows stand one below the other."""
    items = [blocks for value in values if writing.spend() and (blocks := told(writing, value, at, depth + 1))]
    if not items:
        return ()
    if depth >= _DEEPEST:
        return tuple(block for blocks in items for block in blocks)
    return (ListBlock(tuple(ListItem(blocks) for blocks in items)),)


def named(writing: Writing, name: str, value: object, at: int | None, depth: int = 0) -> Blocks:
    """Return a value with what it is called: "Advisor: Ada Lovelace"."""
    called = (Span(f"{readable(name)}: ", MUTED),)
    text = as_text(value)
    if text and (spans := writing.line(text, at)):
        return (Paragraph((*called, *spans)),)
    if isinstance(value, list) and all(isinstance(item, str | int) for item in value):
        joined = ", ".join(text for item in value if (text := as_text(item)))
        return (Paragraph((*called, *writing.line(joined, at))),) if joined and writing.spend() else ()
    blocks = told(writing, value, at, depth)
    return (Paragraph((Span(f"{readable(name)}:", MUTED),)), *blocks) if blocks else ()


def close(found: Iterable[Blocks]) -> Blocks:
    """Return Blocks with those that are one paragraph each as lines of one."""
    blocks: list[Block] = []
    joinable = False
    for some in found:
        single = some[0] if len(some) == 1 else None
        last = blocks[-1] if blocks else None
        if joinable and isinstance(single, Paragraph) and isinstance(last, Paragraph):
            blocks[-1] = Paragraph((*last.spans, Span("\n"), *single.spans))
        else:
            blocks += some
        joinable = isinstance(single, Paragraph) if some else joinable
    return tuple(blocks)


def readable(name: str) -> str:
    """Return a key as a person would write it: ``thesis_title`` is "Thesis title"."""
    name = printable(name)[:_LONGEST_NAME].strip()
    if " " not in name and name.isascii():
        words = _APART.split(name)
        name = " ".join(word if word.isupper() or len(words) == 1 else word.lower() for word in words)
    return name[:1].upper() + name[1:]


def rest(writing: Writing, mapping: Mapping, used: set[str], depth: int = 0) -> Blocks:
    """Return the values that nobody has used yet, each with its name unless that says nothing."""
    found: list[Blocks] = []
    for key, value in mapping.items():
        if key in used or key in TECHNICAL or isinstance(value, bool) or not writing.spend():
            continue
        at = mapping.text_lines.get(key)
        evident = key in CHILDREN or key in SELF_EVIDENT
        found.append(told(writing, value, at, depth) if evident else named(writing, key, value, at, depth))
    return close(found)


def _mapping(writing: Writing, mapping: Mapping, depth: int) -> Blocks:
    """Return a mapping that is an item of some list: title and what belongs to it in one line, its parts below."""
    used: set[str] = set()
    title = _title(writing, mapping, used)
    aside: list[Span] = []
    for key, value in mapping.items():
        text = as_text(value)
        if key in used or key not in SELF_EVIDENT or not text or "\n" in text.strip() or not writing.spend():
            continue
        used.add(key)
        aside += (*((Span(" · ", MUTED),) if aside or title else ()), *writing.line(text, mapping.text_lines.get(key)))
    head = (*title, *aside)
    return (*((Paragraph(head),) if head else ()), *rest(writing, mapping, used, depth))


def _title(writing: Writing, mapping: Mapping, used: set[str]) -> Spans:
    for key in TITLES:
        text = mapping.text(key) if not isinstance(mapping.get(key), Mapping | list) else ""
        if text and writing.spend():
            used.add(key)
            spans = writing.line(text, mapping.text_lines.get(key))
            for address in ADDRESSES:
                linked = writing.linked(spans, mapping.text(address))
                if linked != spans:
                    used.add(address)
                    return linked
            return spans
    return ()
