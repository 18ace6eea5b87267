"""The full screen's Textual app: it owns the mouse, the window's title and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events

from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.terminal.visitor import Visitor
from tui_home.tui.ahead import Ahead, Aside
from tui_home.tui.background import in_background
from tui_home.tui.learning import Learning
from tui_home.tui.opening import Opening
from tui_home.tui.reader import Reader
from tui_home.tui.real_cursor import place_at_home, place_on
from tui_home.tui.screens.directory import home_screen
from tui_home.tui.strips import Strips
from tui_home.tui.themed import ThemedApp
from tui_home.tui.turns import Turns
from tui_home.tui.window import KEEP_TITLE, OLD_TITLE, Window, window_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.geometry import Offset
    from textual.screen import Screen
    from textual.theme import Theme

    from tui_home.tui.begun import Begun
    from tui_home.tui.lobby import Lobby
    from tui_home.tui.messages import TerminalKnown

_IN_TURN = (events.Key, events.Paste, events.MouseDown, events.MouseUp, events.MouseScrollDown, events.MouseScrollUp)


class HomepageApp(ThemedApp, inherit_bindings=False):
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
        super().__init__(visitor, driver)
        self._painted = painted
        self.begun = begun
        self.opening = Opening(self)
        self.begun_at = place = begun.place if begun else None
        """Where the visitor is, until that is shown."""
        self.window = place.window if place else Window(begun.window if begun else "")
        self._learning = Learning(self)
        self.turns = Turns(self, super().on_event, self._moved)
        self._later = later
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
        visitor.clipboard.write = self.write
        self.take(visitor.dialogue.capabilities if visitor.dialogue else visitor.capabilities)
        self.name_window(self.reader.section.title)
        if not begun.covers(self):
            self.opening.repaint()

    # What is typed and clicked

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

    # What is learnt of the terminal

    def on_terminal_known(self, message: TerminalKnown) -> None:
        """Heed an answer of the terminal."""
        self._learning.learn(message.capabilities)

    # The screen

    def get_default_screen(self) -> Screen[None]:
        """Begin with the homepage, as the terminal likes it."""
        self._learning.catch_up()
        self.home = home_screen(self)
        return self.home

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
        self.home = home_screen(self)

        async def switch() -> None:
            if not self.screen._result_callbacks:
                # Textual gives the first screen none, and takes it away from every one that another takes the place of.
                self.screen._push_result_callback(self.screen, None)
            await self.switch_screen(self.home)

        await self.opening.again(switch)

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
        """Connect the clipboard with the terminal, name the window, follow the theme."""
        self.visitor.clipboard.write = self.write
        if self.visitor.capabilities.osc and self.begun is None:
            self.write(KEEP_TITLE)
        self.name_window(self.reader.article_title or self.reader.section.title)
        self.theme_changed_signal.subscribe(self, self._follow_theme)
        # After a stop, others have written on the screen.
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))

    def on_unmount(self) -> None:
        """Let go of the terminal."""
        self.visitor.clipboard.write = None
        if self.visitor.capabilities.osc and self.begun is None:
            self.write(OLD_TITLE)

    def name_window(self, what: str) -> None:
        """Let the window's title say whose page is read and what of it; screen readers tell when it changes."""
        if self.visitor.capabilities.osc:
            self.window.call(window_name(self.reader.site.title, what, self.look))

    def _set_pointer_shape(self, shape: str) -> None:
        if self.window.points(shape):
            super()._set_pointer_shape(shape)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Show a frame, and what goes with it."""
        if renderable is not None and self._driver is not None and not self._driver.is_headless:
            self._driver.write(self.window.due())
        super()._display(screen, renderable)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor is put after each frame."""
        screen = self.screen
        return place_at_home(self.home) if screen is self.home else place_on(screen)

    @cursor_position.setter
    def cursor_position(self, _place: Offset) -> None:
        """Textual's inputs say where theirs is; they are asked when it matters."""

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what was selected in an input, by the visitor's ladder."""
        self.home.copy(text, "the selection")

    def open_url(self, url: str, *, new_tab: bool = True) -> None:  # noqa: ARG002 - Textual's signature
        """Open a link in the visitor's browser; Textual would take this machine's."""
        self.visitor.receipt.record(self.visitor.opener.open(url))

    def leave_mouse_to_terminal(self, *, leave: bool) -> None:
        """Let the terminal have the mouse, or ask for it again."""
        # Only the drivers of real terminals have it.
        call = getattr(self._driver, "_disable_mouse_support" if leave else "_enable_mouse_support", None)
        if call is not None:
            call()
        if not leave:
            self._learning.go_on()

    def write(self, sequence: str) -> None:
        """Send an escape code to the visitor's terminal, in its turn between frames."""
        if self._driver is not None and not self._driver.is_headless:
            self._driver.write(sequence)
            self._driver.flush()

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
        """Say once that there is something to see, and read on."""
        if not self.opening.is_over:
            return
        if self._painted is not None:
            painted, self._painted = self._painted, None
            painted()
        if self._later is not None:
            from tui_home.tui.later import each  # noqa: PLC0415 - the page comes first

            later, self._later = self._later, None
            navigator = self.home.navigator
            in_background(self, each, later, navigator.prepare, navigator.replace, group="reading")

    # Errors

    @property
    def failure(self) -> Exception | None:
        """The unexpected error that ended the app; the door says it in one line and writes the log."""
        return self._exception

    def _fatal_error(self) -> None:
        # Textual would print a page of traceback with local variables on the visitor's terminal.
        self._close_messages_no_wait()
