"""What arrives from a terminal, cut into keys, sequences, strings and pastes: bounded, linear, whatever is sent."""

from __future__ import annotations

import codecs
import re
from io import StringIO

from tui_home.terminal.tokens import ESC, Held, Kind, Token
from tui_home.text.patterns import pattern

MAX_STRING = 4096
"""Bytes of UTF-8 kept of an OSC, DCS, APC, PM or SOS; a longer one is swallowed to its end."""
MAX_SEQUENCE = 256
"""Characters kept of a control sequence; likewise. An input method's words come in one."""
MAX_PASTE = 65536
"""Bytes of UTF-8 kept of one paste; likewise."""

# ECMA-48: a C1 control is ESC and the character 64 below it. Of those, only introducers and ST are sent by terminals.
_EIGHT_BIT = pattern("([\x8f\x90\x98\x9b-\x9f])|[\x80-\x9f\ud800-\udfff]")

# Within a sequence, anything up to its final character belongs to it: what is malformed is swallowed whole. `[[A` is
# the Linux console's F1, `[3$` rxvt's shift+delete, `[M` and three characters an old report of the mouse.
_SEQUENCE = pattern(
    r"\x1b(?:"
    r"(?P<csi>\x1b?\[(?:\[[ -~]|M[ -\U0010ffff]{3}|(?:2[34]|[378])\$|[ -?][^@-~\x1b]*+[@-~]|[@-LN-Z\\-~]))"
    r"|(?P<ss3>\x1b?O[0-9;]{0,4}[A-Za-z])"
    r"|(?P<string>[\]P_^X])"
    r"|(?P<partial>(?:\x1b?(?:\[(?:\[|M[ -\U0010ffff]{0,2}|[ -?][^@-~\x1b]*+)?|O[0-9;]{0,4})?)?\Z)"
    r"|(?P<broken>\[(?:[M\[]|[ -?][^@-~\x1b]*+)?)"
    r"|(?P<escape>(?=\x1b))"
    r"|(?P<end>\\)"
    r"|(?P<alt>.))",
    re.DOTALL,
)
# As far as the answers that we ask for can be told from what somebody types after Esc.
_LATE_STRING = pattern(r"\x1b(?:\](?:1(?:[01];?)?)?|P(?:>\|?)?|_G?)")
_LATE_STRING_BEGUN = pattern(r"\x1b(?:\]1[01];|P>\||_G)")
_LATE_INTRODUCERS = frozenset("[O]P_")


def decoder() -> codecs.IncrementalDecoder:
    """Return what makes text of a terminal's bytes: characters may be split, undecodable bytes become U+FFFD."""
    return codecs.getincrementaldecoder("utf-8")("replace")


def _seven_bit(found: re.Match[str]) -> str:
    return ESC + chr(ord(found[1]) - 64) if found[1] else ""


class _Body:
    """A string or a paste that has begun."""

    def __init__(self, kind: Kind, begin: str, limit: int) -> None:
        self.kind = kind
        self.tail = ""
        """What may be the beginning of the end."""
        self._kept = StringIO()
        self._kept.write(begin)
        self._size = 0
        paste = kind is Kind.PASTE
        self._end = _PASTE_END if paste else _OSC_END if begin == _OSC else _STRING_END
        self._begins_end = _PASTE_END_BEGUN if paste else _STRING_END_BEGUN
        self._limit = limit

    @property
    def size(self) -> int:
        return self._kept.tell() + len(self.tail)

    def take(self, data: str, at: int) -> tuple[int, bool]:
        """Take `data` from `at` on; return where it stopped, and whether it is complete."""
        if end := self._end.search(data, at):
            self._keep(data[at : end.start()])
            return end.end(), True
        begun = self._begins_end.search(data, max(at, len(data) - _LONGEST_END))
        stop = begun.start() if begun else len(data)
        self._keep(data[at:stop])
        self.tail = data[stop:]
        return len(data), False

    def token(self) -> Token | None:
        """Return what it is; None when it was too long."""
        return None if self._size > self._limit else Token(self.kind, self._kept.getvalue())

    def _keep(self, part: str) -> None:
        self._size += len(part.encode("utf-8", "replace"))
        if self._size > self._limit:
            self._kept = StringIO()
        else:
            self._kept.write(part)


# Inside a string, ESC ends it only together with `\`, so that a hostile one cannot go on as keys.
_STRING_END = pattern(r"\x1b\\")
_OSC_END = pattern(r"\x07|\x1b\\")
_STRING_END_BEGUN = pattern(r"\x1b\Z")
_PASTE_END = pattern(r"\x1b\[201~")
_PASTE_END_BEGUN = pattern(r"\x1b(?:\[(?:2(?:01?)?)?)?\Z")
_LONGEST_END = 6
_PASTE_BEGIN = "\x1b[200~"
_OSC = "\x1b]"


