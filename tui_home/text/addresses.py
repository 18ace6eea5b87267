"""Ways to reach someone: email addresses in running text, hidden from robots or not, and meeting links."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui_home.text.meetings import meeting_provider
from tui_home.text.patterns import pattern

__all__ = ["EmailMatch", "find_emails", "meeting_provider"]

_AT = pattern(
    r"(?P<plain>[@＠])"
    r"|[ \t\xa0]{0,2}[\[({<][ \t]{0,2}(?:[Aa][Tt]|@)[ \t]{0,2}[\])}>][ \t\xa0]{0,2}"
    r"|(?<=[A-Za-z0-9])\((?:a|ät)\)(?=[A-Za-z0-9])"
    r"|[ \t\xa0](?P<upper>AT)[ \t\xa0]"
    r"|[ \t\xa0]{1,2}(?P<lower>[Aa]t|@)[ \t\xa0]{1,2}"
    r"|(?P<glued>_[Aa][Tt]_|-[Aa][Tt]-)"
)
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_BRACKET_DOT = r"[ \t\xa0]{0,2}[\[({<][ \t]{0,2}(?:[Dd][Oo][Tt]|\.)[ \t]{0,2}[\])}>][ \t\xa0]{0,2}"
_WORD_DOT = r"[ \t\xa0]{1,2}(?:DOT|[Dd]ot)[ \t\xa0]{1,2}"
_DOT = rf"(?:\.|{_BRACKET_DOT}|{_WORD_DOT})"
_HOST = pattern(rf"{_LABEL}(?:{_DOT}{_LABEL}){{0,6}}{_DOT}[A-Za-z]{{2,24}}(?![A-Za-z0-9@_])")
_GLUED_HOST = pattern(r"([A-Za-z0-9]{1,60})((?:[_-]dot[_-][A-Za-z0-9]{2,60}){1,4})(?![A-Za-z0-9@])", re.IGNORECASE)
_OBFUSCATED_DOT = pattern(rf"{_BRACKET_DOT}|{_WORD_DOT}")
_GLUED_DOT = pattern(r"[_-]dot[_-]", re.IGNORECASE)

_REMOTE_PATH = pattern(r":[^\s]")
_FILE = pattern(r"\.(?:png|jpe?g|gif|svg|webp|css|js|json|html?|pdf)$")
_LOCAL = r"[A-Za-z0-9._%+-]{1,64}+"
_TOD = (
    r"[ \t\xa0]{0,2}[\])}>][ \t]{0,2}[Tt][Oo][Dd][ \t]{0,2}[\[({<][ \t\xa0]{0,2}"
    r"|[ \t\xa0]{1,2}(?:TOD|tod)[ \t\xa0]{1,2}"
)
_LOCAL_BACKWARDS = pattern(rf"{_LOCAL}(?:(?:{_TOD}){_LOCAL}){{0,3}}")
_PLAIN_BACKWARDS = pattern(_LOCAL)
_FORM = pattern(
    r"(?:your)?[._-]?(?:(?:first|last|given|family|user|sur|your|full|my|fore)[._-]?name|first|last|name|initials?|f)"
    r"(?:[._-]?(?:(?:first|last|given|family|sur)?[._-]?name|last|first|initials?))?",
    re.IGNORECASE,
)
"""What stands for a name: ``firstname.lastname``, ``yourname``."""
_WINDOW = 160
_PROSE = frozenset(
    re.findall(
        "[a-z]+",
        "a am an and are based be been contact email find follow her here him i in is it look mail me meet meeting or "
        "professor reach researcher see she student studied study stay the them us was we were work worked working you "
        "held lecture lectures live lives met meets speak taught talk talked talks teach",
    )
)


class EmailMatch(NamedTuple):
    """An email address found in text."""

    start: int
    """Where it begins in the text, as written."""
    end: int
    address: str
    """The real address."""


def find_emails(text: str) -> tuple[EmailMatch, ...]:
    """Return the email addresses in `text`, written plainly or hidden from robots, in order.

    ``name@host.tld``, ``name [AT] host.tld``, ``name (at) host (dot) tld``, ``name AT host DOT tld``, ``echo … | rev``.
    A bare "at" is an address only when a "dot" is spelled out in its host: "I work at example.com" is prose. Neither is
    one that only shows the form: ``firstname.lastname@host.tld``.

    Args:
        text: One line or many; an address never spans lines.
    """
    found: list[EmailMatch] = []
    shells = _shells(text) if "|" in text else []
    end = 0
    position = 0
    while separator := _AT.search(text, position):
        if shells and separator.start() >= shells[0].start:
            found.append(shells.pop(0))
            end = position = found[-1].end
            continue
        position = max(separator.start() + 1, separator.end() - 1)
        match = _around(text, separator, end)
        if match and not (shells and match.end > shells[0].start):
            found.append(match)
            end = position = match.end
    return (*found, *shells)


def _shells(text: str) -> list[EmailMatch]:
    """Return the addresses that shell commands spell."""
    from tui_home.text.hidden_emails import shell_addresses  # noqa: PLC0415 - needed by few texts

    return [EmailMatch(*match) for match in shell_addresses(text)]


def _around(text: str, separator: re.Match[str], since: int) -> EmailMatch | None:
    """Return the address round a separator; None when what stands there is none."""
    host = (_GLUED_HOST if separator["glued"] else _HOST).match(text, separator.end())
    if not host:
        return None
    spelled = bool(_OBFUSCATED_DOT.search(host[0]))
    if separator["lower"] and not spelled:
        return None
    backwards = _PLAIN_BACKWARDS if separator["plain"] or (separator["upper"] and not spelled) else _LOCAL_BACKWARDS
    window = text[max(since, separator.start() - _WINDOW) : separator.start()][::-1]
    local = backwards.match(window)
    if not local:
        return None
    written = local[0][::-1]
    name = written.lstrip(".-%")
    start = separator.start() - len(name)
    return _checked(text, separator, name, host, start)


def _checked(text: str, separator: re.Match[str], name: str, host: re.Match[str], start: int) -> EmailMatch | None:
    """Return the address unless it is part of a URL, of a handle, of a command or of a sentence."""
    dots = _GLUED_DOT if separator["glued"] else _OBFUSCATED_DOT
    local, domain = _OBFUSCATED_DOT.sub(".", name), dots.sub(".", host[0]).lower()
    if not local or local.endswith((".", "-")) or ".." in local or ".." in domain:
        return None
    before = text[max(0, start - 1) : start]
    if before.isalnum() or before in {"@", "/", "\\"} or "://" in text[max(0, start - 40) : start].rpartition(" ")[2]:
        return None
    if separator["plain"] and (_REMOTE_PATH.match(text, host.end()) or _FILE.search(domain)):
        return None
    if _FORM.fullmatch(local):
        return None
    bare = separator["upper"] or separator["lower"] or separator["glued"]
    if bare and (local.lower() in _PROSE or (separator["upper"] and _shouted(local, host[0]))):
        return None
    return EmailMatch(start, host.end(), f"{local}@{domain}")


def _shouted(local: str, host: str) -> bool:
    """Tell whether a bare AT stands in a sentence all in capitals."""
    return local.isupper() and host.isupper() and not _OBFUSCATED_DOT.search(host)
