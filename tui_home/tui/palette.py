"""What the command palette offers: the registry's commands, the sections, the themes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.binding import Binding
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Input, LoadingIndicator

from tui_home.tui.column import SHORT
from tui_home.tui.commands import COMMANDS
from tui_home.tui.matching import linear_matcher
from tui_home.tui.spelling import plain_signs
from tui_home.tui.widgets.offer_list import OfferList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

THEME = "Theme: "
_PLACEHOLDERS = ("Search for commands and themes; backspace closes", "Search for commands and themes", "Search")
"""The first that fits is shown while nothing is typed."""
_PADDING = 5
_ROOMY = 60
"""Cells from which on what a command does stands below its name."""


class QuietPalette(CommandPalette):
    """Textual's palette in our clothes, which are only read when it is opened."""

    CSS_PATH = "styles/palette.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (SHORT, "-tall")]  # noqa: RUF012 - as Textual declares it
    # Not every keyboard has `esc`.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("backspace", "shorten", show=False, priority=True)]

    def __init__(self) -> None:
        super().__init__(providers=[HomeProvider])

    def compose(self) -> ComposeResult:
        """Say in the input what it is for, as far as there is room."""
        room = self.app.size.width - _PADDING
        self._placeholder = next((text for text in _PLACEHOLDERS if len(text) <= room), "")
        for widget in super().compose():
            yield OfferList() if isinstance(widget, CommandList) else widget

    def on_mount(self) -> None:
        """Let nothing move by itself: no blinking, and no refreshing of what is not shown."""
        self.query_one(Input).cursor_blink = False
        self.query_one(LoadingIndicator).auto_refresh = None

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        """Search on; whoever leaves while it searches leaves nothing to show the results in."""
        search: Callable[..., Awaitable[None]] = CommandPalette._gather_commands.__wrapped__  # type: ignore[attr-defined]
        try:
            await search(self, search_value)
        except NoMatches:
            if self.query(CommandList):
                raise

    def action_shorten(self) -> None:
        """Take the last letter of what is typed; where there is none, close."""
        typed = self.query_one(Input)
        if typed.value:
            typed.action_delete_left()
        else:
            self._action_escape()


class Offer(NamedTuple):
    """A line of the palette."""

    text: str
    run: Callable[[], object]
    help: str = ""


class HomeProvider(Provider):
    """Offers what does something here."""

    async def discover(self) -> Hits:
        """Offer everything before anything is typed."""
        for offer in self._spelt():
            yield DiscoveryHit(Content(offer.text), offer.run, offer.text, self._helping(offer))

    async def search(self, query: str) -> Hits:
        """Offer what resembles `query`."""
        matcher = linear_matcher(query)
        for offer in self._spelt():
            score = matcher.match(offer.text)
            if score > 0:
                # Brackets in a section's title are no markup.
                shown = Content(offer.text) if "[" in offer.text else matcher.highlight(offer.text)
                yield Hit(score, shown, offer.run, offer.text, self._helping(offer))

    def _helping(self, offer: Offer) -> str | None:
        size = self.app.size
        return offer.help or None if size.width >= _ROOMY and size.height >= SHORT else None

    def _spelt(self) -> Iterator[Offer]:
        """Yield the offers in the terminal's characters."""
        from tui_home.tui.screens.home import HomeScreen  # noqa: PLC0415 - as below

        home = self.screen
        if isinstance(home, HomeScreen):
            for offer in self._offers():
                yield offer._replace(text=plain_signs(offer.text, home.look), help=plain_signs(offer.help, home.look))

    def _offers(self) -> Iterator[Offer]:
        from tui_home.tui.screens.home import HomeScreen  # noqa: PLC0415 - it imports what imports this

        home = self.screen
        if not isinstance(home, HomeScreen):
            return
        here = home.here
        for index, section in enumerate(home.reader.sections):
            yield Offer(f"Go to {section.title}", partial(home.navigator.open_section, index))
        for command in COMMANDS:
            name = command.called(here)
            if command.listed and name:
                yield Offer(name[:1].upper() + name[1:], partial(home.action_do, command.id, ""), command.helped(here))
        if here.themes:
            for name in sorted(home.homepage.available_themes):
                yield Offer(THEME + name, partial(home.homepage.choose_theme, name))
