"""Projects: by category, each opened as a page of its own."""

from __future__ import annotations

from itertools import groupby

from tui_home.model.blocks import Block, Blocks
from tui_home.model.collections import Article
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections.articles import article_entry
from tui_home.sections.words import count_of, division

_OTHERS = "Other projects"


def compose_projects(site: Site, _view: View) -> Blocks:
    """Return every project under the heading of its category, where there are categories."""
    groups = [(group, tuple(found)) for group, found in groupby(site.projects, key=lambda project: project.group)]
    composed: list[Block] = []
    for group, projects in groups:
        if group or len(groups) > 1:
            composed.append(division(group[:1].upper() + group[1:] or _OTHERS))
        composed.extend(map(article_entry, projects))
    return tuple(composed)


def projects_of(site: Site) -> tuple[Article, ...]:
    """Return the projects, which the section opens."""
    return site.projects


def count_projects(site: Site) -> str:
    """Return how many projects there are, in words."""
    return count_of(len(site.projects), "project", "projects")
