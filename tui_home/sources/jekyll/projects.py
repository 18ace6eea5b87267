"""``_projects/``: by category, by importance."""

from __future__ import annotations

from dataclasses import replace

from tui_home.model.collections import Article
from tui_home.model.problem import Problem
from tui_home.sources.jekyll.articles import read_articles
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.permalinks import folder_of
from tui_home.sources.jekyll.reading import Reading
from tui_home.text.safe import printable

_LEAST, _GREATEST = float("-inf"), float("inf")


def read_projects(reading: Reading, shown_on: Page | None) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the projects in al-folio's order, and what is wrong in them.

    By ``importance``, those without any first, as Jekyll's sort filter has it, those with a word for it last; with
    categories, those that the page displays come first in its order, then the others, then projects without one.

    Args:
        reading: The site.
        shown_on: The page that lists the projects; None when there is none.
    """
    found = read_articles(reading, folder_of("projects", reading.config), "project")
    raw = reading.config.raw
    grouped = raw.flag("enable_project_categories") if "enable_project_categories" in raw else True
    displayed = tuple(map(printable, shown_on.front.texts("display_categories"))) if shown_on else ()
    written = [printable(page.front.text("category")) if grouped else "" for page in found.pages]
    spelt = {name.lower(): name for name in reversed((*displayed, *written)) if name}
    categories = [spelt.get(name.lower(), "") for name in written]
    order = {name: place for place, name in enumerate(dict.fromkeys((*displayed, *filter(None, categories))))}

    def place(project: tuple[Article, Page]) -> tuple[int, float]:
        article, page = project
        return order.get(article.group, len(order)), _importance(page)

    projects = [
        (replace(article, group=category, minutes=0, tags=tuple(tag for tag in article.tags if tag != category)), page)
        for article, page, category in zip(found.articles, found.pages, categories, strict=True)
    ]
    return tuple(article for article, _ in sorted(projects, key=place)), found.problems


def _importance(page: Page) -> float:
    try:
        return float(page.front.text("importance") or _LEAST)
    except ValueError:
        return _GREATEST
