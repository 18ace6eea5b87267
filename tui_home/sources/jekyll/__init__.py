"""al-folio, the Jekyll theme: ``_config.yml``, ``_pages/``, ``_news/``, ``_bibliography/``, ``_data/``."""

from __future__ import annotations

from tui_home.sources.jekyll.inspection import inspect
from tui_home.sources.jekyll.site import LOOKED_FOR, read, recognises

__all__ = ["LOOKED_FOR", "inspect", "read", "recognises"]
