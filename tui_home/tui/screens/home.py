"""The homepage: bar, page, what is said, footer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.geometry import Size

from tui_home.tui.actions import links
from tui_home.tui.arranger import Arranger
from tui_home.tui.column import SHORT, Column, column_of
from tui_home.tui.command import Here
from tui_home.tui.commands import BY_ID, COMMANDS, bindings
from tui_home.tui.finder import Finder
from tui_home.tui.messages import CommandClicked, LinkClicked, Moved, SectionClicked, StateClicked
from tui_home.tui.navigator import Navigator
from tui_home.tui.reader import Reader
from tui_home.tui.screens.staged import StagedScreen
from tui_home.tui.whereabouts import here_of
from tui_home.tui.widgets.footer import Footer
from tui_home.tui.widgets.page_rule import PageRule
from tui_home.tui.widgets.page_view import PageView
from tui_home.tui.widgets.section_bar import SectionBar
from tui_home.tui.widgets.state_line import StateLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui_home.model.inline import Link
    from tui_home.model.look import Look
    from tui_home.terminal.visitor import Visitor
    from tui_home.tui.app import HomepageApp


_CHROME_ROWS = 4
"""What bar, rule and footer take of a screen that is not short."""


class HomeScreen(StagedScreen, inherit_bindings=False):
    """Where one reads. Commands come from the registry; what they do is in `actions`."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings())
    AUTO_FOCUS = ""

    def __init__(self, homepage: HomepageApp, reader: Reader) -> None:
        super().__init__()  # without an id: there are two while one takes the place of the other
        self.homepage = homepage
        self.reader = reader
        self.finder = Finder(self)
        self.navigator = Navigator(self)
        self.arranger = Arranger(self)
        self.had_said: tuple[str, ...] = ()
        """What was said before the command that is being done."""
        self.said: tuple[str, ...] = ()
        """What is said until the next command."""
        self._laid_out_for = Size(0, 0)

    def compose(self) -> ComposeResult:
        """Make the few widgets, so that their first paint is already what they settle on."""
        self._laid_out_for = self.app.size
        look, column, tall = self.look, self.column, self.app.size.height >= SHORT
        page = self.reader.page(column.text, look)
        scrolls = page.height + 2 * tall > self.app.size.height - _CHROME_ROWS
        self.bar = SectionBar(self.reader.site, self.reader.sections, self.reader.index, look)
        self.page_view = PageView(self.homepage.strips, page, column, int(tall))
        self.rule = PageRule(look)
        self.rule.place = "top" if scrolls else ""
        self.state = StateLine(look)
        self.footer = Footer(COMMANDS, replace(here_of(self), scrolls=scrolls), look)
        self.set_stage((self.bar,), (self.rule, self.state, self.footer))
        self.arranger.arrange()
        yield self.page_view

    def on_mount(self) -> None:
        """Show what there was before this app."""
        begun, self.homepage.begun_at = self.homepage.begun_at, None
        if begun is not None:
            begun.take_up(self)

    # Where the visitor is, and who

    @property
    def visitor(self) -> Visitor:
        """Who reads."""
        return self.homepage.visitor

    @property
    def look(self) -> Look:
        """How everything is drawn now."""
        return self.homepage.look

    @property
    def column(self) -> Column:
        """Where bar, page and footer stand."""
        return column_of(self.app.size.width)

    @property
    def is_directory(self) -> bool:
        """Whether all homepages of a server are shown, and not one."""
        return False

    @property
    def is_on_top(self) -> bool:
        """Whether no other screen is shown; Textual calls the one below that current, too."""
        return self.app.screen is self

    @property
    def here(self) -> Here:
        """What decides which commands do something."""
        return here_of(self)

    # Showing

    def show_look(self) -> None:
        """Draw everything in the Look that the theme now gives."""
        for widget in (self.bar, self.rule, self.state, self.footer):
            widget.show_look(self.look)
        self.navigator.leave_bookmark()
        self.navigator.present()

    def settle(self) -> None:
        """Let footer and rule speak of where the visitor is now."""
        self.footer.show_here(self.here)
        self.rule.show_place(self.reader.article_title, self.page_view.progress)
        self.homepage.name_window(self.reader.article_title or self.reader.section.title)

    def say(self, *sentences: str) -> None:
        """Say something until the next command; while finding, nothing else means how many there are."""
        self.said = sentences
        self.state.say(*(sentences or self.finder.words))
        self.arranger.arrange()

    # Doing

    def action_do(self, command_id: str, key: str) -> None:
        """Do a command of the registry."""
        command = BY_ID[command_id]
        self.had_said = self.said
        self.say()
        if command.works(self.here):
            command.run(self, key)
        self.settle()

    def copy(self, text: str, label: str) -> None:
        """Copy `text` by the visitor's ladder and say how far it got."""
        links.copy(self, text, label)

    def show_again(self) -> None:
        """Show what is there now."""
        self.navigator.leave_bookmark()
        self.navigator.present()

    def go_in(self, link: Link) -> None:
        """Go to another homepage, from where one can."""

    # What is heard

    def on_resize(self) -> None:
        """Lay the section out for the new size, at the same reading place."""
        if self.app.size == self._laid_out_for:
            # It is told several times at the start; nothing is painted twice.
            self.navigator.begin()
            return
        self._laid_out_for = self.app.size
        self.navigator.leave_bookmark()
        self.bar.redraw(layout=True)
        self.finder.place()
        self.navigator.present()

    def on_screen_resume(self) -> None:
        """Say what was said while another screen was shown, with all the room it takes."""
        if self.is_mounted:
            self.arranger.arrange()

    @on(Moved)
    def _moved(self) -> None:
        self.settle()

    @on(SectionClicked)
    def _section_clicked(self, message: SectionClicked) -> None:
        self.say()
        self.navigator.open_section(message.index)

    @on(StateClicked)
    def _state_clicked(self) -> None:
        self.say()

    @on(CommandClicked)
    def _command_clicked(self, message: CommandClicked) -> None:
        self.action_do(message.command, BY_ID[message.command].keys[0])

    @on(LinkClicked)
    def _link_clicked(self, message: LinkClicked) -> None:
        self.say()
        self.page_view.put_cursor(message.index)
        links.act_on(self, self.page_view.page.targets[message.index].link)
