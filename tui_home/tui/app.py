"""The full screen's Textual app: it owns themes, colours, the mouse and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import App

from tui_home.model.look import PLAIN_LOOK, Depth, Look
from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.terminal.visitor import Visitor
from tui_home.text.safe import printable
from tui_home.tui.depth import COLOR_SYSTEMS, DepthFilter
from tui_home.tui.learning import Learning
from tui_home.tui.reader import Reader
from tui_home.tui.real_cursor import place_at_home, place_on
from tui_home.tui.screens.home import HomeScreen
from tui_home.tui.spelling import SpellingFilter, plain_signs
from tui_home.tui.strips import Strips
from tui_home.tui.themes import css_variables, fitting_theme, own_themes, palette_of
from tui_home.tui.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.command import CommandPalette
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.geometry import Offset
    from textual.screen import Screen
    from textual.theme import Theme

    from tui_home.terminal.capabilities import Capabilities
    from tui_home.tui.messages import TerminalKnown

_IN_TURN = (events.Key, events.Paste, events.MouseDown, events.MouseUp, events.MouseScrollDown, events.MouseScrollUp)


class HomepageApp(App[None], inherit_bindings=False):
    """One visitor's full screen.

    Args of the constructor:
        site: What to show.
        visitor: For whom; everything about their terminal comes from here, never from this process's environment.
        section: The id of the section to begin with; the first one when it is empty or unknown.
        pages: The Pages shared with other visitors; own ones by default.
        strips: The ready lines shared with other visitors; own ones by default.
        later: Further readings of the same site, each in place of the last; begun when the page has been shown.
        painted: Called once, when the page has been shown for the first time; what can wait has waited until then.
        driver: What connects it with the terminal; by default Textual's choice.
    """

    CSS_PATH = "styles/homepage.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(  # noqa: PLR0913 - a visit needs the first two; the rest is for those who share or measure
        self,
        site: Site,
        visitor: Visitor,
        *,
        section: str = "",
        pages: Pages | None = None,
        strips: Strips | None = None,
        later: Iterator[Site] | None = None,
        painted: Callable[[], None] | None = None,
        driver: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class=driver)
        self._painted = painted
        self.is_painted = False
        """Whether anything has been shown."""
        self._window = ""
        self._learning = Learning(self)
        self.turns = Turns(self, super().on_event)
        self._later = later
        self._look: tuple[Theme, Capabilities, Look] | None = None
        self.visitor = visitor
        self.strips = strips or Strips()
        self.reader = Reader(site, pages or Pages(), section)
        self.title = site.title
        # What Textual took from the process's environment is put right for this visitor.
        self.animation_level = "none"
        # Nothing is notified or explained on hover: two widgets fewer for every visitor.
        self._disable_notifications = self._disable_tooltips = True
        self._take_depth()
        for theme in [theme for theme in self.available_themes.values() if theme.ansi]:
            # Ours is the one theme of the terminal's own colours.
            self.unregister_theme(theme.name)
        for theme in own_themes():
            self.register_theme(theme)
        self.take_chosen_theme()

    # Colours

    @property
    def has_themes(self) -> bool:
        """Whether the terminal has colours enough for a theme to matter."""
        return self.visitor.capabilities.depth > Depth.ANSI

    @property
    def look(self) -> Look:
        """How pages and chrome are drawn in the current theme."""
        theme, able = self.current_theme, self.visitor.capabilities
        if self._look is None or self._look[0] is not theme or self._look[1] is not able:
            self._look = (theme, able, able.look(palette_of(theme, able)))
        return self._look[2]

    def get_css_variables(self) -> dict[str, str]:
        """Add the page's colours to those of the theme."""
        # Textual asks for the first time before there is a visitor.
        look = self.look if hasattr(self, "visitor") else PLAIN_LOOK
        self._dressed_in = look.palette
        return {**super().get_css_variables(), **css_variables(look)}

    def dress(self) -> None:
        """See to it that Textual's own widgets have the page's colours, before one is shown: they may be newer."""
        if self._dressed_in is not self.look.palette:
            self.refresh_css(animate=False)

    def choose_theme(self, name: str) -> None:
        """Use a theme from now on, and in later visits."""
        self.visitor.preferences.choose_theme(name)
        self.theme = name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what keeps every line within the terminal's colours and characters."""
        return self._line_filters

    def take_chosen_theme(self) -> None:
        """Use what the visitor chose, as far as the terminal allows, before there is a screen to be restyled."""
        self.set_reactive(App.theme, self.chosen_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def _take_depth(self) -> None:
        able = self.visitor.capabilities
        self.no_color = able.depth is Depth.NONE
        self.console._color_system = COLOR_SYSTEMS[able.depth]
        depth_filter = DepthFilter(able.depth, dim=able.dim)
        spelling = SpellingFilter(unicode=able.unicode, few_glyphs=able.few_glyphs)
        self._line_filters = tuple(each for each in (depth_filter, spelling) if not each.idle)

    # What is typed and clicked

    async def on_event(self, event: events.Event) -> None:
        """Let keys and clicks wait for their turn."""
        if isinstance(event, _IN_TURN) and not event.is_forwarded:
            await self.turns.take(event)
        else:
            await super().on_event(event)

    # What is learnt of the terminal

    def on_terminal_known(self, message: TerminalKnown) -> None:
        """Heed an answer of the terminal."""
        self._learning.learn(message.capabilities)

    def looks_otherwise(self, capabilities: Capabilities) -> bool:
        """Say whether anything would be drawn in another way on a terminal with `capabilities`."""
        return capabilities.look(palette_of(self.current_theme, capabilities)) != self.look

    def take(self, capabilities: Capabilities) -> None:
        """Serve a terminal with `capabilities` from now on; nothing is drawn again for that."""
        self.visitor.capabilities = capabilities
        self._take_depth()

    # The screen

    def get_default_screen(self) -> Screen[None]:
        """Begin with the homepage, as the terminal likes it."""
        self._learning.catch_up()
        self.home = HomeScreen(self, self.reader, self.visitor)
        return self.home

    def on_mount(self) -> None:
        """Connect the clipboard with the terminal, name the window, follow the theme."""
        self.visitor.clipboard.write = self.write
        if self.visitor.capabilities.osc:
            self.write("\x1b[22;2t")
            self.name_window(self.reader.section.title)
        self.theme_changed_signal.subscribe(self, self._follow_theme)
        # After a stop, others have written on the screen.
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))

    def on_unmount(self) -> None:
        """Let go of the terminal."""
        self.visitor.clipboard.write = None
        if self.visitor.capabilities.osc:
            self.write("\x1b[23;2t")

    def name_window(self, what: str) -> None:
        """Let the window's title say whose page is read and what of it; screen readers tell when it changes."""
        name = printable(plain_signs(f"{self.reader.site.title}: {what}", self.look))
        # Those that print what they do not understand are known not to take an OSC.
        if name != self._window and self.visitor.capabilities.osc:
            self._window = name
            self.write(f"\x1b]2;{name}\x1b\\")

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

    def write(self, sequence: str) -> None:
        """Send an escape code to the visitor's terminal, in its turn between frames."""
        if self._driver is not None and not self._driver.is_headless:
            self._driver.write(sequence)
            self._driver.flush()

    def _follow_theme(self, _theme: Theme) -> None:
        self.home.show_look()
        # Textual leaves out its own palette, though that is where themes are tried.
        self.stylesheet.update(self.screen)
        self.screen.refresh(layout=True)

    # The palette shows a theme as soon as it is pointed at

    def on_command_palette_option_highlighted(self, event: CommandPalette.OptionHighlighted) -> None:
        """Try the theme under the palette's cursor."""
        from tui_home.tui.palette import THEME  # noqa: PLC0415 - it is open

        text = str(getattr(getattr(event.highlighted_event.option, "hit", None), "text", "") or "")
        name = text.removeprefix(THEME)
        self.theme = name if text.startswith(THEME) and name in self.available_themes else self.chosen_theme

    def on_command_palette_closed(self, event: CommandPalette.Closed) -> None:
        """Go back to the chosen theme when none was chosen."""
        if not event.option_selected:
            self.theme = self.chosen_theme

    @property
    def chosen_theme(self) -> str:
        """The theme that the visitor chose, or the one that fits their terminal."""
        return fitting_theme(self.visitor.preferences.theme, self.available_themes, self.visitor.capabilities)

    def post_display_hook(self) -> None:
        """Say once that there is something to see, and read on."""
        if not self._dom_ready:
            return
        self.is_painted = True
        if self._painted is not None:
            painted, self._painted = self._painted, None
            painted()
        if self._later is not None:
            from tui_home.tui.later import each  # noqa: PLC0415 - the page comes first

            later, self._later = self._later, None
            navigator = self.home.navigator
            self.run_worker(each(later, navigator.prepare, navigator.replace), group="reading")

    # Errors

    @property
    def failure(self) -> Exception | None:
        """The unexpected error that ended the app; the door says it in one line and writes the log."""
        return self._exception

    def _fatal_error(self) -> None:
        # Textual would print a page of traceback with local variables on the visitor's terminal.
        self._close_messages_no_wait()
