"""From YAML's events to values, without PyYAML's own constructor.

PyYAML's constructor raises on dates such as 2023-04-31, expands aliases without bound, drops duplicate keys silently
and forgets lines; a builder of our own over its events does none of that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from yaml import events

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_MAX_DEPTH = 40
_MAX_VALUES = 100_000
_MAX_PROBLEMS = 20
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(f(word) for word in ("true", "yes", "on") for f in (str.lower, str.title, str.upper))
_FALSE = frozenset(f(word) for word in ("false", "no", "off") for f in (str.lower, str.title, str.upper))
_INTEGER = pattern(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_STRING_TAG = "tag:yaml.org,2002:str"


class Mark(Protocol):
    """A place in the text: PyYAML's mark, or libyaml's."""

    line: int
    column: int


class RefusedError(Exception):
    """The document asks for more than any honest one does.

    Args:
        message: What it asks for, one line.
        line: Counted from 0.
    """

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class Builder:
    """Builds the values of one document.

    Args:
        origin: Where the document's first line stands, for Problems.
    """

    def __init__(self, origin: Origin) -> None:
        self.problems: list[Problem] = []
        self.covered: set[int] = set()
        self._origin = origin
        self._anchors: dict[str, tuple[object, int]] = {}
        self._values = 0

    def build(self, stream: Iterable[events.Event]) -> Mapping:
        """Return the first document's mapping; an empty one when the document holds something else.

        Raises:
            RefusedError: More aliases, depth or values than the bounds allow.
            yaml.YAMLError: The stream's own.
        """
        iterator = iter(stream)
        value = next(
            (self._value(event, iterator, 0) for event in iterator if isinstance(event, events.NodeEvent)), None
        )
        for _ in iterator:
            pass  # what follows the mapping counts for nothing, unless it is broken: then it was meant to be in it
        if isinstance(value, Mapping):
            return value
        if value is not None:
            message = "The YAML is no list of “key: value” lines; it is left out"
            self.problems.append(self._origin.problem(Severity.ERROR, message))
        return Mapping()

    def _value(self, event: events.Event, iterator: Iterable[events.Event], depth: int) -> object:
        line = _line(event.start_mark)
        if depth > _MAX_DEPTH:
            raise RefusedError(f"The YAML is nested more than {_MAX_DEPTH} deep; it is left out", line)
        if isinstance(event, events.AliasEvent):
            value, size = self._anchors.get(str(event.anchor), (f"*{event.anchor}", 1))
            self._count(size, line)
            return value
        before = self._values
        self._count(1, line)
        value = self._node(event, iterator, depth)
        if anchor := getattr(event, "anchor", None):
            self._anchors[anchor] = (value, self._values - before)
        return value

    def _node(self, event: events.Event, iterator: Iterable[events.Event], depth: int) -> object:
        if isinstance(event, events.MappingStartEvent):
            return self._mapping(iterator, depth)
        if isinstance(event, events.SequenceStartEvent):
            items: list[object] = []
            for item in iterator:
                if isinstance(item, events.SequenceEndEvent):
                    break
                items.append(self._value(item, iterator, depth + 1))
            return items
        if isinstance(event, events.ScalarEvent):
            past = _line(event.end_mark) + bool(event.end_mark and event.end_mark.column)
            self.covered.update(range(_line(event.start_mark) + 1, past))
            return scalar(event.value) if event.implicit[0] and event.tag != _STRING_TAG else event.value
        return None

    def _mapping(self, iterator: Iterable[events.Event], depth: int) -> Mapping:
        mapping = Mapping()
        for event in iterator:
            if isinstance(event, events.MappingEndEvent):
                break
            line = _line(event.start_mark)
            key = self._value(event, iterator, depth + 1)
            following = next(iter(iterator))
            value = self._value(following, iterator, depth + 1)
            if key == "<<" and isinstance(value, Mapping):
                self._merge(mapping, value)
            elif isinstance(event, events.ScalarEvent):
                self._set(mapping, event.value, value, line)
                block = isinstance(following, events.ScalarEvent) and following.style in ("|", ">")
                mapping.text_lines[event.value] = self._origin.line + _line(following.start_mark) + block
        return mapping

    def _set(self, mapping: Mapping, key: str, value: object, line: int) -> None:
        if key in mapping.lines and len(self.problems) < _MAX_PROBLEMS:
            message = f"The key “{printable(key)}” stands twice; the last one counts"
            self.problems.append(self._origin.problem(Severity.WARNING, message, "delete one of them", at=line))
        mapping[key] = value
        mapping.lines[key] = self._origin.line + line

    def _merge(self, mapping: Mapping, other: Mapping) -> None:
        for key, value in other.items():
            mapping.setdefault(key, value)

    def _count(self, size: int, line: int) -> None:
        self._values += size
        if self._values > _MAX_VALUES:
            raise RefusedError("The YAML’s aliases or lists grow beyond all bounds; it is left out", line)


def _line(mark: Mark | None) -> int:
    """Return the line of a mark, counted from 0."""
    return mark.line if mark else 0


def scalar(text: str) -> object:
    """Return what an unquoted scalar means: nothing, a truth, a whole number, else its text.

    YAML 1.1's truths (yes, on …) count, as in Jekyll; its dates, fractions, octal and base-60 numbers do not, because a
    page means the text by them.
    """
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INTEGER.fullmatch(text):
        return int(text)
    return text
