"""Text that was read in the wrong character encoding: found, and put right where that is certain.

UTF-8 that was taken for Mac Roman is mended by a rule of our own, since ftfy does not know its emoji (they begin with
U+F8FF, Apple's logo). What came through Windows-1252 or Latin-1 is left to ftfy, once it cannot be correct text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tui_home.text.patterns import pattern
from tui_home.text.repairs import Repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_home.text.code import Shield

_WHAT = "Damaged characters"
_HINT = "Write what is meant and save the file as UTF-8"

_MAC = bytes(range(256)).decode("mac_roman")
_MAC_BYTES = {ord(character): byte for byte, character in enumerate(_MAC)}


def _mac(first: int, last: int) -> str:
    """Return a regex class of the characters that Mac Roman has for the bytes from `first` to `last`."""
    return "[" + re.escape(_MAC[first : last + 1]) + "]"


_MAC_NEXT = _mac(0x80, 0xBF)
_MAC_RUN = pattern(
    f"(?:{_mac(0xF0, 0xF0)}{_MAC_NEXT}{{3}}|{_mac(0xE0, 0xEF)}{_MAC_NEXT}{{2}}|{_mac(0xC2, 0xDF)}{_MAC_NEXT})+"
)
_MAC_HINT = pattern(_mac(0xC2, 0xF0) + _MAC_NEXT)
_SIGNS = frozenset("‡†§¶•°")
"""Marks of footnotes, which people do write one after another."""
_MATHS = frozenset("π∞µΩ∑∏∫")
_ROOT, _NOT = "\u221a", "\u00ac"
_LEADS_OF_LATIN = frozenset(_MAC[0xC3:0xC6])
_PAIR = 2

# Windows-1252 and Latin-1: what the second and later bytes of a UTF-8 sequence look like there.
_STRAY = (
    "\x80-\xa9\xad-\xaf\xb4-\xb6\xb8\xbc-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2020\u2021\u20ac\u2030"
)
_QUOTING = "\xab\xbb\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2026\u2039\u203a\u2122\u2022"
_MEASURE = "\xaa\xac\xb0-\xb3\xb7\xb9\xba"
_ANY = f"[{_STRAY}{_QUOTING}{_MEASURE}]"
_SMALL, _LARGE = "[a-z\xdf-\xf6\xf8-\xff]", "[A-Z\xc0-\xd6\xd8-\xde]"
_LATIN = "[\xc2\xc3]"
_WINDOWS_HINT = pattern(f"[\xc2-\xf0]{_ANY}")
"""What a search of the whole text finds quickly; the rest is looked at only after."""
_LONG = f"[\xe0-\xef]{_ANY}{{2}}|\xf0{_ANY}{{3}}"
_SUSPICIOUS = pattern(
    f"{_LATIN}[{_STRAY}{_MEASURE}]"
    f"|(?<={_SMALL}){_LATIN}{_ANY}"
    f"|(?<!{_LARGE}){_LATIN}[{_QUOTING}](?={_SMALL})"
    f"|[\xc4-\xdf][{_STRAY}]"
    f"|[\xc4-\xdf][{_MEASURE}{_QUOTING}](?={_SMALL})"
    f"|(?<={_SMALL})[\xc4-\xdf][{_QUOTING}]"
    f"|(?:[\xc4-\xdf]{_ANY}){{2}}"
    f"|{_LONG}"
)
_CERTAIN = pattern(f"\xe2\u20ac|\xf0\u0178|{_SMALL}\xc3{_ANY}|\xc3[\xa1-\xa9\xb4\xb6\xb8\xbc\xbf]")
_DOUBTFUL = pattern(f"[\xc2-\xdf]{_ANY}|{_LONG}")
_TOKEN = pattern(r"[^ \t\r\n\f\v]+")
_LONGEST_TOKEN = 2000
_INVISIBLE = pattern("[\u200c\u200d\ufe0e\ufe0f\xa0\xad]")


def mend_mac_roman(text: str, shield: Shield) -> tuple[Repair, ...]:
    """Return the repairs of UTF-8 that was taken for Mac Roman, in order.

    Args:
        text: Any text; where it is Markdown, `shield` names its code.
        shield: What is left as it is.
    """
    if text.isascii() or not _MAC_HINT.search(text):
        return ()
    runs = [run for run in _MAC_RUN.finditer(text) if not shield.in_code(run.start())]
    certain = any(len(run[0]) > _PAIR and _decoded(text, run, certain=False) for run in runs)
    meanings = ((run, _decoded(text, run, certain=certain)) for run in runs)
    return tuple(Repair(*run.span(), meant, _WHAT, run[0], meant, _HINT) for run, meant in meanings if meant)


def mend_windows(text: str, shield: Shield) -> tuple[Repair, ...]:
    """Return the repairs of words that went through Windows-1252, Latin-1 or their like, in order.

    Args:
        text: Any text; where it is Markdown, `shield` names its code.
        shield: What is left as it is.
    """
    if text.isascii() or not _WINDOWS_HINT.search(text) or not _SUSPICIOUS.search(text):
        return ()
    suspicious = _DOUBTFUL if _CERTAIN.search(text) else _SUSPICIOUS
    return tuple(_mended_words(text, suspicious, shield))


def _decoded(text: str, run: re.Match[str], *, certain: bool) -> str:
    """Return what a run of characters was in UTF-8; "" when it may well be meant as it stands."""
    written = run[0]
    if _SIGNS.issuperset(written):
        return ""
    try:
        meant = bytes(_MAC_BYTES[ord(character)] for character in written).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    if not _INVISIBLE.sub("", meant).isprintable():
        return ""
    if len(written) == _PAIR:
        return meant if _is_letter_in_word(text, run, meant, certain=certain) else ""
    return meant if len(written) > 2 * len(meant) or _one_script(meant) else ""


def _one_script(meant: str) -> bool:
    """Tell whether there are letters, all of one alphabet, as those of a word are."""
    alphabets = {unicodedata.name(letter, "").partition(" ")[0] for letter in meant}
    return len(alphabets) == 1 and any(map(str.isalpha, meant))


def _is_letter_in_word(text: str, run: re.Match[str], meant: str, *, certain: bool) -> bool:
    """Tell whether two characters are one damaged letter: inside a word, and not a formula or a quotation mark.

    `certain` says that the text has damage of this kind elsewhere.
    """
    lead, second = run[0][0], run[0][1]
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if lead == _NOT:
        return certain
    if lead not in _LEADS_OF_LATIN or not meant.isalpha():
        return False
    inside = before.isalpha() and after.isalpha()
    if second in _MATHS:
        return inside
    if after.isalpha() and lead == _ROOT:
        return True
    return inside or ((certain or before.isalpha()) and not after.isdigit())


def _mended_words(text: str, suspicious: re.Pattern[str], shield: Shield) -> Iterator[Repair]:
    """Yield repairs of words that hold something `suspicious` and that ftfy finds bad as well."""
    known: dict[str, str] = {}
    tokens = (token for part in shield.around_code(len(text)) for token in _TOKEN.finditer(text, *part))
    for token in tokens:
        if token[0].isascii() or not suspicious.search(token[0]):
            continue
        for start in range(token.start(), token.end(), _LONGEST_TOKEN):
            written = text[start : min(token.end(), start + _LONGEST_TOKEN)]
            meant = known[written] if written in known else known.setdefault(written, _mended(written))
            if meant != written:
                yield Repair(start, start + len(written), meant, _WHAT, written, meant, _HINT)


def _mended(written: str) -> str:
    """Return what ftfy makes of a word; the word itself when that is nothing a page can show."""
    from ftfy import fix_encoding  # noqa: PLC0415 - 50 ms, needed by damaged pages only

    meant = fix_encoding(written)
    return meant if len(meant) < len(written) and _INVISIBLE.sub("", meant).isprintable() else written
