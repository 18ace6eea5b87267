"""Liquid's ``page``, and the items of ``site.posts`` and its like."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.liquid.scan import without_tags
from tui_home.sources.jekyll.permalinks import address_of, collection_of, dated_name, words_of
from tui_home.text.dates import parse_date

if TYPE_CHECKING:
    from tui_home.sources.jekyll.reading import Reading

_MADE = (
    *("title", "url", "id", "path", "relative_path", "name", "slug", "dir", "ext", "collection", "date", "content"),
    *("excerpt", "tags", "categories"),
)
_LONGEST = 1 << 15
"""Characters of a page's body that other pages see."""


def moment_of(page: Page) -> str:
    """Return the day of a page as Ruby writes times, which sorts as they do; "" for none."""
    day = parse_date(page.front.get("date")) or dated_name(page.path)[0]
    return f"{day.isoformat()} 00:00:00 +0000" if day else ""


class PageNames(Mapping[str, object]):
    """A page's front matter, and what Jekyll adds to it.

    Args:
        page: The page.
        reading: The site.
    """

    def __init__(self, page: Page, reading: Reading) -> None:
        self.page = page
        self._reading = reading
        self._body = ""

    def __getitem__(self, key: str) -> object:
        """Return what the page has under a name."""
        if key in {"date", "tags", "categories", "content", "excerpt", "url"} or key not in self.page.front:
            return self._made(key)
        return self.page.front[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**self.page.front, **dict.fromkeys(_MADE)})

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __str__(self) -> str:
        return ""

    def __hash__(self) -> int:
        return hash(self.page.path)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageNames) and other.page.path == self.page.path

    def _text(self) -> str:
        """Return the page's body without its Liquid: what it would be evaluated to is not needed twice."""
        self._body = self._body or without_tags(self.page.body[:_LONGEST])
        return self._body

    def _made(self, key: str) -> object:
        """Return what Jekyll itself knows of a page."""
        page, config = self.page, self._reading.config
        name = page.path.rpartition("/")[2]
        if key == "content":
            return self._text()
        if key == "excerpt":
            return page.front.get("excerpt") or self._text().strip().partition("\n\n")[0]
        if key in {"url", "id", "dir"}:
            address = address_of(page, config)
            return posixpath.dirname(address) if key == "dir" else address
        if key == "date":
            return moment_of(page) or page.front.get("date")
        if key in {"tags", "categories"}:
            return list(words_of(page, {"tags": "tag"}.get(key, "category"), key))
        values: dict[str, object] = {
            "title": dated_name(page.path)[1].replace("-", " ").title() if collection_of(page.path, config) else None,
            "path": page.path,
            "relative_path": page.path,
            "name": name,
            "slug": dated_name(page.path)[1],
            "ext": posixpath.splitext(name)[1],
            "collection": collection_of(page.path, config) or None,
        }
        return values[key]
