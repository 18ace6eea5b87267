"""Where a line may end inside what has no blanks: compounds, ideographs (with kinsoku), addresses."""

from __future__ import annotations

from collections.abc import Iterator

from tui_home.text.patterns import pattern
from tui_home.text.width import cell_width, graphemes

# JIS X 4051's rules in their first degree: what must not begin a line, and what must not end one.
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟»％‰℃!),.:;?]}%…‥—–‐゠〜～"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【〘〖〝«([{$¥£€＄￥￡")
_IDEOGRAPHS = tuple(
    zip(
        "\u2e80\u3001\u3190\u3400\u4e00\uf900\ufe30\uff01\U00016fe0\U0001b000\U00020000",
        "\u2fff\u312f\u31ff\u4dbf\u9fff\ufaff\ufe4f\uffef\U00018fff\U0001b2ff\U0003ffff",
        strict=True,
    )
)
"""First and last of each range; a regular expression of them takes 3 ms to compile: for the first emoji there is."""
_FIRST_IDEOGRAPH = "\u2e80"
_HYPHENS = frozenset("-–—")
_COMPOUND = pattern(r"[^\w\s/@]*[^\W\d_]+(?:[-–—][^\W\d_]+)+[^\w\s/@]*")
_AFTER_HYPHEN = pattern(r"(?<=[^\W\d_]{2}[-–])(?=[^\W\d_]{2})|(?<=\w—)(?=\w)")
_LONGEST_COMPOUND = 80
_AFTER = "-._?&=#,:;"

Piece = tuple[int, int, int]
"""Start, end and cells of what is not broken as long as it fits a line."""


def compound_breaks(word: str) -> tuple[int, ...]:
    """Return where a compound of words ("Privacy-Enhancing", not an address) may be broken: after its hyphens."""
    if len(word) > _LONGEST_COMPOUND or _HYPHENS.isdisjoint(word) or not _COMPOUND.fullmatch(word):
        return ()
    return tuple(match.start() for match in _AFTER_HYPHEN.finditer(word))


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of the word that stands in `text` from `start` to `end`."""
    word = text[start:end]
    if not word.isascii() and max(word) >= _FIRST_IDEOGRAPH and any(map(_is_ideograph, word)):
        yield from _between_ideographs(word, start)
        return
    position = 0
    for stop in (*compound_breaks(word), len(word)):
        yield start + position, start + stop, cell_width(word[position:stop])
        position = stop


def _between_ideographs(word: str, start: int) -> Iterator[Piece]:
    begin = position = cells = 0
    previous = ""
    for cluster, its_cells in graphemes(word):
        if previous and _may_part(previous, cluster):
            yield start + begin, start + position, cells
            begin, cells = position, 0
        position += len(cluster)
        cells += its_cells
        previous = cluster
    yield start + begin, start + position, cells


def _may_part(before: str, after: str) -> bool:
    if after[0] in _NOT_FIRST or before[0] in _NOT_LAST:
        return False
    return _is_ideograph(before[0]) or _is_ideograph(after[0])


def _is_ideograph(character: str) -> bool:
    return character >= _FIRST_IDEOGRAPH and any(first <= character <= last for first, last in _IDEOGRAPHS)


def best_break(text: str, start: int, stop: int) -> int:
    """Return where to break what is longer than a line: after a sign of an address, else at `stop`.

    Args:
        text: The text.
        start: Where the line begins.
        stop: The last place that still fits; more than `start`.
    """
    lowest = start + (stop - start) // 3
    path = text.rfind("/", lowest, stop)
    after = path if path > 0 else max(text.rfind(sign, lowest, stop) for sign in _AFTER)
    return after + 1 if after > start else stop
