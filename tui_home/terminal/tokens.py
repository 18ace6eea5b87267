"""The parts into which what a terminal sends is cut."""

from __future__ import annotations

from enum import Enum, auto

from tui_home.model.named import NamedTuple

ESC = "\x1b"


class Kind(Enum):
    """What a Token is."""

    TYPED = auto()
    """Characters that stand for themselves."""
    ESCAPE = auto()
    """The escape key."""
    ALT = auto()
    """ESC and one character."""
    CSI = auto()
    SS3 = auto()
    STRING = auto()
    """OSC, DCS, APC, PM or SOS, with its introducer, without its end."""
    PASTE = auto()
    """What was pasted, without its brackets."""


class Token(NamedTuple):
    """One thing that arrived."""

    kind: Kind
    text: str
    late: bool = False
    """Whether its ESC was taken for the escape key before; then the rest of `text` may have been typed after that."""


class Held(Enum):
    """What is held back, waiting for more."""

    NOTHING = auto()
    ESCAPE = auto()
    """An ESC that may be the key, or begin a sequence, or end a string."""
    SEQUENCE = auto()
    STRING = auto()
    """Part of a string or of a paste."""
    LATE = auto()
    """What may be the rest of a sequence whose ESC was taken for the key; perhaps nothing yet."""
