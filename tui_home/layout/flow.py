"""Spans made ready for wrapping: one string, and where in it each Ink and Target ends."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tui_home.layout.fragment import Ink
from tui_home.layout.ink import UNBROKEN_BLANK, Inks
from tui_home.layout.spelling import spelt
from tui_home.model.inline import PLAIN, Link, Span, Spans, Style
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.width import drawable, graphemes

# Characters of one cell that never join their neighbours, as Rich's tables and terminals agree: first and last of each
# range. A regular expression of them takes a quarter of a millisecond to compile.
_ONE_CELL_EACH = (
    *("\n\n", " ~", "\u00a0\u00ac", "\u00ae\u02ff", "\u0370\u0377", "\u037a\u037f", "\u0384\u038a", "\u038c\u038c"),
    *("\u038e\u03a1", "\u03a3\u0482", "\u048a\u052f", "\u1e00\u1eff", "\u2010\u2027", "\u2030\u205e", "\u2070\u2071"),
    *("\u2074\u208e", "\u20a0\u20bf", "\u2100\u218b", "\u2190\u2199", "\u2200\u22ff", "\u2500\u25fc", "\u2600\u2606"),
    "\u2800\u28ff",
)
_NO_BREAK_SPACE = "\u00a0"
_BLANKS = pattern(r"[^\S\n\u00a0]")
_CONTROL = pattern("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_JOINER = "\u200d"
_TAIL = 16


class Run:
    """A stretch of a Flow, from where the last one ended."""

    __slots__ = ("end", "ink", "target")

    def __init__(self, end: int, ink: Ink, target: int) -> None:
        self.end, self.ink, self.target = end, ink, target


class Flow:
    """Text to be wrapped, with Inks and Targets by position."""

    __slots__ = ("runs", "simple", "text")

    def __init__(self) -> None:
        self.text = ""
        self.runs: list[Run] = []
        self.simple = True
        """Whether every character takes one cell, so that positions are cells."""


class TargetList:
    """The Targets of a Fragment that is being made: the same Link in adjacent Spans is one of them."""

    __slots__ = ("links", "opened", "wholes")

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.wholes: set[int] = set()
        """Those that are whole Blocks, with all that is in them."""
        self.opened: set[int] = set()
        """Those whose fold is open."""

    def add(self, link: Link) -> int:
        """Return the index of a new Target."""
        self.links.append(link)
        return len(self.links) - 1


def flow_of(spans: Spans, inks: Inks, targets: TargetList, *, base: Style = PLAIN, owner: int = -1) -> Flow:
    """Return the Flow of `spans`.

    Args:
        spans: What to draw; those that are only for someone who can act are left out where nobody can.
        inks: Of the Look.
        targets: Where the links' Targets are added.
        base: The style of the whole, a heading's for example.
        owner: The Target that contains all of it; -1 for none.
    """
    parts: list[tuple[str, Ink, int]] = []
    last_link: Link | None = None
    target = owner
    for span in spans if inks.look.interactive else _passive(spans):
        if not span.text:
            continue
        if span.link is None:
            target = owner
        elif span.link != last_link:
            target = targets.add(span.link)
        last_link = span.link
        # What leads nowhere can only be copied, and nobody copies from what is printed.
        linked = span.link is not None and (inks.look.interactive or bool(span.link.url))
        ink = inks.of(span.style, linked=linked, base=base)
        # The content's own is an ordinary blank.
        text = spelt(span.text.replace(UNBROKEN_BLANK, _NO_BREAK_SPACE), inks.look)
        if span.style.badge:
            parts.extend((part, its_ink, target) for part, its_ink in _badge(text, ink, inks))
        else:
            parts.append((text, ink, target))
    return _joined_parts(parts)


def safe_flow(parts: Iterable[tuple[str, Ink]], owner: int) -> Flow:
    """Return the Flow of text whose Inks are known, all of it belonging to the Target `owner`."""
    return _joined_parts((text, ink, owner) for text, ink in parts)


def _joined_parts(parts: Iterable[tuple[str, Ink, int]]) -> Flow:
    flow = Flow()
    runs = flow.runs
    texts: list[str] = []
    position, simple = 0, True
    for text, ink, target in parts:
        drawn = text
        if not (text.isascii() and text.isprintable()) and not _takes_one_each(text):
            drawn = _safe(text)
            simple = simple and _takes_one_each(drawn)
        texts.append(drawn)
        position += len(drawn)
        if runs and runs[-1].ink is ink and runs[-1].target == target:
            runs[-1].end = position
        else:
            runs.append(Run(position, ink, target))
    flow.text = "".join(texts)
    flow.simple = simple
    if not simple:
        _keep_clusters_whole(flow)
    return flow


def _takes_one_each(text: str) -> bool:
    """Return whether each character of `text` takes one cell."""
    return all(map(_takes_one, set(text)))


@lru_cache(maxsize=1024)
def _takes_one(character: str) -> bool:
    return any(ends[0] <= character <= ends[1] for ends in _ONE_CELL_EACH)


def _safe(text: str) -> str:
    """Return `text` as terminals agree to draw it; the last gate for controls that a reader let through."""
    return drawable(text if text.isprintable() or not _CONTROL.search(text) else printable(text, newlines=True))


def _passive(spans: Iterable[Span]) -> Iterable[Span]:
    return (span for span in spans if not span.style.interactive)


def _badge(text: str, ink: Ink, inks: Inks) -> tuple[tuple[str, Ink], ...]:
    """Return a chip in its three parts; it is as wide in every Look, and never broken at a blank."""
    left, right, ends = inks.chip_ends(ink)
    return ((left, ends), (_BLANKS.sub(_NO_BREAK_SPACE, text.strip()), ink), (right, ends))


def _keep_clusters_whole(flow: Flow) -> None:
    """Move the borders of runs out of the clusters they split: a combining mark belongs to its letter."""
    text = flow.text
    previous = 0
    for run in flow.runs[:-1]:
        end = max(run.end, previous)
        while end < len(text) and not (text[end].isascii() and text[end - 1] != _JOINER) and _joined(text, end):
            end += 1
        run.end = previous = end


def _joined(text: str, position: int) -> bool:
    """Return whether the characters on both sides of `position` are one to a reader."""
    start = max(0, position - _TAIL)
    reached = start
    for cluster, _cells in graphemes(text[start : position + 1]):
        if reached == position:
            return False
        reached += len(cluster)
    return True
