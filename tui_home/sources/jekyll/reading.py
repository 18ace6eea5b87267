"""One reading of one site: what every reader of its pages needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui_home.document.html import flush_left
from tui_home.document.inline import inline
from tui_home.document.links import Base
from tui_home.document.markdown import Document, markdown
from tui_home.model.inline import Spans
from tui_home.model.problem import Origin, Problem
from tui_home.sources.folder import Folder, Source
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.defaults import with_defaults
from tui_home.sources.jekyll.demo import Demo, demo_of
from tui_home.sources.jekyll.follow_ups import without_follow_ups
from tui_home.sources.jekyll.front_matter import Page, read_page
from tui_home.sources.jekyll.language import Languages
from tui_home.sources.jekyll.line_places import placed
from tui_home.sources.jekyll.liquid import evaluated
from tui_home.sources.jekyll.liquid.memory import Memory
from tui_home.sources.jekyll.permalinks import address_of
from tui_home.sources.jekyll.yaml_values import Mapping

HTML_SUFFIXES = (".html", ".htm")
PAGE_SUFFIXES = (".md", ".markdown", *HTML_SUFFIXES)


@dataclass(frozen=True, slots=True)
class Reading:
    """A folder, how it is configured, and the language in which it is read."""

    folder: Folder
    config: Config
    languages: Languages = field(default_factory=Languages)
    liquid: Memory = field(default_factory=Memory, repr=False, compare=False)
    """What evaluating Liquid keeps from one text to the next."""
    _pages: dict[str, Page | None] = field(default_factory=dict, repr=False, compare=False)

    def page(self, path: str) -> Page | None:
        """Return the page in a file, read once; None when there is none."""
        if path not in self._pages:
            source = self.folder.read(path)
            self._pages[path] = with_defaults(read_page(source), self.config) if source else None
        return self._pages[path]

    def data(self, name: str) -> Source | None:
        """Return a file of ``_data``: the chosen language's, else the default one's, else the one for all.

        Args:
            name: Below ``_data``: "cv.yml".
        """
        codes = dict.fromkeys(code for code in (self.languages.chosen, self.languages.default) if code)
        places = (*(f"_data/{code}/{name}" for code in codes), f"_data/{name}")
        return next((source for place in places if (source := self.folder.read(place))), None)

    @property
    def demo(self) -> Demo:
        """What recognises the theme's examples among the site's contents."""
        return demo_of(self.config)

    def document(self, page: Page, *, key: str = "") -> Document:
        """Return what a page's body says: Liquid evaluated, Markdown read.

        Args:
            page: The page; Problems of its front matter are not repeated.
            key: What the keys of its folds begin with.
        """
        text, problems = evaluated(page.body, page.origin, page, self)
        shown = flush_left(text) if page.path.endswith(HTML_SUFFIXES) else text
        found = markdown(shown, page.origin, key=key, base=self.base(page))
        faults = without_follow_ups(problems, found.problems)
        return Document(found.blocks, (*problems, *placed(faults, page.body, text, page.origin)))

    def text(self, page: Page, mapping: Mapping, name: str, *, key: str = "") -> Document:
        """Return what a value of a front matter says as Markdown of several lines: ``more_info``.

        Args:
            page: Where it stands.
            mapping: The front matter or a part of it.
            name: The value's key.
            key: What the keys of its folds begin with.
        """
        text, problems = self.source(page, mapping, name)
        origin = self.origin(page, mapping, name)
        found = markdown(text, origin, key=key, base=self.base(page))
        return Document(found.blocks, (*problems, *placed(found.problems, mapping.text(name), text, origin)))

    def line(self, page: Page, mapping: Mapping, name: str) -> tuple[Spans, tuple[Problem, ...]]:
        """Return what a value of a front matter says as one line: a title, a description."""
        text, problems = self.source(page, mapping, name)
        spans, more = inline(text, self.origin(page, mapping, name), base=self.base(page))
        return spans, (*problems, *more)

    def source(self, page: Page, mapping: Mapping, name: str) -> tuple[str, tuple[Problem, ...]]:
        """Return a value of a front matter as Markdown: Liquid evaluated, a key of the templates' words looked up."""
        text, problems = evaluated(mapping.text(name), self.origin(page, mapping, name), page, self)
        return self.languages.resolved(text, named=name == "title"), problems

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
        paths = (path for path in self.folder.list(folder, PAGE_SUFFIXES, deep=deep) if not self.config.excludes(path))
        found = tuple(page for path in paths if (page := self.page(path)) and is_shown(page))
        chosen = self.languages.select(found)
        return chosen, tuple(problem for page in chosen for problem in page.problems)

    @staticmethod
    def origin(page: Page, mapping: Mapping, name: str) -> Origin:
        """Return where a value of a front matter begins."""
        return Origin(page.path, mapping.text_lines.get(name) or mapping.line(name) or 1)


def is_shown(page: Page) -> bool:
    """Return whether Jekyll would build the page: it is published and no draft."""
    front = page.front
    return ("published" not in front or front.flag("published")) and not front.flag("draft")
