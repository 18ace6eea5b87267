"""HTML, cut into tags and text: tolerant as browsers are, and linear in the length of anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from html import unescape
from typing import NamedTuple

from tui_home.text.patterns import pattern

_NAME = pattern(r"[A-Za-z][^\s/<>\"'=]{0,40}")
_NEXT = pattern(r"[<>\"']")
_ATTRIBUTE = pattern(r"([^\s=/\"'<>]{1,100})(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]++)))?+")
_SELF_CLOSING = pattern(r"(?:^|[\s\"'])/$")
_RAW = {
    tag: pattern(f"</{tag}(?![A-Za-z0-9])", re.IGNORECASE)
    for tag in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
"""Elements in which tags mean nothing, and what ends them."""


class Kind(Enum):
    """What a piece of HTML is."""

    TEXT = auto()
    START = auto()
    END = auto()
    COMMENT = auto()
    UNCLOSED = auto()
    """A comment, script or style sheet whose end is missing; the text that follows goes on as text."""


class Event(NamedTuple):
    """One tag, comment or run of text, with its place in the source."""

    kind: Kind
    start: int
    end: int
    value: str
    """The text with its entities decoded, or the tag's name in lower case."""
    attributes: Mapping[str, str] = {}
    empty: bool = False
    """Whether the tag closes itself (``<br/>``)."""


def events(source: str) -> Iterator[Event]:
    """Yield what `source` consists of, in order (HTML Living Standard, 13.2.5, without its tree)."""
    return _Tokenizer(source).events()


class _Tokenizer:
    """One pass over a source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._exhausted: set[str] = set()
        self._patience = 4 * len(source) + 4096
        self._after_raw = 0

    def events(self) -> Iterator[Event]:
        """Yield the events."""
        source = self._source
        done = look = 0
        while (at := source.find("<", look)) >= 0:
            event = self._markup(at)
            if event is None:
                look = at + 1
                continue
            if at > done:
                yield Event(Kind.TEXT, done, at, unescape(source[done:at]))
            yield event
            done = look = event.end
            if event.kind is Kind.START and event.value in _RAW and not event.empty:
                yield from self._raw(event)
                done = look = self._after_raw
        if done < len(source):
            yield Event(Kind.TEXT, done, len(source), unescape(source[done:]))

    def _markup(self, at: int) -> Event | None:
        """Return what begins with the ``<`` at a place; None when it is only a character."""
        source = self._source
        following = source[at + 1 : at + 2]
        if following in {"!", "?"}:
            return self._comment(at)
        closing = following == "/"
        name = _NAME.match(source, at + 1 + closing)
        end = self._tag_end(name.end()) if name else -1
        if not name or end < 0:
            return None
        tag = name[0].lower()
        if closing:
            return Event(Kind.END, at, end, tag)
        inner = source[name.end() : end - 1]
        empty = inner.endswith("/") and ("=" not in inner or _SELF_CLOSING.search(inner[-2:]) is not None)
        return Event(Kind.START, at, end, tag, _attributes(inner), empty)

    def _comment(self, at: int) -> Event | None:
        """Return the comment or declaration that begins at a place; None when it is only a character."""
        if not self._source.startswith("<!--", at):
            end = self._find(">", at)
            return Event(Kind.COMMENT, at, end + 1, "") if end >= 0 else None
        end = self._find("-->", at + 2)
        if end < 0:
            return Event(Kind.UNCLOSED, at, at + 4, "comment")
        return Event(Kind.COMMENT, at, end + 3, self._source[at : end + 3])

    def _tag_end(self, at: int) -> int:
        """Return where the tag ends; -1 when it does not, or when too much was read in vain already."""
        if self._patience < 0:
            return -1
        source, look = self._source, at
        while found := _NEXT.search(source, look):
            mark = found[0]
            if mark == ">":
                return found.end()
            if mark == "<":
                break
            look = self._find(mark, found.end()) + 1
            if not look:
                break
        self._patience -= max(look, at) - at + 1
        return -1

    def _find(self, what: str, start: int) -> int:
        """Return where `what` is from `start` on; remembers that it is nowhere any more."""
        if what in self._exhausted:
            return -1
        found = self._source.find(what, start)
        if found < 0:
            self._exhausted.add(what)
        return found

    def _raw(self, opened: Event) -> Iterator[Event]:
        """Yield the text of an element in which tags mean nothing, up to its end tag."""
        self._after_raw = opened.end
        ending = "</" + opened.value
        closed = None if ending in self._exhausted else _RAW[opened.value].search(self._source, opened.end)
        if not closed:
            self._exhausted.add(ending)
            yield Event(Kind.UNCLOSED, opened.end, opened.end, opened.value)
            return
        if closed.start() > opened.end:
            yield Event(Kind.TEXT, opened.end, closed.start(), self._source[opened.end : closed.start()])
        self._after_raw = closed.start()


def _attributes(source: str) -> dict[str, str]:
    """Return a tag's attributes, names in lower case, values decoded; the first of a name counts."""
    if not source or source.isspace():
        return {}
    result: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        value = double or single or bare
        result.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return result
