"""Contacts from what is written of them: an account's name or address, an email address, a meeting page."""

from __future__ import annotations

import re

from tui_home.model.inline import Link, LinkKind
from tui_home.model.site import Contact
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.places import Place
from tui_home.text.addresses import find_emails, meeting_provider
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.urls import safe_url

_LONGEST_HANDLE = 200
_ADDRESS = pattern(r"(?:www\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/.{1,300}", re.IGNORECASE)


def email_contacts(text: str) -> tuple[Contact, ...]:
    """Return the addresses in `text`, plain or disguised."""
    found = dict.fromkeys(match.address for match in find_emails(text))
    return tuple(email_contact(address) for address in found)


def email_contact(address: str) -> Contact:
    """Return the contact of one address."""
    shown = printable(address)
    return Contact("email", "Email", shown, Link(LinkKind.EMAIL, shown, safe_url(f"mailto:{address}"), shown))


def place_contact(kind: str, label: str, url: str, text: str = "") -> Contact:
    """Return the contact of an account on the web; a provider of meetings is recognised by its address.

    Args:
        kind: al-folio's key without its ending.
        label: What the place is called.
        url: Safe to open.
        text: What stands under the label; empty for the address without its scheme.
    """
    if provider := meeting_provider(url):
        return meeting_contact(url, provider)
    return Contact(kind, label, text or bare(url), Link(LinkKind.WEB, label, url))


def meeting_contact(url: str, provider: str) -> Contact:
    """Return the contact of a page on which a visitor books a meeting."""
    return Contact("meeting", provider, bare(url), Link(LinkKind.MEETING, provider, url))


def bare(url: str) -> str:
    """Return an address as people write it: no scheme, no www, no slash at the end."""
    return printable(url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/"))


def account(place: Place, written: str, config: Config) -> tuple[Contact, ...]:
    """Return the contact of an account; none when what is written of it leads nowhere.

    Args:
        place: Where the account is.
        written: Its name there, its address, or a path of the site.
        config: The site's.
    """
    if not written or len(written) > _LONGEST_HANDLE:
        return ()
    if "://" in written or place.template == "{}":
        return _made(place, config.asset(written), "")
    if _ADDRESS.fullmatch(written) and place.template != "https://{}":
        return _made(place, safe_url(f"https://{written}"), "")
    if place.pattern and not re.fullmatch(place.pattern, written):
        name = printable(written)
        return (Contact(place.kind, place.label, name, Link(LinkKind.COPYABLE, place.label, copy=name)),)
    handle = written.lstrip("@").strip("/").partition("&" if "?" in place.template else "\n")[0]
    if "?" in place.template:  # the page's own query, copied whole: citations?user=…
        handle = handle.rpartition("=")[2]
    if place.template == "https://{}":  # instance.tld/@name, or @name@instance.tld
        name, _, host = handle.partition("@")
        handle = f"{host}/@{name}" if name and host and "/" not in name else handle
    handle = handle.removeprefix(place.template.partition("{}")[0].rstrip("/").rpartition("/")[2] + "/")
    if place.kind == "whatsapp":
        handle = "".join(character for character in handle if character.isdecimal()) or handle
    shown = place.shown.format(printable(handle)) if place.shown else ""
    return _made(place, safe_url(place.template.format(handle)), shown)


def _made(place: Place, url: str, shown: str) -> tuple[Contact, ...]:
    return (place_contact(place.kind, place.label, url, shown or handle_of(place, url)),) if url else ()


def handle_of(place: Place, url: str) -> str:
    """Return what an address says of the account when it was written out whole: the handle; "" if it does not show."""
    prefix = bare(place.template.partition("{}")[0])
    handle = bare(url).removeprefix(prefix).strip("/@")
    if not place.shown or not prefix or not bare(url).startswith(prefix) or not handle or set("/?&#") & set(handle):
        return ""
    return place.shown.format(handle)


def wechat_contact(url: str) -> Contact:
    """Return the contact of a picture with a WeChat code."""
    return Contact("wechat", "WeChat", "QR code", Link(LinkKind.WEB, "WeChat", url))
