"""The pages of the navigation that are sections of their own."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import NamedTuple

from tui_home.model.blocks import Blocks, Paragraph
from tui_home.model.collections import Article, Fact, SitePage
from tui_home.model.inline import Link, LinkKind, Span, Style, plain_text
from tui_home.model.problem import Problem
from tui_home.sources.jekyll.articles import capitalised, humanised, read_articles
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.intros import own_words, page_blocks, tidied, without_lists
from tui_home.sources.jekyll.navigation import SECTION_IDS, Navigation, outward
from tui_home.sources.jekyll.permalinks import folder_of, path_of
from tui_home.sources.jekyll.profiles import read_profiles
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.paths import route_path, stem
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.unique import unique

_RESERVED = SECTION_IDS | {"all", "show", "copy", "check", "new", "serve", "help"}
_OTHER = pattern(r"[^a-z0-9]+")
_LONGEST_ID, _LONGEST_TITLE = 16, 28
_KNOWN_COLLECTIONS = frozenset(("posts", "projects", "news", "teachings", "pages"))
_COLLECTION = pattern(r"\bsite\.([a-z][a-z0-9_-]{0,60})\b")
_BOOK_FACTS = {
    "stars": ("Rating", " stars"),
    "rating": ("Rating", ""),
    "status": ("Status", ""),
    "released": ("Published", ""),
    "finished": ("Finished", ""),
}
"""Keys of a book's front matter, what they are called here, and what is put behind their values."""
_LISTS = pattern(r"\bsite\.|\bpaginator\b|\bpagination\b|\bbook|include")


class Pages(NamedTuple):
    """The pages that are sections, and those that only a drop-down menu leads to."""

    pages: tuple[SitePage, ...]
    problems: tuple[Problem, ...]


def read_pages(reading: Reading, navigation: Navigation, filled: frozenset[str]) -> Pages:
    """Return the pages of the navigation that are no section's own, each as a section.

    Args:
        reading: The site.
        navigation: Its pages.
        filled: Ids of our sections that the site has.
    """
    own = {page.path for page in navigation.own.values()}
    queue = [page for page in navigation.listed if page.path not in own]
    sections = {page.path for page in queue}
    sections |= {page.path for section, page in navigation.own.items() if section in filled}
    pages: list[SitePage] = []
    problems: list[Problem] = []
    taken = dict.fromkeys(_RESERVED, 1)
    while queue:
        page = queue.pop(0)
        if page.front.flag("dropdown"):
            apart = [
                child for child in _children(navigation, page) if child.path not in sections and _lists(reading, child)
            ]
            sections.update(child.path for child in apart)
            queue[:0] = apart
            found, told = _menu(reading, navigation, page, sections)
        else:
            found, told = _page(reading, page)
        problems += told
        if found.blocks or found.articles:
            pages.append(replace(found, id=_id(found, taken)))
    return Pages(tuple(pages), tuple(problems))


def _page(reading: Reading, page: Page) -> tuple[SitePage, tuple[Problem, ...]]:
    title, problems = _title(reading, page)
    found = SitePage("", title, path=path_of(page, reading.config), url=reading.url(page))
    if away := outward(page):
        url = reading.config.asset(away)
        return replace(found, blocks=_on_the_web(title, url), path="", url=url), problems
    collection = _collection(reading, page)
    if collection:
        page = page._replace(body=without_lists(page.body, _LISTS))
    blocks, told = page_blocks(reading, page)
    if page.front.text("layout") == "profiles":
        people = read_profiles(reading, page)
        blocks, told = (*blocks, *people.blocks), (*told, *people.problems)
    articles: tuple[Article, ...] = ()
    if collection:
        articles, more = _collected(reading, collection)
        blocks, told = tidied(blocks), (*told, *more)
    if not blocks and not articles:
        blocks = _on_the_web(title, found.url)
    return replace(found, blocks=blocks, articles=articles), (*problems, *told)


def _on_the_web(title: str, url: str) -> Blocks:
    """Return what stands in the place of a page that only a browser can show."""
    words = Span("This page is on the web: ", Style(muted=True))
    return (Paragraph((words, Span(url, link=Link(LinkKind.WEB, title, url)))),) if url else ()


