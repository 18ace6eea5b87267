"""Which words after ``--site`` are git URLs."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from tui_home.sources.errors import NoSiteError
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_URL = pattern(r"(https|ssh|file)://[!-~]+")
_SCP = pattern(r"[A-Za-z0-9_][\w.-]*@[A-Za-z0-9][A-Za-z0-9.-]*:(?!//)[!-~]+")
"""``git@host:path``, as git-clone(1) has it; neither part can be taken for an option."""
_HOST = pattern(r"ssh://(?:[^@/]*@)?-")
_OTHER = pattern(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://[^/]")
_BEFORE_HOST = pattern(r"(https?://)[^/\s]{0,2048}@")
_PASSWORD = pattern(r"(ssh://[^/:@\s]{0,2048}):[^/\s]{0,2048}@")
_LONGEST = 2048


class GitUrl(NamedTuple):
    """A repository's address."""

    url: str
    protocol: str
    """What git calls its transport: https, ssh, file."""

    @property
    def shown(self) -> str:
        """The address as it may be printed: without a password before the host or a token behind the path."""
        return printable(without_secrets(self.url).partition("?")[0])

    @property
    def key(self) -> str:
        """What its copies are filed under."""
        return hashlib.sha256(self.url.encode()).hexdigest()[:32]


def without_secrets(text: str) -> str:
    """Return `text` without what stands before the hosts of its addresses; of those of ssh the user's name stays."""
    return _PASSWORD.sub(r"\1@", _BEFORE_HOST.sub(r"\1", text)) if "@" in text else text


def git_url(text: str) -> GitUrl | None:
    """Return the repository that `text` names; None when it names a folder.

    ``https://``, ``ssh://``, ``file://`` and ``git@host:path`` are taken; git's other transports are not encrypted or
    run a program of the address's choosing.

    Raises:
        NoSiteError: It is an address, but none of these.
    """
    if _OTHER.match(text) and not _URL.match(text):
        shown = printable(without_secrets(text[:_LONGEST]))
        raise NoSiteError(f"{shown} is no address to fetch from: take https://, ssh://, git@host:path or file://.")
    if len(text) > _LONGEST:
        return None
    if (matched := _URL.fullmatch(text)) and not _HOST.match(text):
        return GitUrl(text, matched[1])
    return GitUrl(text, "ssh") if _SCP.fullmatch(text) else None
