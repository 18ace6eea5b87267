"""``_data/socials.yml``, or the same keys in an older ``_config.yml``: accounts in the owner's order."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from tui_home.model.inline import Link, LinkKind
from tui_home.model.problem import Problem, Severity
from tui_home.model.site import Contact
from tui_home.sources.folder import Folder, Source
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.accounts import (
    account,
    email_contact,
    email_contacts,
    meeting_contact,
    place_contact,
    wechat_contact,
)
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.demo import demo_of
from tui_home.sources.jekyll.emails import addresses_in
from tui_home.sources.jekyll.keys import understand
from tui_home.sources.jekyll.places import ALIASES, CONFIG_KEYS, PLACES, SOCIAL_KEYS, Place
from tui_home.sources.jekyll.yaml_values import Mapping, as_text
from tui_home.text.addresses import meeting_provider
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.urls import safe_url

SOCIALS_FILES = ("_data/socials.yml", "_data/socials.yaml", "_data/social.yml")
_GATHERED = ("socials", "social", "contact", "author")
"""Where other versions of a configuration keep the accounts together."""
_MOST = 500
"""Entries that are looked at."""
_DEMO = frozenset(
    (
        *(("email", "you@example.com"), ("inspirehep_id", "1010907"), ("scholar_userid", "qc6CJjYAAAAJ")),
        *(("cv_pdf", "/assets/pdf/example_pdf.pdf"), ("custom_social", "https://www.alberteinstein.com/")),
    )
)
"""What al-folio's own file holds."""
_PLACEHOLDER = pattern(
    r"(?:your?|your[._-]?e?(?:mail|name)|name|user(?:name)?|e?mail)@(?:[\w-]{1,63}\.)?example\.(?:com|org|net|edu)"
    r"|your[._-]?e?mail@[\w.-]{1,253}",
    re.IGNORECASE,
)
"""Addresses that stand for the owner's in other examples."""


_LIST = pattern(r"(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\n){0,500}- ")
"""The beginning of a file that holds a list."""
_BOOKING = pattern(
    r"\b(?:book|schedule|arrange|reserve)\b.{0,20}\b(?:meeting|call|appointment|time|slot|chat|session)\b",
    re.IGNORECASE,
)
"""What an entry of the owner's own is called when it is the page where a visitor books a meeting."""


class _Source(NamedTuple):
    """Where the accounts are named."""

    entries: Mapping
    file: str
    config: Config
    demo: bool
    """Whether the theme's examples are what the site has to say."""
    slips: frozenset[int | None] = frozenset()
    """Lines of misspelt keys that are understood."""


def read_socials(folder: Folder, config: Config) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """Return the accounts that the site's data name, in the owner's order, and what is wrong in them."""
    demo = demo_of(config).itself
    problems: tuple[Problem, ...] = ()
    source = next((source for file in SOCIALS_FILES if (source := folder.read(file))), None)
    if source is not None:
        parsed = _listed(source) or yaml.parse(source.text, source.origin)
        slips = understand(parsed.mapping, SOCIAL_KEYS | _own(parsed.mapping), source.path)
        problems = (*parsed.problems, *slips)
        if parsed.mapping:
            lines = frozenset(problem.line for problem in slips)
            contacts, more = _contacts(_Source(parsed.mapping, source.path, config, demo, lines))
            return contacts, (*problems, *more)
    contacts, more = _contacts(_Source(_only(config.raw, CONFIG_KEYS), config.file, config, demo))
    gathered = next((found for key in _GATHERED if (found := config.raw.mapping(key))), Mapping())
    if gathered and not contacts:
        contacts, more = _contacts(_Source(_only(gathered, SOCIAL_KEYS), config.file, config, demo))
    return contacts, (*problems, *more)


def _listed(source: Source) -> yaml.Parsed | None:
    """Return accounts that stand in a list, as other themes have them, each item's keys as if it were none."""
    if not _LIST.match(source.text):
        return None
    from tui_home.sources.jekyll.cv.data import read_data  # noqa: PLC0415 - few sites write a list

    data = read_data(source)
    mapping = Mapping()
    for item in data.value if isinstance(data.value, list) else ():
        if not isinstance(item, Mapping):
            continue
        named = item.text("title") or item.text("name")
        if named and "url" in item:
            mapping[named.lower().replace(" ", "_")] = item
        else:
            mapping.update(item)
            mapping.lines |= item.lines
    message = "The accounts stand in a list, which al-folio does not read; they are shown here as they are meant"
    told = source.origin.problem(Severity.WARNING, message, "write each as “key: value”, without a dash")
    return yaml.Parsed(mapping, (told, *data.problems), frozenset()) if mapping else None


def _own(mapping: Mapping) -> frozenset[str]:
    """Return the keys of the owner's own entries, which may be called anything."""
    return frozenset(key for key, value in mapping.items() if isinstance(value, Mapping))


def _only(mapping: Mapping, keys: frozenset[str]) -> Mapping:
    """Return a mapping with those of its keys alone."""
    made = Mapping()
    for key in mapping:
        if key in keys:
            made[key] = mapping[key]
    made.lines |= mapping.lines
    return made


