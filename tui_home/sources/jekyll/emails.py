"""The email addresses that a field for them holds, however they are hidden."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from tui_home.text.addresses import find_emails
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_LIQUID = pattern(r"\{%-?[ \t]{0,9}(?:end)?raw[ \t]{0,9}-?%\}")
_TAG = pattern(r"<[^<>@]{0,300}>")
_REVERSED = pattern(
    r"[ \t]{0,9}(?:\|[ \t]{0,9}rev\b.{0,20}|\((?:reversed|backwards|in reverse)\)[ \t]{0,9})$", re.IGNORECASE
)
_OPEN, _SHUT = r"[ \t]{0,9}[\[({<*_'\"-]{0,2}[ \t]{0,2}\b", r"\b[ \t]{0,2}[\])}>*_'\"-]{0,2}[ \t]{0,9}"
_AT = pattern(rf"{_OPEN}(?:at|arroba|ät){_SHUT}", re.IGNORECASE)
_DOT = pattern(rf"{_OPEN}(?:dot|punto|point){_SHUT}", re.IGNORECASE)
_LOOSE_AT = pattern(r"[ \t]{0,9}@[ \t]{0,9}")
_LONGEST = 2000
_ENDINGS = frozenset(
    (
        *("com", "org", "net", "edu", "gov", "mil", "int", "info", "io", "ai", "me", "dev", "app", "name", "science"),
        *("ac", "academy", "institute", "university", "email", "tech", "online", "site", "xyz", "eu", "uk", "de", "fr"),
        *("it", "es", "pt", "nl", "be", "ch", "at", "se", "no", "dk", "fi", "pl", "cz", "hu", "gr", "ie", "il", "tr"),
        *("ru", "ua", "cn", "jp", "kr", "tw", "hk", "sg", "in", "ir", "au", "nz", "ca", "us", "mx", "br", "ar", "cl"),
        *("za", "eg", "sa", "ae", "pk", "bd", "th", "vn", "my", "id", "ph", "ro", "bg", "hr", "si", "sk", "lt", "lv"),
    )
)
"""What the host of an address commonly ends in; tells which way round one is written."""


def addresses_in(written: str) -> tuple[str, ...]:
    """Return the addresses that a field for an email address holds; none when they are hidden too well.

    Beside what running text can hold (`text.addresses`) it is certain here that an address is meant: "name at host.tld"
    needs no more, and one that makes sense only from its end is read from there.
    """
    text = unquote(html.unescape(_LIQUID.sub("", written[:_LONGEST])))
    text = printable(_TAG.sub("", text)).replace("mailto:", "").strip()
    said = _REVERSED.search(text)
    if said:
        text = text[: said.start()][::-1]
    found = _found(text) or _found(text[::-1])
    if not found:
        loose = _LOOSE_AT.sub("@", _DOT.sub(".", _AT.sub("@", text)))
        parts = loose.split("@")
        found = _found(loose) if len(parts) == 2 and len(parts[0].split()) == 1 else ()  # noqa: PLR2004 - name and host
    return tuple(dict.fromkeys(found))


def _found(text: str) -> tuple[str, ...]:
    return tuple(_upright(match.address) for match in find_emails(text))


def _upright(address: str) -> str:
    """Return an address, turned round when it was written backwards: ``ude.inu@nna`` is "ann@uni.edu"."""
    backwards = address[::-1]
    ending, begun = address.rpartition(".")[2].lower(), backwards.rpartition(".")[2].lower()
    turned = ending not in _ENDINGS and begun in _ENDINGS and "." in backwards.rpartition("@")[2]
    return backwards if turned else address
