"""The sections of a homepage, in the order in which they are shown."""

from __future__ import annotations

from dataclasses import replace

from tui_home.model.site import Site
from tui_home.sections.about import compose_about
from tui_home.sections.contact import compose_contact
from tui_home.sections.cv import compose_cv, count_cv
from tui_home.sections.folds import folding
from tui_home.sections.listing import listing
from tui_home.sections.news import compose_news, count_news
from tui_home.sections.papers import compose_papers, count_papers
from tui_home.sections.posts import compose_posts, count_posts, posts_of
from tui_home.sections.projects import compose_projects, count_projects, projects_of
from tui_home.sections.repositories import compose_repositories, count_repositories
from tui_home.sections.section import Section
from tui_home.sections.teaching import compose_teaching, count_courses, courses_of
from tui_home.sections.words import nothing

SECTIONS: tuple[Section, ...] = (
    Section("about", "About", folding(compose_about), nothing),
    listing("news", "News", compose_news, count_news),
    listing("papers", "Papers", compose_papers, count_papers),
    listing("contact", "Contact", compose_contact, nothing),
    listing("cv", "CV", compose_cv, count_cv),
    listing("projects", "Projects", compose_projects, count_projects, projects_of),
    listing("posts", "Posts", compose_posts, count_posts, posts_of),
    listing("teaching", "Teaching", compose_teaching, count_courses, courses_of),
    listing("repositories", "Repositories", compose_repositories, count_repositories),
)
"""Those that any site may have; a site's further pages make sections of their own."""


def sections_of(site: Site) -> tuple[Section, ...]:
    """Return the sections that `site` has, in the order in which its owner wants them."""
    titles = {intro.section: intro.title for intro in site.intros if intro.title}
    found = [
        _called(section, titles.get(section.id, ""))
        for section in SECTIONS
        if section.id in site.pending or section.present(site)
    ]
    if site.pages:
        from tui_home.sections.page import page_section  # noqa: PLC0415 - many sites have none

        found += map(page_section, site.pages)
    if site.pending:
        from tui_home.sections.pending import awaited  # noqa: PLC0415 - a large site has, while it is read

        found = [awaited(section) if section.id in site.pending else section for section in found]
    place = {name: number for number, name in enumerate(site.order)}
    return tuple(sorted(found, key=lambda section: place.get(section.id, len(place))))


def _called(section: Section, title: str) -> Section:
    return replace(section, title=title) if title else section


__all__ = ["SECTIONS", "Section", "sections_of"]
