"""What a section says while it is still being read, any section."""

from __future__ import annotations

from dataclasses import replace

from tui_home.model.blocks import Blocks, Paragraph
from tui_home.model.inline import Span
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections.section import Section
from tui_home.sections.words import MUTED

_READING = Paragraph((Span("Reading …", MUTED),))


def awaited(section: Section) -> Section:
    """Return a section of which not all has been read: what is there, and a line below that says so."""

    def compose(site: Site, view: View) -> Blocks:
        blocks = section.compose(site, view)
        if view.article:
            return blocks
        return (*(() if _is_kindly(blocks) else blocks), _READING)

    return replace(section, compose=compose, count=lambda _site: "reading …")


def _is_kindly(blocks: Blocks) -> bool:
    """Say whether all that is said is that there is nothing, which nobody knows yet."""
    match blocks:
        case [Paragraph(spans=spans)]:
            return all(span.style == MUTED for span in spans)
        case _:
            return not blocks
