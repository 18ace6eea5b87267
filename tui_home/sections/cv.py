"""CV: part by part, the years beside what was done in them."""

from __future__ import annotations

from tui_home.model.blocks import Block, Blocks, Entry, Paragraph
from tui_home.model.collections import CvEntry, CvPart
from tui_home.model.inline import PLAIN, Span, Spans
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections.words import BOLD, LINE_BREAK, MUTED, SEPARATOR, count_of, division, joined
from tui_home.text.width import cell_width

_WIDEST_LABEL = 19
"""Cells: "Sep 2019 – Aug 2023"."""


def compose_cv(site: Site, _view: View) -> Blocks:
    """Return the parts one after the other, each under its heading; dates stand in one column throughout."""
    if site.cv is None:
        return ()
    blocks: list[Block] = [Paragraph((Span(site.cv.pdf.label, link=site.cv.pdf),))] if site.cv.pdf else []
    dated = [entry.when for part in site.cv.parts for entry in part.entries]
    width = min(max(map(cell_width, dated), default=0), _WIDEST_LABEL)
    for part in site.cv.parts:
        blocks += _part(part, width)
    return tuple(blocks)


def count_cv(site: Site) -> str:
    """Return how many entries the curriculum vitae has, in words; that it is there if it has none."""
    if site.cv is None:
        return ""
    return count_of(sum(len(part.entries) for part in site.cv.parts), "entry", "entries") or "CV"


def _part(part: CvPart, width: int) -> Blocks:
    heading = (division(part.title),) if part.title else ()
    own = width if any(entry.when for entry in part.entries) else 0
    return (*heading, *part.blocks, *(_entry(entry, own) for entry in part.entries))


def _entry(entry: CvEntry, width: int) -> Entry:
    lines = [tuple(_bold(span) for span in entry.title), _where(entry)]
    blocks = entry.blocks
    if blocks and isinstance(blocks[0], Paragraph) and not lines[1]:
        lines, blocks = [*lines, blocks[0].spans], blocks[1:]
    text = joined([line for line in lines if line], LINE_BREAK)
    blocks = (*((Paragraph(text),) if text else ()), *blocks)
    return Entry(f"cv:{entry.key}", (Span(entry.when, MUTED),) if entry.when else (), width, blocks)


def _where(entry: CvEntry) -> Spans:
    institution = tuple(
        Span(span.text, MUTED if span.style == PLAIN else span.style, span.link) for span in entry.subtitle
    )
    return joined([part for part in (institution, _place(entry)) if part], SEPARATOR)


def _place(entry: CvEntry) -> Spans:
    return (Span(entry.place, MUTED),) if entry.place else ()


def _bold(span: Span) -> Span:
    return Span(span.text, BOLD if span.style == PLAIN else span.style, span.link)
