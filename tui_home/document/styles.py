"""What tags and CSS make of a Style."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import replace

from tui_home.model.inline import Style
from tui_home.text.colour import css_colour
from tui_home.text.patterns import pattern

MARKED = "#fff3a3"
"""The background of ``<mark>``."""

_BOLD_TAG, _ITALIC, _UNDERLINE, _STRIKE, _CODE = (
    {field: True} for field in ("bold", "italic", "underline", "strike", "code")
)
STYLED_TAGS: Mapping[str, Mapping[str, bool | str]] = {
    "b": _BOLD_TAG,
    "strong": _BOLD_TAG,
    "dt": _BOLD_TAG,
    "i": _ITALIC,
    "em": _ITALIC,
    "cite": _ITALIC,
    "var": _ITALIC,
    "dfn": _ITALIC,
    "u": _UNDERLINE,
    "ins": _UNDERLINE,
    "s": _STRIKE,
    "del": _STRIKE,
    "strike": _STRIKE,
    "code": _CODE,
    "kbd": _CODE,
    "samp": _CODE,
    "tt": _CODE,
    "mark": {"highlight": MARKED},
    "figcaption": {"muted": True},
}

_COMMENT = pattern(r"/\*.*?\*/", re.DOTALL)
_COLOUR = pattern(r"#[0-9A-Fa-f]{3,8}\b|[a-z]{3,4}\([^()]{0,80}\)|[a-z]{3,25}\b", re.IGNORECASE)
_BOLD = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_MAX_CSS = 2000
_CONTROLS = ("carousel-control-", "carousel-indicators", "swiper-button-", "swiper-pagination")
"""Classes of what only turns pictures over (Bootstrap's and Swiper's)."""


@functools.lru_cache(maxsize=256)
def for_tag(style: Style, tag: str) -> Style:
    """Return `style` as it is inside `tag`."""
    return replace(style, **STYLED_TAGS[tag])  # type: ignore[arg-type]  # the table holds Style's own fields


@functools.lru_cache(maxsize=256)
def for_css(style: Style, css: str) -> Style:
    """Return `style` as the declarations of a ``style`` attribute make it."""
    declared = declarations(css)
    changes: dict[str, bool | str] = {}
    if highlight := _background(declared.get("background-color") or declared.get("background", "")):
        changes["highlight"] = highlight
    if declared.get("font-weight") in _BOLD:
        changes["bold"] = True
    if declared.get("font-style") in {"italic", "oblique"}:
        changes["italic"] = True
    lines = declared.get("text-decoration", "") + declared.get("text-decoration-line", "")
    if "underline" in lines:
        changes["underline"] = True
    if "line-through" in lines:
        changes["strike"] = True
    return replace(style, **changes) if changes else style  # type: ignore[arg-type]  # as above


def declarations(css: str) -> dict[str, str]:
    """Return the declarations of a ``style`` attribute, in lower case."""
    css = _COMMENT.sub("", css[:_MAX_CSS]).lower().replace("!important", "")
    pairs = (part.partition(":") for part in css.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def hides(attributes: Mapping[str, str]) -> bool:
    """Return whether an element with these attributes is not to be seen."""
    if not attributes:
        return False
    if "hidden" in attributes or any(name.startswith(_CONTROLS) for name in attributes.get("class", "").split()):
        return True
    if "style" not in attributes:
        return False
    declared = declarations(attributes["style"])
    return declared.get("display") == "none" or declared.get("visibility") == "hidden"


def _background(value: str) -> str:
    """Return the first colour that a ``background`` names; "" for none."""
    return next(filter(None, (css_colour(word) for word in _COLOUR.findall(value))), "")
