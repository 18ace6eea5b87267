"""An al-folio folder as a Site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui_home.model.problem import Problem, Severity
from tui_home.model.site import About, Site
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.about import read_about
from tui_home.sources.jekyll.bibliography import read_publications
from tui_home.sources.jekyll.coauthors import Coauthors, read_coauthors
from tui_home.sources.jekyll.config import CONFIG_FILES, read_config
from tui_home.sources.jekyll.contacts import all_contacts
from tui_home.sources.jekyll.follow_ups import folded
from tui_home.sources.jekyll.home import candidates, find_home
from tui_home.sources.jekyll.language_choice import chosen_language, in_language, languages_of
from tui_home.sources.jekyll.liquid.memory import PUBLICATIONS
from tui_home.sources.jekyll.naming import called
from tui_home.sources.jekyll.navigation import SECTION_IDS
from tui_home.sources.jekyll.news import read_news
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.rest import read_rest
from tui_home.sources.jekyll.routes import settled
from tui_home.sources.jekyll.site_words import read_site_words
from tui_home.sources.jekyll.socials import read_socials
from tui_home.sources.jekyll.terminal_data import FILE, TerminalData, read_terminal_data

LOOKED_FOR = "_config.yml or _pages/about.md"
_LATER = ("news", "papers")
"""What is not yet read when About is; further sections come with it."""
_LARGE = 64 << 10
"""Bytes that are read in a moment; a site with more shows About before."""
_SIGNS = (*CONFIG_FILES, "_pages", "about.md", "index.md", "_bibliography", "_news")


def recognises(folder: Folder) -> bool:
    """Return whether the folder is laid out as al-folio's; the page alone is enough, and so is any other part of it."""
    return any(folder.has(sign) for sign in _SIGNS)


def read(folder: Folder, language: str = "") -> Iterator[Site]:
    """Yield the Site in the folder: of a large one first what About says, then all of it.

    Whatever is wrong becomes a Problem and leaves the rest as it is.

    Args:
        folder: The site's.
        language: The language wanted; empty for the site's own choice.
    """
    config, problems = read_config(folder)
    found: list[Problem] = list(problems)
    terminal, problems = read_terminal_data(folder)
    found += problems
    reading, problems = _in_language(Reading(folder, config), language, terminal)
    found += problems
    about = About()
    page = find_home(reading)
    if page is None:
        message = "There is no about page"
        hint = "write _pages/about.md with “layout: about” and “permalink: /”"
        found.append(Problem(Severity.ERROR, "_pages/about.md", None, message, hint))
    else:
        home = read_about(page, reading)
        about = home.about
        found += home.problems
    socials, problems = read_socials(folder, config)
    found += problems
    words = read_site_words(reading)
    found += words.problems
    name, title = called(config, about)
    site = Site(
        revision=folder.revision,
        name=name,
        title=title,
        about=about,
        contacts=all_contacts(socials, about, terminal.meeting),
        host=terminal.host,
        url=config.url,
        description=words.description,
        footer=words.footer,
        contact_note=words.contact_note,
        language=reading.languages.chosen,
        languages=reading.languages.all,
        pending=_LATER,
        problems=folded((*folder.problems, *found)),
    )
    if sum(map(folder.weight, (config.bibliography_folder, config.news_folder, "_posts", "_projects"))) > _LARGE:
        yield settled(site)
    news, problems = read_news(reading)
    found += problems
    coauthors, problems = read_coauthors(folder) if folder.has(config.bibliography_folder) else (Coauthors(), ())
    found += problems
    publications, problems = read_publications(folder, config, coauthors)
    reading.liquid.once(PUBLICATIONS, lambda: publications)  # for the pages that cite them
    found += problems
    rest, problems = read_rest(reading, page)
    found += problems
    order, problems = terminal.order(SECTION_IDS | {page.id for page in rest.pages})
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
        whole = replace(whole, contacts=all_contacts(socials, about, terminal.meeting, said))
    yield settled(whole)


def _in_language(reading: Reading, asked: str, terminal: TerminalData) -> tuple[Reading, tuple[Problem, ...]]:
    """Return what reads the site in one of its languages: the visitor's, else ``terminal.yml``'s, else the default."""
    folder, config = reading.folder, reading.config
    known = languages_of(config, candidates(reading))
    chosen, problems = chosen_language(known, config, asked, (terminal.language, FILE, terminal.language_line))
    languages, more = in_language(folder, config, known, chosen)
    return replace(reading, languages=languages), (*problems, *more)
