"""The ``schedule`` in a course's front matter."""

from __future__ import annotations

from tui_home.model.blocks import Align, Blocks, Heading, Table
from tui_home.model.inline import Span, Spans
from tui_home.model.problem import Problem
from tui_home.sources.folder import Source
from tui_home.sources.jekyll.cv.values import BOLD, MUTED, TECHNICAL, readable
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping, as_text
from tui_home.text.safe import printable

_SCHEDULE = "Schedule"
_WHEN = ("week", "lecture", "session", "no", "number", "date", "day")
_TOPIC = ("topic", "title", "name")
_TEXT = ("description", "summary", "notes")
_MATERIALS = ("materials", "links", "resources")


def read_schedule(reading: Reading, page: Page) -> tuple[Blocks, list[Problem]]:
    """Return the schedule as a table: when, and what; materials stand below what they belong to."""
    items = page.front.get("schedule")
    if not isinstance(items, list):
        return (), []
    writing = Writing(reading, Source(page.path, ""), page, reading.base(page))
    weeks = [item if isinstance(item, Mapping) else _bare(item) for item in items]
    rows = [row for item in weeks if writing.spend() and any(row := _row(writing, item))]
    if not rows:
        return (), writing.problems
    table = Table((), tuple(rows), (Align.LEFT, Align.LEFT))
    return (Heading(2, (Span(_SCHEDULE),)), table), writing.problems


def _bare(item: object) -> Mapping:
    mapping = Mapping()
    mapping["topic"] = item
    return mapping


def _row(writing: Writing, item: Mapping) -> tuple[Spans, Spans]:
    lines: list[Spans] = []
    topics = [spans for key in _TOPIC if (spans := _line(writing, item, key))]
    lines += [tuple(Span(span.text, BOLD, span.link) for span in spans) for spans in topics]
    lines += [spans for key in _TEXT if (spans := _line(writing, item, key))]
    lines += [spans for key in _MATERIALS if (spans := _materials(writing, item.get(key)))]
    known = frozenset((*_WHEN, *_TOPIC, *_TEXT, *_MATERIALS)) | TECHNICAL
    for key, value in item.items():
        if key not in known and (said := _materials(writing, value)):
            lines.append((Span(f"{readable(key)}: ", MUTED), *said))
    return _when(item), _broken(lines)


def _when(item: Mapping) -> Spans:
    parts = [(key, printable(item.text(key))) for key in _WHEN]
    said = [f"Week {text}" if key == "week" and text.isdigit() else text for key, text in parts if text]
    return _broken([(Span(text, MUTED),) for text in said])


def _line(writing: Writing, item: Mapping, key: str) -> Spans:
    text = item.text(key)
    return writing.line(" ".join(text.split()), item.text_lines.get(key)) if text else ()


def _materials(writing: Writing, value: object) -> Spans:
    """Return links to what goes with a week, in one line."""
    spans: list[Span] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            address = item.text("url") or item.text("link")
            label = printable(item.text("name") or item.text("title") or address)
            shown: Spans = (Span(label, link=writing.link(address, label) if address else None),)
        else:
            shown = writing.line(as_text(item), None)
        if any(span.text for span in shown):
            spans += (*((Span("   "),) if spans else ()), *shown)
    return tuple(spans)


def _broken(lines: list[Spans]) -> Spans:
    spans: list[Span] = []
    for line in lines:
        spans += (*((Span("\n"),) if spans else ()), *line)
    return tuple(spans)
