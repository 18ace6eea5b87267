"""What holds for every Block, in every width and Look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.layout.strategies import blocks, looks, widths
from tui_home.layout import DARK_PALETTE, Fragment, Line, layout_block
from tui_home.layout.palettes import TERMINAL_PALETTES
from tui_home.layout.spelling import spelt
from tui_home.model.blocks import (
    Align,
    Aside,
    Block,
    CodeBlock,
    Details,
    Entry,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Portrait,
    Quote,
    Table,
)
from tui_home.model.inline import Link, LinkKind, Span, Spans, Style
from tui_home.model.look import TERMINAL_PALETTE, Depth, Look, Palette
from tui_home.text.width import cell_width, drawable

_COLOUR = {
    Depth.NONE: re.compile(""),
    Depth.EIGHT: re.compile(r"|color\([0-7]\)"),
    Depth.ANSI: re.compile(r"|color\((\d|1[0-5])\)"),
    Depth.EIGHT_BIT: re.compile(r"|color\(\d{1,3}\)"),
    Depth.TRUECOLOR: re.compile("|#[0-9a-f]{6}"),
}


def text_of(line: Line) -> str:
    return "".join(segment.text for segment in line)


def visible(block: Block) -> Iterator[Spans]:  # noqa: C901, PLR0912 - one case for each Block
    """Every text that the Block shows."""
    match block:
        case Heading(spans=spans) | Paragraph(spans=spans) | Figure(caption=spans):
            yield spans
        case ListBlock(items=items):
            for item in items:
                yield (Span(item.marker),)
                for inner in item.blocks:
                    yield from visible(inner)
        case Quote(blocks=inners):
            for inner in inners:
                yield from visible(inner)
        case Table(header=header, rows=rows):
            for row in (header, *rows):
                yield from row
        case CodeBlock(text=text):
            yield (Span(text),)
        case Details(summary=summary, blocks=inners, open=is_open):
            yield summary
            for inner in inners if is_open else ():
                yield from visible(inner)
        case Entry(label=label, blocks=inners, details=details, open=is_open):
            yield label
            for inner in (*inners, *(details if is_open else ())):
                yield from visible(inner)
        case Aside(aside=aside, main=main):
            for inner in (*aside, *main):
                yield from visible(inner)
        case _:
            return


PICTURE = "\U0001f510"
"""Put for a bullet by an author; where it would be spelt in a word, it is a bullet again."""
WITHOUT_ENDS = str.maketrans(dict.fromkeys(" \u258f\u2595\u2502[]"))
"""A badge has signs for its ends where it has no surface."""
BLANKS = "\u200d\u2800"
"""A joiner, and the Braille sign without dots."""
PORTRAIT = Aside(Align.LEFT, (Portrait("WZ", False, ""),), ())
LINKED = Quote((Paragraph((Span("hello", link=Link(LinkKind.WEB, "a link", "https://example.org/")),)),))
SIGN_ALONE = Aside(Align.LEFT, (ListBlock((ListItem(()),)),), (LINKED,))


def shown_as(text: str, look: Look) -> str:
    written = spelt(text, look)
    return written if text != PICTURE or written == text else ""


def ink_marks(text: str) -> Counter[str]:
    return Counter(character for character in drawable(text) if not character.isspace() and character not in BLANKS)


class Drawn(NamedTuple):
    """A Block, and what became of it."""

    block: Block
    width: int
    look: Look
    fragment: Fragment

    @property
    def lines(self) -> list[str]:
        return [text_of(line) for line in self.fragment.lines]


def no_line_is_wider_than_asked_for(drawn: Drawn) -> None:
    for line in drawn.lines:
        assert cell_width(line) <= drawn.width


def no_text_is_lost(drawn: Drawn) -> None:
    found = ink_marks("".join(drawn.lines))
    wanted = ink_marks("".join(shown_as(span.text, drawn.look) for spans in visible(drawn.block) for span in spans))
    assert not wanted - found


def no_line_ends_in_blanks_but_on_a_surface(drawn: Drawn) -> None:
    for line in drawn.fragment.lines:
        if line and not line[-1].ink.background:
            assert text_of(line) == text_of(line).rstrip()
        assert all(segment.text for segment in line)


def targets_stand_where_their_segments_are_in_reading_order(drawn: Drawn) -> None:
    fragment = drawn.fragment
    places = [(target.regions[0].line, target.regions[0].start) for target in fragment.targets]
    assert places == sorted(places)
    for target in fragment.targets:
        lines = [region.line for region in target.regions]
        assert lines == sorted(lines)
        assert all(0 <= line < len(fragment.lines) for line in lines)
    for number, line in enumerate(fragment.lines):
        column = 0
        for segment in line:
            end = column + cell_width(segment.text)
            if segment.target >= 0 and end > column:
                regions = fragment.targets[segment.target].regions
                assert any(
                    region.line == number and region.start <= column and end <= region.end for region in regions
                ), (segment, regions)
            column = end


def colours_are_those_of_the_depth(drawn: Drawn) -> None:
    for line in drawn.fragment.lines:
        for segment in line:
            for colour in (segment.ink.color, segment.ink.background):
                assert _COLOUR[drawn.look.depth].fullmatch(colour)


def anchors_stand_on_text(drawn: Drawn) -> None:
    for anchor in drawn.fragment.anchors:
        for region in anchor.regions:
            assert 0 <= region.start < region.end <= max(drawn.width, 1)
            assert drawn.fragment.lines[region.line]


def without_unicode_all_is_ascii(drawn: Drawn) -> None:
    for line in drawn.lines:
        assert line.isascii()
        assert line.isprintable()


def a_font_of_few_glyphs_has_all(drawn: Drawn) -> None:
    for line in drawn.lines:
        # Latin-1, and what the kernel's own font and Debian's (Lat15, Uni2) have in common.
        assert re.fullmatch("[ -~\u00a1-\u00ff\u2022\u2190-\u2193\u2500\u2502\u25a0]*", line)


ALWAYS = (
    no_line_is_wider_than_asked_for,
    no_text_is_lost,
    no_line_ends_in_blanks_but_on_a_surface,
    targets_stand_where_their_segments_are_in_reading_order,
    colours_are_those_of_the_depth,
    anchors_stand_on_text,
)


def drawn_as(block: Block, width: int, look: Look) -> Drawn:
    return Drawn(block, width, look, layout_block(block, width, look))


# To make up a Block costs much more than to lay it out: all that holds is asked of each.
@settings(max_examples=2 * settings().max_examples)
@given(blocks, widths, widths, looks)
@example(PORTRAIT, 2, 2, Look())
@example(Table((), (((Span("\u0301"),),),), (Align.LEFT,)), 2, 2, Look())
@example(ListBlock((ListItem((), marker=PICTURE), ListItem((), marker="→"))), 6, 6, Look(unicode=False))
@example(Entry("key", (Span("\n", Style(badge=True)),), 3, ()), 33, 33, Look(DARK_PALETTE, Depth.TRUECOLOR))
@example(SIGN_ALONE, 92, 92, Look())
def test_whatever_is_drawn_is_whole_within_its_width_and_where_it_says(
    block: Block, width: int, other: int, look: Look
) -> None:
    drawn = drawn_as(block, width, look)
    for holds in ALWAYS:
        holds(drawn)
    anchors = layout_block(block, other, look).anchors
    assert len(anchors) == len(drawn.fragment.anchors), "the same in every width"
    without_unicode_all_is_ascii(drawn_as(block, width, Look(unicode=False)))
    a_font_of_few_glyphs_has_all(drawn_as(block, width, Look(few_glyphs=True)))


@given(blocks, st.integers(-1, 5), widths, looks, st.sampled_from(TERMINAL_PALETTES), st.booleans())
@example(CodeBlock("hello hello", ""), -1, 11, Look(depth=Depth.TRUECOLOR), TERMINAL_PALETTES[0], True)
def test_neither_what_a_terminal_answers_nor_a_width_that_holds_nothing_disturbs(
    block: Block, nothing: int, width: int, look: Look, palette: Palette, dim: bool
) -> None:
    assert isinstance(layout_block(block, nothing, look), Fragment), "it neither hangs nor fails"
    known, unknown = replace(look, palette=palette, dim=dim), replace(look, palette=TERMINAL_PALETTE)
    drawn, before = (
        [text_of(line).translate(WITHOUT_ENDS) for line in layout_block(block, width, look).lines]
        for look in (known, unknown)
    )
    assert drawn == before, "no line moves"
