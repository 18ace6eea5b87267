"""What of the full screen's app is colours: the theme, the Look, and what keeps every line within the terminal's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from tui_home.model.look import PLAIN_LOOK, Depth, Look
from tui_home.terminal.visitor import Visitor
from tui_home.tui.depth import COLOR_SYSTEMS, DepthFilter
from tui_home.tui.spelling import SpellingFilter
from tui_home.tui.stylesheet import SharedStylesheet
from tui_home.tui.themes import css_variables, fitting_theme, own_themes, palette_of, theme_variables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.command import CommandPalette
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.theme import Theme

    from tui_home.terminal.capabilities import Capabilities


class ThemedApp(App[None], inherit_bindings=False):
    """An app in the colours of one visitor.

    Args of the constructor:
        visitor: For whom; everything about their terminal comes from here, never from this process's environment.
        driver: What connects it with the terminal; by default Textual's choice.
    """

    def __init__(self, visitor: Visitor, driver: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver)
        # Nothing is in Textual's own yet.
        self.stylesheet = SharedStylesheet(variables={})
        self.visitor = visitor
        self._look: tuple[Theme, Capabilities, Look] | None = None
        self._take_depth()
        for theme in [theme for theme in self.available_themes.values() if theme.ansi]:
            # Ours is the one theme of the terminal's own colours.
            self.unregister_theme(theme.name)
        for theme in own_themes():
            self.register_theme(theme)
        self.take_chosen_theme()

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
        self._dressed_in = look
        self.theme_variables = dict(theme_variables(self.current_theme.name))
        return {**self.theme_variables, **css_variables(look)}

    def dress(self) -> None:
        """See to it that Textual's own widgets have the page's colours, before one is shown: they may be newer."""
        if self._dressed_in != self.look:
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

    def looks_otherwise(self, capabilities: Capabilities) -> bool:
        """Say whether anything would be drawn in another way on a terminal with `capabilities`."""
        return capabilities.look(palette_of(self.current_theme, capabilities)) != self.look

    def take(self, capabilities: Capabilities) -> None:
        """Serve a terminal with `capabilities` from now on; nothing is drawn again for that."""
        self.visitor.capabilities = capabilities
        self._take_depth()

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
