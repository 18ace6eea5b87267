"""Liquid's ``site``, ``page`` and what else a page can ask for; nothing is read that it does not ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from tui_home.sources.jekyll.liquid.data import DataNames
from tui_home.sources.jekyll.liquid.page_names import PageNames, moment_of
from tui_home.sources.jekyll.permalinks import folder_of

if TYPE_CHECKING:
    from tui_home.sources.jekyll.liquid.run import Run
    from tui_home.sources.jekyll.reading import Reading

_NO_PAGES: Mapping[str, object] = {
    "page": 1,
    "per_page": 0,
    "posts": [],
    "total_posts": 0,
    "total_pages": 1,
    "previous_page": None,
    "next_page": None,
}
_JEKYLL: Mapping[str, object] = {"environment": "production", "version": "4.4"}


class SiteNames(Mapping[str, object]):
    """``site``: the configuration, and lists of pages that are made when they are asked for.

    Args:
        reading: The site.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._made: dict[str, object] = {}
        self._makers: dict[str, Callable[[], object]] = {
            "data": lambda: DataNames(reading, ""),
            "baseurl": lambda: reading.config.baseurl,
            "url": lambda: reading.config.host,
            "posts": self._posts,
            **dict.fromkeys(("pages", "html_pages"), self._pages),
            "documents": self._documents,
            "collections": self._collections,
            "time": self._time,
            "tags": lambda: self._by("tags"),
            "categories": lambda: self._by("categories"),
            **dict.fromkeys(("related_posts", "static_files"), list),
        }
        if reading.languages.all:  # jekyll-polyglot's words and jekyll-multiple-languages-plugin's
            self._makers |= dict.fromkeys(("active_lang", "lang"), lambda: reading.languages.chosen)
            self._makers |= {"default_lang": lambda: reading.languages.default}

    def __getitem__(self, key: str) -> object:
        """Return what the site has under a name; a collection before a key of the configuration."""
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._reading.config.raw, **dict.fromkeys(self._makers)})

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __str__(self) -> str:
        return ""

    def _make(self, key: str) -> object:
        if key in self._makers:
            return self._makers[key]()
        if key in self._declared or (key not in self._reading.config.raw and self._has(key)):
            return self._collection(key)
        return self._reading.config.raw[key]

    @property
    def _declared(self) -> Mapping[str, object]:
        return self._reading.config.raw.mapping("collections")

    def _has(self, key: str) -> bool:
        return key.isidentifier() and self._reading.folder.has(folder_of(key, self._reading.config))

    def _collection(self, key: str) -> list[PageNames]:
        """Return the pages of a collection, in Jekyll's order: by date, then by path."""
        found = self._reading.pages(folder_of(key, self._reading.config))[0]
        pages = [PageNames(page, self._reading) for page in found]
        return sorted(pages, key=lambda page: moment_of(page.page))

    def _posts(self) -> list[PageNames]:
        return self._collection("posts")[::-1]

    def _pages(self) -> list[PageNames]:
        found = (*self._reading.pages("_pages")[0], *self._reading.pages("", deep=False)[0])
        return [PageNames(page, self._reading) for page in found]

    def _documents(self) -> list[PageNames]:
        names = dict.fromkeys(("posts", *self._declared))
        return [page for name in names for page in self._listed(name)]

    def _listed(self, name: str) -> list[PageNames]:
        value = self[name]
        return value if isinstance(value, list) else []

    def _collections(self) -> list[object]:
        return [{"label": name, "docs": self._listed(name)} for name in dict.fromkeys(("posts", *self._declared))]

    def _time(self) -> object:
        """Return the newest day of the posts: no clock decides what a page shows."""
        posts = self._listed("posts")
        return posts[0]["date"] if posts else None

    def _by(self, key: str) -> dict[str, list[PageNames]]:
        found: dict[str, list[PageNames]] = {}
        for post in self._listed("posts"):
            words = post[key]
            for word in words if isinstance(words, list) else []:
                found.setdefault(word, []).append(post)
        return found


def names_of(run: Run) -> Mapping[str, object]:
    """Return the names that a page's Liquid begins with."""
    site = run.memory.once(("site", run.reading.languages.chosen), lambda: SiteNames(run.reading))
    return {
        "site": site,
        "page": PageNames(run.page, run.reading),
        "layout": {},
        "paginator": _NO_PAGES,
        "jekyll": _JEKYLL,
    }
