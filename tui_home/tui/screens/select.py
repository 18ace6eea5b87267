"""Plain text to select from with the terminal's own mouse: one column, no chrome, no gutter."""

from __future__ import annotations

from collections.abc import Callable
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
from tui_home.tui.widgets.chrome_line import ChromeLine
from tui_home.tui.widgets.page_canvas import PageCanvas
from tui_home.tui.widgets.state_line import StateLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui_home.model.look import Look
    from tui_home.pages import Page
    from tui_home.tui.screens.home import HomeScreen

HINT = "select with the mouse; any key returns"
_MEASURE = 88
_LOOKED_FOR = 24
"""Characters of a line by which it is found again."""


class SelectScreen(MouseFreeScreen):
    """Shows the section's text from where the visitor is."""

    def __init__(self, home: HomeScreen, page: Page) -> None:
        super().__init__(home)
        self._page = page

    def compose(self) -> ComposeResult:
        """Show the text and the hint."""
        column = bare_column(self.app.size.width, _MEASURE)
        self.page_view: PageCanvas = PageCanvas(self._home.homepage.strips, self._page, column)
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
        self._hint.display = self.app.size.height > LEAST_PAGE
        self._hint.say(self.hint_of(HINT))
        if not self._shown(self._page):
            self._home.homepage.ahead.make(plain_text_of(self._home), self._shown)

    def _shown(self, page: Page) -> bool:
        """Show `page`, unless it was laid out for another size or Look than there is now; say whether it is shown."""
        column = bare_column(self.app.size.width, _MEASURE)
        fits = page.width == column.text and page.look == _plain_look(self._home)
        if fits:
            self._page = page
            self.page_view.show(page, column, scroll=self.page_view.keep_scroll())
        return fits


def plain_text_of(home: HomeScreen) -> Callable[[], Page]:
    """Return what lays out the text that is shown, plain and ready to be searched, in any thread."""
    reader, view = home.reader, home.reader.bookmark.view
    pages, site, section = reader.pages, reader.site, _plain(reader.section)
    width = bare_column(home.app.size.width, _MEASURE).text
    look = _plain_look(home)

    def make() -> Page:
        page = pages.page(site, section, view, width, look)
        page.make_ready_to_search()
        return page

    return make


def _plain_look(home: HomeScreen) -> Look:
    # The names of keys are nothing to be selected, and no key but those for scrolling does anything here.
    return replace(home.look, interactive=False)


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
