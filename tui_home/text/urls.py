"""What is safe to open: the one gate between content and the browser."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_AROUND = " \t\r\n\f\v\xa0\u200b\ufeff"
_MAX_URL = 2048
_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
_AUTHORITY = pattern(r"//([^/?#]*)(.*)", re.DOTALL)
_LABEL = r"[a-z0-9_]++(?:-++[a-z0-9_]++)*+"
_HOST = pattern(rf"{_LABEL}(?:\.{_LABEL})*+\.?|\[[0-9a-f:.]+\]")
_HOST_AND_PORT = pattern(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::(\d{0,5}))?", re.ASCII)
_CONTROL = pattern("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_KEPT = "/?#!$&*+,;=:@()~"
_BAD_ESCAPE = pattern(r"%(?![0-9A-Fa-f]{2})")
_MAIL_ADDRESS = pattern(r"[^\s@<>\"(),:;\[\]\\]{1,64}@[^\s@<>\"(),:;\[\]\\]{1,255}")


def safe_url(url: str, *, schemes: tuple[str, ...] = ("http", "https", "mailto")) -> str:
    """Return `url` as RFC 3986 writes it, safe inside OSC 8 and to hand to a browser; "" when it is not.

    Printable ASCII without blanks or quotes comes out, at most 2048 characters. A protocol-relative URL
    becomes https, user names before the host are dropped (they only deceive), hosts become lower case and, beyond
    ASCII, Punycode. Of a mailto URL the addresses and the subject are kept (RFC 6068).

    Args:
        url: As written in the content.
        schemes: The schemes allowed, lower case.
    """
    url = url.strip(_AROUND).replace("\n", "").replace("\r", "").replace("\t", "")
    if not url or len(url) > _MAX_URL or _CONTROL.search(url):
        return ""
    if url.startswith("//"):
        url = "https:" + url
    matched = _SCHEME.match(url)
    scheme = matched[1].lower() if matched else ""
    if not matched or scheme not in schemes:
        return ""
    rest = url[matched.end() :]
    safe = _safe_mail(rest) if scheme == "mailto" else _safe_hierarchical(scheme, rest)
    return safe if len(safe) <= _MAX_URL else ""


def _safe_hierarchical(scheme: str, rest: str) -> str:
    """Return the URL with host and path encoded; "" without a proper host."""
    matched = _AUTHORITY.fullmatch(rest)
    authority = _HOST_AND_PORT.fullmatch(matched[1].rpartition("@")[2]) if matched and "\\" not in matched[1] else None
    if not matched or not authority:
        return ""
    host, port = _ascii_host(unquote(authority[1])), authority[2]
    if not _HOST.fullmatch(host):
        return ""
    return f"{scheme}://{host}{':' + port if port else ''}{_encoded(matched[2])}"


def _ascii_host(host: str) -> str:
    """Return `host` in lower case and Punycode; "" when it cannot be a host."""
    if host.isascii():
        return host.lower()
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def _encoded(text: str) -> str:
    """Percent-encode what RFC 3986 does not allow; escapes that are there already stay."""
    return quote(_BAD_ESCAPE.sub("%25", text), safe=_KEPT + "%")


def _safe_mail(rest: str) -> str:
    """Return a mailto URL with its addresses and its subject; "" when an address is malformed."""
    addresses, _, query = rest.partition("?")
    parts = [part.strip() for part in unquote(addresses).split(",")]
    if not all(_MAIL_ADDRESS.fullmatch(part) and not _CONTROL.search(part) for part in parts):
        return ""
    subject = next((value[8:] for value in query.split("&") if value[:8].lower() == "subject="), "")
    url = "mailto:" + ",".join(quote(part, safe="@!$&*+/=~") for part in parts)
    decoded = printable(unquote(subject))
    return f"{url}?subject={quote(decoded, safe='')}" if decoded else url
