"""``_teachings/``: courses with their schedules, newest first.

Source: al-folio's ``_layouts/course.liquid`` and ``_includes/{courses,course_schedule}.liquid``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tui_home.model.collections import Article, Fact
from tui_home.model.problem import Problem
from tui_home.sources.jekyll.articles import read_articles
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.permalinks import folder_of
from tui_home.sources.jekyll.reading import Reading
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
            blocks = article.blocks
            if page.front.get("schedule"):
                from tui_home.sources.jekyll.schedule import read_schedule  # noqa: PLC0415 - start-up: few have one

                schedule, more = read_schedule(reading, page)
                problems += more
                blocks += schedule
            facts = (*_facts(page), *article.facts)
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
