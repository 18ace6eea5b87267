"""What a site has beyond its first four sections, each part from its own reader."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.model.collections import Article, Cv, Intro, Repository, Route, SitePage
from tui_home.model.problem import Problem
from tui_home.sources.jekyll.reading import Reading


class Rest(NamedTuple):
    """Fields of a Site, by their names."""

    cv: Cv | None = None
    projects: tuple[Article, ...] = ()
    posts: tuple[Article, ...] = ()
    courses: tuple[Article, ...] = ()
    repositories: tuple[Repository, ...] = ()
    pages: tuple[SitePage, ...] = ()
    intros: tuple[Intro, ...] = ()
    routes: tuple[Route, ...] = ()


def read_rest(reading: Reading) -> tuple[Rest, tuple[Problem, ...]]:  # noqa: ARG001 - to come
    """Return everything that the further sections show, and what is wrong in it."""
    return Rest(), ()
