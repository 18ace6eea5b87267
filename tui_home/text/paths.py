"""Paths of pages within a site, in one form in which they can be compared."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_PAGE_SUFFIX = pattern(r"\.(?:html?|md|markdown)$")
_FILE_SUFFIX = pattern(r"\.(?:[a-z][a-z0-9]{0,4}|7z|3gp|3mf)$")
_MAX_PATH = 1024


def route_path(written: str, *, within: str = "/") -> str:
    """Return the path of a page from the site's root: lower case, a slash at both ends; "" for a file or no path.

    Args:
        written: A path without the site's ``baseurl``; relative ones are relative to `within`. Query and fragment do
            not count, nor do ``index.html`` and the page's suffix.
        within: The path of the page on which it is written; what follows its last slash does not count (RFC 3986,
            5.2.3).
    """
    path = printable(unquote(written.partition("#")[0].partition("?")[0])).strip()
    if not path or len(path) > _MAX_PATH:
        return ""
    folder = within.rpartition("/")[0] + "/"
    path = posixpath.normpath(f"/{path}" if path.startswith("/") else f"/{folder}{path}").lstrip("/").lower()
    if not written.partition("#")[0].partition("?")[0].rstrip().endswith(("/", "/.", "/..")):
        page = _PAGE_SUFFIX.sub("", path)
        if page == path and _FILE_SUFFIX.search(path):
            return ""
        path = page.removesuffix("index") if page == "index" or page.endswith("/index") else page
    path = path.strip("/ ")
    return f"/{path}/" if path else "/"


def stem(path: str) -> str:
    """Return the name of a file without its folders and its suffix."""
    return path.rpartition("/")[2].rpartition(".")[0]
