"""Where a link leads: what a visitor can open, and what only stays as text."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote, urljoin

from tui_home.model.inline import LinkKind
from tui_home.text.addresses import find_emails, meeting_provider
from tui_home.text.paths import route_path
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.urls import safe_url

_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:|//")
_HOST = pattern(r"https?://(?:www\.)?([^/:?#]+)")
_SAFE = pattern(r"https?://[a-z0-9]{1,60}(?:[.-][a-z0-9]{1,60}){1,9}(?:/[A-Za-z0-9/._~?=&+,-]{0,500})?")
"""What `safe_url` would give back unchanged: most links."""
_SUFFIX = pattern(r"\.[A-Za-z0-9]{1,5}$")
_HOST_START = pattern(r"^https?://(?:www\.)?")
_SEPARATORS = pattern(r"[-_+.\s]+")
_MAILTO = "mailto:"
_LONGEST_NAME = 60


class Base(NamedTuple):
    """Where a text stands on the web; what relative addresses in it are relative to."""

    url: str = ""
    """Scheme and host of the site; empty when unknown."""
    baseurl: str = ""
    """Jekyll's ``baseurl``: the folder of the site on that host, with a slash before it, or nothing."""
    path: str = ""
    """The page's own path from the site's root, without `baseurl`; empty when it is no page of a site."""


NO_BASE = Base()


class Destination(NamedTuple):
    """What a written address means."""

    kind: LinkKind = LinkKind.WEB
    url: str = ""
    """Safe to print and to open; empty when the address leads nowhere we may go."""
    copy: str = ""
    path: str = ""
    """The path from the site's root of what may be a page of the same site (see `model.collections.Route.path`)."""
    refused: bool = False
    """Whether the address has a scheme that is never opened, or is malformed."""

    @property
    def leads(self) -> bool:
        """Whether it leads anywhere."""
        return bool(self.url or self.path)


NOWHERE = Destination()


def destination(href: str, base: Base = NO_BASE) -> Destination:
    """Return where `href` leads.

    Args:
        href: As written.
        base: Where the text stands; without the site's address a relative link has no URL.
    """
    href = printable(href).strip()
    if not href or href.startswith("#"):
        return NOWHERE
    if href[:4].lower() == "www.":
        href = "https://" + href
    if not _SCHEME.match(href):
        return _within(href, base)
    if href[: len(_MAILTO)].lower() == _MAILTO:
        return _mail(href)
    url = href if _SAFE.fullmatch(href) else safe_url(href)
    if not url:
        return Destination(refused=True)
    return Destination(LinkKind.MEETING if meeting_provider(url) else LinkKind.WEB, url, path=_own_path(url, base))


def _within(href: str, base: Base) -> Destination:
    """Return where a relative address leads."""
    url = safe_url(urljoin(base.url + base.baseurl + (base.path or "/"), href)) if base.url else ""
    return Destination(LinkKind.WEB, url, path=_path(href, base) if base.path else "")


def _path(href: str, base: Base) -> str:
    """Return the path within the site of a relative address; one from the root may lack ``baseurl``, as many do."""
    inner = _after(href, base.baseurl) if base.baseurl else None
    return route_path(href if inner is None else _rooted(inner), within=base.path)


def _own_path(url: str, base: Base) -> str:
    """Return the path within the site of an address that is one of its own, be it with ``www.`` or without."""
    if not base.url:
        return ""
    inner = _after(_HOST_START.sub("", url), _HOST_START.sub("", base.url) + base.baseurl)
    return "" if inner is None else route_path(_rooted(inner))


def _after(address: str, start: str) -> str | None:
    """Return what follows `start` in an address; None when it is no folder of it."""
    rest = address[len(start) :]
    return rest if address.startswith(start) and rest[:1] in {"", "/", "?", "#"} else None


def _rooted(rest: str) -> str:
    """Return the path from the site's root that is left of an address without the site's own; maybe a lone fragment."""
    return rest if rest.startswith("/") else "/"


def email(address: str) -> Destination:
    """Return the destination that writes to `address` and copies it."""
    url = safe_url(_MAILTO + address)
    return Destination(LinkKind.EMAIL, url, address if url else "")


def _mail(href: str) -> Destination:
    """Return what a mailto address means, be it written plainly or disguised."""
    url = safe_url(href)
    address = unquote(url[len(_MAILTO) :].partition("?")[0])
    if not url and (found := find_emails(unquote(href[len(_MAILTO) :]))):
        return email(found[0].address)
    return Destination(LinkKind.EMAIL, url, printable(address)) if url else Destination(refused=True)


def host(url: str) -> str:
    """Return the host of a web address, without ``www.``; "" when it has none."""
    matched = _HOST.match(url)
    return matched[1] if matched else ""


def readable_name(path: str) -> str:
    """Return what a file is called, for people: ``/img/prof_pic-2.jpg`` is "prof pic 2"; "" when it says nothing."""
    if path[:5].lower() == "data:":
        return ""
    last = unquote(path.split("?", 1)[0].split("#", 1)[0].rstrip("/").rpartition("/")[2])[-_LONGEST_NAME:]
    name = _SEPARATORS.sub(" ", _SUFFIX.sub("", printable(last))).strip()
    return name if any(character.isalpha() for character in name) else ""