def _contacts(source: _Source) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    contacts: list[Contact] = []
    problems: list[Problem] = []
    for key, value in islice(source.entries.items(), _MOST):
        if value is None or value is False or value == "":
            continue
        if not source.demo and _is_example(key, value):
            message = f"“{printable(key)}” is still al-folio’s example; it is left out"
            problems.append(_problem(source, key, message, "write your own, or delete the line"))
            continue
        made = _contact(key, value, source.config)
        contacts += made
        known = key in SOCIAL_KEYS or source.entries.line(key) not in source.slips
        if known and (fault := _fault(key, value, made)):
            problems.append(_problem(source, key, *fault))
    return tuple(contacts), tuple(problems)


def _problem(source: _Source, key: str, message: str, hint: str) -> Problem:
    return Problem(Severity.WARNING, source.file, source.entries.line(key), message, hint)


def _is_example(key: str, value: object) -> bool:
    written = value.text("url") or _written(key, value) if isinstance(value, Mapping) else as_text(value)
    known = ALIASES.get(key, key)
    return (known, written) in _DEMO or (known == "email" and _PLACEHOLDER.fullmatch(written.strip()) is not None)


def _fault(key: str, value: object, made: tuple[Contact, ...]) -> tuple[str, str] | None:
    """Return what is wrong with an entry and how to mend it; None when nothing is."""
    name, known = printable(key), ALIASES.get(key, key)
    if known == "email" and not any(contact.kind == "email" and contact.link.url for contact in made):
        return f"“{name}” holds no address that is understood; it is shown as it is written", "write it as name@host"
    if made:
        written = as_text(value)
        blank = known in PLACES and PLACES[known].template != "{}" and " " in written and "://" not in written
        if blank and "%20" in made[0].link.url:  # a telephone number's blanks are not in it
            hint = "write the last part of the address of your page there"
            return f"“{name}” holds a blank, which no account’s name has; its link leads nowhere", hint
        return None
    if known in ("cv_pdf", "rss_icon", "wechat_qr"):
        return None  # a file of the site, which leads nowhere while the site's address is unknown
    if known in CONFIG_KEYS:
        return f"“{name}” holds nothing that leads anywhere; it is left out", "write the account’s name, or its address"
    hint = "write title and url below it"
    return f"“{name}” is no place that is known, and has no address; it is left out", hint


def _written(key: str, value: object) -> str:
    """Return what the owner wrote for an entry: jekyll-socials takes it beside a logo, too."""
    if isinstance(value, Mapping):
        return value.text("value") or value.text(key) or value.text("username") or value.text("id")
    return as_text(value)


def _contact(key: str, value: object, config: Config) -> tuple[Contact, ...]:
    written = _written(key, value)
    key = ALIASES.get(key, key)
    if key == "email":
        values = value if isinstance(value, list) else [written]
        return tuple(contact for item in values for contact in email_field(as_text(item)))
    if key == "academia_edu":
        return _academia(value)
    if isinstance(value, Mapping) and ("url" in value or key not in PLACES):
        return _custom(key, value, config)
    if key.startswith("wechat"):
        return _wechat(key, written, config)
    written = "/feed.xml" if key == "rss_icon" else written
    place = PLACES.get(key) or Place(_kind(key), _label(key))
    return account(place, written, config) if key in PLACES or "://" in written else ()


def email_field(written: str) -> tuple[Contact, ...]:
    """Return the addresses in a field that is made for them; what is hidden too well is shown as it is written."""
    if found := addresses_in(written):
        return tuple(email_contact(address) for address in found)
    text = printable(written).strip()
    return (Contact("email", "Email", text, Link(LinkKind.COPYABLE, "the email address", copy=text)),) if text else ()


def _wechat(key: str, written: str, config: Config) -> tuple[Contact, ...]:
    if not written:
        return ()
    if key == "wechat_username":
        name = printable(written)
        return (Contact("wechat", "WeChat", name, Link(LinkKind.COPYABLE, "WeChat", copy=name)),)
    url = config.asset(written, "/assets/img/")
    return (wechat_contact(url),) if url else ()


def _academia(value: object) -> tuple[Contact, ...]:
    if not isinstance(value, Mapping):
        return ()
    organization, username = value.text("organization"), value.text("username")
    url = safe_url(f"https://{organization}.academia.edu/{username}") if organization and username else ""
    return (place_contact("academia", "Academia.edu", url, printable(username)),) if url else ()


def _custom(key: str, value: Mapping, config: Config) -> tuple[Contact, ...]:
    url = config.asset(value.text("url") or value.text("link") or value.text("href"))
    if not url:
        return ()
    if url.startswith("mailto:"):
        return email_contacts(url.removeprefix("mailto:"))
    title = printable(value.text("title") or value.text("name"))
    if _BOOKING.search(title):
        return (meeting_contact(url, meeting_provider(url) or title),)
    place = PLACES.get(key)
    return (place_contact(place.kind if place else _kind(key), title or (place.label if place else _label(key)), url),)


def _kind(key: str) -> str:
    return printable(key).removesuffix("_url").removesuffix("_id")


def _label(key: str) -> str:
    return printable(key.removesuffix("_url").replace("_", " ")).capitalize()
