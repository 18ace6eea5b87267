"""The one registry of commands: bindings, footer, help screen and command palette are all made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.binding import Binding, BindingType

from tui_home.model.inline import LinkKind, MainAction
from tui_home.tui.actions import finding, links, moving, program
from tui_home.tui.command import Command, Group, Here


def _when(condition: Callable[[Here], object], words: str) -> Callable[[Here], str]:
    return lambda here: words if condition(here) else ""


def _main_action(here: Here) -> str:
    if here.target is None:
        return ""
    if here.target.main is MainAction.TOGGLE:
        return "close" if here.opened else "details"
    if here.target.main is MainAction.COPY:
        return "copy"
    return "show address" if here.remote else "open"


def _open(here: Here) -> str:
    if here.target is None or not here.target.url or here.target.main is MainAction.OPEN:
        return ""
    return "show address" if here.remote else "open"


def _copy(here: Here) -> str:
    if here.target is None or not here.target.copies or here.target.main is MainAction.COPY:
        return ""
    return "copy link" if here.target.copies == here.target.url or here.target.kind is LinkKind.MEETING else "copy"


COMMANDS: tuple[Command, ...] = (
    Command(
        "main",
        ("enter",),
        "enter",
        "open the link, show the paper's or the news item's details, copy what leads nowhere",
        Group.ACT,
        links.main,
        label=_main_action,
        works=lambda here: here.target is not None,
        rank=0,
    ),
    Command(
        "bibtex",
        ("b",),
        "b",
        "copy the BibTeX of the paper at the cursor",
        Group.ACT,
        links.copy_bibtex,
        label=_when(lambda here: here.bibtex, "copy BibTeX"),
        works=lambda here: bool(here.bibtex),
        rank=0,
    ),
    Command(
        "open",
        ("o",),
        "o",
        "open the link in your browser",
        Group.ACT,
        links.open_link,
        label=_open,
        works=lambda here: here.target is not None and bool(here.target.url),
        rank=0,
    ),
    Command(
        "copy",
        ("y",),
        "y",
        "copy the link",
        Group.ACT,
        links.copy_link,
        label=_copy,
        works=lambda here: here.target is not None and bool(here.target.copies),
        rank=0,
    ),
    Command(
        "section",
        tuple("123456789"),
        "1-{sections}",
        "open a section",
        Group.MOVE,
        moving.to_section,
        label=lambda _here: "sections",
        offered=lambda here: here.sections > 1,
        listed=False,
        rank=2,
    ),
    Command(
        "neighbour",
        ("left", "right", "h", "l"),
        "← →",
        "previous and next section",
        Group.MOVE,
        moving.to_neighbour,
        help_keys="← → h l",
        listed=False,
    ),
    Command(
        "scroll",
        ("down", "j", "up", "k"),
        "↓ ↑",
        "scroll by a line",
        Group.MOVE,
        moving.scroll,
        label=_when(lambda here: here.scrolls, "scroll"),
        help_keys="↓ ↑ j k",
        listed=False,
        rank=4,
    ),
    Command(
        "half_page",
        ("d", "ctrl+d", "u", "ctrl+u"),
        "d u",
        "half a screen down and up; with ctrl, too",
        Group.MOVE,
        moving.scroll_half,
        listed=False,
    ),
    Command(
        "page",
        ("space", "pagedown", "pageup"),
        "space",
        "a screen down and up",
        Group.MOVE,
        moving.scroll_page,
        help_keys="space pgdn pgup",
        listed=False,
    ),
    Command(
        "ends",
        ("g", "home", "G", "end"),
        "g G",
        "the beginning and the end",
        Group.MOVE,
        moving.to_end,
        help_keys="g G home end",
        listed=False,
    ),
    Command(
        "target",
        ("tab", "shift+tab"),
        "tab",
        "next link; shift+tab: the previous one",
        Group.MOVE,
        moving.step_target,
        label=_when(lambda here: here.targets, "links"),
        listed=False,
        rank=3,
    ),
    Command(
        "email",
        ("e",),
        "e",
        "copy the email address, from anywhere",
        Group.ACT,
        links.copy_email,
        label=lambda _here: "copy email",
        offered=lambda here: here.email,
        rank=1,
    ),
    Command(
        "meeting",
        ("c",),
        "c",
        "copy the meeting link, from anywhere",
        Group.ACT,
        links.copy_meeting,
        label=lambda _here: "copy meeting link",
        offered=lambda here: here.meeting,
        rank=2,
    ),
    Command(
        "find",
        ("slash",),
        "/",
        "find in this section",
        Group.FIND,
        finding.begin,
        label=_when(lambda here: not here.finding, "find"),
    ),
    Command(
        "typed_next",
        (),
        "↓ ↑",
        "while typing: next and previous match",
        Group.FIND,
        finding.step,
        label=_when(lambda here: here.found > 1, "next, previous"),
        listed=False,
        typing=True,
        rank=2,
    ),
    Command(
        "typed_done",
        (),
        "enter",
        "while typing: keep what was found marked",
        Group.FIND,
        finding.step,
        label=_when(lambda here: here.found, "keep"),
        listed=False,
        typing=True,
        rank=1,
    ),
    Command(
        "next_match",
        ("n", "N"),
        "n N",
        "next and previous match",
        Group.FIND,
        finding.step,
        label=_when(lambda here: here.found, "next, previous"),
        works=lambda here: here.finding,
        listed=False,
        rank=-1,
    ),
    Command(
        "back",
        ("escape",),
        "esc",
        "one step back: end the find, let go of the link; never leaves",
        Group.PROGRAM,
        program.back,
        label=_when(lambda here: here.finding, "end find"),
        listed=False,
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
        "light or dark theme; the palette has more",
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

BY_ID = {command.id: command for command in COMMANDS}


def bindings() -> Iterator[BindingType]:
    """Yield Textual's bindings of all commands; the key goes along as the action's argument."""
    for command in COMMANDS:
        for key in command.keys:
            yield Binding(key, f"do('{command.id}', '{key}')", command.help, show=False)
