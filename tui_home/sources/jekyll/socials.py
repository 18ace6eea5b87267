"""``_data/socials.yml``, or the same keys in an older ``_config.yml``: accounts in the owner's order."""

from __future__ import annotations

from tui_home.model.inline import Link, LinkKind
from tui_home.model.problem import Problem, Severity
from tui_home.model.site import Contact
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.keys import understand
from tui_home.sources.jekyll.places import ALIASES, CONFIG_KEYS, PLACES, SOCIAL_KEYS, Place
from tui_home.sources.jekyll.yaml_values import Mapping, as_text
from tui_home.text.addresses import find_emails, meeting_provider
from tui_home.text.safe import printable
from tui_home.text.urls import safe_url

SOCIALS_FILE = "_data/socials.yml"
_LONGEST_HANDLE = 200


def read_socials(folder: Folder, config: Config) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """Return the accounts that the site's data name, in the owner's order, and what is wrong in them."""
    source = folder.read(SOCIALS_FILE)
    if source is None:
        old = {key: value for key, value in config.raw.items() if key in CONFIG_KEYS}
        return _contacts(old, config, config.raw, config.file)
    parsed = yaml.parse(source.text, source.origin)
    slips = understand(parsed.mapping, SOCIAL_KEYS | _own(parsed.mapping), source.path)
    contacts, problems = _contacts(dict(parsed.mapping), config, parsed.mapping, source.path)
    return contacts, (*parsed.problems, *slips, *problems)


def _own(mapping: Mapping) -> frozenset[str]:
    """Return the keys of the owner's own entries, which may be called anything."""
    return frozenset(key for key, value in mapping.items() if isinstance(value, Mapping))


def _contacts(
    entries: dict[str, object], config: Config, lines: Mapping, file: str
) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    contacts: list[Contact] = []
    problems: list[Problem] = []
    for key, value in entries.items():
        if value is None or value is False or value == "":
            continue
        made = _contact(key, value, config)
        contacts += made
        if not made and ALIASES.get(key, key) in PLACES and not _is_local(key):
            message = f"“{printable(key)}” holds nothing that leads anywhere; it is left out"
            problems.append(Problem(Severity.WARNING, file, lines.line(key), message))
    return tuple(contacts), tuple(problems)


def _is_local(key: str) -> bool:
    """Return whether the key names a file of the site, which leads nowhere while the site's address is unknown."""
    return key in ("cv_pdf", "rss_icon")


def _contact(key: str, value: object, config: Config) -> tuple[Contact, ...]:
    key = ALIASES.get(key, key)
    if key == "email":
        values = value if isinstance(value, list) else [value]
        return tuple(contact for item in values for contact in email_contacts(as_text(item)))
    if key == "academia_edu":
        return _academia(value)
    if isinstance(value, Mapping) and ("url" in value or key not in PLACES):
        return _custom(key, value, config)
    written = as_text(value.get("value") if isinstance(value, Mapping) else value)
    if key.startswith("wechat"):
        return _wechat(key, written, config)
    if key == "rss_icon":
        return _account(PLACES[key], "/feed.xml", config)
    own = Place(_kind(key), _label(key))
    return _account(PLACES.get(key, own), written, config) if key in PLACES or "://" in written else ()


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


def _account(place: Place, written: str, config: Config) -> tuple[Contact, ...]:
    if not written or len(written) > _LONGEST_HANDLE:
        return ()
    if "://" in written or place.template == "{}":
        return _place_contact(place, config.asset(written), "")
    handle = written.lstrip("@").strip("/").partition("&" if "?" in place.template else "\n")[0]
    if place.template == "https://{}":  # instance.tld/@name, or @name@instance.tld
        name, _, host = handle.partition("@")
        handle = f"{host}/@{name}" if name and host and "/" not in name else handle
    shown = place.shown.format(printable(handle)) if place.shown else ""
    return _place_contact(place, safe_url(place.template.format(handle)), shown)


def _place_contact(place: Place, url: str, shown: str) -> tuple[Contact, ...]:
    return (place_contact(place.kind, place.label, url, shown or handle_of(place, url)),) if url else ()


def handle_of(place: Place, url: str) -> str:
    """Return what an address says of the account when it was written out whole: the handle; "" if it does not show."""
    prefix = bare(place.template.partition("{}")[0])
    handle = bare(url).removeprefix(prefix).strip("/@")
    if not place.shown or not prefix or not bare(url).startswith(prefix) or not handle or set("/?&#") & set(handle):
        return ""
    return place.shown.format(handle)


def _wechat(key: str, written: str, config: Config) -> tuple[Contact, ...]:
    if not written:
        return ()
    if key == "wechat_username":
        name = printable(written)
        return (Contact("wechat", "WeChat", name, Link(LinkKind.COPYABLE, "WeChat", copy=name)),)
    url = config.asset(written, "/assets/img/")
    return (wechat_contact(url),) if url else ()


def wechat_contact(url: str) -> Contact:
    """Return the contact of a picture with a WeChat code."""
    return Contact("wechat", "WeChat", "QR code", Link(LinkKind.WEB, "WeChat", url))


def _academia(value: object) -> tuple[Contact, ...]:
    if not isinstance(value, Mapping):
        return ()
    organization, username = value.text("organization"), value.text("username")
    url = safe_url(f"https://{organization}.academia.edu/{username}") if organization and username else ""
    return (place_contact("academia", "Academia.edu", url, printable(username)),) if url else ()


def _custom(key: str, value: Mapping, config: Config) -> tuple[Contact, ...]:
    url = config.asset(value.text("url"))
    if not url:
        return ()
    if url.startswith("mailto:"):
        return email_contacts(url.removeprefix("mailto:"))
    return (place_contact(_kind(key), printable(value.text("title")) or _label(key), url),)


def _kind(key: str) -> str:
    return printable(key).removesuffix("_url").removesuffix("_id")


def _label(key: str) -> str:
    return printable(key.removesuffix("_url").replace("_", " ")).capitalize()
