"""How each Block looks: small pages drawn in full."""

from __future__ import annotations

import pytest

from tests.layout.drawing import drawn, entry, links_of, paragraph, words
from tui_home.layout import DARK_PALETTE, layout_block
from tui_home.model.blocks import (
    Align,
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
    Rule,
    Table,
)
from tui_home.model.inline import Link, LinkKind, Span, Style
from tui_home.model.look import PLAIN_LOOK, Depth, Look

ASCII = Look(unicode=False)
COLOUR = Look(DARK_PALETTE, Depth.TRUECOLOR)


def test_without_colours_a_line_below_tells_the_first_two_levels() -> None:
    assert drawn(Heading(1, words("About")), 40) == ["About", "━━━━━"]
    assert drawn(Heading(2, words("News")), 40) == ["News", "────"]
    assert drawn(Heading(2, words("News")), 40, ASCII) == ["News", "----"]
    assert drawn(Heading(3, words("Details")), 40) == ["Details"]


def test_with_colours_weight_tells_the_levels() -> None:
    inks = [layout_block(Heading(level, words("Head")), 40, COLOUR).lines[0][0].ink for level in (1, 2, 3, 4)]
    assert len(set(inks)) == 4
    assert [ink.bold for ink in inks] == [True, True, True, False]
    assert inks[0].color == DARK_PALETTE.accent


def test_running_text_keeps_its_measure_on_a_wide_page() -> None:
    assert max(len(line) for line in drawn(paragraph("word " * 100), 160)) <= 88


def test_lists_hang_and_nest_with_signs_of_their_own() -> None:
    inner = ListBlock((ListItem((paragraph("deep"),)),))
    block = ListBlock((ListItem((paragraph("one two three"), inner)), ListItem((paragraph("four"),))))
    assert drawn(block, 18) == ["• one two three", "  – deep", "• four"]
    assert drawn(block, 18, ASCII) == ["* one two three", "  - deep", "* four"]
    assert drawn(ListBlock((ListItem((paragraph("one two three"),)),)), 17) == ["• one two three"]
    assert drawn(ListBlock((ListItem((paragraph("one two three four"),)),)), 15) == ["• one two three", "  four"]


def test_numbers_stand_right_and_loose_lists_have_air() -> None:
    items = tuple(ListItem((paragraph(text),)) for text in ("nine", "ten"))
    assert drawn(ListBlock(items, ordered=True, start=9), 30) == [" 9. nine", "10. ten"]
    assert drawn(ListBlock(items, tight=False), 30) == ["• nine", "", "• ten"]


def test_own_markers_share_a_column() -> None:
    block = ListBlock((ListItem((paragraph("privacy"),), "🔐"), ListItem((paragraph("safety"),), "🛡")))
    assert drawn(block, 40) == ["🔐 privacy", "🛡  safety"]


def test_tasks_show_by_shape_whether_they_are_done() -> None:
    block = ListBlock((ListItem((paragraph("a"),), checked=True), ListItem((paragraph("b"),), checked=False)))
    assert drawn(block, 30) == ["☑ a", "☐ b"]
    assert drawn(block, 30, ASCII) == ["[x] a", "[ ] b"]


def test_an_item_without_text_still_shows_its_sign() -> None:
    assert drawn(ListBlock((ListItem(()), ListItem((paragraph("b"),)))), 20) == ["•", "• b"]


def test_a_quotation_has_a_bar_at_its_left_through_blank_lines() -> None:
    block = Quote((paragraph("one two"), paragraph("three")))
    assert drawn(block, 20) == ["▎ one two", "▎", "▎ three"]
    assert drawn(block, 20, ASCII) == ["| one two", "|", "| three"]


def test_a_rule_is_short_and_in_the_middle() -> None:
    assert drawn(Rule(), 40) == [" " * 10 + "─" * 20]
    assert drawn(Rule(), 10, ASCII) == ["-" * 10]


def test_a_table_aligns_its_columns_under_a_light_rule() -> None:
    block = Table(
        (words("Name"), words("Kind"), words("N")),
        ((words("Flower"), words("lib"), words("12")), (words("Pollen"), words("paper"), words("3"))),
        (Align.LEFT, Align.CENTER, Align.RIGHT),
    )
    assert drawn(block, 60) == ["Name    Kind    N", "─────────────────", "Flower   lib   12", "Pollen  paper   3"]


def test_a_cell_is_wrapped_rather_than_cut() -> None:
    block = Table((), ((words("key"), words("some longer text here")),), (Align.LEFT, Align.LEFT))
    assert drawn(block, 18) == ["key  some longer", "     text here"]


