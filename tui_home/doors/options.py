"""What the command line says beside a Verb's own words."""

from __future__ import annotations

from tui_home.model.named import NamedTuple

READ = "read"
"""Asks for the homepage line by line."""


class Options(NamedTuple):
    """What the program is started with; the default is to be started with nothing."""

    help: bool = False
    version: bool = False
    linear: bool = False
    section: str = ""
    """The id of the one to begin with."""
    words: tuple[str, ...] = ()
    """A Verb with its options."""
    site: str = ""
    refresh: float | None = None
    """Seconds after which a copy from git is fetched anew."""
    lang: str = ""
