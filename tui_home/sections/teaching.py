"""Teaching: courses by term, newest first, each opened as a page with its schedule."""

from __future__ import annotations

from itertools import groupby

from tui_home.model.blocks import Block, Blocks
from tui_home.model.collections import Article
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections.articles import article_entry
from tui_home.sections.words import count_of, division


def courses_of(site: Site) -> tuple[Article, ...]:
    """Return what the section lists and opens."""
    return site.courses


def compose_teaching(site: Site, _view: View) -> Blocks:
    """Return every course under the heading of its term; those of which no term is known come last."""
    blocks: list[Block] = []
    for number, (term, courses) in enumerate(groupby(site.courses, key=lambda course: course.group)):
        if term or number:
            blocks.append(division(term or "Other courses"))
        blocks += map(article_entry, courses)
    return tuple(blocks)


def count_courses(site: Site) -> str:
    """Return how many courses there are, in words."""
    return count_of(len(site.courses), "course", "courses")
