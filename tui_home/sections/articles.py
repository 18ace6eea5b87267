"""Articles: a post, a project, a course, a book, as a line of a list and opened as a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui_home.model.blocks import Align, Block, Blocks, Entry, Heading, Paragraph, Table
from tui_home.model.collections import Article
from tui_home.model.inline import PLAIN, Link, LinkKind, Span, Spans, Style, plain_text
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections.folds import Compose
from tui_home.sections.words import BOLD, LINE_BREAK, MUTED, SEPARATOR, day_of, joined

_FEW = 3
"""Facts that stand in a list, the first ones."""
_LINK_GAP = Span("   ")
_MUTED_ITALIC = Style(italic=True, muted=True)


def opening(articles: Callable[[Site], tuple[Article, ...]], listed: Compose) -> Compose:
    """Return what shows the Article that the View names, and the list while it names none that there is.

    Args:
        articles: Those of the section.
        listed: Composes the list.
    """

    def composed(site: Site, view: View) -> Blocks:
        if not view.article:
            return listed(site, view)
        opened = next((article for article in articles(site) if article.key == view.article), None)
        return article_blocks(opened) if opened else listed(site, view)

    return composed


def article_entry(article: Article, *, label: str = "", label_width: int = 0) -> Entry:
    """Return an Article as one Entry of a list, which leads to its own page here, or else to the web.

    Args:
        article: What it is about.
        label: What stands beside it, such as its date.
        label_width: Cells of the label column, equal for all entries of the list; 0 for no column.
    """
    title = plain_text(article.title)
    link = Link(LinkKind.ARTICLE, title, article.url, "" if article.url else title, path=article.path)
    lines = [_styled(article.title, BOLD), _listed_facts(article), _styled(article.summary, MUTED)]
    text = Paragraph(joined([line for line in lines if line], LINE_BREAK))
    return Entry(f"article:{article.key}", (Span(label, MUTED),) if label else (), label_width, (text,), link=link)


def article_blocks(article: Article) -> Blocks:
    """Return an Article as a page: title, date, reading time and tags, what it says, where more of it is."""
    when = day_of(article.date) if article.date else ""
    above = [_words(when, _minutes(article), *article.tags), _styled(article.summary, _MUTED_ITALIC)]
    blocks: list[Block] = [Heading(1, article.title), *(Paragraph(line) for line in above if line)]
    if article.facts:
        rows = tuple(((Span(fact.name, MUTED),), (Span(fact.text),)) for fact in article.facts)
        blocks.append(Table((), rows, (Align.LEFT, Align.LEFT)))
    blocks += article.blocks
    if article.links:
        blocks.append(Paragraph(joined([(Span(link.label, link=link),) for link in article.links], _LINK_GAP)))
    if article.url:
        own = Link(LinkKind.WEB, plain_text(article.title), article.url)
        blocks.append(Paragraph((Span(article.url, MUTED, own),)))
    return tuple(blocks)


def _listed_facts(article: Article) -> Spans:
    return _words(_minutes(article), *(fact.text for fact in article.facts[:_FEW]), *article.tags)


def _minutes(article: Article) -> str:
    return f"{article.minutes} min read" if article.minutes else ""


def _words(*words: str) -> Spans:
    return joined([(Span(word, MUTED),) for word in words if word], SEPARATOR)


def _styled(spans: Spans, style: Style) -> Spans:
    return tuple(Span(span.text, _both(span.style, style), span.link) for span in spans)


def _both(own: Style, style: Style) -> Style:
    if own == PLAIN:
        return style
    return replace(style, italic=own.italic or style.italic, code=own.code, strike=own.strike)
