"""Videos, sounds and embedded pages: a titled link each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui_home.document.links import Base, Destination, destination, host, readable_name
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

EMBEDDED = frozenset(("iframe", "video", "audio", "embed", "object"))
"""Elements that show something from elsewhere; what stands in them is for browsers that cannot."""

_ELSEWHERE = pattern(r"\s*(?:https?:)?//", re.IGNORECASE)
_PLAYERS = ("video", "tube", "vimeo", "player.", "bilibili", "twitch", "youtu.be")


def embedded(tag: str, attributes: Mapping[str, str], source: str, base: Base) -> tuple[str, Destination] | None:
    """Return what an embedded thing is called and where it leads; None when it is nothing one could name.

    Args:
        tag: The element's name, one of EMBEDDED.
        attributes: Its attributes.
        source: The address that a ``<source>`` in it gives.
        base: Where the text stands, for relative ones.
    """
    src = attributes.get("src") or attributes.get("data") or attributes.get("data-src") or source
    to = destination(src, base)
    name = " ".join(printable(attributes.get("title") or attributes.get("aria-label") or "").split())
    if not name:
        kind = _kind(tag, attributes, to.url)
        place = host(to.url) if _ELSEWHERE.match(src) else ""
        name = f"{kind} on {place}" if place else f"{kind}: {named}" if (named := readable_name(src)) else ""
    return (name, to) if name else None


def _kind(tag: str, attributes: Mapping[str, str], url: str) -> str:
    """Return what kind of thing it is."""
    if tag in {"video", "audio"}:
        return tag.capitalize()
    hint = host(url) + " " + attributes.get("type", "")
    if any(player in hint for player in _PLAYERS) or "picture-in-picture" in attributes.get("allow", ""):
        return "Video"
    if ".pdf" in url.lower():
        return "PDF"
    return "Page"
