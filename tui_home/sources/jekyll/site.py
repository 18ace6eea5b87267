"""An al-folio folder as a Site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from tui_home.model.problem import Problem, Severity
from tui_home.model.site import About, Contact, Site
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.about import read_about
from tui_home.sources.jekyll.config import CONFIG_FILES, read_config
from tui_home.sources.jekyll.contacts import all_contacts
from tui_home.sources.jekyll.follow_ups import folded
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.home import candidates, find_home
from tui_home.sources.jekyll.language_choice import chosen_language, in_language, languages_of
from tui_home.sources.jekyll.naming import called
from tui_home.sources.jekyll.reading import Reading
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


class Begun(NamedTuple):
    """A site of which About has been read."""

    reading: Reading
    page: Page | None
    """The home page; None when there is none."""
    terminal: TerminalData
    socials: tuple[Contact, ...]
    site: Site
    problems: tuple[Problem, ...]

    @property
    def weight(self) -> int:
        """About how many bytes are still to be read."""
        folder, config = self.reading.folder, self.reading.config
        return sum(map(folder.weight, (config.bibliography_folder, config.news_folder, "_posts", "_projects")))


def recognises(folder: Folder) -> bool:
    """Return whether the folder is laid out as al-folio's; the page alone is enough, and so is any other part of it."""
    return any(folder.has(sign) for sign in _SIGNS)


def read(folder: Folder, language: str = "", *, soon: bool = False) -> Iterator[Site]:
    """Yield the Site in the folder: of a large one first what About says, then all of it.

    Whatever is wrong becomes a Problem and leaves the rest as it is.

    Args:
        folder: The site's.
        language: The language wanted; empty for the site's own choice.
        soon: Whether the visitor waits: what About says comes first of any, unless they may begin with another section.
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
    begun = Begun(reading, page, terminal, socials, site, tuple(found))
    # Where the owner orders the sections, About may not be the one to begin with.
    if (soon and not terminal.sections) or begun.weight > _LARGE:
        yield settled(site)
    from tui_home.sources.jekyll.whole import read_whole  # noqa: PLC0415 - About comes first

    yield settled(read_whole(begun))


def _in_language(reading: Reading, asked: str, terminal: TerminalData) -> tuple[Reading, tuple[Problem, ...]]:
    """Return what reads the site in one of its languages: the visitor's, else ``terminal.yml``'s, else the default."""
    folder, config = reading.folder, reading.config
    known = languages_of(config, candidates(reading))
    chosen, problems = chosen_language(known, config, asked, (terminal.language, FILE, terminal.language_line))
    languages, more = in_language(folder, config, known, chosen)
    return replace(reading, languages=languages), (*problems, *more)
