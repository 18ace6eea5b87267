"""The footer: what the keys do here, and always how to get help and how to leave."""

from __future__ import annotations

from tui_home.model.look import Look
from tui_home.tui.column import Column
from tui_home.tui.command import Command, Here
from tui_home.tui.messages import CommandClicked
from tui_home.tui.widgets.chrome import Chrome, Word, Words, cells

_GAP = "  "


class Footer(Chrome):
    """One line: the commands that matter most come first, those that do not fit are left out, the last two stay."""

    def __init__(self, commands: tuple[Command, ...], here: Here, look: Look) -> None:
        super().__init__(look, "footer")
        self._commands = commands
        self._here = here

    def show_here(self, here: Here) -> None:
        """Speak of another place, or another state of it."""
        if here != self._here:
            self._here = here
            self.redraw()

    def lines_of(self, column: Column) -> tuple[Words, ...]:
        """Return the one line."""
        items = {command.id: self._item(command) for command in self._commands}
        room = column.text + len(_GAP)
        for command in sorted(self._commands, key=lambda command: (not command.always, command.rank)):
            taken = cells(items[command.id]) + len(_GAP)
            if command.always or taken <= room:
                room -= taken if items[command.id] else 0
            else:
                items[command.id] = []
        line: list[Word] = []
        for item in filter(None, items.values()):
            line.extend([Word(_GAP, self.chrome.base), *item] if line else item)
        return (line,)

    def clicked(self, what: str) -> None:
        """Do what the key would."""
        self.post_message(CommandClicked(what))

    def _item(self, command: Command) -> list[Word]:
        label = command.called(self._here)
        if not label:
            return []
        keys = self.spelt(command.shown_in(self._here))
        return [
            Word(keys, self.chrome.strong, command.id if command.keys else ""),
            Word(f" {self.spelt(label)}", self.chrome.muted, command.id if command.keys else ""),
        ]
