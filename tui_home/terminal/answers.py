"""What terminals answer, read strictly: anything else is no answer."""

from __future__ import annotations

import re

from tui_home.model.named import NamedTuple
from tui_home.terminal.questions import Topic
from tui_home.terminal.tokens import Kind, Token
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

MAX_PROGRAM = 64
"""Characters kept of what a terminal calls itself."""
_SET, _RESET, _ALWAYS_SET = "1", "2", "3"

_COLOUR = pattern(r"\x1b\](1[01]);(.{4,32})")
_RGB = pattern(r"rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})(?:/[0-9a-f]{1,4})?", re.IGNORECASE)
_HASH = pattern(r"#(?:[0-9a-f]{3}){1,4}", re.IGNORECASE)
_PROGRAM = pattern(r"\x1bP>\|(.+)", re.DOTALL)
_MODE = pattern(r"\x1b\[\?(2026|2031);([0-4])\$y")
_KEYBOARD = pattern(r"\x1b\[\?[0-9]{1,5}u")
_GRAPHICS = pattern(r"\x1b_Gi=31(?:,[^;]{0,64})?;(.{1,256})", re.DOTALL)
_CELL = pattern(r"\x1b\[6;([0-9]{1,3});([0-9]{1,3})t")
# kitty's ends in an empty one.
_FENCE = pattern(r"\x1b\[\?([0-9]{1,3}(?:;[0-9]{0,3}){0,31})c")
_SCHEME_CHANGED = pattern(r"\x1b\[\?997;[12]n")


class Answer(NamedTuple):
    """What a terminal said about one topic."""

    topic: Topic
    value: str
    """``#rrggbb``, a name, ``8x16``, the fence's attributes; for what it has or has not: ``yes``, or empty."""


def answer(token: Token) -> Answer | None:
    """Return what `token` answers, if it is well-formed; after the sources that `Topic` names."""
    if token.kind is Kind.STRING:
        return _colour(token.text) or _program(token.text) or _graphics(token.text)
    if token.kind is Kind.CSI:
        return _report("\x1b" + token.text.lstrip("\x1b"))
    return None


def tells_of_change(token: Token) -> bool:
    """Return whether `token` says that the terminal's colours turned light or dark (mode 2031)."""
    return token.kind is Kind.CSI and bool(_SCHEME_CHANGED.fullmatch(token.text))


def _colour(text: str) -> Answer | None:
    found = _COLOUR.fullmatch(text)
    colour = _hexadecimal(found[2]) if found else ""
    if not found or not colour:
        return None
    return Answer(Topic.FOREGROUND if found[1] == "10" else Topic.BACKGROUND, colour)


def _hexadecimal(written: str) -> str:
    """Return ``#rrggbb`` for a colour as XParseColor knows it; empty for anything else."""
    if found := _RGB.fullmatch(written):
        # Each part is a fraction of the largest number of as many digits.
        parts = [round(int(part, 16) * 255 / (16 ** len(part) - 1)) for part in found.groups()]
    elif _HASH.fullmatch(written):
        size = len(written) // 3
        # Here they are the most significant digits.
        parts = [int((written[at : at + size] + "0")[:2], 16) for at in range(1, len(written), size)]
    else:
        return ""
    return "#" + "".join(f"{part:02x}" for part in parts)


def _program(text: str) -> Answer | None:
    found = _PROGRAM.fullmatch(text)
    name = printable(found[1])[:MAX_PROGRAM].strip() if found else ""
    return Answer(Topic.PROGRAM, name) if name else None


def _graphics(text: str) -> Answer | None:
    found = _GRAPHICS.fullmatch(text)
    return Answer(Topic.GRAPHICS, "yes" if found[1] == "OK" else "") if found else None


def _report(text: str) -> Answer | None:
    if found := _FENCE.fullmatch(text):
        return Answer(Topic.FENCE, found[1])
    if found := _MODE.fullmatch(text):
        topic = Topic.SYNCHRONIZED if found[1] == "2026" else Topic.SCHEME_REPORTS
        return Answer(topic, "yes" if found[2] in {_SET, _RESET, _ALWAYS_SET} else "")
    if _KEYBOARD.fullmatch(text):
        return Answer(Topic.KEYBOARD, "yes")
    if found := _CELL.fullmatch(text):
        height, width = int(found[1]), int(found[2])
        return Answer(Topic.CELL, f"{width}x{height}") if height and width else None
    return None
