"""Several homepages behind one server, as somebody sees them who has not chosen one yet."""

from __future__ import annotations

from tui_home.model.record import record


@record
class Entry:
    """One homepage of several."""

    name: str
    """The user name that leads to it: small letters, digits, ``-``, ``_`` and ``.``, 32 at most."""
    title: str
    """Whose it is; the name again while nothing of it has been read."""
    work: str = ""
    """Their line of work in a few words; empty for none."""


@record
class Directory:
    """All of them, in the order of their names."""

    entries: tuple[Entry, ...] = ()
    pending: int = 0
    """How many have not been read yet."""
