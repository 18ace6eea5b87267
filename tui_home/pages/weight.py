"""How many bytes a Fragment takes: an estimate that errs upwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.layout import Fragment

if TYPE_CHECKING:
    from tui_home.pages.page import Page

_FRAGMENT = 400
_LINE = 64
_SEGMENT = 64
_STRING = 76
_REGION = 128
_TARGET = 160


def fragment_bytes(fragment: Fragment) -> int:
    """Return the bytes that `fragment` takes, without the Blocks it was made from."""
    total = _FRAGMENT + _LINE * len(fragment.lines)
    for line in fragment.lines:
        for segment in line:
            text = segment.text
            total += _SEGMENT + _STRING + len(text) * (1 if text.isascii() else 4)
    for target in fragment.targets:
        total += _TARGET + _REGION * len(target.regions)
    for anchor in fragment.anchors:
        total += _TARGET + _REGION * len(anchor.regions)
    return total


def page_bytes(page: Page) -> int:
    """Return the bytes that `page` takes with all its Fragments."""
    return sum(fragment_bytes(fragment) + _TARGET for fragment in page.fragments)
