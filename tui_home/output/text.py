"""Sections as plain text: no escape codes, no trailing blanks, URLs by number below each section."""

from __future__ import annotations

from collections.abc import Sequence

from tui_home.model.look import PLAIN_LOOK, Look
from tui_home.model.site import Site
from tui_home.output.document import document, plain_line
from tui_home.pages import Page
from tui_home.sections import Section


def text(site: Site, sections: Sequence[Section], width: int, look: Look = PLAIN_LOOK) -> str:
    """Return `sections` as text that ends in a newline.

    Args:
        site: What to print.
        sections: Which of it, from the top down.
        width: Cells; no line is wider, from 20 on.
        look: Only which characters it has counts.
    """
    return document(site, sections, width, Look(unicode=look.unicode, few_glyphs=look.few_glyphs), _draw)


def _draw(page: Page, y: int) -> str:
    return plain_line(page.line(y))
