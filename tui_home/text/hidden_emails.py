"""Email addresses that pages hide from robots otherwise than in words: written backwards, encoded, in attributes."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping

from tui_home.text.patterns import pattern

_ADDRESS = pattern(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}")
_SHELL = pattern(
    r"(?:\becho\s+)?(?P<quote>[\"'`]?)(?P<word>[A-Za-z0-9._%+@=/-]{5,120})(?P=quote)\s*\|\s*"
    r"(?P<tool>rev\b|base64\s+(?:-d|-D|--decode)\b)"
)
_GENERIC = frozenset(("edu", "com", "org", "net", "gov", "mil", "int", "info", "io", "ai", "dev", "me"))
_COUNTRY = 2
_USERS = ("data-user", "data-name", "data-username", "data-local", "data-account", "data-u", "data-mail-user")
_HOSTS = ("data-domain", "data-host", "data-website", "data-server", "data-d", "data-mail-domain")
_WHOLE = ("data-email", "data-mail", "data-address", "data-enc-email")
_MOST_SHELL = 1000


def address_in(text: str) -> str:
    """Return the address that `text` is, be it backwards or in base64; "" when it is none."""
    text = text.strip()
    for candidate in (text, text[::-1], _decoded(text)):
        if candidate and _ADDRESS.fullmatch(candidate) and _ends_like_a_host(candidate):
            return candidate
    return ""


def shell_addresses(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the addresses that `text` spells as shell commands: ``echo nc.ude.uni@eman | rev``.

    Args:
        text: Running text.

    Returns:
        For each where it begins and ends in the text, and the address.
    """
    if "|" not in text:
        return ()
    found: list[tuple[int, int, str]] = []
    for matched in _SHELL.finditer(text):
        word = matched["word"]
        address = word[::-1] if matched["tool"] == "rev" else _decoded(word)
        if _ADDRESS.fullmatch(address):
            found.append((matched.start(), matched.end(), address))
        if len(found) >= _MOST_SHELL:
            break
    return tuple(found)


def cloudflare_address(code: str) -> str:
    """Return the address that Cloudflare's ``data-cfemail`` hides: hexadecimal, its first byte the key."""
    code = code.strip()
    try:
        data = bytes.fromhex(code) if len(code) < 1000 else b""  # noqa: PLR2004 - longer ones hide no address
    except ValueError:
        return ""
    address = bytes(byte ^ data[0] for byte in data[1:]).decode("utf-8", "replace") if data else ""
    return address if _ADDRESS.fullmatch(address) else ""


def attribute_address(attributes: Mapping[str, str]) -> str:
    """Return the address that an element's ``data-`` attributes give in parts; "" when they give none."""
    if "data-cfemail" in attributes:
        return cloudflare_address(attributes["data-cfemail"])
    if whole := _first(attributes, _WHOLE):
        return address_in(whole)
    user, host, ending = _first(attributes, _USERS), _first(attributes, _HOSTS), attributes.get("data-tld", "")
    if not user or not host:
        return ""
    domain = f"{host}.{ending.lstrip('.')}" if ending else host
    return address_in(f"{user}@{domain}") or address_in(f"{user[::-1]}@{domain[::-1]}")


def _first(attributes: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((attributes[name].strip() for name in names if attributes.get(name)), "")


def _decoded(text: str) -> str:
    """Return what base64 encodes; "" when it is none."""
    if len(text) % 4 or not text.isascii():
        return ""
    try:
        return base64.b64decode(text, validate=True).decode("ascii").strip()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _ends_like_a_host(address: str) -> bool:
    """Return whether an address does not look better with its host written backwards."""
    domain = address.rpartition("@")[2].lower()
    return _is_common(domain.rpartition(".")[2]) or not _is_common(domain[::-1].rpartition(".")[2])


def _is_common(label: str) -> bool:
    """Return whether most hosts end like this."""
    return label in _GENERIC or len(label) == _COUNTRY
