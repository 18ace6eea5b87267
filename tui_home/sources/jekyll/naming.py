"""What the owner and the site are called."""

from __future__ import annotations

from tui_home.model.blocks import Heading
from tui_home.model.inline import plain_text
from tui_home.model.site import About, Name
from tui_home.sources.jekyll.config import Config

_NO_NAMES = frozenset(("about", "about me", "home", "home page", "homepage", "index", "main", "welcome", "blank"))
"""Titles of a home page that name the page and not the person."""
_NAMELESS = "Homepage"


def called(config: Config, about: About) -> tuple[Name, str]:
    """Return the owner's name and the site's title.

    al-folio makes the name from the configuration's first, middle and last name, and the title too unless it has one of
    its own. Where it gives no name, the site's title is taken for one, then the page's (unless that is merely "about"),
    a heading that opens the page, and the name by which papers know the owner.
    """
    name = config.name
    if not name.full:
        name = next((_split(text) for text in _candidates(config, about) if _is_name(text)), Name(last=_NAMELESS))
    return name, config.title or name.full


def _candidates(config: Config, about: About) -> tuple[str, ...]:
    first = next(iter(about.blocks), None)
    heading = plain_text(first.spans) if isinstance(first, Heading) else ""
    scholar = " ".join((*config.owner_firsts[:1], *config.owner_lasts[:1])) if config.owner_firsts else ""
    return config.title, about.title, heading, scholar


def _is_name(text: str) -> bool:
    return bool(text.strip()) and text.strip().casefold() not in _NO_NAMES


def _split(text: str) -> Name:
    """Return a title as a name, never reordered: it may be a group's, or carry a degree after a comma."""
    words = text.split()
    return Name(first=" ".join(words[:-1]), last=words[-1])
