"""How many cells text takes, and the form of it on which Rich and tmux agree (DESIGN hazard 13)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, split_graphemes

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# Measured: every code point, and the clusters of tests/text/test_width_in_tmux.py, in tmux 3.3a against Rich 15.
_DROPPED = (
    *("\u200d\u200f", "\u302e\u302f", "\u3164\u3164", "\uffa0\uffa0", "\ufe00\ufe0f", "\u20e3\u20e3"),
    *("\U00016ff0\U00016ff1", "\U0001f3fb\U0001f3ff", "\U000e0100\U000e01ef"),
)
"""First and last of each range; as regular expressions these and the next take half a millisecond to compile."""
_DISPUTED = ("\u2630\u2637", "\u268a\u268f", "\u3248\u324f", "\U0001d300\U0001d376")
_STAND_INS = {0x2630: "≡", **{0x3248 + index: str(10 * (index + 1)) for index in range(8)}}
_STACKED_MARKS = pattern("([\u0300-\u036f]{4})[\u0300-\u036f]+")
_MARKS = frozenset(map(chr, range(0x300, 0x370)))
_UNKNOWN = "\ufffd"
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
_ENDINGS = frozenset("\u0e33\u0eb3\uff9e\uff9f")
"""Characters of their own width that belong to the one before: Thai and Lao AM, halfwidth voicing marks."""


def cell_width(text: str) -> int:
    """Return the cells that `text` takes in a terminal; control characters take none.

    Rich and tmux agree on it when `text` is `drawable`; the known exceptions, spacing vowel signs of Indic scripts,
    are listed in ``tests/text/test_width_in_tmux.py``.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return cell_len(text)


def graphemes(text: str) -> Iterator[tuple[str, int]]:
    """Yield what a reader sees as one character each, with its cells; together they are `text`."""
    if text.isascii() and text.isprintable():
        for character in text:
            yield character, 1
        return
    cluster, width = "", 0
    for start, end, cells in split_graphemes(text)[0]:
        piece = text[start:end]
        if cluster and _belongs(piece, cluster):
            cluster, width = cluster + piece, width + cells
            continue
        if cluster:
            yield cluster, width
        cluster, width = piece, cells
    if cluster:
        yield cluster, width


def drawable(text: str) -> str:
    """Return `text` in a form that Rich and tmux draw equally wide; only for the screen, never for copies.

    Variation selectors, skin tones and keycap marks go; so do joiners: to tmux joined pictures are as wide as one, to
    xterm and kitty as all of them, and UTS #51 lets them stand beside each other. Of many stacked marks four stay.
    Characters unknown to Unicode, and the few on whose width nobody agrees, get a stand-in.
    """
    if text.isascii():
        return text
    text = text.translate(_drawn())
    if not text.isprintable():
        text = "".join(_UNKNOWN if unicodedata.category(character) == "Cn" else character for character in text)
    return text if _MARKS.isdisjoint(text) else _STACKED_MARKS.sub(r"\1", text)


@lru_cache(maxsize=1)
def _drawn() -> dict[int, str | None]:
    """Return what is drawn in place of each character that is not drawn itself; None for nothing."""
    stand_ins = {code: _STAND_INS.get(code, _UNKNOWN) for code in _codes(_DISPUTED)}
    return dict.fromkeys(_codes(_DROPPED)) | stand_ins


def _codes(ranges: tuple[str, ...]) -> Iterator[int]:
    return (code for ends in ranges for code in range(ord(ends[0]), ord(ends[1]) + 1))


def _belongs(piece: str, cluster: str) -> bool:
    """Tell whether `piece` is one character with `cluster`: the second half of a flag, or an ending."""
    if piece in _ENDINGS:
        return True
    return len(cluster) == 1 and _is_flag_letter(cluster) and _is_flag_letter(piece[0])


def _is_flag_letter(character: str) -> bool:
    """Tell whether `character` is a regional indicator; two of them are a flag."""
    return _FLAG_LETTERS[0] <= character <= _FLAG_LETTERS[1]
