"""Sites on disk: one folder per site format; each tries itself."""

from __future__ import annotations

from tui_home.sources.errors import NoSiteError
from tui_home.sources.opening import open_kept_site, open_site, open_sites

__all__ = ["NoSiteError", "open_kept_site", "open_site", "open_sites"]
