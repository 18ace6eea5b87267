"""What of the full screen's app is the terminal's own window: title, pointer, cursor, mouse, and what never gets there.

What Textual would do to this machine in its place (its clipboard, its browser, its page of traceback) is done for the
visitor's, or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui_home.terminal.visitor import Visitor
from tui_home.tui.real_cursor import place_at_home, place_on
from tui_home.tui.themed import ThemedApp
from tui_home.tui.window import KEEP_TITLE, OLD_TITLE, Window, window_name

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.geometry import Offset
    from textual.screen import Screen

    from tui_home.tui.begun import Begun
    from tui_home.tui.reader import Reader
    from tui_home.tui.screens.home import HomeScreen


class WindowedApp(ThemedApp, inherit_bindings=False):
    """An app in one visitor's window.

    Args of the constructor:
        visitor: For whom; everything about their terminal comes from here, never from this process's environment.
        driver: What connects it with the terminal; by default Textual's choice.
        begun: What the terminal shows already, when it has been taken for the app; by default nothing.
    """

    home: HomeScreen
    """The screen on which one reads."""
    reader: Reader
    """What is read there."""

    def __init__(self, visitor: Visitor, driver: type[Driver] | None = None, begun: Begun | None = None) -> None:
        super().__init__(visitor, driver)
        self.begun = begun
        place = begun.place if begun else None
        self.window = place.window if place else Window(begun.window if begun else "")

    def on_mount(self) -> None:
        """Connect the clipboard with the terminal."""
        self.visitor.connect(self.write)
        if self.visitor.capabilities.osc and self.begun is None:
            self.write(KEEP_TITLE)

    def on_unmount(self) -> None:
        """Let go of the terminal."""
        self.visitor.connect(None)
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

    def write(self, sequence: str) -> None:
        """Send an escape code to the visitor's terminal, in its turn between frames."""
        if self._driver is not None and not self._driver.is_headless:
            self._driver.write(sequence)
            self._driver.flush()

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

    @property
    def failure(self) -> Exception | None:
        """The unexpected error that ended the app; the door says it in one line and writes the log."""
        return self._exception

    def _fatal_error(self) -> None:
        # Textual would print a page of traceback with local variables on the visitor's terminal.
        self._close_messages_no_wait()
