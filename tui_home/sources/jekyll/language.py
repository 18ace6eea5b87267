"""Which language a page is in, and which pages are shown in the one that was chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui_home.model.record import record
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.languages import known_as, normal
from tui_home.text.paths import route_path, stem
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

LANGUAGE_KEYS = ("lang", "locale", "language")
"""What the front matter calls the language of a page: jekyll-polyglot's word first."""
_SAME_KEYS = ("page_id", "translation_key", "lang-ref", "lang_ref", "ref")
"""What the translations of one page have in common: jekyll-polyglot's word first."""
_STEM = pattern(r"(.{1,200})[._-]([a-z]{2}(?:[-_][a-z]{2})?)", re.IGNORECASE)
_STRING_KEY = pattern(r"[a-z][a-z0-9_-]{0,40}(?:\.[a-z][a-z0-9_-]{0,40}){1,4}", re.ASCII)
_STRING_ROOTS = frozenset(
    (
        *("titles", "title", "main", "strings", "i18n", "nav", "menu", "pages", "page", "site", "labels"),
        *("descriptions", "description", "news", "projects", "project", "blog", "people", "repository", "subtitles"),
    )
)
"""What a key of the templates' words commonly begins with: `main.subtitle`, `news.titles.prize`."""
_CHOSEN, _UNMARKED, _DEFAULT, _OTHER = range(4)


def stem_and_code(name: str) -> tuple[str, str]:
    """Return a file's name without the code of a language at its end, and that code; no code when it has none."""
    matched = _STEM.fullmatch(name)
    return (matched[1], normal(matched[2])) if matched else (name, "")


@record
class Languages:
    """The languages of a site and the one that was chosen."""

    all: tuple[str, ...] = ()
    """The default first; empty when the site has only one."""
    chosen: str = ""
    strings: tuple[Mapping, ...] = ()
    """What the templates' words are in the chosen language, and in the default one where it has none."""

    @property
    def default(self) -> str:
        """The language of pages that do not say theirs."""
        return self.all[0] if self.all else ""

    def of(self, page: Page) -> str:
        """Return the language that a page says it is in, by its front matter, folder, name or address; "" for none."""
        written = next((text for key in LANGUAGE_KEYS if (text := page.front.text(key))), "")
        if found := known_as(written, self.all):
            return found
        folders = page.path.split("/")[:-1]
        name = stem(page.path)
        address = page.front.text("permalink").strip("/").split("/")[:1]
        exact = {normal(code): code for code in self.all}
        for code in (*folders, stem_and_code(name)[1], *address):
            if found := exact.get(normal(code), ""):
                return found
        return ""

    def rank(self, page: Page) -> int:
        """Return how near a page is to the chosen language: 0 for in it, 3 for one that is not shown."""
        language = self.of(page) if self.all else self.chosen
        if language == self.chosen or (not language and self.chosen == self.default):
            return _CHOSEN
        if not language:
            return _UNMARKED
        return _DEFAULT if language == self.default else _OTHER

    def select(self, pages: tuple[Page, ...]) -> tuple[Page, ...]:
        """Return those of a folder's pages that are shown.

        As with jekyll-polyglot, the default language stands in for what has no translation. Where a folder has pages in
        both and no two of them belong together, it holds a list for each language, and only the chosen one's is shown.
        """
        if not self.all:
            return pages
        ranks = [self.rank(page) for page in pages]
        marks = [self._marks(page) for page in pages]
        translated = {mark for rank, own in zip(ranks, marks, strict=True) if rank == _CHOSEN for mark in own}
        others = [own for rank, own in zip(ranks, marks, strict=True) if rank in (_UNMARKED, _DEFAULT)]
        parallel = bool(translated) and not any(translated & own for own in others)
        last = _UNMARKED if parallel else _DEFAULT
        return tuple(
            page
            for page, rank, own in zip(pages, ranks, marks, strict=True)
            if rank == _CHOSEN or (rank <= last and not translated & own)
        )

    def root(self, page: Page) -> bool:
        """Return whether a page's address is the site's root, or that of its language: ``/fr/``."""
        permalink = page.front.text("permalink")
        if not permalink:
            return page.path.lower() in ("index.md", "index.markdown", "index.html", "index.htm")
        return self._unmarked(route_path(permalink)) == "/"

    def string(self, key: str) -> str:
        """Return the template's word that a key names; "" when there is none."""
        for strings in self.strings:
            value: object = strings
            for part in key.split("."):
                value = value.get(part) if isinstance(value, Mapping) else None
            if isinstance(value, str) and value.strip():
                return value.strip()
        return ""

    def resolved(self, text: str, *, named: bool = False) -> str:
        """Return what a template would show for `text`: the word that it names if it is a key, else itself.

        Args:
            text: A value of a front matter: ``titles.about``.
            named: Whether a key without a word is shown by its last part; otherwise as nothing.
        """
        key = text.strip()
        if not _STRING_KEY.fullmatch(key):
            return text
        if found := self.string(key):
            return found
        root, _, last = key.partition(".")
        if root not in _STRING_ROOTS:
            return text
        return printable(last.rpartition(".")[2].replace("_", " ").replace("-", " ")).capitalize() if named else ""

    def _marks(self, page: Page) -> frozenset[str]:
        """Return what the translations of a page have in common with it."""
        return page_marks(page, self.all)

    def _unmarked(self, path: str) -> str:
        first, _, rest = path.strip("/").partition("/")
        return f"/{rest}" if first in {normal(code) for code in self.all} else path


def page_marks(page: Page, codes: Iterable[str]) -> frozenset[str]:
    """Return what the translations of a page have in common: an id, the address or the path without the language.

    Args:
        page: The page.
        codes: The languages that count.
    """
    known = {normal(code) for code in codes}
    *folders, file = page.path.split("/")
    name = file.rpartition(".")[0]
    stem, code = stem_and_code(name)
    kept = [folder for folder in folders if normal(folder) not in known]
    marks = {"path " + "/".join((*kept, stem if code in known else name)).lower()}
    for key in _SAME_KEYS:
        if text := page.front.text(key):
            marks.add(f"{key} {text}")
    if address := route_path(page.front.text("permalink")):
        parts = [part for part in address.split("/") if part]
        marks.add("at /" + "/".join(parts[1:] if parts and parts[0] in known else parts))
    return frozenset(marks)
