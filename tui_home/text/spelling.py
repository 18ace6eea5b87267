"""Text in the few characters that a terminal has: ASCII, or those of the fonts of the kernel's console.

Letters and signs are anyascii's; what a homepage is full of is spelt as people type it: dashes, arrows, separators,
maths, Chinese names in syllables.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_NO_BREAK = "\u00a0"
_TYPED = {
    # Blanks and line breaks keep what they mean to wrapping.
    "\u00a0": _NO_BREAK, "\u2007": _NO_BREAK, "\u202f": _NO_BREAK, "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
    "\u2013": "-", "\u2014": "--", "\u2015": "--", "\u00b7": "*", "\u2026": "...", "\u2025": "..",
    "\u00ab": '"', "\u00bb": '"', "\u2039": "'", "\u203a": "'", "\u2033": '"', "\u203c": "!!",
    "\u2190": "<-", "\u2191": "^", "\u2192": "->", "\u2193": "v", "\u2194": "<->", "\u2196": "<-", "\u2197": "->",
    "\u2198": "->", "\u2199": "<-", "\u21a6": "|->", "\u21a9": "<-", "\u21aa": "->", "\u21d0": "<=", "\u21d2": "=>",
    "\u21d4": "<=>", "\u27a1": "->", "\u2b05": "<-", "\u2b06": "^", "\u2b07": "v", "\u2934": "^", "\u2935": "v",
    "\u00d7": "x", "\u2212": "-", "\u2260": "!=", "\u2261": "==", "\u2248": "~=", "\u2208": "in", "\u2209": "not in",
    "\u2200": "for all ", "\u2203": "exists ", "\u2205": "{}", "\u2207": "nabla ", "\u220f": "prod ",
    "\u2211": "sum ", "\u222b": "int ", "\u2227": "and", "\u2228": "or", "\u222a": "u", "\u2229": "n",
    "\u2297": "(x)", "\u2295": "(+)", "\u00a3": "GBP", "\u00a5": "JPY", "\u00a7": "sec. ", "\u00b6": "par. ",
    "\u2122": "(TM)", "\u2116": "no. ", "\u00bf": "?", "\u00a1": "!",
    "\u0627": "a",  # anyascii passes over it
    "\u25aa": "*", "\u25ab": "*", "\u25fc": "*", "\u25fb": "*", "\u25fe": "*", "\u25fd": "*", "\u2b1b": "#",
    "\u2b1c": "#", "\u25b6": ">", "\u25c0": "<", "\u2606": "-", "\u2b50": "*", "\u2733": "*", "\u2734": "*",
    "\u2747": "*", "\u2716": "x", "\u2795": "+", "\u2796": "-", "\u2797": "/",
    "\u2610": "[ ]", "\u2611": "[x]", "\u2612": "[x]", "\u2713": "[x]", "\u2714": "[x]", "\u2705": "[x]",
    "\u2717": "[-]", "\u2718": "[-]", "\u274c": "[-]", "\u274e": "[-]", "\ufffd": "?",
}  # fmt: skip
_SEPARATOR = pattern("(?<!\\s) ([\u00b7\u2022\u2013\u2014])(?= )")
_DASH = pattern("(?<!\\s) ([\u2013\u2014])(?= )")
_SEPARATORS = {"\u00b7": "|", "\u2022": "|", "\u2013": "-", "\u2014": "--"}
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OPENING = "\uff08\u300a\u300c\u300e\u3010"
_CLOSING = "\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f\uff09\u300b\u300d\u300f\u3011"
_SYLLABLE = pattern(f"(?<=[{_HAN}{_CLOSING}])(?=[^\\W_]|[{_OPENING}])|(?<=[^\\W_])(?=[{_HAN}])")
_GREEK_WORD = pattern("[\u0370-\u03ff]{2}")
_LONE_GREEK = pattern("[\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u03d1\u03d5\u03f5]")
_MICRO = pattern("\u03bc(?=[A-Za-z])")
_RAISED = pattern("[\u2070\u00b9\u00b2\u00b3\u2074-\u207f]+")
_MONEY = pattern("[\u20ac\u00a3](?=[0-9])")
_MATHS_LETTERS = pattern("[\U0001d400-\U0001d7ff]+")
_CONSOLE = pattern("[\x00-\x7f\u00a0-\u00ac\u00ae-\u00ff\u2007\u202f\u2022\u2190-\u2193\u2500\u2502\u25a0]*")
_FIRST_SILENT, _LAST_SILENT = "\u0370", "\u2fff"
"""Between these stand the letters that anyascii passes over because nobody hears them; elsewhere it knows none."""


def ascii_of(text: str) -> str:
    r"""Return `text` in ASCII; only ``\n`` and no-break spaces, which wrapping must know, are kept beside it.

    Combining marks and invisible characters go; what has no likeness becomes a question mark.
    """
    return text if text.isascii() else "".join(map(_ascii, _as_typed(_SEPARATOR.sub(_separated, text))))


def console_of(text: str) -> str:
    """Return `text` in what fonts of 256 or 512 glyphs have in common: Latin-1 and the simplest signs.

    After the Unicode tables of Debian's console-setup 1.221 (Lat15, Uni2) and the kernel's own (``cp437.uni``).
    """
    if text.isascii() or _CONSOLE.fullmatch(text):
        return text
    typed = _as_typed(_DASH.sub(_separated, unicodedata.normalize("NFC", text)))
    return "".join(character if _CONSOLE.fullmatch(character) else _ascii(character) for character in typed)


def _as_typed(text: str) -> str:
    """Return `text` with what is spelt according to what stands beside it."""
    for words, spelt in _RULES:
        text = words.sub(spelt, text)
    return text if _GREEK_WORD.search(text) else _LONE_GREEK.sub(_letter_name, _MICRO.sub("u", text))


def _separated(match: re.Match[str]) -> str:
    """Return a sign between blanks, tied to what it follows: it ends a line rather than begins one."""
    return f"{_NO_BREAK}{_SEPARATORS[match[1]]}"


def _letter_name(match: re.Match[str]) -> str:
    """Return what mathematics calls a single Greek letter."""
    name = unicodedata.name(match[0])
    letter = name.removesuffix(" SYMBOL").rpartition(" ")[2].lower().replace("lamda", "lambda")  # as everybody has it
    return letter.capitalize() if "CAPITAL" in name else letter


def _raised(match: re.Match[str]) -> str:
    whole = unicodedata.normalize("NFKC", match[0]).replace("\u2212", "-")
    before = match.string[match.start() - 1 : match.start()]
    return f"^{whole}" if before.isalnum() or before in {")", "]"} else whole


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_MATHS_LETTERS, lambda match: unicodedata.normalize("NFKC", match[0])),
    (_SYLLABLE, lambda _match: " "),
    (_RAISED, _raised),
    (_MONEY, lambda match: "EUR " if match[0] == "\u20ac" else "GBP "),
)


@lru_cache(maxsize=4096)
def _ascii(character: str) -> str:
    typed = character if character.isascii() else _TYPED.get(character)
    if typed is not None:
        return typed
    from anyascii import anyascii  # noqa: PLC0415 - 20 ms, for terminals without Unicode only

    return str(anyascii(character)) or _unknown(character)


def _unknown(character: str) -> str:
    kind = unicodedata.category(character)
    silent = kind == "Lo" and _FIRST_SILENT <= character <= _LAST_SILENT
    return "?" if kind in {"Cn", "Co", "Cs", "Lo", "So"} and not silent else ""
