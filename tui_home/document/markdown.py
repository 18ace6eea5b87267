"""Markdown source, as an al-folio page holds it, becomes Blocks and Problems."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.document.builder import Builder
from tui_home.document.links import NO_BASE, Base
from tui_home.document.marks import Marks
from tui_home.document.parser import parser_for
from tui_home.document.reader import Reader
from tui_home.document.surplus import MOST, MOST_LINES, cut, paragraphs_of
from tui_home.model.blocks import Blocks, Paragraph
from tui_home.model.inline import Span
from tui_home.model.problem import Origin, Problem, Severity
from tui_home.text.heal import heal


class Document(NamedTuple):
    """What a page says, and what is wrong with it."""

    blocks: Blocks
    problems: tuple[Problem, ...]


def markdown(text: str, origin: Origin, *, key: str = "", base: Base = NO_BASE) -> Document:
    """Return what Markdown source says: healed, parsed, its inline HTML understood. Never raises for content.

    CommonMark with GitHub's tables, strikethrough, task lists and bare addresses, with footnotes, and with what
    kramdown and Jekyll add, as far as that can be shown.

    Args:
        text: The source, without front matter.
        origin: Where its first line stands.
        key: What the keys of its Details begin with, so that they are unique within a section.
        base: Where the text stands on the web, for relative links.
    """
    builder, marks, problems = read(text, origin, key=key, base=base, line=False)
    blocks, found = builder.finish()
    return Document(blocks, in_order((*problems, *found, *marks.problems(origin))))


def read(text: str, origin: Origin, *, key: str, base: Base, line: bool) -> tuple[Builder, Marks, tuple[Problem, ...]]:
    """Heal and parse `text`; return what received it, what was taken out of it, and what healing found."""
    text, rest = cut(text)
    healed = heal(text, origin)
    marks = Marks(healed.text, base)
    builder = Builder(origin, key=key, base=base)
    builder.abbreviations = dict(marks.definitions.abbreviations)
    reader = Reader(builder, parser_for(marks.source), marks)
    if line:
        reader.read_line(marks.source.strip())
    else:
        reader.read(marks.source)
    if rest:
        builder.leave_all()
        builder.line = text.count("\n")
        builder.problem(
            Severity.WARNING,
            f"The page is longer than {MOST:,} characters or {MOST_LINES:,} lines; the rest is shown without markup",
            "Make it several pages.",
        )
        for paragraph in paragraphs_of(rest):
            builder.block(Paragraph((Span(paragraph),)))
    return builder, marks, healed.problems


def in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the Problems by line, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.line or 0))