def test_a_table_too_narrow_for_columns_becomes_records() -> None:
    block = Table(
        tuple(words(text) for text in ("Conference", "Location", "Deadline")),
        (tuple(words(text) for text in ("NeurIPS", "Vancouver", "Wednesday")), (words("ICLR"), (), words("Friday"))),
        (Align.LEFT,) * 3,
    )
    assert drawn(block, 24) == [
        "Conference: NeurIPS",
        "Location: Vancouver",
        "Deadline: Wednesday",
        "",
        "Conference: ICLR",
        "Deadline: Friday",
    ]


def test_rows_of_several_lines_of_their_own_are_set_apart() -> None:
    rows = ((words("1\n2"), words("a")), (words("3"), words("b")))
    table = Table((words("N"), words("L")), rows, (Align.LEFT, Align.LEFT))
    assert drawn(table, 20) == ["N  L", "────", "1  a", "2", "", "3  b"]


def test_wide_characters_never_shift_a_column() -> None:
    row = (words("联邦学习"), words("x"))
    block = Table((), (row, (words("e\u0301te\u0301"), words("y"))), (Align.LEFT, Align.LEFT))
    assert drawn(block, 40) == ["联邦学习  x", "e\u0301te\u0301       y"]


def test_code_keeps_its_lines_and_says_where_one_goes_on() -> None:
    block = CodeBlock("def f():\n    return 1\n\nx = 'a very long line of code here'\n", "python")
    assert drawn(block, 30) == [
        "  def f():",
        "      return 1",
        "",
        "  x = 'a very long line of",
        "  ↪ code here'",
    ]


def test_code_stands_on_a_surface_of_even_width_where_there_are_colours() -> None:
    fragment = layout_block(CodeBlock("if x:\n    y = 'text'  # why", "python"), 60, COLOUR)
    widths = {sum(len(segment.text) for segment in line) for line in fragment.lines}
    assert len(widths) == 1
    assert {segment.ink.background for line in fragment.lines for segment in line} == {DARK_PALETTE.surface}
    assert len({segment.ink for line in fragment.lines for segment in line if segment.text.strip()}) >= 4


def test_an_unknown_language_is_shown_plain() -> None:
    fragment = layout_block(CodeBlock("x = 1", "no-such-language"), 40, COLOUR)
    assert [segment.text for segment in fragment.lines[0]] == ["  ", "x = 1", "  "]


def test_a_figure_is_one_target_with_its_caption() -> None:
    link = Link(LinkKind.FIGURE, "the poster", url="https://example.org/p.png")
    fragment = layout_block(Figure(words("The poster at the workshop"), link), 16, PLAIN_LOOK)
    assert drawn(Figure(words("The poster at the workshop"), link), 16) == ["▣ The poster at", "  the workshop"]
    assert [(target.link, len(target.regions)) for target in fragment.targets] == [(link, 2)]


def test_a_fold_shows_by_shape_whether_it_is_open() -> None:
    closed = Details("key", words("More"), (paragraph("inside"),))
    opened = Details("key", words("More"), (paragraph("inside"),), open=True)
    assert drawn(closed, 30) == ["▸ More"]
    assert drawn(opened, 30) == ["▾ More", "", "  inside"]
    assert drawn(closed, 30, ASCII) == ["> More"]
    (target,) = layout_block(opened, 30, PLAIN_LOOK).targets
    assert (target.link.toggles, [region.line for region in target.regions]) == ("key", [0])


@pytest.mark.parametrize("look", [PLAIN_LOOK, ASCII, COLOUR])
@pytest.mark.parametrize("circular", [True, False])
def test_a_portrait_is_a_shape_with_the_letters_in_its_middle(look: Look, circular: bool) -> None:
    lines = drawn(Portrait("WZ", circular, "Wanru Zhao"), 28, look)
    assert len(lines) == 7
    assert lines[3][6:9] == "W Z"
    assert all(len(line) <= 15 for line in lines)
    assert (len(lines[0].strip()) < 15) is circular


def test_a_portrait_without_room_is_its_letters() -> None:
    assert drawn(Portrait("WZ", True, "Wanru Zhao"), 6) == ["WZ"]
    assert drawn(Portrait("WWWZZ", True, "Wanru Zhao"), 12) == ["WWWZZ"]


@pytest.mark.parametrize("look", [PLAIN_LOOK, ASCII, COLOUR])
@pytest.mark.parametrize("circular", [True, False])
def test_a_portrait_is_small_where_there_is_little_room(look: Look, circular: bool) -> None:
    lines = drawn(Portrait("WZ", circular, "Wanru Zhao"), 12, look)
    assert len(lines) == 3
    assert lines[1][2:5] == "W Z"
    assert all(len(line) <= 7 for line in lines)


