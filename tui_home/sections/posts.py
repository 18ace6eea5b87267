"""Posts: newest first, by year, each opened as a page of its own."""

from __future__ import annotations

from itertools import groupby

from tui_home.model.blocks import Block, Blocks
from tui_home.model.collections import Article
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections.articles import article_entry
from tui_home.sections.words import count_of, day_of, division

_DAY_CELLS = 6


def compose_posts(site: Site, _view: View) -> Blocks:
    """Return every post under the heading of its year; those without a date come last."""
    composed: list[Block] = []
    for year, posts in groupby(site.posts, key=lambda post: post.date.year if post.date else None):
        composed.append(division(str(year) if year else "Undated"))
        width = _DAY_CELLS if year else 0
        composed.extend(article_entry(post, label=_day(post), label_width=width) for post in posts)
    return tuple(composed)


def posts_of(site: Site) -> tuple[Article, ...]:
    """Return the posts, which the section opens."""
    return site.posts


def count_posts(site: Site) -> str:
    """Return how many posts there are, in words."""
    return count_of(len(site.posts), "post", "posts")


def _day(post: Article) -> str:
    return day_of(post.date, with_year=False) if post.date else ""
