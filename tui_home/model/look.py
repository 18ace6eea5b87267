"""What decides how text is drawn. There are at most a few dozen Looks, so that Pages can be shared."""

from __future__ import annotations

from enum import IntEnum

from tui_home.model.record import record


class Depth(IntEnum):
    """How many colours a terminal has."""

    NONE = 0
    EIGHT = 8
    ANSI = 16
    EIGHT_BIT = 256
    TRUECOLOR = 1 << 24


@record
class Palette:
    """The colours of one theme, ``#rrggbb`` each; empty means the terminal's own."""

    name: str
    dark: bool
    foreground: str = ""
    background: str = ""
    muted: str = ""
    accent: str = ""
    surface: str = ""
    """Behind badges, code and the bar."""
    string: str = ""
    """In code; keywords take the accent, comments are muted."""
    number: str = ""


TERMINAL_PALETTE = Palette("terminal", dark=True)
"""The terminal's own colours: hierarchy by bold, dim and underline alone."""


@record
class Look:
    """Palette, colours, characters and hyperlinks of one visitor's terminal."""

    palette: Palette = TERMINAL_PALETTE
    depth: Depth = Depth.NONE
    unicode: bool = True
    """False draws everything in ASCII, content as well."""
    hyperlinks: bool = False
    """Whether OSC 8 is understood."""
    interactive: bool = False
    """Whether someone is there to press keys; a pipe gets no words about them."""
    dim: bool = True
    """Whether there is faint text that can be read; where there is not, meta text is as any other."""
    few_glyphs: bool = False
    """Whether the font has only a few hundred characters, as on the kernel's console; others are spelt in those."""


PLAIN_LOOK = Look()
"""For text down a pipe."""
