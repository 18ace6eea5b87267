"""Which paths of the site are shown here; links that lead to none of them lead to the web, or nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from tui_home.document.relink import relinked, relinked_spans
from tui_home.document.walk import links as links_in
from tui_home.model.blocks import Blocks
from tui_home.model.collections import Article, Cv, CvEntry, Route, SitePage
from tui_home.model.inline import Link, Spans
from tui_home.model.site import About, NewsItem, Publication, Site
from tui_home.sources.jekyll.navigation import PATHS, Navigation
from tui_home.sources.jekyll.permalinks import folder_of, path_of
from tui_home.sources.jekyll.reading import Reading

Thing = TypeVar("Thing")


def section_routes(reading: Reading, navigation: Navigation, filled: Iterable[str]) -> tuple[Route, ...]:
    """Return the Routes of the home page, of our sections' own pages and of the news.

    Args:
        reading: The site.
        navigation: Its pages.
        filled: Ids of our sections that the site has.
    """
    present = frozenset(filled)
    found = {"/": "about"}
    for path, page in navigation.pages.items():
        section = next((section for section, own in navigation.own.items() if own is page), "")
        if section in present:
            found |= {path: section, path_of(page, reading.config): section}
    for path, section in PATHS.items():
        if section in present and path not in navigation.pages:
            found.setdefault(path, section)
    for code in reading.languages.all:
        found.setdefault(f"/{code.lower()}/", "about")
    for page in reading.pages(folder_of("news", reading.config))[0]:
        found.setdefault(path_of(page, reading.config), "news")
    return tuple(Route(path, section) for path, section in found.items())


def article_routes(section: str, articles: Iterable[Article]) -> tuple[Route, ...]:
    """Return the Routes of the Articles of a section that have something to show."""
    return tuple(
        Route(article.path, section, article.key) for article in articles if article.path and shows_itself(article)
    )


def page_routes(pages: Iterable[SitePage]) -> tuple[Route, ...]:
    """Return the Routes of the pages that are sections, and of what they list."""
    routes: list[Route] = []
    for page in pages:
        routes += (Route(page.path, page.id),) if page.path else ()
        routes += article_routes(page.id, page.articles)
    return tuple(routes)


def shows_itself(article: Article) -> bool:
    """Return whether an Article is more than a line that leads elsewhere."""
    return bool(article.blocks or article.summary or article.facts or article.links or article.date)


def distinct(routes: Iterable[Route]) -> tuple[Route, ...]:
    """Return the Routes without those whose path another one has already."""
    found: dict[str, Route] = {}
    for route in routes:
        found.setdefault(route.path, route)
    return tuple(found.values())


def settled(site: Site) -> Site:
    """Return `site` with every Link's `path` one of its Routes, or empty; what then leads nowhere is plain text."""
    settle = _Settler({route.path: route.article for route in site.routes})
    return replace(
        site,
        about=settle.about(site.about),
        news=tuple(map(settle.news_item, site.news)),
        publications=tuple(map(settle.publication, site.publications)),
        footer=settle.spans(site.footer),
        contact_note=settle.spans(site.contact_note),
        cv=settle.cv(site.cv) if site.cv else None,
        projects=settle.articles(site.projects),
        posts=settle.articles(site.posts),
        courses=settle.articles(site.courses),
        pages=tuple(
            replace(page, blocks=settle.blocks(page.blocks), articles=settle.articles(page.articles))
            for page in site.pages
        ),
        intros=tuple(replace(intro, blocks=settle.blocks(intro.blocks)) for intro in site.intros),
    )


class _Settler:
    """Rewrites what has Links with paths, and gives back the rest as it is."""

    def __init__(self, paths: dict[str, str]) -> None:
        self._paths = paths  # and the Articles that they open

    def about(self, about: About) -> About:
        profile = about.profile
        if profile and _leads_within(profile.more_info):
            profile = replace(profile, more_info=self.blocks(profile.more_info))
        return replace(about, subtitle=self.spans(about.subtitle), profile=profile, blocks=self.blocks(about.blocks))

    def news_item(self, item: NewsItem) -> NewsItem:
        return _changed(item, title=self.spans(item.title), blocks=self.blocks(item.blocks))

    def articles(self, articles: tuple[Article, ...]) -> tuple[Article, ...]:
        return tuple(
            _changed(
                article,
                title=self.spans(article.title),
                summary=self.spans(article.summary),
                blocks=self.blocks(article.blocks),
                links=self.links(article.links),
                path=article.path if self._paths.get(article.path) in {"", article.key} else "",
            )
            for article in articles
        )

    def publication(self, paper: Publication) -> Publication:
        return _changed(
            paper,
            title=self.spans(paper.title),
            note=self.spans(paper.note),
            abstract=self.blocks(paper.abstract),
            links=self.links(paper.links),
            more_links=self.links(paper.more_links),
        )

    def links(self, links: tuple[Link, ...]) -> tuple[Link, ...]:
        if not any(link.path for link in links):
            return links
        return tuple(link for link in map(self._link, links) if link.acts)

    def cv(self, cv: Cv) -> Cv:
        return replace(
            cv,
            parts=tuple(
                replace(part, blocks=self.blocks(part.blocks), entries=tuple(map(self._cv_entry, part.entries)))
                for part in cv.parts
            ),
        )

    def _cv_entry(self, entry: CvEntry) -> CvEntry:
        return _changed(
            entry,
            title=self.spans(entry.title),
            subtitle=self.spans(entry.subtitle),
            blocks=self.blocks(entry.blocks),
        )

    def blocks(self, blocks: Blocks) -> Blocks:
        return relinked(blocks, self._acting) if _leads_within(blocks) else blocks

    def spans(self, spans: Spans) -> Spans:
        return relinked_spans(spans, self._acting) if any(span.link and span.link.path for span in spans) else spans

    def _acting(self, link: Link) -> Link | None:
        link = self._link(link)
        return link if link.acts else None

    def _link(self, link: Link) -> Link:
        return replace(link, path="") if link.path and link.path not in self._paths else link


def _leads_within(blocks: Blocks) -> bool:
    return any(link.path for link in links_in(blocks))


def _changed(thing: Thing, **fields: object) -> Thing:
    """Return `thing` with other fields; itself when they are its own already."""
    if all(getattr(thing, name) is value for name, value in fields.items()):
        return thing
    replaced: Callable[..., Thing] = replace
    return replaced(thing, **fields)
