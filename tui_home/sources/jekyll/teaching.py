"""``_teachings/``: courses with their schedules, newest first.

Source: al-folio's ``_layouts/course.liquid`` and ``_includes/{courses,course_schedule}.liquid``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tui_home.model.blocks import Align, Blocks, Heading, Table
from tui_home.model.collections import Article, Fact
from tui_home.model.inline import Span, Spans
from tui_home.model.problem import Problem
from tui_home.sources.folder import Source
from tui_home.sources.jekyll.articles import read_articles
from tui_home.sources.jekyll.cv.values import BOLD, MUTED, TECHNICAL, readable
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.permalinks import folder_of
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping, as_text
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_COLLECTIONS = ("teachings", "teaching")
_OTHERS = frozenset(("posts", "projects", "news", "pages", "books"))
_COURSES = pattern(r"\binclude\s{1,9}courses\.|\bsite\.courses\b")
_FACTS = {
    "instructor": "Instructor",
    "instructors": "Instructors",
    "lecturer": "Lecturer",
    "role": "Role",
    "institution": "Institution",
    "university": "University",
    "location": "Location",
    "time": "Time",
    "credits": "Credits",
    "language": "Language",
}
_YEAR = pattern(r"\d{4}")
_TERMS = (
    *(("ws", 5), ("wintersem", 5), ("winter s", 5), ("winter t", 5), ("winter", 0), ("lent", 0), ("hilary", 0)),
    *(("spring", 1), ("easter", 1), ("trinity", 1), ("summer", 2), ("ss", 2), ("fall", 4), ("autumn", 4)),
    *(("michaelmas", 4), ("jan", 0), ("feb", 1), ("mar", 1), ("apr", 1), ("sep", 4), ("oct", 4)),
)
_UNKNOWN_TERM = 3
_SCHEDULE = "Schedule"
_WHEN = ("week", "lecture", "session", "no", "number", "date", "day")
_TOPIC = ("topic", "title", "name")
_TEXT = ("description", "summary", "notes")
_MATERIALS = ("materials", "links", "resources")


class _Term(NamedTuple):
    """When a course is given; the later the greater."""

    year: int
    rank: int
    said: str


def read_courses(reading: Reading, shown_on: Page | None) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the courses, newest first, those of an unknown time last, and what is wrong in them.

    Args:
        reading: The site.
        shown_on: The page that lists the courses; None when there is none.
    """
    courses: list[tuple[_Term, Article]] = []
    problems: list[Problem] = []
    for collection in _collections(reading, shown_on.body if shown_on else ""):
        found = read_articles(reading, folder_of(collection, reading.config), "course")
        problems += found.problems
        for article, page in zip(found.articles, found.pages, strict=True):
            term = _term(article, page)
            schedule, more = _schedule(reading, page)
            problems += more
            facts = (*_facts(page), *article.facts)
            blocks = (*article.blocks, *schedule)
            whole = replace(article, group=term.said, facts=facts, blocks=blocks, date=None, minutes=0)
            courses.append((term, whole))
    courses.sort(key=lambda course: (bool(course[0].said), course[0].year, course[0].rank), reverse=True)
    return tuple(article for _, article in courses), tuple(problems)


def _collections(reading: Reading, body: str) -> tuple[str, ...]:
    """Return al-folio's names of the collection, and the others that the page speaks of."""
    named = [name for name in reading.config.raw.mapping("collections") if f"site.{name} " in body]
    named += ["courses"] if _COURSES.search(body) else []
    return tuple(dict.fromkeys((*_COLLECTIONS, *(name for name in named if name not in _OTHERS))))


def _term(article: Article, page: Page) -> _Term:
    """Return the term and the year that a course says, else its category, else the year of its date."""
    front = page.front
    term = printable(front.text("term") or front.text("semester") or front.text("quarter"))
    year = printable(front.text("year"))
    if not year and article.date and not _YEAR.search(term):
        year = str(article.date.year)
    said = " ".join(part for part in (term, "" if year in term else year) if part)
    said = said or printable(front.text("category"))
    found = _YEAR.search(year) or _YEAR.search(said)
    word = term.lower()
    rank = next((rank for beginning, rank in _TERMS if word.startswith(beginning)), _UNKNOWN_TERM)
    return _Term(int(found[0]) if found else 0, rank, said)


def _facts(page: Page) -> tuple[Fact, ...]:
    facts = ((name, ", ".join(page.front.texts(key))) for key, name in _FACTS.items())
    return tuple(Fact(name, printable(text)) for name, text in facts if text)


def _schedule(reading: Reading, page: Page) -> tuple[Blocks, list[Problem]]:
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
        if key not in known and (text := as_text(value)):
            lines.append((Span(f"{readable(key)}: ", MUTED), *writing.line(text, item.text_lines.get(key))))
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
