"""``_data/venues.yml``: the pages of the conferences and journals that venue tags name."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui_home.model.inline import Link, LinkKind
from tui_home.model.problem import Problem
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.safe import printable
from tui_home.text.urls import safe_url

_FILES = ("_data/venues.yml", "_data/venues.yaml")


@dataclass(frozen=True, slots=True)
class Venues:
    """Addresses by tag. The colours that the file may also give are the web page's own."""

    urls: dict[str, str] = field(default_factory=dict)
    """By the tag in lower case."""

    def link(self, tag: str) -> Link | None:
        """Return where a venue tag leads; None when the file does not say."""
        url = self.urls.get(tag.casefold(), "")
        return Link(LinkKind.WEB, printable(tag), url) if tag and url else None


def read_venues(folder: Folder) -> tuple[Venues, tuple[Problem, ...]]:
    """Return the venues that the site knows, and what is wrong in the file."""
    source = next((source for path in _FILES if (source := folder.read(path))), None)
    if source is None:
        return Venues(), ()
    parsed = yaml.parse(source.text, source.origin)
    urls = {tag.casefold(): _url(value) for tag, value in parsed.mapping.items()}
    return Venues({tag: url for tag, url in urls.items() if url}), parsed.problems


def _url(value: object) -> str:
    """Return the address of one venue: under ``url``, or alone in its place."""
    said = value.text("url") if isinstance(value, Mapping) else value if isinstance(value, str) else ""
    return safe_url(said, schemes=("http", "https"))
