"""Which pages a site has, which of them its navigation shows, and which are the pages of our sections."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.model.problem import Problem
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.home import home_files
from tui_home.sources.jekyll.permalinks import path_of
from tui_home.sources.jekyll.reading import PAGE_SUFFIXES, Reading, is_shown
from tui_home.text.markup import without_comments
from tui_home.text.patterns import pattern

_LAYOUTS = {"cv": "cv", "publication": "papers", "publications": "papers", "blog": "posts", "projects": "projects"}
PATHS = {
    "/publications/": "papers",
    "/publication/": "papers",
    "/papers/": "papers",
    "/news/": "news",
    "/blog/": "posts",
    "/posts/": "posts",
    "/projects/": "projects",
    "/cv/": "cv",
    "/vita/": "cv",
    "/resume/": "cv",
    "/teaching/": "teaching",
    "/repositories/": "repositories",
    "/contact/": "contact",
}
_SIGNS = {
    "papers": pattern(r"\{%-?\s{0,9}bibliography\b"),
    "news": pattern(r"\binclude\s{1,9}news\.|\bsite\.news\b"),
    "posts": pattern(r"\bsite\.posts\b|\bpaginator\."),
    "projects": pattern(r"\bsite\.projects\b"),
    "teaching": pattern(r"\binclude\s{1,9}courses\.|\bsite\.teachings\b"),
    "repositories": pattern(r"\binclude\s{1,9}repository/"),
    "cv": pattern(r"\bsite\.data\.(?:cv|resume)\b"),
}
"""What the body of a section's own page calls for: al-folio's ``_pages/*.md`` of all years."""
_TAG = pattern(r"\{%[^%]{0,500}%\}|\{\{[^{}]{0,500}\}\}|<[^<>]{0,500}>")
_WORD = pattern(r"\w{3,}")
_FEW_WORDS = 60
"""A page that says more than that, and stands at a path of its own, is more than a list."""
_NO_LAYOUTS = frozenset(("none", "null", "search", "archive", "archives", "compress", "redirect"))
_FIRST = float("-inf")
SECTION_IDS = frozenset(("about", *PATHS.values()))


class Navigation(NamedTuple):
    """The pages of a site."""

    pages: dict[str, Page]
    """By their paths, those without the folder of a language; without the home page."""
    own: dict[str, Page]
    """The page of each section that has one."""
    listed: tuple[Page, ...]
    """What the site's bar shows, in its order, sections' own pages among them."""


def read_navigation(reading: Reading, home: Page | None) -> tuple[Navigation, tuple[Problem, ...]]:
    """Return the site's pages, and what is wrong in their heads.

    Args:
        reading: The site.
        home: Its home page, whose Problems are told elsewhere.
    """
    pages: dict[str, Page] = {}
    for page in _all_pages(reading):
        if not (home and page.path == home.path):
            pages.setdefault(_path(reading, page), page)
    pages.pop("/", None)
    listed = _listed(reading, pages)
    return Navigation(pages, _own(pages, listed), listed), tuple(
        problem for page in pages.values() for problem in page.problems
    )


def outward(page: Page) -> str:
    """Return where a page of the navigation leads instead of saying something itself; "" for nowhere else."""
    written = page.front.text("redirect") or page.front.text("redirect_to") or page.front.text("permalink")
    return written if "://" in written else ""


def _all_pages(reading: Reading) -> tuple[Page, ...]:
    """Return the pages outside collections, in the language; old themes keep the blog's in a folder of its own."""
    paths = (*home_files(reading), *reading.folder.list("blog", PAGE_SUFFIXES, deep=False))
    found = (page for path in dict.fromkeys(paths) if (page := reading.page(path)))
    return reading.languages.select(tuple(page for page in found if is_shown(page) and page.front))


def _path(reading: Reading, page: Page) -> str:
    """Return the path of a page without the folder of the language."""
    path = path_of(page, reading.config)
    first, _, rest = path[1:].partition("/")
    codes = {code.lower() for code in reading.languages.all}
    return f"/{rest}" if first in codes else path


def _listed(reading: Reading, pages: dict[str, Page]) -> tuple[Page, ...]:
    """Return the pages with ``nav: true``; where no page speaks of it (before 2020), those with a title."""
    marked = any("nav" in page.front for page in pages.values())
    kept = [
        page
        for path, page in pages.items()
        if (page.front.flag("nav") if marked else page.front.text("title") and not path.startswith("/blog/page"))
        and page.front.text("layout") not in _NO_LAYOUTS
        and not path.startswith("/404")
        and page.front.get("redirect") is not True
    ]
    return tuple(sorted(kept, key=lambda page: (_place(page), reading.source(page, page.front, "title")[0].lower())))


def _place(page: Page) -> float:
    """Return the page's ``nav_order``; Jekyll's sort filter puts those without one first."""
    try:
        return float(page.front.text("nav_order") or _FIRST)
    except ValueError:
        return _FIRST


def _own(pages: dict[str, Page], listed: tuple[Page, ...]) -> dict[str, Page]:
    """Return which page is the page of which section; of several, the one at the usual path, else one in the bar."""
    found: dict[str, tuple[int, Page]] = {}
    shown = {page.path for page in listed}
    for path, page in pages.items():
        section = section_of(path, page)
        rank = 2 * (PATHS.get(path) == section) + (page.path in shown)
        if section and (section not in found or found[section][0] < rank):
            found[section] = (rank, page)
    return {section: page for section, (_, page) in found.items()}


def section_of(path: str, page: Page) -> str:
    """Return the id of the section whose list a page shows; "" for none."""
    if outward(page) or page.front.flag("dropdown"):
        return ""
    by_layout = _LAYOUTS.get(page.front.text("layout").lower(), "")
    if by_layout or PATHS.get(path):
        return by_layout or PATHS[path]
    if page.front.mapping("pagination").text("collection") == "posts":
        return "posts"
    if "{%" not in page.body:
        return ""
    body = without_comments(page.body)
    section = next((section for section, sign in _SIGNS.items() if sign.search(body)), "")
    return section if section and len(_WORD.findall(_TAG.sub(" ", body))) <= _FEW_WORDS else ""
