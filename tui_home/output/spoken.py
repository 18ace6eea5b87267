"""Spans as they are said: without the words and signs that only help those who look."""

from __future__ import annotations

from collections.abc import Iterator

from tui_home.document.badges import STAR
from tui_home.model.inline import Span, Spans
from tui_home.sections.words import SEPARATOR
from tui_home.text.patterns import pattern

_NOTE = pattern(r"\s?\[([0-9]{1,3})\]")
_COUNT = pattern("\N{NO-BREAK SPACE}\\(([0-9]+)(\\+?)\\)")
_LEFT_OUT = ", … "
_COMMA = ", "
_STAR = f"{STAR} "


def spoken(spans: Spans) -> Iterator[Spans]:
    """Yield the lines of `spans`; what separates by its looks becomes a comma, names of keys go."""
    line: list[Span] = []
    for span in spans:
        if span.style.interactive and not span.link and span.text.strip():
            continue
        first, *others = _said(span).split("\n")
        line.append(Span(first, span.style, span.link))
        for other in others:
            yield from _filled(line)
            line = [Span(other, span.style, span.link)]
    yield from _filled(line)


def listed(spans: Spans) -> Spans:
    """Return `spans` as one line."""
    parts: list[Span] = []
    for line in spoken(spans):
        parts += [*([Span(" ")] if parts else []), *line]
    return tuple(parts)


def _filled(line: list[Span]) -> Iterator[Spans]:
    """Yield a line that says something, without separators at its ends."""
    first, last = 0, len(line)
    while first < last and _is_idle(line[first]):
        first += 1
    while last > first and _is_idle(line[last - 1]):
        last -= 1
    if first < last:
        yield tuple(line[first:last])


def _is_idle(span: Span) -> bool:
    return not span.link and (span.text == _COMMA or not span.text.strip())


def _said(span: Span) -> str:
    if span == SEPARATOR or (not span.link and len(span.text) > 1 and span.text.isspace() and "\n" not in span.text):
        return _COMMA
    if span.text == _LEFT_OUT:
        return ", and others, "
    if span.style.badge:
        return span.text.removeprefix(_STAR)
    counted = _COUNT.fullmatch(span.text)
    if counted:
        return f", {'more than ' if counted[2] else ''}{counted[1]} authors in all"
    # Here a number in brackets is something to open.
    return span.text if span.link or span.style.code else _NOTE.sub(r" (note \1)", span.text)


def spoken_sign(sign: str) -> str:
    """Return what is said before an item that has a sign of its own."""
    note = _NOTE.fullmatch(sign)
    return f"Note {note[1]}: " if note else f"{sign} "
