"""What changes what is shown: sections and articles, back and forward, open entries, later readings of the site."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_home.sections import sections_of
from tui_home.tui.column import SHORT
from tui_home.tui.cursor import extent
from tui_home.tui.history import Location
from tui_home.tui.reader import Scroll, cursor_at, index_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.model.inline import Link
    from tui_home.model.site import Site
    from tui_home.pages import Page
    from tui_home.tui.screens.home import HomeScreen


class Navigator:
    """Changes what one screen shows; where the visitor was in each place is kept."""

    def __init__(self, home: HomeScreen) -> None:
        self._home = home
        self._bookmark = home.reader.bookmark
        """Of what the view shows: what is gone to may still have to be laid out."""
        self._newest = home.reader.site
        """The last reading; an earlier one may still have to be laid out."""

    def open_section(self, index: int) -> None:
        """Show a section, where it was left; out of its article, its list."""
        reader = self._home.reader
        if 0 <= index < len(reader.sections):
            self.go(Location(reader.sections[index].id))

    def follow(self, link: Link) -> bool:
        """Show the page that `link` leads to within the site; say whether there is one."""
        reader = self._home.reader
        route = reader.site.route(link.path)
        if route is None or not reader.is_there(Location(route.section, route.article)):
            return False
        if not self.go(Location(route.section, route.article)):
            # One is there already: as elsewhere, that leads to its beginning.
            self._home.page_view.scroll_to(y=0, animate=False)
        return True

    def go(self, location: Location) -> bool:
        """Show a place; say whether it is another one."""
        return self._moved(lambda: self._home.reader.go(location))

    def back(self) -> bool:
        """Show what was shown before; say whether anything was."""
        return self._moved(self._home.reader.back)

    def forward(self) -> bool:
        """Show what was shown before going back; say whether anything was."""
        return self._moved(self._home.reader.forward)

    def toggle(self, key: str) -> None:
        """Open or close an entry; the cursor's line stays where it is."""
        view = self._home.page_view
        row = None
        if view.cursor is not None:
            row = extent(view.page.targets[view.cursor])[0] + view.lead - view.scroll_offset.y
        self.leave_bookmark()
        self._home.reader.toggle(key)
        self.present(row)

    def present(self, row: int | None = None, then: Callable[[], None] | None = None) -> None:
        """Show section or article as it was left, as soon as it is laid out.

        Args:
            row: The row of the view on which the Target at the cursor is to begin; None for where it is.
            then: Done when it is shown.
        """
        self._home.homepage.ahead.before(partial(self._present, row, then))

    def _present(self, row: int | None, then: Callable[[], None] | None) -> None:
        home, view, bookmark = self._home, self._home.page_view, self._home.reader.bookmark
        page = self._laid_out()
        index, scroll = index_of(page, bookmark.cursor), bookmark.scroll
        if not bookmark.opened:
            index = home.reader.first_target(page)
        bookmark.opened = True
        self._bookmark = bookmark
        if row is not None and index is not None:
            line = extent(page.targets[index])[0] - row
            scroll = Scroll(line, page.width, page.place_at(max(0, line)))
        match = view.match
        home.arranger.arrange()
        view.show(page, home.column, lead=int(home.app.size.height >= SHORT), scroll=scroll)
        view.put_cursor(index)
        home.finder.again(match)
        home.settle()
        if then is not None:
            then()

    def begin(self) -> None:
        """Put the cursor where it begins in the section that was composed, unless it has been shown."""
        home, self._bookmark = self._home, self._home.reader.bookmark
        if not home.reader.bookmark.opened:
            home.reader.bookmark.opened = True
            home.page_view.put_cursor(home.reader.first_target(home.page_view.page))
        home.settle()

    def _laid_out(self) -> Page:
        return self._home.reader.page(self._home.column.text, self._home.look)

    def _moved(self, move: Callable[[], bool]) -> bool:
        home = self._home
        home.finder.end()
        self.leave_bookmark()
        if not move():
            return False
        home.bar.show_section(home.reader.index)
        self.present()
        return True

    def leave_bookmark(self) -> None:
        """Remember where the visitor is in what is shown."""
        view, bookmark = self._home.page_view, self._bookmark
        bookmark.scroll = view.keep_scroll()
        bookmark.cursor = cursor_at(view.page, view.cursor)

    def prepare(self, site: Site) -> None:
        """Lay out the sections of a later reading, so that showing them takes no time; in any thread."""
        home = self._home
        width, look = home.column.text, home.look
        for section in sections_of(site):
            home.reader.pages.page(site, section, width=width, look=look)

    def replace(self, site: Site) -> None:
        """Show a later reading of the site, laid out; what the visitor reads stays where it is on the screen."""
        self._newest = site
        self._home.homepage.ahead.before(partial(self._replace, site), self._home.reader.after(site))

    def _replace(self, site: Site) -> None:
        if site is not self._newest:
            return
        home, reader, view = self._home, self._home.reader, self._home.page_view
        page, shown, match = view.page, reader.location, view.matched_line
        self.leave_bookmark()
        reader.replace(site)
        home.bar.show_site(site, reader.sections, reader.index)
        if reader.location != shown:
            home.finder.end()
            self.present()
            return
        later = self._laid_out()
        follow = page.follow(later)
        if reader.bookmark.scroll:
            line = follow(view.top)
            reader.bookmark.scroll = Scroll(line, later.width, later.place_at(line))
        home.finder.follow(follow)
        self.present()
        if match is not None:
            home.finder.stand_at(follow(match))
