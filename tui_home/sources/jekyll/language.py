"""Which language of a site is read."""

from __future__ import annotations

from dataclasses import dataclass

from tui_home.sources.jekyll.front_matter import Page


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a site and the one that was chosen."""

    all: tuple[str, ...] = ()
    """The default first; empty when the site has only one."""
    chosen: str = ""

    def speaks(self, page: Page) -> bool:  # noqa: ARG002 - to come
        """Return whether a page is to be shown: it is in the chosen language, or in none that it says."""
        return True
