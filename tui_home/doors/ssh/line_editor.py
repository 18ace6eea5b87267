"""A line as it is typed in a terminal in raw mode: echoed and mended here, since nobody else does. No I/O."""

from __future__ import annotations

from codecs import getincrementaldecoder
from enum import Enum, auto
from typing import NamedTuple

from tui_home.text.width import cell_width

_MOST = 1024
"""Characters of a line; further ones are not taken."""
_ENTER, _INTERRUPT, _END, _KILL, _WORD, _ESCAPE, _FEED = "\r", "\x03", "\x04", "\x15", "\x17", "\x1b", "\n"
_ERASE = ("\x7f", "\b")


class What(Enum):
    """What was typed."""

    LINE = auto()
    INTERRUPT = auto()
    END = auto()


class Typed(NamedTuple):
    """Something that is to be answered."""

    what: What
    line: str = ""


class _Within(Enum):
    """What of a key's escape sequence has been seen (ECMA-48): nothing, ESC, CSI, SS3."""

    TEXT = auto()
    ESCAPE = auto()
    CONTROL = auto()
    SHIFT = auto()


class LineEditor:
    """One terminal's keyboard."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._line: list[str] = []
        self._within = _Within.TEXT
        self._last = ""

    def feed(self, data: bytes) -> tuple[str, list[Typed]]:
        """Take what was typed; return what to echo, and what is to be answered."""
        echo, typed = list[str](), list[Typed]()
        for character in self._decode(data):
            if self._is_text(character):
                said = self._take(character, typed)
                echo.append(said)
            self._last = character
        return "".join(echo), typed

    def _is_text(self, character: str) -> bool:
        """Say whether `character` belongs to no escape sequence: keys such as arrows do nothing here."""
        within, self._within = self._within, _Within.TEXT
        if character == _ESCAPE:
            self._within = _Within.ESCAPE
        elif within is _Within.ESCAPE:
            self._within = {"[": _Within.CONTROL, "O": _Within.SHIFT}.get(character, _Within.TEXT)
            return character < " "
        elif within is _Within.CONTROL:
            # A control sequence ends with one of these; a control character means that it is none.
            if " " <= character < "@":
                self._within = _Within.CONTROL
            return character < " "
        elif within is _Within.TEXT:
            return True
        return False

    def _take(self, character: str, typed: list[Typed]) -> str:
        """Heed one character; return its echo."""
        if character.isprintable():
            if len(self._line) >= _MOST:
                return ""
            self._line.append(character)
            return character
        if character in (_ENTER, _FEED):
            return self._enter(character, typed)
        if character == _INTERRUPT:
            self._taken()
            typed.append(Typed(What.INTERRUPT))
            return "^C\r\n"
        if character == _END and not self._line:
            typed.append(Typed(What.END))
        return self._erase(self._erased(character))

    def _enter(self, character: str, typed: list[Typed]) -> str:
        # Pasted text may have both.
        if character == _FEED and self._last == _ENTER:
            return ""
        typed.append(Typed(What.LINE, self._taken()))
        return "\r\n"

    def _erased(self, character: str) -> int:
        """Return how many characters a key takes back."""
        if character == _KILL:
            return len(self._line)
        if character == _WORD:
            text = "".join(self._line).rstrip()
            return len(self._line) - len(text[: text.rfind(" ") + 1])
        return int(character in _ERASE)

    def _taken(self) -> str:
        line, self._line = "".join(self._line), []
        return line

    def _erase(self, count: int) -> str:
        gone = "".join(self._line[len(self._line) - count :]) if count and self._line else ""
        if gone:
            del self._line[len(self._line) - len(gone) :]
        return "\b \b" * cell_width(gone)
