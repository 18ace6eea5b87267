"""The help screen: every command of the registry, laid out as any page is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.screen import Screen

from tui_home.model.blocks import Block, Blocks, Entry, Heading, Paragraph
from tui_home.model.inline import Span, Style
from tui_home.model.view import DEFAULT_VIEW
from tui_home.sections import Section
from tui_home.text.width import cell_width
from tui_home.tui.actions.moving import SCROLLS
from tui_home.tui.column import column_of
from tui_home.tui.command import Command, Group
from tui_home.tui.commands import BY_ID, COMMANDS
from tui_home.tui.messages import CommandClicked
from tui_home.tui.rows import rows_of
from tui_home.tui.spelling import plain_signs
from tui_home.tui.uncut import UncutLines
from tui_home.tui.widgets.chrome_line import ChromeLine
from tui_home.tui.widgets.footer import Footer
from tui_home.tui.widgets.page_canvas import PageCanvas
from tui_home.tui.widgets.page_rule import PageRule

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui_home.pages import Page
    from tui_home.tui.screens.home import HomeScreen

_KEY = Style(bold=True)
_MOUSE = "The mouse does it too: click a section, a link or the footer, turn the wheel, drag to select."


class HelpScreen(UncutLines, Screen[None], inherit_bindings=False):
    """Explains the keys; `?` and `esc` return to the page, `q` leaves."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,enter,backspace", "close", "back", show=False),
        Binding("q,ctrl+q,ctrl+c", "app.quit", "leave", show=False),
        *(Binding(key, f"scroll('{name}', '{key}')", show=False) for name in SCROLLS for key in BY_ID[name].keys),
    ]

    def __init__(self, home: HomeScreen) -> None:
        super().__init__()
        self._home = home

    def compose(self) -> ComposeResult:
        """Show the page, and how to get away from it."""
        look = self._home.look
        self.page_view = PageCanvas(self._home.homepage.strips, self._page(), column_of(self.app.size.width))
        yield self.page_view
        self._rule = PageRule(look)
        self._footer = Footer((_BACK, BY_ID["leave"]), self._home.here, look)
        yield from (ChromeLine(self._rule, "rule"), ChromeLine(self._footer, "footer"))

    def on_resize(self) -> None:
        """Lay the page out for the new size."""
        rows = rows_of(self.app.size.height, bar=0)
        tall = rows.rule
        self._rule.display, self._footer.display = tall, rows.footer
        scroll = self.page_view.keep_scroll()
        self.page_view.show(self._page(), column_of(self.app.size.width), lead=int(tall), scroll=scroll)
        self.on_moved()

    def on_moved(self) -> None:
        """Say in the rule how much of the page has been read."""
        self._rule.show_place("", self.page_view.progress)

    def action_scroll(self, name: str, key: str) -> None:
        """Scroll as a command of the registry does."""
        SCROLLS[name](self, key)

    def action_close(self) -> None:
        """Return to the page."""
        self.dismiss()

    def on_command_clicked(self, message: CommandClicked) -> None:
        """Do what was clicked in the footer."""
        if message.command == "leave":
            self.app.exit()
        else:
            self.dismiss()

    def _page(self) -> Page:
        home = self._home
        width = column_of(self.app.size.width).text
        section = Section("", "Help", lambda _site, _view: help_blocks(home), lambda _site: "")
        return home.reader.pages.page(home.reader.site, section, DEFAULT_VIEW, width, home.look)


def help_blocks(home: HomeScreen) -> Blocks:
    """Return the registry as Blocks, group by group."""
    here, look = home.here, home.look

    def keys(command: Command) -> str:
        return plain_signs(command.explained_in(here), look)

    width = max(cell_width(keys(command)) for command in COMMANDS)
    blocks: list[Block] = []
    for group in Group:
        blocks.append(Heading(2, (Span(group.value),)))
        blocks.extend(
            Entry(command.id, (Span(keys(command), _KEY),), width, (_said(plain_signs(command.helped(here), look)),))
            for command in COMMANDS
            if command.group is group and command.offered(here)
        )
    blocks.append(Paragraph((Span(_MOUSE, Style(muted=True)),)))
    return tuple(blocks)


def _said(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def _dismiss(home: HomeScreen, _key: str) -> None:
    home.app.pop_screen()


# The key that brought one here; unlike `esc`, every keyboard has it.
_BACK = Command("back", ("?",), "?", "back", Group.PROGRAM, _dismiss, label=lambda _here: "back", always=True)
