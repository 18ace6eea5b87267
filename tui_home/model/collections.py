"""What a site holds beyond its first four sections."""

from __future__ import annotations

import datetime as dt

from tui_home.model.blocks import Blocks
from tui_home.model.inline import Link, Spans
from tui_home.model.record import record


@record
class Fact:
    """Something short with its name: "Instructor", "Ada Lovelace"."""

    name: str
    text: str


@record
class Article:
    """A page of its own that a section lists and opens: a post, a project, a course."""

    key: str
    """Unique within its section: the file's path without suffix."""
    title: Spans
    blocks: Blocks = ()
    """Its whole text."""
    path: str = ""
    """Where it stands on the site, as a Route and a Link have it: ``/blog/2024/a-post/``."""
    url: str = ""
    """Its address on the web, its own or the one it redirects to; empty when unknown."""
    summary: Spans = ()
    """One sentence: the front matter's ``description``."""
    date: dt.date | None = None
    group: str = ""
    """What it is listed under: a project's category, a course's term and year; empty for none."""
    tags: tuple[str, ...] = ()
    """Tags and categories, as written."""
    minutes: int = 0
    """Reading time; 0 where it says nothing."""
    facts: tuple[Fact, ...] = ()
    """A course's instructor, place and time."""
    links: tuple[Link, ...] = ()
    """Where more of it is: code, slides."""


@record
class CvEntry:
    """One line of a curriculum vitae: a degree, a position, an award."""

    key: str
    """Unique within the CV."""
    when: str
    """The dates, as they are shown beside it: "2019 – 2023"; may be empty."""
    title: Spans
    subtitle: Spans = ()
    """Institution, company, journal."""
    place: str = ""
    blocks: Blocks = ()
    """Highlights, summary, courses."""


@record
class CvPart:
    """One part of a curriculum vitae: Education, Awards."""

    title: str
    entries: tuple[CvEntry, ...] = ()
    blocks: Blocks = ()
    """What stands there without being an entry: a summary, lists of skills."""


@record
class Cv:
    """A curriculum vitae: ``_data/cv.yml`` (al-folio's or RenderCV's form) or JSON Resume."""

    parts: tuple[CvPart, ...]
    pdf: Link | None = None
    """The same as a file, where the page names one."""


@record
class Repository:
    """One of ``_data/repositories.yml``."""

    name: str
    """``owner/name``; the user's name for a user."""
    url: str
    user: bool = False
    """Whether it is a user's page and not a repository."""


@record
class SitePage:
    """A page of the site that is a section of its own: what ``nav: true`` puts into the bar."""

    id: str
    """Lower case, unique among all sections; also the verb's word."""
    title: str
    blocks: Blocks = ()
    articles: tuple[Article, ...] = ()
    """What the page lists and opens, as the books of a bookshelf."""
    path: str = ""
    url: str = ""


@record
class Intro:
    """What the site's own page of a section says besides the list that the section is."""

    section: str
    """The section's id."""
    blocks: Blocks
    title: str = ""
    """What the site calls the section, where that is not what everybody does; else empty."""


@record
class Route:
    """A path of the site that is shown here, and where."""

    path: str
    """From the site's root, without ``baseurl``, in lower case, without ``index.html`` and ``.html`` at the end."""
    section: str
    article: str = ""
    """The key of the Article; empty for the section itself."""
