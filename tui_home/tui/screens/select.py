"""Plain text to select from with the terminal's own mouse: one column, no chrome, no gutter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_home.model.blocks import Aside, Block, Blocks, Portrait
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections import Section
from tui_home.tui.column import bare_column
from tui_home.tui.reader import Scroll
from tui_home.tui.rows import LEAST_PAGE
from tui_home.tui.screens.mouse_free import MouseFreeScreen
from tui_home.tui.widgets.chrome import ChromeLine
from tui_home.tui.widgets.page_canvas import PageCanvas
from tui_home.tui.widgets.state_line import StateLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui_home.pages import Page

HINT = "select with the mouse; any key returns"
_MEASURE = 88
_LOOKED_FOR = 24
"""Characters of a line by which it is found again."""


class SelectScreen(MouseFreeScreen):
    """Shows the section's text from where the visitor is."""

    def compose(self) -> ComposeResult:
        """Show the text and the hint."""
        column = bare_column(self.app.size.width, _MEASURE)
        self.page_view: PageCanvas = PageCanvas(self._home.homepage.strips, self._page(), column)
        self._hint = StateLine(self._home.look)
        self._hint.sentences = (self.hint_of(HINT),)
        yield from (self.page_view, ChromeLine(self._hint, "hint"))

    def on_mount(self) -> None:
        """Begin where the visitor is."""
        page = self.page_view.page
        line = _same_line(self._home.page_view.page, self._home.page_view.top, page)
        scroll = Scroll(line, page.width, page.place_at(line))
        self.page_view.show(page, self.page_view.column, scroll=scroll)

    def on_resize(self) -> None:
        """Lay the text out for the new size."""
        column = bare_column(self.app.size.width, _MEASURE)
        self._hint.display = self.app.size.height > LEAST_PAGE
        self._hint.say(self.hint_of(HINT))
        self.page_view.show(self._page(), column, scroll=self.page_view.keep_scroll())

    def _page(self) -> Page:
        reader = self._home.reader
        section = _plain(reader.section)
        width = bare_column(self.app.size.width, _MEASURE).text
        # The names of keys are nothing to be selected, and no key but those for scrolling does anything here.
        look = replace(self._home.look, interactive=False)
        return reader.pages.page(reader.site, section, reader.bookmark.view, width, look)


def _plain(section: Section) -> Section:
    """Return a section whose text stands in one column, without the portrait."""

    def compose(site: Site, view: View) -> Blocks:
        return tuple(plain for block in section.compose(site, view) for plain in _in_one_column(block))

    return Section(f"{section.id}:plain", section.title, compose, section.count)


def _in_one_column(block: Block) -> Blocks:
    if isinstance(block, Portrait):
        return ()
    if isinstance(block, Aside):
        return tuple(plain for inner in (*block.aside, *block.main) for plain in _in_one_column(inner))
    return (block,)


def _same_line(page: Page, top: int, plain: Page) -> int:
    """Return the line of `plain` with the text that stands on line `top` of `page`, or on the next one with text."""
    place = page.place_at(top)
    if place.anchor < 0:
        return 0
    first = page.offsets[place.fragment]
    regions = page.fragments[place.fragment].anchors[place.anchor].regions
    region = next((region for region in regions if first + region.line >= top), regions[-1])
    words = page.text((first + region.line, region.start), (first + region.line, region.end))
    found = plain.find(words[:_LOOKED_FOR])
    return found[0].line if found else 0
