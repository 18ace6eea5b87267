"""Which ``.bib`` files hold the papers."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from tui_home.sources.folder import Folder, Source
from tui_home.sources.jekyll.bibliography.headings import Part, parts_of
from tui_home.sources.jekyll.config import Config
from tui_home.text.markup import without_comments
from tui_home.text.paths import stem
from tui_home.text.patterns import pattern

_DEFAULT = "papers.bib"
_PAGES = ("_pages", "")
_LIST_NAMES = ("publications", "publication", "papers", "pubs", "research")
_TAG = pattern(r"\{%-?\s*bibliography\s([^%]{1,400})%\}")
_FILE = pattern(r"(?:-f|--file)[\s=]+[\"']?([\w./*-]{1,100})")
_MOST_PAGES = 20


def bib_files(folder: Folder, config: Config) -> tuple[str, ...]:
    """Return the files that hold the papers.

    Those that the configuration and the page of the publications name, else papers.bib, else all there are.
    """
    root = config.bibliography_folder
    every = folder.list(root, (".bib", ".bibtex"))
    if len(every) < 2:  # noqa: PLR2004 - nothing to choose
        return every
    wanted = [word for text in config.bibliography.split() for word in text.split(",") if word]
    for names in ([*wanted, *_listed(folder)], [_DEFAULT]):
        named = [path for name in names for path in every if _means(f"{root}/{name.lstrip('/')}", path)]
        if named:
            return tuple(dict.fromkeys(named))
    return every


def _means(written: str, path: str) -> bool:
    return path in {written, f"{written}.bib"} or fnmatchcase(path, written)


def listed_parts(folder: Folder) -> tuple[Part, ...]:
    """Return the lists that the page of the publications makes of them, each with a heading; none when it makes one."""
    for page in _list_pages(folder):
        if "{%" in page.text and (parts := parts_of(without_comments(page.text))):
            return parts
    return ()


def _listed(folder: Folder) -> list[str]:
    """Return the files that the page of the publications lists: ``{% bibliography -f talks %}``."""
    tags = (tag[1] for page in _list_pages(folder) for tag in _TAG.finditer(page.text))
    return [file[1] for tag in tags for file in _FILE.finditer(tag)]


def _list_pages(folder: Folder) -> Iterator[Source]:
    """Yield the pages that may list the publications."""
    for page in _PAGES:
        paths = [path for path in folder.list(page, (".md", ".markdown", ".html"), deep=False) if _is_list(path)]
        yield from (source for path in paths[:_MOST_PAGES] if (source := folder.read(path)))


def _is_list(path: str) -> bool:
    name = stem(path).lower()
    return any(word in name for word in _LIST_NAMES)
