"""Courses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_home.document.walk import links, text_of
from tui_home.model.blocks import Heading, Table
from tui_home.model.inline import plain_text
from tui_home.model.site import Site

Opened = Callable[..., Site]

COURSE = """---
layout: course
title: Engines
description: On *engines*.
instructor: Ada Byron
term: Spring
year: 1843
location: Hall 1
time: Mondays
schedule:
  - week: 1
    date: Feb 5
    topic: Cards
    description: Of the *Jacquard* loom.
    materials:
      - name: Slides
        url: /assets/pdf/cards.pdf
      - name: Loom
        url: https://loom.example/
  - week: 2
    date: Feb 12
    topic: Exam
    room: Hall 2
    readings: [One, {name: Two, url: https://two.example/}]
---
## Overview

All about engines.
"""


def course(front: str) -> str:
    return f"---\ntitle: C\n{front}\n---\nText.\n"


def test_a_course_has_its_facts_text_and_schedule(site: Opened) -> None:
    opened = site({"_config.yml": "url: https://a.example\n", "_teachings/engines.md": COURSE})
    (found,) = opened.courses
    assert (found.key, found.group, plain_text(found.title)) == ("_teachings/engines", "Spring 1843", "Engines")
    assert plain_text(found.summary) == "On engines."
    assert [(fact.name, fact.text) for fact in found.facts] == [
        ("Instructor", "Ada Byron"),
        ("Location", "Hall 1"),
        ("Time", "Mondays"),
    ]
    assert [text_of((block,)) for block in found.blocks if not isinstance(block, Table)] == [
        *("Overview", "All about engines.", "Schedule"),
    ]
    table = found.blocks[-1]
    assert isinstance(table, Table)
    assert [tuple(map(plain_text, row)) for row in table.rows] == [
        ("Week 1\nFeb 5", "Cards\nOf the Jacquard loom.\nSlides   Loom"),
        ("Week 2\nFeb 12", "Exam\nRoom: Hall 2\nReadings: One   Two"),
    ]
    assert [link.url for link in links(found.blocks)] == [
        "https://a.example/assets/pdf/cards.pdf",
        "https://loom.example/",
        "https://two.example/",
    ]
    assert opened.problems == ()
    assert opened.route("/teachings/engines/") is not None


def test_newest_first_by_year_and_term(site: Opened) -> None:
    fronts = {
        "a": "year: 1842\nterm: Fall",
        "b": "year: 1843\nterm: Spring",
        "c": "term: WS 1843/44",
        "d": "term: Summer 1843",
        "e": "category: Seminars",
        "f": "year: 1843\nterm: Winter",
        "g": "layout: course",
        "h": "date: 1845-02-01",
    }
    opened = site({f"_teachings/{name}.md": course(front) for name, front in fronts.items()})
    assert [(found.key[-1], found.group) for found in opened.courses] == [
        *(("h", "1845"), ("c", "WS 1843/44"), ("d", "Summer 1843"), ("b", "Spring 1843"), ("f", "Winter 1843")),
        *(("a", "Fall 1842"), ("e", "Seminars"), ("g", "")),
    ]


def test_courses_lie_in_the_collection_that_the_page_speaks_of(site: Opened) -> None:
    page = "---\npermalink: /teaching/\n---\nI teach.\n\n{% for c in site.lectures %}{{ c.title }}{% endfor %}\n"
    opened = site(
        {
            "_config.yml": "collections:\n  lectures: {output: true}\n  other: {output: true}\n",
            "_pages/teaching.md": page,
            "_lectures/a.md": course("year: 1843"),
            "_other/b.md": course("year: 1843"),
        }
    )
    assert [found.key for found in opened.courses] == ["_lectures/a"]
    assert text_of(opened.intro("teaching")).strip() == "I teach."


def test_drafts_and_the_unpublished_are_left_out(site: Opened) -> None:
    assert site({"_teachings/a.md": course("published: false"), "_teachings/b.md": course("draft: true")}).courses == ()


@pytest.mark.parametrize(
    "schedule", ["soon", "[]", "{week: 1}", "[[a], {}, null, {topic: {a: b}}]", "[{materials: x}]"]
)
def test_a_schedule_may_be_anything(site: Opened, schedule: str) -> None:
    (found,) = site({"_teachings/a.md": course(f"schedule: {schedule}")}).courses
    assert text_of(found.blocks).startswith("Text.")


def test_a_schedule_of_texts_is_shown(site: Opened) -> None:
    (found,) = site({"_teachings/a.md": course("schedule: [Cards, Loops]")}).courses
    assert isinstance(found.blocks[1], Heading)
    assert "Cards\n  Loops" in text_of(found.blocks)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["week", "date", "topic", "materials", "room"]), st.text(max_size=9), max_size=5)
)
def test_any_week_can_be_read(site: Opened, week: dict[str, str]) -> None:
    quoted = ", ".join(f"{key}: {value!r}" for key, value in week.items())
    assert len(site({"_teachings/a.md": course(f"schedule: [{{{quoted}}}]")}).courses) == 1
