"""``_news/``: what happened, newest first."""

from __future__ import annotations

import datetime as dt

from tui_home.model.problem import Edit, Problem, Severity
from tui_home.model.site import NewsItem
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.keys import NEWS_KEYS, understand
from tui_home.sources.jekyll.reading import Reading
from tui_home.text.dates import parse_date
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_DATED_NAME = pattern(r"(\d{4}-\d{1,2}-\d{1,2})(?:[-_.]|$)")


def read_news(reading: Reading) -> tuple[tuple[NewsItem, ...], tuple[Problem, ...]]:
    """Return the news, newest first, undated last, and what is wrong in them.

    Of one day, the file whose name comes later stands first, as al-folio's ``_includes/news.liquid`` has it.
    """
    items: list[NewsItem] = []
    pages, heads = reading.pages(reading.config.news_folder)
    problems = list(heads)
    for page in pages:
        if example := reading.demo.page(page, "news item"):
            problems.append(example)
            continue
        item, more = _item(page, reading)
        problems += more
        items.append(item)
    items.reverse()
    items.sort(key=lambda item: item.date or dt.date.min, reverse=True)
    return tuple(items), tuple(problems)


def _item(page: Page, reading: Reading) -> tuple[NewsItem, tuple[Problem, ...]]:
    front = page.front
    problems = list(understand(front, NEWS_KEYS, page.path))
    date, more = _date(page)
    problems += more
    key = page.path.rpartition(".")[0]
    document = reading.document(page, key=key)
    problems += document.problems
    title, more = reading.line(page, front, "title") if not front.flag("inline") or not document.blocks else ((), ())
    problems += more
    return NewsItem(key, date, title, document.blocks, inline=not title), tuple(problems)


def _date(page: Page) -> tuple[dt.date | None, tuple[Problem, ...]]:
    """Return the day of an item: its front matter's, else its file name's."""
    written = page.front.get("date")
    if date := parse_date(written):
        return date, ()
    named = _DATED_NAME.match(page.path.rpartition("/")[2])
    date = parse_date(named[1]) if named else None
    if written is None and date:
        return date, ()
    message = f"“{printable(str(written))}” is no date" if written is not None else "The item has no date"
    hint = "write date: YYYY-MM-DD into the front matter"
    line = page.front.line("date")
    if not (date and line):
        return date, (Problem(Severity.WARNING, page.path, line, message, hint, "It stands below all that have one"),)
    effect = f"It stands under its file name’s date, {date}"
    edits = (Edit(line, str(written), date.isoformat()),)
    return date, (Problem(Severity.WARNING, page.path, line, message, hint, effect, edits),)
