"""Small words that several sections say."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tui_home.model.blocks import Blocks, Heading, Paragraph
from tui_home.model.inline import Span, Spans, Style
from tui_home.model.site import Site

MUTED = Style(muted=True)
BOLD = Style(bold=True)
KEY = Style(accent=True, bold=True, interactive=True)
KEY_NOTE = Style(muted=True, interactive=True)
SEPARATOR = Span(" · ", MUTED)
LINE_BREAK = Span("\n")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_CELLS = 3
MONTH_AND_YEAR_CELLS = 8


def nothing(_site: Site) -> str:
    """Say nothing about how much is in a section."""
    return ""


def count_of(number: int, one: str, many: str) -> str:
    """Return `number` with its noun, or nothing for none."""
    return f"{number} {one if number == 1 else many}" if number else ""


def day_of(date: dt.date, *, with_year: bool = True) -> str:
    """Return a day in words: "1 Feb 2024", "1 Feb"."""
    return f"{date.day} {month_of(date, with_year=with_year)}"


def month_of(date: dt.date | None, *, with_year: bool = False) -> str:
    """Return the month of a day in words, "Feb" or "Feb 2024"; nothing for no day."""
    if not date:
        return ""
    return f"{_MONTHS[date.month - 1]} {date.year}" if with_year else _MONTHS[date.month - 1]


def division(title: str) -> Heading:
    """Return the heading of a part of a section: a year, "Selected papers"."""
    return Heading(2, (Span(title),))


def kindly(sentence: str) -> Blocks:
    """Return what an empty section says in place of its content."""
    return (Paragraph((Span(sentence, MUTED),)),)


def muted(spans: Spans) -> Spans:
    """Return spans as something said aside; their links stay."""
    return tuple(Span(span.text, replace(span.style, muted=True), span.link) for span in spans)


def joined(parts: list[Spans], separator: Span) -> Spans:
    """Return `parts` one after the other with `separator` between them."""
    spans: list[Span] = []
    for part in parts:
        if spans:
            spans.append(separator)
        spans.extend(part)
    return tuple(spans)
