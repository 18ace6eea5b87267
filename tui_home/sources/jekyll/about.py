"""The home page: al-folio's ``_layouts/about.liquid``."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.document.html import html_lines
from tui_home.model.blocks import Align
from tui_home.model.inline import plain_text
from tui_home.model.problem import Problem, Severity
from tui_home.model.site import About, Profile
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.front_matter import Page, read_page
from tui_home.sources.jekyll.keys import ABOUT_KEYS, ANNOUNCEMENTS_KEYS, PROFILE_KEYS, understand
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.safe import printable

PAGE_SUFFIXES = (".md", ".markdown", ".html")
_NEWS_LIMIT = 5
_ALIGNS = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}


class HomePage(NamedTuple):
    """The about page as read, before it is joined with the rest of the site."""

    about: About
    problems: tuple[Problem, ...] = ()


def page_files(folder: Folder) -> tuple[str, ...]:
    """Return the files that can be a page: those in ``_pages`` and those at the top."""
    top = tuple(path for path in folder.list("", PAGE_SUFFIXES, deep=False) if path.lower() not in _NO_PAGES)
    return (*folder.list("_pages", PAGE_SUFFIXES), *top)


_NO_PAGES = frozenset(("readme.md", "contributing.md", "changelog.md", "license.md", "404.html", "404.md"))


def find_home(folder: Folder, config: Config) -> Page | None:
    """Return the page that Jekyll would put at ``/`` with al-folio's about layout, or what comes nearest.

    A page with both ``layout: about`` and ``permalink: /`` wins, then one at ``/``, then one with the layout, then one
    called about or index. Of equals the one nearest to the top wins, then the first by name.
    """
    best: Page | None = None
    best_rank = 0
    for path in sorted(page_files(folder), key=lambda path: (path.count("/"), path)):
        if path in config.exclude or not (source := folder.read(path)):
            continue
        page = read_page(source)
        rank = _rank(page)
        if rank > best_rank:
            best, best_rank = page, rank
    return best


def _rank(page: Page) -> int:
    if "published" in page.front and not page.front.flag("published"):
        return 0
    at_root = page.front.text("permalink") == "/"
    about = page.front.text("layout") == "about"
    stem = page.path.rpartition("/")[2].rpartition(".")[0].lower()
    named = stem in ("about", "index") and ("/" in page.path or bool(page.front))
    return 4 * at_root + 2 * about + named


def read_about(page: Page, reading: Reading) -> HomePage:
    """Return what the about page says.

    Args:
        page: The page that `find_home` found; its front matter's misspelt keys are put right.
        reading: The site that it belongs to.
    """
    front = page.front
    problems = [*page.problems, *understand(front, ABOUT_KEYS, page.path)]
    profile, more = _profile(page, reading)
    problems += more
    announcements = front.mapping("announcements")
    problems += understand(announcements, ANNOUNCEMENTS_KEYS, page.path)
    document = reading.document(page)
    problems += document.problems
    title, more = reading.line(page, front, "title")
    problems += more
    subtitle, more = reading.line(page, front, "subtitle" if front.text("subtitle") else "description")
    problems += more
    news = front.flag("news") or (announcements.flag("enabled") if announcements else front.flag("announcements"))
    limit = announcements.number("limit") or reading.config.news_limit or _NEWS_LIMIT
    about = About(
        title=plain_text(title).strip(),
        subtitle=subtitle,
        profile=profile,
        blocks=document.blocks,
        news=news,
        news_limit=max(limit, 1),
        selected_papers=front.flag("selected_papers"),
        social=front.flag("social"),
    )
    return HomePage(about, tuple(problems))


def _profile(page: Page, reading: Reading) -> tuple[Profile | None, tuple[Problem, ...]]:
    value = page.front.get("profile")
    if not isinstance(value, Mapping):
        if value is None or value is False:
            return None, ()
        message = "“profile” has no keys below it; it is left out"
        return None, (Problem(Severity.WARNING, page.path, page.front.line("profile"), message, "indent its keys"),)
    problems = list(understand(value, PROFILE_KEYS, page.path))
    document = reading.text(page, value, "more_info", key="more_info")
    problems += document.problems
    profile = Profile(
        align=_ALIGNS.get(value.text("align").lower(), Align.RIGHT),
        image=printable(value.text("image")),
        image_circular=value.flag("image_circular"),
        address=html_lines(value.text("address")),
        more_info=document.blocks,
    )
    return profile, tuple(problems)
