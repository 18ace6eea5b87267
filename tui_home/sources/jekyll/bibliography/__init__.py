"""``_bibliography/``: the owner's papers, as jekyll-scholar and al-folio read them."""

from __future__ import annotations

from tui_home.sources.jekyll.bibliography.reader import read_publications

__all__ = ["read_publications"]
