"""The sections of a homepage, in the order in which they are shown."""

from __future__ import annotations

from tui_home.model.site import Site
from tui_home.sections.about import compose_about
from tui_home.sections.contact import compose_contact
from tui_home.sections.folds import folding
from tui_home.sections.news import compose_news, count_news
from tui_home.sections.page import page_section
from tui_home.sections.papers import compose_papers, count_papers
from tui_home.sections.section import Section
from tui_home.sections.words import nothing

SECTIONS: tuple[Section, ...] = (
    Section("about", "About", folding(compose_about), nothing),
    Section("news", "News", folding(compose_news), count_news),
    Section("papers", "Papers", folding(compose_papers), count_papers),
    Section("contact", "Contact", folding(compose_contact), nothing),
)
"""Those that any site may have; a site's further pages make sections of their own."""


def sections_of(site: Site) -> tuple[Section, ...]:
    """Return the sections that `site` has, in the order in which its owner wants them."""
    found = [section for section in SECTIONS if section.present(site)]
    found += [page_section(page) for page in site.pages]
    place = {name: number for number, name in enumerate(site.order)}
    return tuple(sorted(found, key=lambda section: place.get(section.id, len(place))))


__all__ = ["SECTIONS", "Section", "sections_of"]
