"""Liquid, as Jekyll pages hold it, evaluated within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.model.problem import Origin, Problem

if TYPE_CHECKING:
    from tui_home.sources.jekyll.front_matter import Page
    from tui_home.sources.jekyll.reading import Reading


def evaluated(
    text: str,
    origin: Origin,  # noqa: ARG001 - to come
    page: Page,  # noqa: ARG001 - to come
    reading: Reading,  # noqa: ARG001 - to come
) -> tuple[str, tuple[Problem, ...]]:
    """Return `text` with its Liquid evaluated, and what is wrong in it; text without Liquid comes back as it is.

    Args:
        text: A page's body, or a value of its front matter.
        origin: Where its first line stands.
        page: Whose text it is: Liquid's ``page``.
        reading: The site: Liquid's ``site``, and the includes.
    """
    return text, ()
