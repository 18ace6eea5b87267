"""Which sequences from a terminal are keys, in the forms that Textual's parser knows at once."""

from __future__ import annotations

from tui_home.terminal.tokens import ESC, Kind, Token
from tui_home.text.patterns import pattern
from tui_home.text.safe import copyable

ESCAPE_KEY = "\x1b[27u"
"""The escape key in kitty's form: unlike a lone ESC, no parser has to wait to know it."""

_LONGEST = 32
"""What Textual's parser takes for one sequence; the characters of a longer one come out as keys."""
_LAST_CODE = 0x10FFFF
_NO_CHARACTER = pattern("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROL_KEYS = frozenset({9, 13, 27, 127})
"""Tab, enter, escape and backspace, which have code points below or beside the characters."""
_RELEASED = "3"
_LARGEST_COORDINATE = 9999

_AS_IT_IS = pattern(
    r"\x1b(?:"
    r"\[[A-FHPQRSZIOa-d~]"  # cursor keys, F1 to F4, focus, rxvt's shifted arrows
    r"|\[1?(?:;[0-9]{1,3})?[A-FHPQS]"  # … with modifiers
    r"|\[5[A-D]|\[\[[A-E]"  # PuTTY's ctrl+arrows, the Linux console's F1 to F5
    r"|\[(?:[1-8]|1[1-57-9]|2[01345689]|3[1-4]|6[23])(?:;[0-9]{1,3})?~"
    r"|\[(?:1[1-57-9]|2[01345689]|3[1-4]|[35678])\^|\[(?:2[34]|[378])\$|\[2[34]@"  # rxvt
    r"|\[1;[5-8][pq-twxy]"
    r"|O[A-DFHMP-Sa-djkm-y]"
    r"|[bf0-9\x7f\t=§-])"
)
_MODIFIED_SS3 = pattern(r"\x1bO(?:1;)?([2-9]|1[0-6])([A-DFHP-S])")
_MOUSE = pattern(r"\x1b\[<[0-9]{1,3};([0-9]{1,5});([0-9]{1,5})[Mm]")
_OTHER_KEY = pattern(r"\x1b\[27;([0-9]{1,3});([0-9]{1,7})~")
_CODE = r"([0-9]{1,7})(?::[0-9]{0,7}){0,2}"
_KITTY_KEY = pattern(rf"\x1b\[{_CODE}(?:;([0-9]{{0,3}})(?::([1-3]))?)?(?:;([0-9]{{1,7}}(?::[0-9]{{1,7}})*))?u")
_ALT_ARROW = pattern(r"\x1b\x1b[\[O]([A-DFH])")


def keys(token: Token) -> str:
    """Return what to pass to Textual's parser for `token`; empty when it is no key, or none that is safe to pass.

    After xterm's ctlseqs, rxvt's and the Linux console's keys, and https://sw.kovidgoyal.net/kitty/keyboard-protocol/.
    In-band resizes (mode 2048) and reports of the cursor are no keys.
    """
    if token.kind is Kind.TYPED:
        return token.text
    if token.kind is Kind.ESCAPE:
        return ESCAPE_KEY
    if token.kind is Kind.PASTE:
        return f"\x1b[200~{copyable(token.text)}\x1b[201~"
    if token.kind is Kind.STRING:
        return ""
    return _sequence(token.text)


def _sequence(text: str) -> str:
    if text.startswith(ESC + ESC):
        # rxvt's alt+arrow; anything else is the escape key, and what came right after it.
        found = _ALT_ARROW.fullmatch(text)
        return f"\x1b[1;3{found[1]}" if found else ESCAPE_KEY + _sequence(text[1:])
    if _AS_IT_IS.fullmatch(text):
        return text
    if len(text) == len("\x1bx"):
        return _alt(text[1])
    return _translated(text)


def _translated(text: str) -> str:
    if found := _KITTY_KEY.fullmatch(text):
        return "" if found[3] == _RELEASED else _kitty(int(found[1]), found[2] or "", found[4] or "")
    if found := _OTHER_KEY.fullmatch(text):
        return _kitty(int(found[2]), found[1])
    if found := _MODIFIED_SS3.fullmatch(text):
        return f"\x1b[1;{found[1]}{found[2]}"
    if found := _MOUSE.fullmatch(text):
        return text if all(1 <= int(number) <= _LARGEST_COORDINATE for number in found.groups()) else ""
    return ""


def _kitty(code: int, modifiers: str, written: str = "") -> str:
    """Return a key in kitty's form without what Textual's parser stumbles over: alternates, events, bad code points."""
    codes = [int(part) for part in written.split(":")] if written else []
    if not all(map(_is_character, codes)):
        return ""
    sequence = f"\x1b[{code};{modifiers}" + f";{written}" * bool(written) + "u"
    if codes and (not code or len(sequence) > _LONGEST):
        # What an input method has composed has no key.
        return "".join(map(chr, codes))
    return sequence if _is_character(code) or code in _CONTROL_KEYS else ""


def _is_character(code: int) -> bool:
    return code <= _LAST_CODE and not _NO_CHARACTER.match(chr(code))


def _alt(character: str) -> str:
    """Return alt with `character`, in kitty's form (modifiers are one more than shift 1, alt 2, ctrl 4)."""
    if character < " " and ord(character) not in _CONTROL_KEYS:
        return _kitty(ord(character) + 0x60, "7")
    if character.isupper() and len(character.lower()) == 1:
        return _kitty(ord(character.lower()), "4")
    return _kitty(ord(character), "3")
