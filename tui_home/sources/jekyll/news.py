"""``_news/``: what happened, newest first."""

from __future__ import annotations

import datetime as dt
import re

from tui_home.document.links import destination, readable_name
from tui_home.model.blocks import Paragraph
from tui_home.model.inline import Link, Span
from tui_home.model.problem import Origin, Problem, Severity
from tui_home.model.site import NewsItem
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.accounts import bare
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.keys import NEWS_KEYS, understand
from tui_home.sources.jekyll.news_date import news_date, time_of
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.patterns import pattern

_OTHER_FOLDER = "_announcements"
_DATA_FILES = ("news.yml", "news.yaml", "announcements.yml")
_TEXTS = ("content", "text", "description", "details", "body", "announcement", "news", "headline", "title")
"""What the text of an item of a data file is called; the first that is there counts."""
_TITLES = ("headline", "title")
_REDIRECTS = ("redirect", "redirect_to", "external_url", "external_link")
_ADDRESSES = (*_REDIRECTS, "url", "link")
_COMMENTS = pattern(r"(?:\s|<!--(?:[^-]|-(?!->))*+-->)*+(?:<!--.*)?", re.DOTALL)
_MOST = 5000

Dated = tuple[NewsItem, str]
"""An item and its time of day."""


def read_news(reading: Reading) -> tuple[tuple[NewsItem, ...], tuple[Problem, ...]]:
    """Return the news, newest first, undated last, and what is wrong in them.

    Of one day, the later time stands first, then the file whose name comes later, as al-folio's
    ``_includes/news.liquid`` has it. Without a folder of news, those of a data file are read.
    """
    folder = reading.config.news_folder
    if not reading.folder.has(folder) and reading.folder.has(_OTHER_FOLDER):
        folder = _OTHER_FOLDER
    pages, heads = reading.pages(folder)
    problems = list(heads)
    items: list[Dated] = []
    for page in pages:
        if example := reading.demo.page(page, "news item"):
            problems.append(example)
            continue
        item, more = _item(page, reading)
        problems += more
        if item is not None:
            items.append((item, time_of(page.front.text("date"))))
    if not pages:
        items, more = _from_data(reading)
        problems += more
    items.reverse()
    items.sort(key=lambda dated: (dated[0].date or dt.date.min, dated[1]), reverse=True)
    return tuple(item for item, _ in items), tuple(problems)


def _item(page: Page, reading: Reading) -> tuple[NewsItem | None, tuple[Problem, ...]]:
    """Return an item, and what is wrong with it; None for one that says nothing."""
    front = page.front
    problems = list(understand(front, NEWS_KEYS, page.path))
    key = page.path.rpartition(".")[0]
    document = reading.document(page, key=key)
    title, more = reading.line(page, front, "title") if not front.flag("inline") or not document.blocks else ((), ())
    blocks = (*document.blocks, *_leads_to(page, _REDIRECTS, reading))
    if not title and not blocks:
        if page.body.strip() and _COMMENTS.fullmatch(page.body):
            return None, ()
        message = "The item says nothing; it is left out"
        return None, (Problem(Severity.NOTE, page.path, None, message, "write what happened, or delete the file"),)
    date, others = news_date(page)
    problems += (*others, *document.problems, *more)
    return NewsItem(key, date, title, blocks, inline=not title), tuple(problems)


def _leads_to(page: Page, keys: tuple[str, ...], reading: Reading) -> tuple[Paragraph, ...]:
    """Return the link to the page elsewhere that an item stands for, if it does."""
    for key in keys:
        written = page.front.text(key)
        found = destination(written, reading.base(page)) if "/" in written else None
        if found and found.leads:
            label = bare(found.url) or readable_name(written) or written
            return (Paragraph((Span(label, link=Link(found.kind, label, found.url, found.copy, path=found.path)),)),)
    return ()


def _from_data(reading: Reading) -> tuple[list[Dated], tuple[Problem, ...]]:
    """Return the items of ``_data/news.yml``: a list of mappings with a date and a text, or of texts alone."""
    source = next((source for name in _DATA_FILES if (source := reading.data(name))), None)
    if source is None:
        return [], ()
    first = next((line for line in source.text.split("\n") if line.strip() and line[0] not in "#-"), "")
    listed = not first or first[0] == " "  # a list has no key at its margin; the parser wants one
    parsed = yaml.parse(f"news:\n{source.text}" if listed else source.text, Origin(source.path, 1 - listed))
    written = next((value for value in parsed.mapping.values() if isinstance(value, list)), None)
    items: list[Dated] = []
    problems = list(parsed.problems)
    for number, value in enumerate(written[:_MOST] if isinstance(written, list) else (), 1):
        mapping = value if isinstance(value, Mapping) else Mapping()
        if isinstance(value, str):
            mapping["text"] = value
        page = Page(source.path, mapping, "", Origin(source.path, min(mapping.lines.values(), default=1)), ())
        item, more = _data_item(page, f"{source.path.rpartition('.')[0]}/{number}", reading)
        problems += more
        if item is not None:
            items.append((item, time_of(mapping.text("date"))))
    return items, tuple(problems)


def _data_item(page: Page, key: str, reading: Reading) -> tuple[NewsItem | None, tuple[Problem, ...]]:
    front = page.front
    name = next((name for name in _TEXTS if front.text(name)), "")
    if not name:
        return None, ()
    date, problems = news_date(page, named=False)
    document = reading.text(page, front, name, key=key)
    above = next((title for title in _TITLES if title != name and front.text(title)), "")
    title, more = reading.line(page, front, above) if above else ((), ())
    blocks = (*document.blocks, *_leads_to(page, _ADDRESSES, reading))
    return NewsItem(key, date, title, blocks, inline=not title), (*problems, *document.problems, *more)
