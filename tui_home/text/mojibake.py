"""Text that was read in the wrong character encoding: found, and put right where that is certain.

UTF-8 that was taken for Mac Roman is mended by a rule of our own, since its emoji (they begin with U+F8FF, Apple's logo)
are unknown elsewhere. What came through Windows-1252 or Latin-1 is left to ftfy.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tui_home.text.repairs import Repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_home.text.code import Shield

_WHAT = "Damaged characters"
_HINT = "Write what is meant and save the file as UTF-8"

_MAC = bytes(range(256)).decode("mac_roman")
_MAC_BYTES = {ord(character): byte for byte, character in enumerate(_MAC)}


def _class(first: int, last: int) -> str:
    """Return a regex class of the characters that Mac Roman has for these bytes."""
    return "[" + re.escape(_MAC[first : last + 1]) + "]"


_NEXT = _class(0x80, 0xBF)
_MAC_RUN = re.compile(
    rf"(?:{_class(0xF0, 0xF0)}{_NEXT}{{3}}|{_class(0xE0, 0xEF)}{_NEXT}{{2}}|{_class(0xC2, 0xDF)}{_NEXT})+"
)
_MAC_SEQUENCE = re.compile(
    rf"{_class(0xF0, 0xF0)}{_NEXT}{{3}}|{_class(0xE0, 0xEF)}{_NEXT}{{2}}|{_class(0xC2, 0xDF)}{_NEXT}"
)
_SIGNS = frozenset("‡†§¶•°∗*")
_MATHS = frozenset("π∞µΩ∑∏∫∂≤≥±")
_LEADS_OF_LATIN = frozenset(_MAC[0xC3:0xC6])

_SUSPICIOUS = re.compile(
    "[\xc2-\xc6\xc8\xc9\xcc\xcd\xcf-\xdf\xe0-\xf4][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2021\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_TOKEN = re.compile(r"[^ \t\r\n\f\v]+")
_LONGEST_TOKEN = 2000
_JOINERS = re.compile("[\u200c\u200d\ufe0e\ufe0f\xa0\xad]")


def mend_mojibake(text: str, shield: Shield) -> tuple[Repair, ...]:
    """Return the repairs that `text` needs, in order.

    Args:
        text: Any text; where it is Markdown, `shield` names its code.
        shield: What is left as it is.
    """
    if text.isascii():
        return ()
    repairs = [repair for repair in _mac_roman(text) if not shield.in_code(repair.start)]
    taken = {repair.start for repair in repairs}
    if _SUSPICIOUS.search(text):
        repairs += [repair for repair in _windows(text, taken) if not shield.in_code(repair.start)]
        repairs.sort(key=lambda repair: repair.start)
    return tuple(_apart(repairs))


def _apart(repairs: list[Repair]) -> Iterator[Repair]:
    """Yield the repairs that do not overlap the one before."""
    end = 0
    for repair in repairs:
        if repair.start >= end:
            yield repair
            end = repair.end


def _mac_roman(text: str) -> Iterator[Repair]:
    """Yield repairs of UTF-8 that was taken for Mac Roman."""
    runs = list(_MAC_RUN.finditer(text))
    certain = any(_decoded(run[0], text, run, certain=False) and len(run[0]) > 2 for run in runs)  # noqa: PLR2004
    for run in runs:
        meant = _decoded(run[0], text, run, certain=certain)
        if meant:
            yield Repair(run.start(), run.end(), meant, _WHAT, run[0], meant, _HINT)


def _decoded(written: str, text: str, run: re.Match[str], *, certain: bool) -> str:
    """Return what a run of characters was in UTF-8; "" when it may well be meant as it stands."""
    if _SIGNS.issuperset(written):
        return ""
    try:
        meant = bytes(_MAC_BYTES[ord(character)] for character in written).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    if not _JOINERS.sub("", meant).isprintable():
        return ""
    if len(written) == 2:  # noqa: PLR2004 - one letter, of two bytes
        return meant if _is_letter_in_word(written, meant, text, run, certain=certain) else ""
    if len(written) == 2 * len(meant) and len({unicodedata.name(letter, "").split(" ")[0] for letter in meant}) > 1:
        return ""
    return meant


def _is_letter_in_word(written: str, meant: str, text: str, run: re.Match[str], *, certain: bool) -> bool:
    """Tell whether two characters are one damaged letter: inside a word, and not a formula or a quotation mark."""
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if written[0] == "\xac":
        return certain
    if written[0] not in _LEADS_OF_LATIN or not meant.isalpha():
        return False
    inside = before.isalpha() and after.isalpha()
    if written[1] in _MATHS:
        return inside
    return (
        inside
        or ((certain or before.isalpha()) and not after.isdigit())
        or (after.isalpha() and written[0] == "\u221a")
    )


def _windows(text: str, taken: set[int]) -> Iterator[Repair]:
    """Yield repairs of UTF-8 that was taken for Windows-1252, Latin-1 and their like."""
    for token in _TOKEN.finditer(text):
        if token[0].isascii() or not _SUSPICIOUS.search(token[0]):
            continue
        if any(
            position in taken for position in range(token.start(), min(token.end(), token.start() + _LONGEST_TOKEN))
        ):
            continue
        for start in range(token.start(), token.end(), _LONGEST_TOKEN):
            written = text[start : min(token.end(), start + _LONGEST_TOKEN)]
            meant = _mended(written)
            if meant != written:
                yield Repair(start, start + len(written), meant, _WHAT, written, meant, _HINT)


def _mended(written: str) -> str:
    """Return what ftfy makes of a word; the word itself when that is nothing a page can show."""
    from ftfy import fix_encoding  # noqa: PLC0415 - 50 ms, needed by damaged pages only

    meant = fix_encoding(written)
    return meant if len(meant) < len(written) and _JOINERS.sub("", meant).isprintable() else written
