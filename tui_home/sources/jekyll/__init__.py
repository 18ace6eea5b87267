"""al-folio, the Jekyll theme: ``_config.yml``, ``_pages/``, ``_news/``, ``_bibliography/``, ``_data/``."""

from __future__ import annotations

from tui_home.sources.jekyll.missing import missing_files
from tui_home.sources.jekyll.site import LOOKED_FOR, read, recognises

__all__ = ["LOOKED_FOR", "missing_files", "read", "recognises"]