def test_an_entry_has_its_label_beside_its_text_where_there_is_room() -> None:
    block = entry("Feb 2024", 8, "One paper accepted to a conference that has a long name")
    assert drawn(block, 50) == [
        "Feb 2024  One paper accepted to a conference that",
        "          has a long name",
    ]
    assert drawn(block, 40)[0] == "Feb 2024"


def test_a_list_in_an_entry_stands_close_below_its_text() -> None:
    items = ListBlock((ListItem((paragraph("item"),)),))
    block = Entry("key", words("1843"), 4, (paragraph("text"), items))
    assert drawn(block, 60) == ["1843  text", "      • item"]


def test_a_label_longer_than_its_text_is_shown_whole() -> None:
    assert drawn(entry("one two three", 5, "text"), 60) == ["one    text", "two", "three"]


def test_an_open_entry_shows_its_details_set_in() -> None:
    block = entry("ICLR", 6, "Title", details=(paragraph("abstract"),), is_open=True)
    assert drawn(block, 60) == ["ICLR    Title", "", "          abstract"]
    closed = entry("ICLR", 6, "Title", details=(paragraph("abstract"),))
    assert drawn(closed, 60) == ["ICLR    Title"]


def test_an_entry_is_a_target_around_its_inner_links() -> None:
    whole = Link(LinkKind.PUBLICATION, "the paper", toggles="key")
    inner = Link(LinkKind.WEB, "arXiv", url="https://arxiv.org/")
    text = Paragraph((Span("Title\n"), Span("arXiv", link=inner)))
    block = entry("ICLR", 6, text, link=whole)
    fragment = layout_block(block, 60, PLAIN_LOOK)
    assert links_of(fragment) == [whole, inner]
    assert [tuple(region) for region in fragment.targets[0].regions] == [(0, 0, 13), (1, 0, 13)]
    assert [tuple(region) for region in fragment.targets[1].regions] == [(1, 8, 13)]
    assert {segment.target for segment in fragment.lines[1] if segment.text.strip()} == {1}


def test_spans_for_keys_are_left_out_where_nobody_can_press_them() -> None:
    block = Paragraph((Span("mail"), Span("  e copies", Style(interactive=True))))
    assert drawn(block, 40) == ["mail"]
    assert drawn(block, 40, Look(interactive=True)) == ["mail  e copies"]


def test_a_block_of_nothing_takes_no_line() -> None:
    empty: list[Block] = [Paragraph(()), Paragraph(words("  ")), Table((), (), ()), Quote(()), ListBlock(())]
    assert [drawn(block, 40) for block in empty] == [[]] * len(empty)


@pytest.mark.parametrize(("url", "targets"), [("https://example.org/cat.jpg", 1), ("", 0)])
def test_a_picture_whose_address_is_unknown_is_nothing_to_act_on(url: str, targets: int) -> None:
    figure = Figure(words("A cat"), Link(LinkKind.FIGURE, "A cat", url=url))
    assert len(layout_block(figure, 40, PLAIN_LOOK).targets) == targets
    assert "A cat" in drawn(figure, 40)[0]


def test_emoji_for_bullets_are_bullets_where_they_would_be_words() -> None:
    block = ListBlock((ListItem((paragraph("privacy"),), marker="🔐"), ListItem((paragraph("speed"),), marker="→")))
    assert drawn(block, 20, ASCII) == ["*  privacy", "-> speed"]


def test_separators_end_a_line_in_ascii_too() -> None:
    assert drawn(paragraph("Isar Notes · 2019 – 2023 · selected"), 14, ASCII) == [
        "Isar Notes |",
        "2019 - 2023 |",
        "selected",
    ]


def test_the_record_of_a_table_has_its_names_where_they_are_spelt() -> None:
    block = Table((words("Fluß"), words("Müßiggang der Mühlen")), ((words("Möll"), words("x")),), (Align.LEFT,) * 2)
    fragment = layout_block(block, 12, ASCII)
    found = [
        "".join("".join(segment.text for segment in fragment.lines[line])[start:end] for line, start, end in regions)
        for regions, _glued in fragment.anchors
    ]
    assert found[0] == "Fluss:"
    assert "Moll" in found[2]


def test_the_console_gets_what_its_fonts_have() -> None:
    console = Look(few_glyphs=True)
    assert drawn(ListBlock((ListItem((paragraph("Zoë 赵 👋"),)),)), 30, console) == ["• Zoë Zhao :wave:"]
    assert drawn(Quote((paragraph("x"),)), 20, console) == ["│ x"]
    assert drawn(Heading(1, words("News")), 40, console) == ["News", "===="]
