"""User names that lead to homepages."""

from __future__ import annotations

import re
import unicodedata

from tui_home.doors.ssh.calling import READ

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")
RESERVED = frozenset({READ})
"""User names that mean something else."""
_LONGEST = 32
_NOT_IN_NAMES = re.compile(r"[^a-z0-9._-]+")
_AT_ENDS = "-._"


def user_name(text: str) -> str:
    """Return the user name for a folder called `text`: small letters and digits of ASCII; empty when none are left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = _NOT_IN_NAMES.sub("-", plain).strip(_AT_ENDS)
    return name[:_LONGEST].rstrip(_AT_ENDS)
