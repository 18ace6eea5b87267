"""One reading of one site: what every reader of its pages needs."""

from __future__ import annotations

from dataclasses import dataclass

from tui_home.document.inline import inline
from tui_home.document.links import Base
from tui_home.document.markdown import Document, markdown
from tui_home.model.inline import Spans
from tui_home.model.problem import Origin, Problem
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.front_matter import Page, read_page
from tui_home.sources.jekyll.language import Languages
from tui_home.sources.jekyll.liquid import evaluated
from tui_home.sources.jekyll.permalinks import address_of
from tui_home.sources.jekyll.yaml_values import Mapping

PAGE_SUFFIXES = (".md", ".markdown", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Reading:
    """A folder, how it is configured, and the language in which it is read."""

    folder: Folder
    config: Config
    languages: Languages

    def document(self, page: Page, *, key: str = "") -> Document:
        """Return what a page's body says: Liquid evaluated, Markdown read.

        Args:
            page: The page; Problems of its front matter are not repeated.
            key: What the keys of its folds begin with.
        """
        text, problems = evaluated(page.body, page.origin, page, self)
        found = markdown(text, page.origin, key=key, base=self.base(page))
        return Document(found.blocks, (*problems, *found.problems))

    def text(self, page: Page, mapping: Mapping, name: str, *, key: str = "") -> Document:
        """Return what a value of a front matter says as Markdown of several lines: ``more_info``.

        Args:
            page: Where it stands.
            mapping: The front matter or a part of it.
            name: The value's key.
            key: What the keys of its folds begin with.
        """
        origin = self.origin(page, mapping, name)
        text, problems = evaluated(mapping.text(name), origin, page, self)
        found = markdown(text, origin, key=key, base=self.base(page))
        return Document(found.blocks, (*problems, *found.problems))

    def line(self, page: Page, mapping: Mapping, name: str) -> tuple[Spans, tuple[Problem, ...]]:
        """Return what a value of a front matter says as one line: a title, a description."""
        origin = self.origin(page, mapping, name)
        text, problems = evaluated(mapping.text(name), origin, page, self)
        spans, more = inline(text, origin, base=self.base(page))
        return spans, (*problems, *more)

    def base(self, page: Page) -> Base:
        """Return where `page` stands on the web."""
        folder = address_of(page, self.config).rpartition("/")[0]
        return Base(self.config.host, self.config.baseurl, f"{folder}/")

    def url(self, page: Page) -> str:
        """Return the web address of `page`; "" when the site's is unknown."""
        return self.config.asset(address_of(page, self.config))

    def pages(self, folder: str, *, deep: bool = True) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
        """Return the pages in a folder that the site shows in this language, by path, and what is wrong in their heads.

        Drafts, what is not published and what the configuration excludes are left out.

        Args:
            folder: Below the site's; "" for its top.
            deep: Whether folders in it are looked into.
        """
        found: list[Page] = []
        problems: list[Problem] = []
        for path in self.folder.list(folder, PAGE_SUFFIXES, deep=deep):
            if path in self.config.exclude or not (source := self.folder.read(path)):
                continue
            page = read_page(source)
            if is_shown(page) and self.languages.speaks(page):
                found.append(page)
                problems += page.problems
        return tuple(found), tuple(problems)

    @staticmethod
    def origin(page: Page, mapping: Mapping, name: str) -> Origin:
        """Return where a value of a front matter begins."""
        return Origin(page.path, mapping.text_lines.get(name) or mapping.line(name) or 1)


def is_shown(page: Page) -> bool:
    """Return whether Jekyll would build the page: it is published and no draft."""
    front = page.front
    return ("published" not in front or front.flag("published")) and not front.flag("draft")
