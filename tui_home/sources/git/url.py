"""Which words after ``--site`` are git URLs."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_URL = pattern(r"(https|ssh|file)://[!-~]+")
_SCP = pattern(r"[A-Za-z0-9_][\w.-]*@[A-Za-z0-9][A-Za-z0-9.-]*:(?!//)[!-~]+")
"""``git@host:path``, as git-clone(1) has it; neither part can be taken for an option."""
_HOST = pattern(r"ssh://(?:[^@/]*@)?-")
_SECRET = pattern(r"(://)[^@/]*@")
_LONGEST = 2048


class GitUrl(NamedTuple):
    """A repository's address."""

    url: str
    protocol: str
    """What git calls its transport: https, ssh, file."""

    @property
    def shown(self) -> str:
        """The address as it may be printed: without a user name or a password before the host."""
        return printable(_SECRET.sub(r"\1", self.url) if self.protocol == "https" else self.url)

    @property
    def key(self) -> str:
        """What its copies are filed under."""
        return hashlib.sha256(self.url.encode()).hexdigest()[:32]


def git_url(text: str) -> GitUrl | None:
    """Return the repository that `text` names; None when it names a folder.

    ``https://``, ``ssh://``, ``file://`` and ``git@host:path`` are taken; git's other transports are not encrypted or
    run a program of the address's choosing.
    """
    if len(text) > _LONGEST:
        return None
    if (matched := _URL.fullmatch(text)) and not _HOST.match(text):
        return GitUrl(text, matched[1])
    return GitUrl(text, "ssh") if _SCP.fullmatch(text) else None
