"""What a visitor can change so that their terminal shows more: one line each, only where it applies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui_home.model.look import Depth
from tui_home.output.doctor_facts import Facts
from tui_home.terminal.capabilities import Multiplexer
from tui_home.text.safe import printable

_LOCALES = ("LC_ALL", "LC_CTYPE", "LANG")
_LONGEST = 40
_KNOWN = frozenset({"Devanagari"})
"""Spacing vowel signs: no two terminals agree, and nothing can be done about it."""


class Advice(NamedTuple):
    """Something to change."""

    about: str
    """The program or the variable that it concerns."""
    text: str
    """What to write there, and what it brings."""


def advice_for(facts: Facts) -> tuple[Advice, ...]:
    """Return what could be changed, the gravest first; empty when there is nothing."""
    return (
        *_about_name(facts),
        *_about_characters(facts),
        *_about_answers(facts),
        *_about_colours(facts),
        *_about_copying(facts),
        *_about_widths(facts),
    )


def _about_name(facts: Facts) -> Iterator[Advice]:
    term = facts.environment.get("TERM")
    if facts.environment.platform == "win32" or not facts.environment.stdout_tty:
        return
    if not term or term in {"unknown", "network"}:
        yield Advice("TERM", "it says nothing; export TERM=xterm-256color gives the full screen in most terminals")
    elif not facts.capabilities.interactive:
        yield Advice("TERM", f"{_shown(term)} takes plain text only, so that the homepage comes in lines")


def _about_characters(facts: Facts) -> Iterator[Advice]:
    why = facts.why("unicode")
    # Where the terminal itself has no more characters, there is nothing to advise.
    if facts.capabilities.unicode or why.startswith("TERM "):
        return
    locales = [(name, value) for name in _LOCALES if (value := facts.environment.get(name))]
    name, value = locales[0] if locales else ("LANG", "")
    if facts.environment.platform == "win32" or "utf8" in value.lower().replace("-", ""):
        remedy = "without PYTHONIOENCODING" if facts.environment.get("PYTHONIOENCODING") else "with PYTHONUTF8=1"
        yield Advice("encoding", f"{why}; {remedy} there are all characters")
        return
    said = f"it is {_shown(value)}" if value else "it is not set"
    yield Advice(name, f"{said}, so content is spelt in ASCII; export {name}=C.UTF-8 gives all characters")


def _about_widths(facts: Facts) -> Iterator[Advice]:
    differing = [row for row in facts.widths if row.agrees is False and row.name not in _KNOWN]
    signs = [measured for measured in differing if measured.ours == 1 and measured.terminal == 2]  # noqa: PLR2004 - cells
    if any(measured.name == "our own rule" for measured in signs):
        yield Advice("terminal", "it draws ambiguous signs two cells wide; set them to narrow in its settings")
    elif differing:
        names = ", ".join(measured.name for measured in differing)
        yield Advice("terminal", f"it reckons other widths than tui-home: {names}; lines with these may be shifted")


def _about_answers(facts: Facts) -> Iterator[Advice]:
    if facts.silent:
        yield Advice("terminal", "it answers no questions; on a slow line tui-home doctor --wait 5 gives it longer")


def _about_colours(facts: Facts) -> Iterator[Advice]:
    environment, capabilities = facts.environment, facts.capabilities
    if environment.get("NO_COLOR"):
        yield Advice("NO_COLOR", "it is set, so there are no colours; unset NO_COLOR to have them")
        return
    if not capabilities.interactive or capabilities.depth is Depth.TRUECOLOR:
        return
    if capabilities.depth is Depth.NONE and not (capabilities.multiplexer and facts.why("depth").startswith("TERM ")):
        return
    if capabilities.multiplexer is Multiplexer.SCREEN:
        yield from _about_screen(capabilities.depth)
    elif capabilities.multiplexer is Multiplexer.TMUX and capabilities.depth < Depth.EIGHT_BIT:
        yield Advice("tmux", "set -g default-terminal tmux-256color — gives 256 colours")
    elif capabilities.remote and not environment.get("COLORTERM"):
        yield Advice("ssh", "COLORTERM is not sent; SendEnv COLORTERM here in ~/.ssh/config, AcceptEnv COLORTERM there")


def _about_screen(depth: Depth) -> Iterator[Advice]:
    if depth < Depth.EIGHT_BIT:
        yield Advice("screen", "term screen-256color in .screenrc — gives 256 colours")


def _about_copying(facts: Facts) -> Iterator[Advice]:
    capabilities, machine = facts.capabilities, facts.machine
    if not capabilities.osc52:
        return
    if capabilities.graphical and not capabilities.remote:
        if not machine.clipboard_program:
            yield Advice("clipboard", "no program fills it; install wl-clipboard (Wayland) or xclip (X11)")
        return
    if capabilities.multiplexer is Multiplexer.TMUX and machine.tmux_clipboard != "on":
        unless = "" if machine.tmux_clipboard else "unless it is so already: "
        yield Advice("tmux", f"{unless}set -s set-clipboard on — lets programs in tmux copy")
    if capabilities.program.startswith("XTerm"):
        yield Advice("xterm", "XTerm*allowWindowOps: true in .Xresources — lets programs copy")


def _shown(value: str) -> str:
    return printable(value[:_LONGEST])
