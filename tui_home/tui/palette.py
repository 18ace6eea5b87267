"""What the command palette offers: the registry's commands, the sections, the themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tui_home.tui.commands import COMMANDS

THEME = "Theme: "


class QuietPalette(CommandPalette):
    """Textual's palette in our clothes, which are only read when it is opened."""

    CSS_PATH = "styles/palette.tcss"

    def __init__(self) -> None:
        super().__init__(providers=[HomeProvider], placeholder="Search for commands and themes")


class Offer(NamedTuple):
    """A line of the palette."""

    text: str
    run: Callable[[], object]
    help: str = ""


class HomeProvider(Provider):
    """Offers what does something here."""

    async def discover(self) -> Hits:
        """Offer everything before anything is typed."""
        for offer in self._offers():
            yield DiscoveryHit(offer.text, offer.run, help=offer.help or None)

    async def search(self, query: str) -> Hits:
        """Offer what resembles `query`."""
        matcher = self.matcher(query)
        for offer in self._offers():
            score = matcher.match(offer.text)
            if score > 0:
                yield Hit(score, matcher.highlight(offer.text), offer.run, offer.text, offer.help or None)

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
                yield Offer(name[:1].upper() + name[1:], partial(home.action_do, command.id, ""), command.help)
        if here.themes:
            for name in sorted(home.homepage.available_themes):
                yield Offer(THEME + name, partial(home.homepage.choose_theme, name))
