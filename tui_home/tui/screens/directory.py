"""All homepages of a server: a list with a cursor, and a search that leaves of it what matches while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui_home.tui.cursor import extent
from tui_home.tui.directory_finder import DirectoryFinder
from tui_home.tui.directory_reader import DirectoryReader
from tui_home.tui.messages import Moved
from tui_home.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from tui_home.model.inline import Link
    from tui_home.tui.app import HomepageApp


class DirectoryScreen(HomeScreen, inherit_bindings=False):
    """The homepage's screen, but that one of its entries is always pointed at, and `enter` goes in."""

    BINDINGS = HomeScreen.BINDINGS
    reader: DirectoryReader

    def __init__(self, homepage: HomepageApp, reader: DirectoryReader) -> None:
        super().__init__(homepage, reader)
        self.finder: DirectoryFinder = DirectoryFinder(self)

    @property
    def is_directory(self) -> bool:
        """Whether all homepages are shown, and not one."""
        return True

    def on_mount(self) -> None:
        """Show it as it was left, and say what there is to say first."""
        lobby = self.homepage.lobby
        if self.reader.bookmark.opened:
            self.show_again()
        if lobby is not None and lobby.notice:
            self.say(lobby.notice)
            lobby.notice = ""

    def go_in(self, link: Link) -> None:
        """Go to the homepage that `link` leads to."""
        if self.homepage.lobby is not None:
            self.homepage.lobby.enter(self.homepage, link.path)

    def show_again(self) -> None:
        """Show a later Directory, or another search; the entry at the cursor stays where it is, if it can."""
        view = self.page_view
        row = None
        if view.cursor is not None and view.cursor_in_sight() is not None:
            row = extent(view.page.targets[view.cursor])[0] + view.lead - view.scroll_offset.y
        if view.cursor is not None:
            self.navigator.leave_bookmark()
        self.bar.show_site(self.reader.site, self.reader.sections, self.reader.index)
        self.navigator.present(row, self._point_again)

    def _point_again(self) -> None:
        view = self.page_view
        self._point()
        if view.cursor is not None and view.size.height:
            view.reveal(extent(view.page.targets[view.cursor]))

    @on(Moved)
    def _follow_scroll(self) -> None:
        if self.page_view.cursor_in_sight() is None:
            self._point()

    def _point(self) -> None:
        """Let the cursor be on one of the homepages that are seen."""
        view = self.page_view
        targets = view.page.targets
        if not (targets and view.size.height):
            return
        cursor = view.cursor
        if cursor is None:
            view.put_cursor(0)
        elif extent(targets[cursor])[0] >= view.bottom:
            view.put_cursor(max(0, view.first_from(view.bottom) - 1))
        elif extent(targets[cursor])[1] <= view.top:
            view.put_cursor(min(view.first_from(view.top), len(targets) - 1))
