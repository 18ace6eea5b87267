"""Where a page stands on the site: Jekyll's ``permalink`` rules."""

from __future__ import annotations

from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.front_matter import Page
from tui_home.text.paths import route_path


def path_of(page: Page, config: Config) -> str:  # noqa: ARG001 - the collections' patterns come from it
    """Return the path of a page from the site's root, in the form of `route_path`."""
    written = page.front.text("permalink")
    return route_path(written) or route_path(f"/{page.path.removeprefix('_pages/')}") or "/"
