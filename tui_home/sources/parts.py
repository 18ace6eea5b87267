"""A large Site in parts: what its first screen shows, and the rest of each section."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tui_home.model.site import Site

Items = tuple[Any, ...]

_SECTIONS = {"publications": "papers", "news": "news", "posts": "posts", "projects": "projects", "courses": "teaching"}
"""The fields that can be large, and the sections that show them."""
_FRONT = "-front"
"""Ends the revision of what is left: it is another Site, and makes other Pages."""
_FEW = 40
"""As many items stand with the rest: no file is worth being read in two goes for them."""


def split(site: Site) -> tuple[Site, dict[str, Items]]:
    """Return `site` without what is large, and what that was by the names of the fields.

    What is left has of each such field what About shows, and names the sections as pending.
    """
    parts = {name: items for name in _SECTIONS if len(items := getattr(site, name)) > _FEW}
    if not parts:
        return site, {}
    left: dict[str, Any] = {name: _shown_first(site, name) for name in parts}
    pending = tuple(section for name, section in _SECTIONS.items() if name in parts)
    if len(site.problems) > _FEW:
        parts["problems"], left["problems"] = site.problems, ()
    return replace(site, revision=site.revision + _FRONT, pending=pending, **left), parts


def joined(front: Site, parts: dict[str, Items]) -> Site:
    """Return what `split` was given."""
    whole: dict[str, Any] = {**parts}
    return replace(front, revision=front.revision.removesuffix(_FRONT), pending=(), **whole)


def _shown_first(site: Site, name: str) -> Items:
    about = site.about
    if name == "news":
        return site.news[: about.news_limit] if about.news else ()
    if name == "publications":
        return tuple(paper for paper in site.publications if paper.selected) if about.selected_papers else ()
    if name == "posts":
        return site.posts[: about.latest_posts_limit] if about.latest_posts else ()
    return ()