def _menu(
    reading: Reading, navigation: Navigation, page: Page, sections: set[str]
) -> tuple[SitePage, tuple[Problem, ...]]:
    """Return a drop-down menu as a page that lists what it leads to; one that leads only to sections is empty."""
    title, problems = _title(reading, page)
    told = list(problems)
    entries: list[Article] = []
    news = False
    for number, child in enumerate(_items(page)):
        name = capitalised(reading.languages.resolved(child.text("title"), named=True))
        written = child.text("permalink") or child.text("url")
        if not written or not name:
            continue
        key = f"{page.path.rpartition('.')[0]}/{number}"
        target = None if "://" in written else navigation.pages.get(route_path(written))
        if target is None or target.path in sections:
            path = path_of(target, reading.config) if target else "" if "://" in written else route_path(written)
            entries.append(Article(key, (Span(name),), path=path, url=reading.config.asset(written)))
            news = news or target is None
            continue
        article, more = _child(reading, navigation, target, key, name)
        told += more
        if article.blocks or outward(target):
            entries.append(article)
            news = True
    found = SitePage("", title, articles=tuple(entries) if news else (), path=path_of(page, reading.config))
    return found, tuple(told)


def _child(
    reading: Reading, navigation: Navigation, page: Page, key: str, name: str
) -> tuple[Article, tuple[Problem, ...]]:
    """Return a page that only a menu leads to, called as the menu calls it in the list and as itself when opened."""
    title, problems = _title(reading, page)
    if away := outward(page):
        return Article(key, (Span(name),), url=reading.config.asset(away)), problems
    section = next((section for section, own in navigation.own.items() if own is page), "")
    if section:
        blocks, told = own_words(reading, page, section)
    else:
        found, told = _page(reading, page)
        blocks = found.blocks
    named = name if title.casefold() == name.casefold() else f"{name} · {title}"
    path, url = path_of(page, reading.config), reading.url(page)
    return Article(key, (Span(named),), blocks, path=path, url=url), (*problems, *told)


def _items(page: Page) -> tuple[Mapping, ...]:
    value = page.front.get("children")
    return tuple(item for item in value if isinstance(item, Mapping)) if isinstance(value, list) else ()


def _children(navigation: Navigation, page: Page) -> list[Page]:
    """Return the pages of the site that a menu leads to."""
    paths = (route_path(child.text("permalink")) for child in _items(page) if "://" not in child.text("permalink"))
    return [navigation.pages[path] for path in dict.fromkeys(paths) if path in navigation.pages]


def _lists(reading: Reading, page: Page) -> bool:
    """Return whether a page lists articles of its own, so that it has to be a section."""
    return bool(_collection(reading, page)) or page.front.flag("dropdown")


def _collection(reading: Reading, page: Page) -> str:
    """Return the name of the collection that a page lists, unless one of our sections does; "" for none."""
    front = page.front
    named = front.text("collection") or front.mapping("pagination").text("collection")
    if not named and "site." in page.body:
        known = reading.config.raw.mapping("collections")
        named = next((found[1] for found in _COLLECTION.finditer(page.body) if found[1] in known), "")
    return "" if named in _KNOWN_COLLECTIONS else named


def _collected(reading: Reading, collection: str) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the pages of a collection: by day, newest first, if each has one."""
    found = read_articles(reading, folder_of(collection, reading.config), collection.removesuffix("s"))
    articles = [
        replace(article, minutes=0, facts=(*article.facts, *_book_facts(page.front)))
        for article, page in zip(found.articles, found.pages, strict=True)
    ]
    if all(article.date for article in articles):
        articles.sort(key=lambda article: str(article.date), reverse=True)
    return tuple(articles), found.problems


def _book_facts(front: Mapping) -> tuple[Fact, ...]:
    found = ((name, printable(front.text(key)), unit) for key, (name, unit) in _BOOK_FACTS.items())
    return tuple(Fact(name, text + unit) for name, text, unit in found if text)


def _title(reading: Reading, page: Page) -> tuple[str, tuple[Problem, ...]]:
    """Return what the bar calls a page: its short title if it has one, cut at a word."""
    key = "short_title" if page.front.text("short_title") else "title"
    spans, problems = reading.line(page, page.front, key)
    name = capitalised(plain_text(spans)) or humanised(stem(page.path))
    if len(name) > _LONGEST_TITLE:
        name = f"{name[:_LONGEST_TITLE].rpartition(' ')[0] or name[:_LONGEST_TITLE]}…"
    return name, problems


def _id(page: SitePage, taken: dict[str, int]) -> str:
    """Return a word for a page that no other section and no verb has: of its title if that is short, or of its path."""
    by_title, by_path = _slug(page.title), _slug(page.path.strip("/").rpartition("/")[2])
    if page.path.startswith("/_"):
        by_path = ""
    words = [word for word in (by_title, by_path) if word and len(word) <= _LONGEST_ID]
    words += [_first_words(word) for word in (by_title, by_path) if word]
    base = next((word for word in words if word not in taken), (*words, "page")[0])
    return unique(base, taken)


def _first_words(slug: str) -> str:
    return slug if len(slug) <= _LONGEST_ID else slug[: _LONGEST_ID + 1].rpartition("-")[0] or slug[:_LONGEST_ID]


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return _OTHER.sub("-", plain).strip("-")
