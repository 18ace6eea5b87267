"""Repositories: whose code is where."""

from __future__ import annotations

from tui_home.model.blocks import Block, Blocks, Entry, Paragraph
from tui_home.model.collections import Repository
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections.words import BOLD, MUTED, count_of, division


def compose_repositories(site: Site, _view: View) -> Blocks:
    """Return the users, then the repositories, each something to open."""
    users = tuple(repository for repository in site.repositories if repository.user)
    own = tuple(repository for repository in site.repositories if not repository.user)
    blocks: list[Block] = []
    for title, group in (("Users", users), ("Repositories", own)):
        if group and users and own:
            blocks.append(division(title))
        blocks += map(_entry, group)
    return tuple(blocks)


def count_repositories(site: Site) -> str:
    """Return how many repositories there are, in words, or else how many users."""
    own = sum(not repository.user for repository in site.repositories)
    return count_of(own, "repository", "repositories") or count_of(len(site.repositories), "user", "users")


def _entry(repository: Repository) -> Entry:
    owner, slash, name = repository.name.rpartition("/")
    link = Link(LinkKind.WEB, repository.name, repository.url, "" if repository.url else repository.name)
    text = (*((Span(owner + slash, MUTED),) if slash else ()), Span(name, BOLD))
    key = f"repository:{'user:' if repository.user else ''}{repository.name}"
    return Entry(key, (), 0, (Paragraph(text),), link=link)
