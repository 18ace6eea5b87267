"""The characters of our own drawing: in Unicode, in ASCII, and in what the fonts of the kernel's console have."""

from __future__ import annotations

from tui_home.model.look import Look
from tui_home.model.named import NamedTuple


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
    cursor: str
    """Before what the visitor stands at; empty where a reversed blank has to do."""


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
    cursor="▌",
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
    cursor="",
)
# Most of these fonts draw ━ and ═ as ─, and ☑ as v; none has ▎ ▌ ▣ ▪ ▏ or the patterns of Braille.
CONSOLE_SIGNS = ASCII_SIGNS._replace(bullets=("•", "-", "+"), quote="│", rule="─", figure="■")


def signs_of(look: Look) -> Signs:
    """Return what is drawn with in `look`."""
    if not look.unicode:
        return ASCII_SIGNS
    return CONSOLE_SIGNS if look.few_glyphs else UNICODE_SIGNS
