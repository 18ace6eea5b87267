"""News: newest first, by year, the date beside the text."""

from __future__ import annotations

from itertools import groupby

from tui_home.model.blocks import Block, Blocks, Entry, Paragraph
from tui_home.model.inline import Link, LinkKind, Span, plain_text
from tui_home.model.site import NewsItem, Site
from tui_home.model.view import View
from tui_home.sections.words import (
    BOLD,
    MONTH_AND_YEAR_CELLS,
    MONTH_CELLS,
    MUTED,
    count_of,
    division,
    kindly,
    month_of,
)


def compose_news(site: Site, view: View) -> Blocks:
    """Return every news item under the heading of its year; items without a date come last."""
    if not site.news:
        return () if site.intro("news") else kindly("No news yet. What happens will stand here, newest first.")
    composed: list[Block] = []
    for year, items in groupby(site.news, key=lambda item: item.date.year if item.date else None):
        composed.append(division(str(year) if year else "Undated"))
        composed.extend(news_entry(item, view) for item in items)
    return tuple(composed)


def count_news(site: Site) -> str:
    """Return how many items there are, in words."""
    return count_of(len(site.news), "item", "items")


def news_entry(item: NewsItem, view: View, *, with_year: bool = False) -> Entry:
    """Return one item as an Entry; an item with a title folds its body away until it is opened.

    Args:
        item: The item.
        view: Whether it is open.
        with_year: Put the year beside the month, where no heading says it.
    """
    label = month_of(item.date, with_year=with_year)
    key = f"news:{item.key}"
    width = MONTH_AND_YEAR_CELLS if with_year else MONTH_CELLS
    if item.inline or not item.title:
        return Entry(key, (Span(label, MUTED),), width, item.blocks)
    link = Link(LinkKind.NEWS, plain_text(item.title), copy=plain_text(item.title), toggles=key if item.blocks else "")
    title = tuple(Span(span.text, BOLD, span.link) for span in item.title)
    return Entry(
        key,
        (Span(label, MUTED),),
        width,
        (Paragraph(title),),
        details=item.blocks,
        link=link,
        open=key in view.expanded,
    )
