"""Everything read from one content folder. Immutable; every door shows the same."""

from __future__ import annotations

import datetime as dt
from dataclasses import field

from tui_home.model.blocks import Align, Blocks
from tui_home.model.collections import Article, Cv, Intro, Repository, Route, SitePage
from tui_home.model.inline import Link, Spans
from tui_home.model.problem import Problem
from tui_home.model.record import record


@record
class Name:
    """A person's name in its parts, each possibly empty."""

    first: str = ""
    middle: str = ""
    last: str = ""

    @property
    def full(self) -> str:
        """The name as al-folio prints it: first, middle, last."""
        return " ".join(part for part in (self.first, self.middle, self.last) if part)

    @property
    def monogram(self) -> str:
        """One or two letters that stand for the person."""
        parts = [part for part in self.full.split() if part[0].isalnum()]
        return "".join(part[0] for part in dict.fromkeys((*parts[:1], *parts[-1:]))).upper()


@record
class Profile:
    """The about page's ``profile`` front matter: al-folio's ``_layouts/about.liquid``."""

    align: Align = Align.RIGHT
    image: str = ""
    """The picture's path or URL as written; empty when the page names none."""
    image_circular: bool = False
    address: tuple[str, ...] = ()
    """Lines of plain text."""
    more_info: Blocks = ()


@record
class About:
    """The home page: its text and what its front matter asks for below it."""

    title: str = ""
    subtitle: Spans = ()
    profile: Profile | None = None
    blocks: Blocks = ()
    news: bool = False
    news_limit: int = 5
    selected_papers: bool = False
    social: bool = False
    latest_posts: bool = False
    latest_posts_limit: int = 3


@record
class NewsItem:
    """One of ``_news/``."""

    key: str
    """Unique within the site: the file's path without suffix."""
    date: dt.date | None
    title: Spans
    """Empty for an inline item."""
    blocks: Blocks
    inline: bool = True


@record
class Author:
    """One author of a publication."""

    name: str
    """First names first, Unicode."""
    owner: bool = False
    """Whether the site's owner is meant (the config's ``scholar`` rule)."""
    url: str = ""


@record
class Publication:
    """One BibTeX entry, ready to show."""

    key: str
    """The citation key, made unique within the site."""
    type: str
    """BibTeX's entry type, lower case: article, inproceedings …"""
    title: Spans
    authors: tuple[Author, ...]
    venue: str
    """The full name of journal, conference, school …; may be empty."""
    abbr: str
    """al-folio's venue tag; may be empty."""
    year: int | None
    month: int = 0
    """1 to 12; 0 when not given."""
    selected: bool = False
    links: tuple[Link, ...] = ()
    """arXiv, DOI, PDF, code … in al-folio's order; without BibTeX."""
    bibtex: str = ""
    """The entry with its fields as written, ``@string``s expanded, al-folio's own fields left out."""
    abstract: Blocks = ()
    award: str = ""
    note: Spans = ()
    """al-folio's ``annotation``, ``additional_info`` and BibTeX's ``note``, each on a line of its own."""
    more_links: tuple[Link, ...] = ()
    """Where it is counted and listed: Google Scholar, Dimensions, Altmetric, INSPIRE."""
    venue_link: Link | None = None
    """Where the venue tag leads: ``_data/venues.yml``."""
    groups: tuple[str, ...] = ()
    """The headings under which it stands, the outermost first; empty for its year, one empty text for none at all."""


@record
class Contact:
    """A way to reach the owner, or a place where they are found."""

    kind: str
    """email, meeting, scholar, github, x, bluesky, wechat, address …: al-folio's key where it has one."""
    label: str
    """What the place is called: "Google Scholar"."""
    text: str
    """What stands under the label: an address, a user name, a URL without its scheme."""
    link: Link


@record
class Site:
    """One homepage. `revision` is a hash of what it was read from."""

    revision: str
    name: Name
    title: str
    """What the window and the header say; the owner's full name unless the site has its own title."""
    about: About
    news: tuple[NewsItem, ...] = ()
    """Newest first; undated items last."""
    publications: tuple[Publication, ...] = ()
    """In the order in which they are shown: newest first, unless the site wants another."""
    contacts: tuple[Contact, ...] = ()
    """Emails first, then the meeting link, then the rest in the site's own order."""
    host: str = ""
    """The name to ssh to, when the owner has set one; empty otherwise."""
    url: str = ""
    """The site's address on the web; empty when unknown."""
    description: str = ""
    """One sentence about the site or its owner; may be empty."""
    footer: Spans = ()
    """What the site says at the foot of every page."""
    contact_note: Spans = ()
    """What it says of its ways of contact."""
    language: str = ""
    """The language shown, as the site names it (``en-us``); empty when it has only one."""
    languages: tuple[str, ...] = ()
    """All languages of the site, the default first; empty when it has only one."""
    cv: Cv | None = None
    projects: tuple[Article, ...] = ()
    """In the order in which they are shown: by category, then by importance."""
    posts: tuple[Article, ...] = ()
    """Newest first."""
    courses: tuple[Article, ...] = ()
    """Newest first."""
    repositories: tuple[Repository, ...] = ()
    pages: tuple[SitePage, ...] = ()
    """Every other page of the navigation, in its order."""
    intros: tuple[Intro, ...] = ()
    order: tuple[str, ...] = ()
    """Ids of the sections in the order that the owner wants; those not named follow."""
    routes: tuple[Route, ...] = ()
    pending: tuple[str, ...] = ()
    """Ids of the sections that are still being read; what is here of them is not all."""
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    @property
    def emails(self) -> tuple[Contact, ...]:
        """All email addresses; `e` copies the first."""
        return tuple(contact for contact in self.contacts if contact.kind == "email")

    def route(self, path: str) -> Route | None:
        """Return where a Link's `path` is shown here; None when it is not."""
        return next((route for route in self.routes if route.path == path), None)

    def intro(self, section: str) -> Blocks:
        """Return what the site's own page of `section` says besides the list; often nothing."""
        return next((intro.blocks for intro in self.intros if intro.section == section), ())

    @property
    def meeting(self) -> Contact | None:
        """The meeting link that `c` copies; None when the site has none."""
        return next((contact for contact in self.contacts if contact.kind == "meeting"), None)
