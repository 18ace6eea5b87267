"""Fragments become Pages, shared by every door and every visitor."""

from __future__ import annotations

from tui_home.pages.cache import NARROWEST, Pages
from tui_home.pages.compose import compose
from tui_home.pages.finding import Match, Matches
from tui_home.pages.page import Page

__all__ = ["NARROWEST", "Match", "Matches", "Page", "Pages", "compose"]
