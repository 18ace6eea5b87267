"""All of an al-folio site of which About has been read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_home.sources.jekyll.bibliography import read_publications
from tui_home.sources.jekyll.coauthors import Coauthors, read_coauthors
from tui_home.sources.jekyll.contacts import all_contacts
from tui_home.sources.jekyll.follow_ups import folded
from tui_home.sources.jekyll.liquid.memory import PUBLICATIONS
from tui_home.sources.jekyll.navigation import SECTION_IDS
from tui_home.sources.jekyll.news import read_news
from tui_home.sources.jekyll.rest import read_rest

if TYPE_CHECKING:
    from tui_home.model.site import Site
    from tui_home.sources.jekyll.site import Begun


def read_whole(begun: Begun) -> Site:
    """Return the Site with everything that About does not say itself."""
    reading, site, found = begun.reading, begun.site, [*begun.problems]
    folder, config = reading.folder, reading.config
    news, problems = read_news(reading)
    found += problems
    coauthors, problems = read_coauthors(folder) if folder.has(config.bibliography_folder) else (Coauthors(), ())
    found += problems
    publications, problems = read_publications(folder, config, coauthors)
    reading.liquid.once(PUBLICATIONS, lambda: publications)  # for the pages that cite them
    found += problems
    rest, problems = read_rest(reading, begun.page)
    found += problems
    order, problems = begun.terminal.order(SECTION_IDS | {page.id for page in rest.pages})
    found += problems
    whole = replace(
        site,
        revision=folder.revision,
        news=news,
        publications=publications,
        order=order,
        pending=(),
        problems=folded((*folder.problems, *found)),
        **rest._asdict(),
    )
    if said := whole.intro("contact"):
        whole = replace(whole, contacts=all_contacts(begun.socials, site.about, begun.terminal.meeting, said))
    return whole
