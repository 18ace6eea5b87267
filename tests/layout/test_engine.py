"""What holds for every Block, in every width and Look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import example, given
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


@given(blocks, widths, looks)
@example(PORTRAIT, 2, Look())
def test_no_line_is_wider_than_asked_for(block: Block, width: int, look: Look) -> None:
    for line in layout_block(block, width, look).lines:
        assert cell_width(text_of(line)) <= width


@given(blocks, widths, looks)
@example(Table((), (((Span("\u0301"),),),), (Align.LEFT,)), 2, Look())
@example(ListBlock((ListItem((), marker=PICTURE), ListItem((), marker="→"))), 6, Look(unicode=False))
def test_no_text_is_lost(block: Block, width: int, look: Look) -> None:
    fragment = layout_block(block, width, look)
    drawn = ink_marks("".join(text_of(line) for line in fragment.lines))
    wanted = ink_marks("".join(shown_as(span.text, look) for spans in visible(block) for span in spans))
    assert not wanted - drawn


@given(blocks, widths, looks)
@example(Entry("key", (Span("\n", Style(badge=True)),), 3, ()), 33, Look(DARK_PALETTE, Depth.TRUECOLOR))
def test_no_line_ends_in_blanks_but_on_a_surface(block: Block, width: int, look: Look) -> None:
    for line in layout_block(block, width, look).lines:
        if line and not line[-1].ink.background:
            assert text_of(line) == text_of(line).rstrip()
        assert all(segment.text for segment in line)


@given(blocks, widths, looks, st.sampled_from(TERMINAL_PALETTES), st.booleans())
@example(CodeBlock("hello hello", ""), 11, Look(depth=Depth.TRUECOLOR), TERMINAL_PALETTES[0], True)
def test_what_a_terminal_answers_moves_no_line(
    block: Block, width: int, look: Look, palette: Palette, dim: bool
) -> None:
    known, unknown = replace(look, palette=palette, dim=dim), replace(look, palette=TERMINAL_PALETTE)
    drawn, before = (
        [text_of(line).translate(WITHOUT_ENDS) for line in layout_block(block, width, look).lines]
        for look in (known, unknown)
    )
    assert drawn == before


@given(blocks, st.integers(-1, 5), looks)
def test_widths_that_hold_nothing_neither_hang_nor_crash(block: Block, width: int, look: Look) -> None:
    assert isinstance(layout_block(block, width, look), Fragment)


@given(blocks, widths, looks)
@example(SIGN_ALONE, 92, Look())
def test_targets_stand_where_their_segments_are_in_reading_order(block: Block, width: int, look: Look) -> None:
    fragment = layout_block(block, width, look)
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


@given(blocks, widths, looks)
def test_colours_are_those_of_the_depth(block: Block, width: int, look: Look) -> None:
    for line in layout_block(block, width, look).lines:
        for segment in line:
            for colour in (segment.ink.color, segment.ink.background):
                assert _COLOUR[look.depth].fullmatch(colour)


@given(blocks, widths, widths, looks)
def test_anchors_are_the_same_in_every_width_and_stand_on_text(
    block: Block, width: int, other: int, look: Look
) -> None:
    fragment = layout_block(block, width, look)
    assert len(fragment.anchors) == len(layout_block(block, other, look).anchors)
    for anchor in fragment.anchors:
        for region in anchor.regions:
            assert 0 <= region.start < region.end <= max(width, 1)
            assert fragment.lines[region.line]


@given(blocks, widths)
def test_without_unicode_all_that_is_drawn_is_ascii(block: Block, width: int) -> None:
    for line in layout_block(block, width, Look(unicode=False)).lines:
        assert text_of(line).isascii()
        assert text_of(line).isprintable()


@given(blocks, widths)
def test_a_font_of_few_glyphs_has_all_that_is_drawn(block: Block, width: int) -> None:
    for line in layout_block(block, width, Look(few_glyphs=True)).lines:
        # Latin-1, and what the kernel's own font and Debian's (Lat15, Uni2) have in common.
        assert re.fullmatch("[ -~\u00a1-\u00ff\u2022\u2190-\u2193\u2500\u2502\u25a0]*", text_of(line))
