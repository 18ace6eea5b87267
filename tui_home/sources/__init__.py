"""Sites on disk: one folder per site format; each tries itself."""

from __future__ import annotations

from tui_home.sources.errors import NoSiteError
from tui_home.sources.formats import FORMATS, Format, open_site
from tui_home.sources.kept import open_kept_site

__all__ = ["FORMATS", "Format", "NoSiteError", "open_kept_site", "open_site"]
