"""Pages that a section lists and opens: what a post, a project and a book have in common."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple

from tui_home.document.walk import text_of
from tui_home.model.blocks import Blocks, Heading
from tui_home.model.collections import Article, Fact
from tui_home.model.inline import Link, LinkKind, Span, plain_text
from tui_home.model.problem import Problem
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.permalinks import dated_name, path_of, words_of
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.dates import parse_date
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.unique import unique

_LINKS = {
    "github": "GitHub",
    "code": "Code",
    "website": "Website",
    "demo": "Demo",
    "paper": "Paper",
    "pdf": "PDF",
    "arxiv": "arXiv",
    "slides": "Slides",
    "poster": "Poster",
    "video": "Video",
    "buy_link": "Buy",
}
"""Keys of a front matter whose values are addresses, and what those are called."""
_PREFIXES = {"github": "https://github.com/", "arxiv": "https://arxiv.org/abs/"}
_BARE = pattern(r"[\w.-]+(?:/[\w.-]+)?")
_IDEOGRAPH = pattern("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_CITED = pattern(r"[A-Za-z0-9][\w:./+-]{1,200}")
_WORDS_A_MINUTE = 180
_IDEOGRAPHS_A_WORD = 2
_SEPARATORS = pattern(r"[-_\s]+")


class Articles(NamedTuple):
    """The pages of one folder, in the order of their paths, and what is wrong in them."""

    articles: tuple[Article, ...]
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]


def read_articles(reading: Reading, folder: str, what: str) -> Articles:
    """Return the pages in a folder as Articles; the theme's examples are left out.

    Args:
        reading: The site.
        folder: Below the site's: "_posts".
        what: What one of them is called: "post".
    """
    found, problems = reading.pages(folder)
    articles: list[Article] = []
    pages: list[Page] = []
    taken: dict[str, int] = {}
    told = list(problems)
    for page in found:
        if not page.front and not page.body.strip():
            continue  # Jekyll makes no page of an empty file
        if example := reading.demo.page(page, what):
            told.append(example)
            continue
        key = unique(page.path.rpartition(".")[0], taken)
        article, more = read_article(reading, page, key)
        articles.append(article)
        pages.append(page)
        told += more
    return Articles(tuple(articles), tuple(pages), tuple(told))


def read_article(reading: Reading, page: Page, key: str) -> tuple[Article, tuple[Problem, ...]]:
    """Return a page as an Article; one that redirects has the address to which it does, and no path of its own.

    Args:
        reading: The site.
        page: The page.
        key: What the Article is called within its section.
    """
    front = page.front
    day, name = dated_name(page.path)
    title, problems = reading.line(page, front, "title" if front.text("title") else "name")
    if not plain_text(title).strip():
        title = (Span(humanised(name)),)
    summary, more = reading.line(page, front, "description")
    document = reading.document(with_references(page), key=key)
    redirect = front.text("redirect") or front.text("redirect_to")
    blocks = without_title(_ended(document.blocks), plain_text(title))
    article = Article(
        key,
        title,
        blocks,
        path="" if redirect else path_of(page, reading.config),
        url=reading.config.asset(redirect) if redirect else reading.url(page),
        summary=summary,
        date=parse_date(front.get("date")) or day,
        tags=tuple(dict.fromkeys((*words_of(page, "tag", "tags"), *words_of(page, "category", "categories")))),
        minutes=0 if redirect else minutes_of(blocks),
        facts=_facts(front),
        links=_links(reading, front),
    )
    return article, (*problems, *more, *(_placed(problem, page) for problem in document.problems))


def minutes_of(blocks: Blocks) -> int:
    """Return how many minutes it takes to read something, at least one; 0 when there is nothing to read.

    180 words a minute, as in al-folio's ``_pages/blog.md``; where words are not set apart, two signs count as one.
    """
    text = text_of(blocks)
    ideographs = len(_IDEOGRAPH.findall(text))
    words = len((_IDEOGRAPH.sub(" ", text) if ideographs else text).split()) + ideographs / _IDEOGRAPHS_A_WORD
    return math.ceil(words / _WORDS_A_MINUTE)


def humanised(name: str) -> str:
    """Return a file's name as a title: "my_first-post" is "My first post"."""
    return capitalised(_SEPARATORS.sub(" ", printable(name)))


def capitalised(title: str) -> str:
    """Return a title that may be written in lower case with a capital at its beginning."""
    words = " ".join(title.split())
    return words[:1].upper() + words[1:]


def with_references(page: Page) -> Page:
    """Return a page with the list of what it cites at its end, as al-folio's ``_layouts/page.liquid`` adds it."""
    front = page.front
    keys = [key for text in front.texts("related_publications") for key in _CITED.findall(text)]
    if not (keys or front.get("related_publications") is True):
        return page
    named = f"{{% nocite {' '.join(keys)} %}}" if keys else ""
    return page._replace(body=f"{page.body}\n\n## References\n\n{named}{{% bibliography --cited_in_order %}}\n")


def _placed(problem: Problem, page: Page) -> Problem:
    """Return a Problem of the references with the line that asks for them."""
    last = page.origin.line + page.body.count("\n")
    beyond = problem.line is not None and problem.line > last
    return replace(problem, line=page.front.line("related_publications")) if beyond else problem


def _ended(blocks: Blocks) -> Blocks:
    """Return what an article says, without a heading at its end that has nothing below it."""
    return blocks[:-1] if blocks and isinstance(blocks[-1], Heading) else blocks


def without_title(blocks: Blocks, title: str) -> Blocks:
    """Return what an article says, without a heading that repeats its title."""
    first = blocks[0] if blocks else None
    if isinstance(first, Heading) and plain_text(first.spans).strip().casefold() == title.strip().casefold():
        return blocks[1:]
    return blocks


def _facts(front: Mapping) -> tuple[Fact, ...]:
    """Return who wrote it and where it appeared first, when it says so."""
    value = front.get("authors")
    several = [item.text("name") for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
    authors = [printable(name) for name in (*several, *front.texts("authors"), *front.texts("author")) if name]
    facts = [Fact("Author" if len(authors) == 1 else "Authors", ", ".join(dict.fromkeys(authors)))] if authors else []
    source = front.text("external_source") or front.text("source")
    return (*facts, Fact("Source", printable(source))) if source else tuple(facts)


def _links(reading: Reading, front: Mapping) -> tuple[Link, ...]:
    links = []
    for key, label in _LINKS.items():
        written = front.text(key)
        if key in _PREFIXES and _BARE.fullmatch(written):
            written = _PREFIXES[key] + written
        if written and (url := reading.config.asset(written)):
            links.append(Link(LinkKind.WEB, label, url))
    return tuple(links)
