"""The full screen's Textual app: what is read, what is typed, and what is shown when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.terminal.visitor import Visitor
from tui_home.tui.ahead import Ahead, Aside
from tui_home.tui.learning import Learning
from tui_home.tui.opening import Opening
from tui_home.tui.reader import Reader
from tui_home.tui.screens.home import HomeScreen
from tui_home.tui.strips import Strips
from tui_home.tui.turns import Turns
from tui_home.tui.window import Window
from tui_home.tui.windowed import WindowedApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.driver import Driver
    from textual.screen import Screen
    from textual.theme import Theme

    from tui_home.tui.begun import Begun
    from tui_home.tui.lobby import Lobby
    from tui_home.tui.messages import TerminalKnown

_IN_TURN = (events.Key, events.Paste, events.MouseDown, events.MouseUp, events.MouseScrollDown, events.MouseScrollUp)


class HomepageApp(WindowedApp, inherit_bindings=False):
    """One visitor's full screen.

    Args of the constructor:
        site: What to show; None for all homepages of the server.
        visitor: For whom; everything about their terminal comes from here, never from this process's environment.
        section: The id of the section to begin with; the first one when it is empty or unknown.
        pages: The Pages shared with other visitors; own ones by default.
        strips: The ready lines shared with other visitors; own ones by default.
        later: Further readings of the same site, each in place of the last; begun when the page has been shown.
        painted: Called once, when the page has been shown for the first time; what can wait has waited until then.
        driver: What connects it with the terminal; by default Textual's choice.
        lobby: The way to other homepages of the same server; by default there are none.
        aside: Lays large pages out beside the event loop, where others share it; by default nobody does.
        begun: What the terminal shows already, when it has been taken for the app; by default nothing.
    """

    CSS_PATH = "styles/homepage.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(  # noqa: PLR0913 - a visit needs the first two; the rest is for those who share or measure
        self,
        site: Site | None,
        visitor: Visitor,
        *,
        section: str = "",
        pages: Pages | None = None,
        strips: Strips | None = None,
        later: Iterator[Site] | None = None,
        painted: Callable[[], None] | None = None,
        driver: type[Driver] | None = None,
        lobby: Lobby | None = None,
        aside: Aside | None = None,
        begun: Begun | None = None,
    ) -> None:
        super().__init__(visitor, driver, begun)
        self.opening = Opening(self, painted, later)
        self.begun_at = place = begun.place if begun else None
        """Where the visitor is, until that is shown."""
        self.learning = Learning(self)
        self.turns = Turns(self, super().on_event, self._moved)
        # An empty one is shared, too.
        self.strips = Strips() if strips is None else strips
        self.lobby = lobby
        self.reader = place.reader if place else self._first(site, pages or Pages(), section)
        self.ahead = Ahead(self, aside)
        self.title = self.reader.site.title
        self._seen = place.seen if place else ()
        # What Textual took from the process's environment is put right for this visitor.
        self.animation_level = "none"
        # Nothing is notified or explained on hover: two widgets fewer for every visitor.
        self._disable_notifications = self._disable_tooltips = True

    def attend(self, visitor: Visitor, driver: Driver, begun: Begun) -> None:
        """Serve a visitor from now on who has come when all was ready; nobody was served before.

        Args:
            visitor: Whom; with a terminal on which everything looks as on the one it was made for.
            driver: What connects it with that.
            begun: What that shows already.
        """
        self.visitor, self.begun, self.window = visitor, begun, Window(begun.window)
        self._driver = driver
        visitor.connect(self.write)
        self.take(visitor.dialogue.capabilities if visitor.dialogue else visitor.capabilities)
        self.name_window(self.reader.section.title)
        if not begun.covers(self):
            self.opening.repaint()

    # What the terminal sends

    async def on_event(self, event: events.Event) -> None:
        """Let keys and clicks wait for their turn."""
        if isinstance(event, (events.AppFocus, events.AppBlur)):
            # Textual would paint all again: what the terminal's mouse has selected would be lost on the way to paste.
            return
        if isinstance(event, _IN_TURN) and not event.is_forwarded:
            await self.turns.take(event)
            return
        if isinstance(event, events.Resize):
            await self.ahead.shown(event.size.width)
        await super().on_event(event)

    def on_terminal_known(self, message: TerminalKnown) -> None:
        """Heed an answer of the terminal."""
        self.learning.learn(message.capabilities)

    # The screen

    def get_default_screen(self) -> Screen[None]:
        """Begin with the homepage, as the terminal likes it."""
        self.learning.catch_up()
        self.home = self._home_screen()
        return self.home

    def _home_screen(self) -> HomeScreen:
        """Return the screen that shows what is read."""
        reader = self.reader
        if self.lobby is not None:
            from tui_home.tui.directory_reader import DirectoryReader  # noqa: PLC0415 - only servers have several
            from tui_home.tui.screens.directory import DirectoryScreen  # noqa: PLC0415 - likewise

            if isinstance(reader, DirectoryReader):
                return DirectoryScreen(self, reader)
        return HomeScreen(self, reader)

    def _first(self, site: Site | None, pages: Pages, section: str) -> Reader:
        if site is not None:
            return Reader(site, pages, section)
        if self.lobby is None:
            raise ValueError("there is neither a homepage to show nor a choice of several")
        return self.lobby.reader

    async def move(self, reader: Reader, strips: Strips) -> None:
        """Show another homepage, or all of them, in place of what is shown."""
        self._seen = self.seen
        self.reader, self.strips, self.title = reader, strips, reader.site.title
        self.home = self._home_screen()
        await self.opening.again(self.home)

    async def _moved(self) -> None:
        """Wait, for a moment, while another homepage is being gone to: what is typed next is meant for it."""
        if self.lobby is not None:
            await self.lobby.rest()
        await self.ahead.rest()
        await self.ahead.all_sections()

    @property
    def seen(self) -> tuple[str, ...]:
        """The ids of the sections that have been shown."""
        return tuple(dict.fromkeys((*self._seen, *self.reader.seen)))

    def on_mount(self) -> None:
        """Name the window, follow the theme."""
        self.name_window(self.reader.article_title or self.reader.section.title)
        self.theme_changed_signal.subscribe(self, self._follow_theme)
        # After a stop, others have written on the screen.
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))

    def _follow_theme(self, _theme: Theme) -> None:
        self.ahead.before(self._show_theme)

    def _show_theme(self) -> None:
        self.home.show_look()
        # Textual leaves out its own palette, though that is where themes are tried.
        self.stylesheet.update(self.screen)
        self.screen.refresh(layout=True)

    @property
    def is_painted(self) -> bool:
        """Whether anything has been shown."""
        return self.opening.is_over

    def on_ready(self) -> None:
        """Let the page be seen when it has settled."""
        self.opening.begin()

    def post_display_hook(self) -> None:
        """Say that there is something to see."""
        self.opening.displayed()
