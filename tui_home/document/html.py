"""Blocks of HTML: what in them is HTML, and what is Markdown after all; and the address, which is only lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_home.document import tags
from tui_home.document.builder import Builder
from tui_home.document.flatten import flattened
from tui_home.document.surplus import cut, paragraphs_of
from tui_home.document.tokenizer import Event, Kind, events
from tui_home.model.inline import plain_text
from tui_home.model.problem import Origin
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_MARKDOWN_SIGNS = "*_`[!~"
_PRE = pattern(r"<(/?)pre\b", re.IGNORECASE)
_BLOCK_LINE = pattern(r"(?<=\n) {0,3}(?:#{1,6}|[-*+]|\d{1,3}[.)]|>)[ \t]+\S")
"""A heading, a list or a quote that begins on a line below inline tags."""


class Region(NamedTuple):
    """A part of an HTML block."""

    start: int
    end: int
    events: Sequence[Event]
    markdown: str = ""
    """``block`` or ``line`` when it is to be read as Markdown; empty when as HTML."""


def regions(source: str) -> Iterator[Region]:
    """Yield the parts of an HTML block, in order.

    Markdown are, as kramdown's manual has it, the contents of an element with ``markdown="1"``; and, as authors expect
    it, lines that hold no tag of a block.
    """
    found = list(events(source))
    index = 0
    while index < len(found):
        event = found[index]
        if event.kind is Kind.START and event.attributes.get("markdown") in {"1", "block", "span"}:
            closing = _closing(found, index)
            end = found[closing].start if closing < len(found) else len(source)
            yield Region(event.start, event.end, (event,))
            yield Region(event.end, end, found[index + 1 : closing], "block")
            index = closing
            continue
        if index + 1 < len(found) and found[index + 1].kind is Kind.UNCLOSED and event.value in {"script", "style"}:
            index += 1
            continue
        if event.kind is Kind.UNCLOSED:
            yield Region(event.start, event.end, (event,))
            yield Region(event.end, len(source), found[index + 1 :], "block")
            return
        stop = index
        while stop < len(found) and not _is_block(found[stop]):
            stop += 1
        if stop == index:
            stop = _raw_end(found, index)
            yield Region(event.start, found[stop - 1].end, found[index:stop])
        else:
            yield from _lines(source, found[index:stop])
        index = stop


def _is_block(event: Event) -> bool:
    """Return whether an event is a tag of a block, or opens something that is not Markdown."""
    if event.kind is Kind.UNCLOSED:
        return True
    return event.kind in {Kind.START, Kind.END} and (
        event.value in tags.BLOCKS or event.value in tags.OPAQUE or _is_raw(event) or "markdown" in event.attributes
    )


def _is_raw(event: Event) -> bool:
    """Return whether an event begins something in which no Markdown can be."""
    if event.kind is not Kind.START or event.empty:
        return False
    return (
        event.value in tags.OPAQUE or event.value == "pre" or (event.value == "d-code" and "block" in event.attributes)
    )


def _raw_end(found: Sequence[Event], index: int) -> int:
    """Return the place after a block's tag; after the whole element where no Markdown can be."""
    if _is_raw(found[index]):
        return min(_closing(found, index) + 1, len(found))
    return index + 1


def _closing(found: Sequence[Event], index: int) -> int:
    """Return the place of the end tag that belongs to a start tag; the number of events when there is none."""
    tag, depth = found[index].value, 0
    if found[index].empty:
        return index + 1
    for place in range(index, len(found)):
        event = found[place]
        if event.value == tag and event.kind in {Kind.START, Kind.END}:
            depth += 1 if event.kind is Kind.START else -1
            if not depth:
                return place
    return len(found)


def _lines(source: str, found: Sequence[Event]) -> Iterator[Region]:
    """Yield text and inline tags, as Markdown when they have lines of their own and look like it."""
    start, end = found[0].start, found[-1].end
    text = source[start:end]
    alone = (not start or "\n" in text[: len(text) - len(text.lstrip())]) and (
        end == len(source) or "\n" in text[len(text.rstrip()) :]
    )
    shown = [event for event in found if event.kind is Kind.TEXT] if alone else []
    written = "".join(event.value for event in shown)
    found_at = (_BLOCK_LINE.search(source, event.start, event.end) for event in shown)  # not what a comment says
    if block := next(filter(None, found_at), None):
        if block.start() > start:
            yield Region(start, block.start(), (), "line")
        yield Region(block.start(), end, (), "block")
        return
    yield Region(start, end, found, "line" if any(sign in written for sign in _MARKDOWN_SIGNS) else "")


def flush_left(text: str) -> str:
    """Return the text of an HTML page without indents, which Markdown would take for code; ``<pre>`` keeps its own.

    Jekyll reads no Markdown in such a page, but what its filters make of a page's parts may still hold some.

    Args:
        text: The page's text; it keeps its lines.
    """
    lines: list[str] = []
    kept = False
    for line in text.split("\n"):
        lines.append(line if kept else line.lstrip(" \t"))
        for tag in _PRE.finditer(line):
            kept = not tag[1]
    return "\n".join(lines)


def html_lines(text: str) -> tuple[str, ...]:
    """Return the lines of an address in HTML, as al-folio's ``profile.address`` and ``more_info`` have it: plain text.

    Paragraphs, ``<br>`` and line breaks of the source end a line.
    """
    builder = Builder(Origin(""))
    text, rest = cut(text)
    for event in events(text):
        if event.kind is Kind.START:
            tags.start(builder, event.value, event.attributes, empty=event.empty)
        elif event.kind is Kind.END:
            tags.end(builder, event.value)
        elif event.kind is Kind.TEXT:
            for number, line in enumerate(event.value.split("\n")):
                if number:
                    builder.line_break()
                builder.text(line)
    lines = [*plain_text(flattened(builder.finish()[0])).split("\n"), *paragraphs_of(rest)]
    return tuple(line for line in (" ".join(printable(line).split()) for line in lines) if line)
