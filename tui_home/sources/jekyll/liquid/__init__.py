"""Liquid, as Jekyll pages hold it, evaluated within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.model.problem import Origin, Problem
from tui_home.sources.jekyll.liquid.addresses import without_addresses

if TYPE_CHECKING:
    from tui_home.sources.jekyll.front_matter import Page
    from tui_home.sources.jekyll.reading import Reading


def evaluated(text: str, origin: Origin, page: Page, reading: Reading) -> tuple[str, tuple[Problem, ...]]:
    """Return `text` with its Liquid evaluated, and what is wrong in it; text without Liquid comes back as it is.

    Args:
        text: A page's body, or a value of its front matter.
        origin: Where its first line stands.
        page: Whose text it is: Liquid's ``page``.
        reading: The site: Liquid's ``site``, and the includes.
    """
    if not has_liquid(text):
        return text, ()
    plain = without_addresses(text, reading.config)
    if not has_liquid(plain):
        return plain, ()
    from tui_home.sources.jekyll.liquid.evaluation import evaluate  # noqa: PLC0415 - python-liquid takes 0.1 s to import

    return evaluate(text, origin, page, reading)


def has_liquid(text: str) -> bool:
    """Return whether there may be Liquid in a text."""
    return "{{" in text or "{%" in text
