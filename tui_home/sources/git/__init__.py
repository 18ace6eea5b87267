"""Sites from git: a shallow copy in the user's cache, made with the git program."""

from __future__ import annotations

from tui_home.sources.git.fetch import Fetched, FetchError, fetch
from tui_home.sources.git.url import GitUrl, git_url

__all__ = ["FetchError", "Fetched", "GitUrl", "fetch", "git_url"]
