"""The footer: what the keys do here, and always how to get help and how to leave."""

from __future__ import annotations

from tui_home.model.look import Look
from tui_home.tui.column import Column
from tui_home.tui.command import SPARE, Command, Here
from tui_home.tui.messages import CommandClicked
from tui_home.tui.widgets.chrome import Chrome, Word, Words, cells

_GAP = "  "


class Footer(Chrome):
    """One line: where not all fits, labels are shortened, then what matters least is left out; the last two stay."""

    def __init__(self, commands: tuple[Command, ...], here: Here, look: Look) -> None:
        super().__init__(look)
        self._commands = commands
        self._here = here

    def show_here(self, here: Here) -> None:
        """Speak of another place, or another state of it."""
        if here != self._here:
            self._here = here
            self.redraw()

    def lines_of(self, column: Column) -> tuple[Words, ...]:
        """Return the one line."""
        whole = self._items(brief=False)
        items = self._fitting(whole, column.text + len(_GAP))
        if any(command.id in whole and command.id not in items for command in self._commands if command.rank < SPARE):
            items = self._fitting(self._items(brief=True), column.text + len(_GAP))
        if sum(cells(item) + len(_GAP) for item in items.values()) > column.text + len(_GAP):
            # The keys alone are still better than half a word.
            items = {command_id: item[:1] for command_id, item in items.items()}
        line: list[Word] = []
        for item in items.values():
            line.extend([Word(_GAP, self.chrome.base), *item] if line else item)
        return (line,)

    def _items(self, *, brief: bool) -> dict[str, list[Word]]:
        items = {command.id: self._item(command, brief=brief) for command in self._commands}
        return {command_id: item for command_id, item in items.items() if item}

    def _fitting(self, items: dict[str, list[Word]], room: int) -> dict[str, list[Word]]:
        """Leave out what matters least until the rest has room."""
        kept = dict(items)
        for command in sorted(self._commands, key=lambda command: (not command.always, command.rank)):
            taken = cells(items.get(command.id, [])) + len(_GAP)
            if command.always or taken <= room:
                room -= taken if command.id in items else 0
            else:
                kept.pop(command.id, None)
        return kept

    def clicked(self, what: str) -> None:
        """Do what the key would."""
        self.tell(CommandClicked(what))

    def _item(self, command: Command, *, brief: bool) -> list[Word]:
        label = command.called(self._here)
        if not label:
            return []
        label = command.brief if brief and command.brief else label
        keys = self.spelt(command.shown_in(self._here))
        return [
            Word(keys, self.chrome.strong, command.id if command.keys else ""),
            Word(f" {self.spelt(label)}", self.chrome.muted, command.id if command.keys else ""),
        ]
