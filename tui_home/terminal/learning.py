"""What answers add to what was known of a terminal."""

from __future__ import annotations

from typing import Any

from tui_home.model.look import Depth
from tui_home.model.named import NamedTuple
from tui_home.terminal.answers import Answer
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.decisions import Multiplexer
from tui_home.terminal.questions import COLOURS, Topic
from tui_home.terminal.terms import without_osc52
from tui_home.text.patterns import pattern

FIELDS = {
    Topic.FOREGROUND: "foreground",
    Topic.BACKGROUND: "background",
    Topic.PROGRAM: "program",
    Topic.SYNCHRONIZED: "synchronized",
    Topic.SCHEME_REPORTS: "scheme_reports",
    Topic.KEYBOARD: "kitty_keyboard",
    Topic.GRAPHICS: "kitty_graphics",
    Topic.CELL: "cell",
    Topic.FENCE: "sixel",
}
"""The field of Capabilities that each topic decides."""
_SIXEL = "4"

_NAME = pattern(r"([A-Za-z][A-Za-z0-9.]{0,30})[ (/](?:v|next-)?([0-9]{1,9})(?:\.([0-9]{1,9}))?.*")


class _Known(NamedTuple):
    truecolor: tuple[int, int] | None
    """The first version with all colours; None when none has."""
    hyperlinks: tuple[int, int] | None


_ALWAYS = (0, 0)
# What they call themselves, in lower case, after their manuals. A tmux gives the terminal round it what that has.
_PROGRAMS = {
    "contour": _Known(_ALWAYS, _ALWAYS),
    "foot": _Known(_ALWAYS, (1, 7)),
    "ghostty": _Known(_ALWAYS, _ALWAYS),
    "iterm2": _Known(_ALWAYS, _ALWAYS),
    "kitty": _Known(_ALWAYS, (0, 19)),
    "konsole": _Known(_ALWAYS, (20, 12)),
    "mintty": _Known(_ALWAYS, (2, 9)),
    "mlterm": _Known(_ALWAYS, None),
    "rio": _Known(_ALWAYS, _ALWAYS),
    "tmux": _Known(None, (3, 4)),
    "vte": _Known(_ALWAYS, (5001, 0)),
    "wezterm": _Known(_ALWAYS, _ALWAYS),
    "xterm": _Known((331, 0), None),
    "xterm.js": _Known(_ALWAYS, (5, 0)),
}


def learned(able: Capabilities, answer: Answer) -> Capabilities:
    """Return what is known once a terminal with `able` has given `answer`; equal where that says nothing new."""
    topic, value = answer
    if topic is Topic.PROGRAM:
        return _recognised(able._replace(program=value))
    if topic is Topic.FENCE:
        # Through GNU screen the terminal round it has answered, whose graphics do not reach us.
        sixel = able.multiplexer is not Multiplexer.SCREEN and _SIXEL in value.split(";")[1:]
        return able._replace(sixel=sixel)
    if topic is Topic.CELL:
        width, _, height = value.partition("x")
        return able._replace(cell=(int(width), int(height)))
    changed: dict[str, Any] = {FIELDS[topic]: value if topic in COLOURS else bool(value)}
    return able._replace(**changed)


def _recognised(able: Capabilities) -> Capabilities:
    """Return `able` with what its program's name promises; over SSH nothing else does. Colours and links only rise."""
    if able.multiplexer is Multiplexer.NONE:
        able = able._replace(osc52=not without_osc52(able.program))
    found = _NAME.fullmatch(able.program)
    known = _PROGRAMS.get(found[1].lower()) if found else None
    if not found or not known:
        return able
    version = int(found[2]), int(found[3] or 0)
    inside = Multiplexer.TMUX if found[1] == "tmux" else Multiplexer.NONE
    if able.multiplexer is not inside:
        return able
    # No colours at all is somebody's wish.
    if able.depth is not Depth.NONE and known.truecolor and version >= known.truecolor:
        able = able._replace(depth=Depth.TRUECOLOR)
    if known.hyperlinks and version >= known.hyperlinks:
        able = able._replace(hyperlinks=True)
    return able
