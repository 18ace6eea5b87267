"""The one registry of commands: bindings, footer, help screen and command palette are all made from it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from tui_home.tui.command import Command
from tui_home.tui.page_commands import PAGE_COMMANDS
from tui_home.tui.program_commands import PROGRAM_COMMANDS

COMMANDS: tuple[Command, ...] = (*PAGE_COMMANDS, *PROGRAM_COMMANDS)
"""In the order of the footer."""

BY_ID = {command.id: command for command in COMMANDS}


def command_of(key: str) -> Command | None:
    """Return the command that `key` does; None for none."""
    return next((command for command in COMMANDS if key in command.keys), None)


def bindings() -> Iterator[BindingType]:
    """Yield Textual's bindings of all commands; the key goes along as the action's argument."""
    for command in COMMANDS:
        for key in command.keys:
            yield Binding(key, f"do('{command.id}', '{key}')", command.help, show=False)
