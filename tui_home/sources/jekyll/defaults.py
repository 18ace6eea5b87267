"""``defaults`` of ``_config.yml``: what the front matter of a page has without saying so.

https://jekyllrb.com/docs/configuration/front-matter-defaults/; ``lib/jekyll/frontmatter_defaults.rb``.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.permalinks import collection_of
from tui_home.sources.jekyll.yaml_values import Mapping

_MOST = 50
"""Sets of defaults that count; each is compared with every page."""


def with_defaults(page: Page, config: Config) -> Page:
    """Return `page` with the values that the configuration gives to all of its kind; its own stay."""
    value = config.raw.get("defaults")
    sets = [item for item in value[:_MOST] if isinstance(item, Mapping)] if isinstance(value, list) else []
    fitting = [item for item in sets if _applies(item.mapping("scope"), page, config)]
    if not fitting or not page.front:  # a file without front matter is no page
        return page
    front = Mapping()
    for item in sorted(fitting, key=lambda item: _precision(item.mapping("scope"))):
        front.update(item.mapping("values"))
    front.update(page.front)
    front.lines |= page.front.lines
    front.text_lines |= page.front.text_lines
    return page._replace(front=front)


def _applies(scope: Mapping, page: Page, config: Config) -> bool:
    kind = scope.text("type")
    own = collection_of(page.path, config) or "pages"
    if kind and kind.removesuffix("s") != own.removesuffix("s"):
        return False
    path = scope.text("path").strip("/")
    if "*" in path:
        return fnmatchcase(page.path, path) or fnmatchcase(page.path, f"{path}/*")
    return not path or page.path == path or page.path.startswith(f"{path}/")


def _precision(scope: Mapping) -> tuple[int, bool]:
    """Return what decides between two: the longer path, then the one with a type."""
    return len(scope.text("path").strip("/")), bool(scope.text("type"))
