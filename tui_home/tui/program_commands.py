"""The commands of the program itself. `commands` lists them with the rest."""

from __future__ import annotations

from tui_home.tui.actions import program
from tui_home.tui.command import Command, Group
from tui_home.tui.labels import back_action

PROGRAM_COMMANDS: tuple[Command, ...] = (
    Command(
        "back",
        ("escape",),
        "esc",
        "one step back: end the find, leave the article, let go of the link; never leaves the program",
        Group.PROGRAM,
        program.back,
        label=back_action,
        typing=True,
        rank=-1,
    ),
    Command(
        "select",
        ("s",),
        "s",
        "select text: the mouse and the whole screen are your terminal's",
        Group.PROGRAM,
        program.select,
        label=lambda _here: "select text",
        rank=6,
    ),
    Command(
        "theme",
        ("t",),
        "t",
        "light or dark theme, or the terminal's own colours; the palette has more",
        Group.PROGRAM,
        program.toggle_theme,
        label=lambda _here: "theme",
        offered=lambda here: here.themes,
        rank=6,
    ),
    Command(
        "palette",
        ("colon", "ctrl+p"),
        ":",
        "command palette",
        Group.PROGRAM,
        program.palette,
        help_keys=": ctrl+p",
        listed=False,
    ),
    Command(
        "interrupt",
        ("ctrl+c", "super+c"),
        "ctrl+c",
        "copy what is selected; else leave, on the second press",
        Group.PROGRAM,
        program.interrupt,
        listed=False,
    ),
    Command(
        "help",
        ("question_mark", "f1"),
        "?",
        "this page",
        Group.PROGRAM,
        program.show_help,
        label=lambda _here: "help",
        always=True,
    ),
    Command(
        "leave",
        ("q", "ctrl+q"),
        "q",
        "leave",
        Group.PROGRAM,
        program.leave,
        label=lambda _here: "leave",
        always=True,
    ),
)
