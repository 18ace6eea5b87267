"""What a site has beyond its first four sections, each part from its own reader."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.model.collections import Article, Cv, Intro, Repository, Route, SitePage
from tui_home.model.problem import Problem
from tui_home.sources.jekyll.cv import read_cv
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.intros import read_intros
from tui_home.sources.jekyll.navigation import Navigation, read_navigation
from tui_home.sources.jekyll.pages import read_pages
from tui_home.sources.jekyll.posts import read_posts
from tui_home.sources.jekyll.projects import read_projects
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.repositories import read_repositories
from tui_home.sources.jekyll.routes import article_routes, distinct, page_routes, section_routes
from tui_home.sources.jekyll.teaching import read_courses

_ALWAYS = frozenset(("about", "news", "papers", "contact"))


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

    @property
    def filled(self) -> frozenset[str]:
        """Ids of the sections that have something to list."""
        parts = {
            "cv": self.cv,
            "projects": self.projects,
            "posts": self.posts,
            "teaching": self.courses,
            "repositories": self.repositories,
        }
        return _ALWAYS | {section for section, found in parts.items() if found}


def read_rest(reading: Reading, home: Page | None) -> tuple[Rest, tuple[Problem, ...]]:
    """Return everything that the further sections show, and what is wrong in it.

    Args:
        reading: The site.
        home: Its home page; None when it has none.
    """
    navigation, problems = read_navigation(reading, home)
    projects, in_projects = read_projects(reading, navigation.own.get("projects"))
    posts, in_posts = read_posts(reading)
    cv, in_cv = read_cv(reading, navigation.own.get("cv"))
    courses, in_courses = read_courses(reading, navigation.own.get("teaching"))
    repositories, in_repositories = read_repositories(reading)
    rest = Rest(cv, projects, posts, courses, repositories)
    rest, in_pages = _with_pages(reading, navigation, rest)
    return rest, (*problems, *in_projects, *in_posts, *in_cv, *in_courses, *in_repositories, *in_pages)


def _with_pages(reading: Reading, navigation: Navigation, rest: Rest) -> tuple[Rest, tuple[Problem, ...]]:
    """Return `rest` with what the site's pages say, and where everything stands."""
    intros, in_intros = read_intros(reading, navigation, rest.filled)
    filled = rest.filled | {intro.section for intro in intros}
    pages = read_pages(reading, navigation, filled)
    routes = (
        *section_routes(reading, navigation, filled),
        *article_routes("projects", rest.projects),
        *article_routes("posts", rest.posts),
        *article_routes("teaching", rest.courses),
        *page_routes(pages.pages),
    )
    whole = rest._replace(intros=intros, pages=pages.pages, routes=distinct(routes))
    return whole, (*in_intros, *pages.problems)
