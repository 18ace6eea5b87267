"""Which page of a site is its home page."""

from __future__ import annotations

import re

from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.reading import PAGE_SUFFIXES, Reading, is_shown
from tui_home.text.paths import stem
from tui_home.text.patterns import pattern

_NO_PAGES = frozenset(
    ("readme.md", "contributing.md", "changelog.md", "license.md", "customize.md", "install.md", "faq.md", "404.html")
)
_NAMES = ("about", "index")
_ROOT_WITH_LAYOUT, _ROOT, _LAYOUT, _NAMED = 4, 3, 2, 1
_REDIRECT_KEYS = ("redirect", "redirect_to", "redirect_url")
_LEADS_AWAY = pattern(
    r"http-equiv\s{0,3}=\s{0,3}[\"']?refresh|\blocation(?:\.href|\.replace|\.assign)?\s{0,3}[=(]", re.IGNORECASE
)
_TAG = pattern(r"<[^<>]{0,2000}>")
_LONGEST_REDIRECT = 20_000
_FEW_WORDS = 15
"""Words below which a page that leads elsewhere says nothing of its own: "Click here if …"."""


def home_files(reading: Reading) -> tuple[str, ...]:
    """Return the files that are looked at for the home page, the likely places first: ``_pages`` and the top."""
    folder, codes = reading.folder, reading.languages.all
    found = [*folder.list("_pages", PAGE_SUFFIXES), *_top(reading, "")]
    for code in codes:
        if folder.has(code):
            found += folder.list(code, PAGE_SUFFIXES)
    return tuple(path for path in dict.fromkeys(found) if not reading.config.excludes(path))


def candidates(reading: Reading) -> tuple[Page, ...]:
    """Return the pages that may be the home page, in any language."""
    pages = (reading.page(path) for path in home_files(reading))
    return tuple(page for page in pages if page and is_shown(page))


def find_home(reading: Reading) -> Page | None:
    """Return the page that Jekyll would put at ``/`` with al-folio's about layout, or what comes nearest.

    A page with both ``layout: about`` and ``permalink: /`` wins, then one at ``/`` that leads nowhere else, then one
    with the layout, then one called about or index. The language comes first; of equals the one nearest to the top
    wins, then the first by name. Folders beside ``_pages`` are looked into when nothing else has been found.
    """
    found = _best(candidates(reading), reading)
    if found is None or _rank(found, reading) <= _NAMED:
        paths = _elsewhere(reading)
        pages = tuple(page for path in paths if (page := reading.page(path)) and is_shown(page))
        found = _best((*((found,) if found else ()), *pages), reading)
    return found


def _best(pages: tuple[Page, ...], reading: Reading) -> Page | None:
    ranked = [
        ((reading.languages.rank(page), -rank, not reading.languages.of(page), page.path.count("/"), page.path), page)
        for page in pages
        if (rank := _rank(page, reading))
    ]
    return min(ranked, key=lambda item: item[0])[1] if ranked else None


def _rank(page: Page, reading: Reading) -> int:
    at_root = reading.languages.root(page)
    away = at_root and leads_away(page)
    about = page.front.text("layout") == "about"
    called = stem(page.path).lower()
    if at_root and not away:
        return _ROOT_WITH_LAYOUT if about else _ROOT
    if about and not leads_away(page):
        return _LAYOUT
    named = called in _NAMES or (
        reading.languages.all and called.startswith(_NAMES) and bool(reading.languages.of(page))
    )
    return _NAMED if named and not away and ("/" in page.path or page.front) else 0


def leads_away(page: Page) -> bool:
    """Return whether a page does nothing but send its visitor elsewhere.

    The script of an about page does not: it hides an email.
    """
    front = page.front
    if front.text("layout").startswith("redirect") or any(front.text(key) for key in _REDIRECT_KEYS):
        return True
    body = page.body
    if front.text("layout") == "about" or len(body) > _LONGEST_REDIRECT or not _LEADS_AWAY.search(body):
        return False
    parts = body.lower().split("<script")
    seen = [parts[0], *(part.partition("</script>")[2] for part in parts[1:])]
    return len(_TAG.sub(" ", " ".join(seen)).split()) < _FEW_WORDS


def _top(reading: Reading, folder: str) -> tuple[str, ...]:
    """Return the pages at the top of the site or of one of its folders, without the project's own papers."""
    paths = reading.folder.list(folder, PAGE_SUFFIXES, deep=False)
    return tuple(path for path in paths if path.lower() not in _NO_PAGES)


def _elsewhere(reading: Reading) -> tuple[str, ...]:
    """Return the pages of the folders that the configuration has built: collections, and what it includes."""
    raw = reading.config.raw
    within = raw.text("collections_dir").strip("/")
    collections = raw.mapping("collections") or dict.fromkeys(raw.texts("collections"))
    folders = [*raw.texts("include"), *(f"{within}/_{name}".lstrip("/") for name in collections), *_PLAIN_FOLDERS]
    paths: list[str] = []
    for folder in dict.fromkeys(name.strip("/") for name in folders):
        if folder and "." not in folder and folder not in _READ_ELSEWHERE and reading.folder.has(folder):
            paths += reading.folder.list(folder, PAGE_SUFFIXES)
    return tuple(path for path in dict.fromkeys(paths) if not reading.config.excludes(path))


_READ_ELSEWHERE = frozenset(("_pages", "_news", "_posts"))
_PLAIN_FOLDERS = ("pages", "about", "home", "docs", "src", "content", "en", "en-us")
