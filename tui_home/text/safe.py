"""What is safe to print and to open: the one gate between content and the terminal."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

_BODY = r"[^\x00-\x1f\x7f-\x9f]*+"
_SEQUENCES = re.compile(
    # ECMA-48: control strings (OSC, DCS, APC, PM, SOS), control sequences, escape sequences. A control string
    # that never ends loses only its introducer, so that no text can vanish after it.
    rf"(?:\x1b[\]P_^X]|[\x90\x98\x9d\x9e\x9f]){_BODY}(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"
    r"|\x1b[\[\]P_^X]"
    r"|\x1b[ -/]*+[0-~]"
)
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u2000-\u200b\u200e-\u200f\u2028-\u202f\u205f-\u206f"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe-\U000dffff\U000e0000-\U000e00ff\U000e01f0-\U0010ffff]"
)
_BLANKS = frozenset("\t\v\f\x1c\x1d\x1e\x1f\xa0\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B))))
_BREAKS = frozenset("\n\r\x85\u2028\u2029")

_AROUND = " \t\r\n\f\v\xa0\u200b\ufeff"
_MAX_URL = 2048
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
_AUTHORITY = re.compile(r"//([^/?#]*)(.*)", re.DOTALL)
_LABEL = r"[a-z0-9_]++(?:-++[a-z0-9_]++)*+"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*+\.?|\[[0-9a-f:.]+\]")
_HOST_AND_PORT = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::(\d{0,5}))?", re.ASCII)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_KEPT = "/?#!$&*+,;=:@()~"
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_MAIL_ADDRESS = re.compile(r"[^\s@<>\"(),:;\[\]\\]{1,64}@[^\s@<>\"(),:;\[\]\\]{1,255}")


def printable(text: str, *, newlines: bool = False) -> str:
    r"""Return `text` without anything that could steer a terminal or reorder what stands beside it.

    Escape sequences (ECMA-48) vanish whole; so do C0, C1, bidi controls (UAX #9), other invisible format
    characters, noncharacters and private-use characters. Lone surrogates become U+FFFD. Tabs and unusual blanks
    become a space. The joiners ZWJ and ZWNJ and variation selectors stay: words and emoji need them.

    Args:
        text: Anything.
        newlines: Keep line breaks, each as ``\n``; otherwise each becomes a space.
    """
    if text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    line_break = "\n" if newlines else " "

    def replacement(match: re.Match[str]) -> str:
        character = match[0]
        if character in _BREAKS:
            return line_break
        if character in _BLANKS:
            return " "
        return "\ufffd" if "\ud800" <= character <= "\udfff" else ""

    return _UNPRINTABLE.sub(replacement, _SEQUENCES.sub("", text))


def copyable(text: str) -> str:
    """Return `text` without what could do harm where it is pasted; unlike `printable`, keep lines, tabs and blanks."""
    if text.isprintable():
        return text
    return re.sub(r"[^\t\xa0]+", lambda match: printable(match[0], newlines=True), text)


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
