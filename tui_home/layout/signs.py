"""The characters of our own drawing, in Unicode and in ASCII: as many cells in both."""

from __future__ import annotations

from typing import NamedTuple


class Signs(NamedTuple):
    """Every character that layout adds to the content; no sign means two things."""

    bullets: tuple[str, ...]
    """By depth of nesting, then over again."""
    done: str
    open_task: str
    quote: str
    rule: str
    heavy_rule: str
    folded: str
    unfolded: str
    figure: str
    continued: str
    """Before the rest of a line of code that is too long."""
    badge: tuple[str, str]
    """The ends of a badge that has no background of its own."""


UNICODE_SIGNS = Signs(
    bullets=("•", "–", "▪"),
    done="☑",
    open_task="☐",
    quote="▎",
    rule="─",
    heavy_rule="━",
    folded="▸",
    unfolded="▾",
    figure="▣",
    continued="↪",
    badge=("▏", "▕"),
)
ASCII_SIGNS = Signs(
    bullets=("*", "-", "+"),
    done="[x]",
    open_task="[ ]",
    quote="|",
    rule="-",
    heavy_rule="=",
    folded=">",
    unfolded="v",
    figure="#",
    continued="\\",
    badge=("[", "]"),
)