class Tokenizer:
    """Cuts what one terminal sends into Tokens, however it was split on its way. Knows no time: see `give_up`.

    After ECMA-48 and xterm's ctlseqs, and beyond them: what follows an ESC that was given up is known for what it is.

    Args:
        max_string: Bytes of UTF-8 kept of an OSC, DCS, APC, PM or SOS; a longer one is swallowed to its end.
        max_paste: Bytes of UTF-8 kept of a paste; likewise.
    """

    def __init__(self, max_string: int = MAX_STRING, max_paste: int = MAX_PASTE) -> None:
        self._max_string = max_string
        self._max_paste = max_paste
        self._text = ""
        self._body: _Body | None = None
        self._late = False
        """Whether the ESC before the next character (or at the beginning of `_text`) was given up."""
        self._late_end = False
        """Likewise for the ESC of a string's end."""

    @property
    def held(self) -> Held:
        """What is held back now."""
        if self._body:
            ending = self._body.tail and self._body.kind is Kind.STRING
            return Held.ESCAPE if ending else Held.STRING
        if self._late or self._late_end:
            return Held.LATE
        if not self._text:
            return Held.NOTHING
        return Held.SEQUENCE if self._text.strip(ESC) else Held.ESCAPE

    @property
    def size(self) -> int:
        """How many characters are held back."""
        return len(self._text) + (self._body.size if self._body else 0)

    def feed(self, data: str) -> list[Token]:
        """Return what `data` completes, in order."""
        if not data:
            return []
        if not data.isascii():
            data = _EIGHT_BIT.sub(_seven_bit, data)
        data = self._continued(data)
        tokens: list[Token] = []
        at = 0
        while at < len(data):
            if self._body:
                at = self._in_body(self._body, data, at, tokens)
            elif data[at] == ESC:
                at = self._in_sequence(data, at, tokens)
            else:
                end = data.find(ESC, at)
                end = len(data) if end < 0 else end
                tokens.append(Token(Kind.TYPED, data[at:end]))
                at = end
        return tokens

    def give_up(self) -> list[Token]:
        """Wait no longer for more of what is held; return what it was after all."""
        text, late, body = self._text, self._late, self._body
        self._text, self._late, self._late_end, self._body = "", False, False, None
        if body:
            if body.kind is Kind.STRING and body.tail:
                # Old rxvt ends its answers like this; and Esc gets out of what alt+] began.
                self._late_end = True
                token = body.token()
                return [token] if token else []
            return []
        if late:
            # Nobody types more than this that begins like a sequence.
            return [Token(Kind.TYPED, text[1:])] if len(ESC) < len(text) <= len("\x1b[1") else []
        if text.strip(ESC):
            return []
        self._late = bool(text)
        return [Token(Kind.ESCAPE, ESC)] * len(text)

    def _continued(self, data: str) -> str:
        """Return `data` with what it continues before it."""
        if self._body:
            data, self._body.tail = self._body.tail + data, ""
        elif self._late_end:
            data = data.removeprefix("\\")
        elif self._late and not self._text:
            self._late = data[0] in _LATE_INTRODUCERS
            data = ESC * self._late + data
        else:
            data = self._text + data
        self._text, self._late_end = "", False
        return data

    def _in_body(self, body: _Body, data: str, at: int, tokens: list[Token]) -> int:
        at, complete = body.take(data, at)
        if complete:
            self._body = None
            if token := body.token():
                tokens.append(token)
        return at

    def _in_sequence(self, data: str, at: int, tokens: list[Token]) -> int:
        """Take the sequence that begins with the ESC at `at`, as far as it is there; return where it ends."""
        found = _SEQUENCE.match(data, at)
        if found is None:
            return at + 1
        what, late, self._late = found.lastgroup, self._late, False
        if what == "partial":
            self._text, self._late = found[0][:MAX_SEQUENCE], late
        elif what == "string":
            return self._begin_string(data, at, late=late)
        elif late and what in {"broken", "alt", "escape"}:
            return at + 1
        elif what in _KINDS:
            if found[0].endswith(_PASTE_BEGIN):
                self._body = _Body(Kind.PASTE, "", self._max_paste)
            elif len(found[0]) <= MAX_SEQUENCE:
                tokens.append(Token(_KINDS[what], found[0], late))
        return found.end()

    def _begin_string(self, data: str, at: int, *, late: bool) -> int:
        begun = at + 2
        if late and not _LATE_STRING_BEGUN.match(data, at):
            if _LATE_STRING.fullmatch(data, at):
                self._text, self._late = data[at:], True
                return len(data)
            return at + 1
        self._body = _Body(Kind.STRING, data[at:begun], self._max_string)
        return begun


_KINDS = {"csi": Kind.CSI, "ss3": Kind.SS3, "alt": Kind.ALT, "escape": Kind.ESCAPE}
