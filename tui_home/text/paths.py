"""Paths of pages within a site, in one form in which they can be compared."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_PAGE_SUFFIX = pattern(r"\.(?:html?|md|markdown)$")
_SUFFIX = pattern(r"\.[a-z][a-z0-9]{1,4}$")
_MAX_PATH = 1024


def route_path(written: str, *, within: str = "/") -> str:
    """Return the path of a page from the site's root: lower case, a slash at both ends; "" for a file or no path.

    Args:
        written: A path without the site's ``baseurl``; relative ones are relative to `within`. Query and fragment do
            not count, nor do ``index.html`` and the page's suffix.
        within: The path of the page on which it is written.
    """
    path = unquote(written.partition("#")[0].partition("?")[0]).strip()
    if not path or len(path) > _MAX_PATH:
        return ""
    path = posixpath.normpath(posixpath.join(within or "/", path)).lstrip("/").lower()
    if path == "." or path.startswith(".."):
        return "/"
    path = _PAGE_SUFFIX.sub("", path)
    if _SUFFIX.search(path):
        return ""
    path = path.removesuffix("index") if path == "index" or path.endswith("/index") else path
    path = path.strip("/")
    return printable(f"/{path}/" if path else "/")
