"""Every way to reach the owner: what the site's data name, and what only the about text knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from tui_home.document.walk import links
from tui_home.model.blocks import Blocks, Paragraph
from tui_home.model.inline import Link, LinkKind
from tui_home.model.site import About, Contact
from tui_home.sources.jekyll.accounts import (
    email_contact,
    handle_of,
    meeting_contact,
    place_contact,
    wechat_contact,
)
from tui_home.sources.jekyll.emails import addresses_in
from tui_home.sources.jekyll.places import NAMED_HOSTS, PLACES
from tui_home.text.addresses import find_emails, meeting_provider
from tui_home.text.patterns import pattern

_ACCOUNT = pattern(r"[?&](?:user|id|authorId|authorID)=([^&]{1,80})")
"""What an address says of the account whatever the host and the other words of its query are."""
_DOT = pattern(r"\bdot\b", re.IGNORECASE)
_WECHAT_NAMES = frozenset(("wechat", "weixin", "微信"))
_ONE_PART = frozenset(("github", "gitlab", "x", "bluesky", "instagram", "facebook", "telegram"))
"""Places where an account is one part of the path; a longer path leads to something inside it."""


def all_contacts(
    socials: tuple[Contact, ...], about: About, meeting_url: str, page: Blocks = ()
) -> tuple[Contact, ...]:
    """Return the contacts in the order in which they are shown: emails, meeting link, the rest, the address.

    Args:
        socials: What the site's data name, in their order.
        about: The about page, whose text may know more.
        meeting_url: What ``_data/terminal.yml`` says the meeting link is; empty when it says nothing.
        page: What the site's own page about contact says; its first email and meeting link count where there is none.
    """
    profile = about.profile
    found = list(socials)
    if meeting_url:
        found.insert(0, meeting_contact(meeting_url, meeting_provider(meeting_url) or "Meeting"))
    found += _from_blocks((Paragraph(about.subtitle), *about.blocks))
    if profile:
        found += _from_blocks(profile.more_info)
        found += (email_contact(address) for line in profile.address for address in _emails_in(line))
    found += _firsts(page, {"email", "meeting"} - {contact.kind for contact in found})
    found = list(_unique(found))
    postal = tuple(line for line in profile.address if not _is_email(line)) if profile else ()
    if postal:
        found.append(_address(postal))
    order = {"email": 0, "meeting": 1, "address": 3}
    return tuple(sorted(found, key=lambda contact: order.get(contact.kind, 2)))


def _firsts(page: Blocks, kinds: set[str]) -> Iterable[Contact]:
    """Yield the first contact of each kind: further down may stand those of others, or old ones."""
    for contact in _from_blocks(page):
        if contact.kind in kinds:
            kinds.remove(contact.kind)
            yield contact


def _from_blocks(blocks: Blocks) -> Iterable[Contact]:
    for link in links(blocks):
        if contact := contact_of(link):
            yield contact


def contact_of(link: Link) -> Contact | None:
    """Return the contact that a link in running text stands for; None for a link to anything else.

    Emails and meeting pages speak for themselves. Anywhere else the link's own words must name the place ("GitHub"),
    because running text links to projects and to other people's pages on the same hosts.
    """
    if link.kind is LinkKind.EMAIL:
        address = link.copies.removeprefix("mailto:").partition("?")[0]
        return email_contact(address) if address else None
    if provider := meeting_provider(link.url):
        return meeting_contact(link.url, provider)
    name = link.label.strip().strip("().,:").casefold()
    if link.url and name in _WECHAT_NAMES:
        return wechat_contact(link.url)
    return _account(link, name)


def _account(link: Link, name: str) -> Contact | None:
    """Return the account that a link of this name leads to; None when it leads elsewhere."""
    key, hosts = NAMED_HOSTS.get(name, ("", ()))
    parts = urlsplit(link.url)
    host = parts.netloc.removeprefix("www.")
    if not any(host.startswith(own) or f".{own}" in host for own in hosts if own):
        return None
    place = PLACES.get(key)
    kind = place.kind if place else key
    path = parts.path.strip("/").removeprefix("profile/")
    if not path or (kind in _ONE_PART and "/" in path):
        return None
    return place_contact(
        kind, place.label if place else link.label, link.url, handle_of(place, link.url) if place else ""
    )


def _unique(contacts: Iterable[Contact]) -> Iterable[Contact]:
    """Drop what is there already: the same address, or the same account by another address."""
    seen: set[str] = set()
    for contact in contacts:
        mark = contact.link.copies.casefold().rstrip("/")
        account = _ACCOUNT.search(contact.link.url)
        named = f"{contact.kind} {(account[1] if account else contact.text).casefold()}"
        if mark in seen or named in seen:
            continue
        seen.update((mark, named))
        yield contact


def _emails_in(line: str) -> tuple[str, ...]:
    """Return the addresses in a line of a postal address; one whose dots are spelled out is meant whatever its "at"."""
    found = tuple(match.address for match in find_emails(line))
    return found or (addresses_in(line) if _DOT.search(line) else ())


def _is_email(line: str) -> bool:
    """Return whether a line of the address is an email address and nothing else."""
    matches = find_emails(line)
    if not matches:
        return bool(_emails_in(line))
    return len(matches) == 1 and not (line[: matches[0].start] + line[matches[0].end :]).strip(" .:")


def _address(lines: tuple[str, ...]) -> Contact:
    text = "\n".join(lines)
    return Contact("address", "Address", text, Link(LinkKind.COPYABLE, "the address", copy=text))
