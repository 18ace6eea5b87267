"""Pages with ``layout: profiles``: several people, each with a portrait, facts and a text of their own."""

from __future__ import annotations

from tui_home.document.markdown import Document
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.reading import Reading


def read_profiles(reading: Reading, page: Page) -> Document:  # noqa: ARG001 - to come
    """Return the people of a page, one after the other."""
    return Document((), ())
