"""The profile beside the text, and above it where there is no room."""

from __future__ import annotations

from tests.layout.drawing import drawn, links_of, paragraph, words
from tui_home.layout import layout_block
from tui_home.model.blocks import Align, Aside, Heading, ListBlock, ListItem, Paragraph, Portrait
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.look import PLAIN_LOOK

ADDRESS = paragraph("William Gates Building\n15 JJ Thomson Ave\nCambridge")
LONG = " ".join(f"word{number}" for number in range(120))


def test_text_flows_beside_and_regains_its_measure_below_in_mid_paragraph() -> None:
    lines = drawn(Aside(Align.RIGHT, (ADDRESS,), (paragraph(LONG),)), 100)
    assert [line[72:] for line in lines[:3]] == ["William Gates Building", "15 JJ Thomson Ave", "Cambridge"]
    assert all(len(line[:72].rstrip()) <= 68 for line in lines[:4])
    assert all(68 < len(line) <= 88 for line in lines[4:-1])
    assert " ".join(" ".join((*(line[:68].rstrip() for line in lines[:4]), *lines[4:])).split()) == LONG


def test_on_the_left_the_text_moves_right_and_back() -> None:
    lines = drawn(Aside(Align.LEFT, (ADDRESS,), (paragraph(LONG),)), 100)
    assert lines[0].startswith("William Gates Building" + " " * 10 + "word0")
    assert [line[:32].strip() for line in lines[1:4]] == ["15 JJ Thomson Ave", "Cambridge", ""]
    assert lines[4][0] == "w"


def test_on_the_widest_page_the_text_keeps_its_whole_measure() -> None:
    lines = drawn(Aside(Align.RIGHT, (ADDRESS,), (paragraph(LONG),)), 120)
    assert max(len(line[:90].rstrip()) for line in lines) in range(80, 89)
    assert lines[0][92:] == "William Gates Building"


def test_an_aside_longer_than_the_text_is_shown_whole() -> None:
    lines = drawn(Aside(Align.RIGHT, (ADDRESS,), (paragraph("short"),)), 100)
    assert [line.strip() for line in lines] == [
        "short" + " " * 67 + "William Gates Building",
        "15 JJ Thomson Ave",
        "Cambridge",
    ]


def test_lists_beside_keep_to_their_room_too() -> None:
    items = tuple(ListItem((paragraph(LONG),)) for _ in range(2))
    lines = drawn(Aside(Align.RIGHT, (Portrait("WZ", True, ""),), (ListBlock(items),)), 100)
    assert all(len(line[:70].rstrip()) <= 68 for line in lines[:7])
    assert max(len(line) for line in lines[9:]) > 80


def test_in_a_narrow_page_it_goes_on_top() -> None:
    lines = drawn(Aside(Align.RIGHT, (ADDRESS,), (paragraph("text"),)), 60)
    assert lines == ["William Gates Building", "15 JJ Thomson Ave", "Cambridge", "", "text"]


def test_what_fits_stands_beside_the_portrait_even_there() -> None:
    links = paragraph("calendly.com/wanru-zhao and more")
    lines = drawn(Aside(Align.RIGHT, (Portrait("WZ", True, ""), ADDRESS, links), (paragraph("text"),)), 40)
    assert [line[10:] for line in lines[:3]] == ["William Gates Building", "15 JJ Thomson Ave", "Cambridge"]
    assert [line[10:] for line in lines[3:]] == ["", "calendly.com/wanru-zhao and", "more", "", ""]
    assert lines[-1] == "text"


def test_what_does_not_fit_beside_the_portrait_stands_below() -> None:
    links = paragraph("calendly.com/wanru-zhao and more")
    lines = drawn(Aside(Align.RIGHT, (Portrait("WZ", True, ""), ADDRESS, links), (paragraph("text"),)), 34)
    assert [line[10:] for line in lines[:3]] == ["William Gates Building", "15 JJ Thomson Ave", "Cambridge"]
    assert lines[3:] == ["", "calendly.com/wanru-zhao and more", "", "text"]


def test_tab_goes_from_the_top_down_and_from_the_left() -> None:
    first, second, beside = (Link(LinkKind.WEB, name, url=f"https://example.org/{name}") for name in "abc")
    main = (Paragraph((Span("one "), Span("a", link=first))), Paragraph((Span("b", link=second),)))
    block = Aside(Align.RIGHT, (Paragraph((Span("c", link=beside),)),), main)
    assert links_of(layout_block(block, 100, PLAIN_LOOK)) == [first, beside, second]
    assert links_of(layout_block(block, 60, PLAIN_LOOK)) == [beside, first, second]


def test_segments_name_their_targets_after_they_are_put_in_order() -> None:
    first, beside = (Link(LinkKind.WEB, name, url=f"https://example.org/{name}") for name in "ab")
    block = Aside(
        Align.LEFT,
        (Paragraph((Span("b", link=beside),)),),
        (Heading(2, words("x")), Paragraph((Span("a", link=first),))),
    )
    fragment = layout_block(block, 100, PLAIN_LOOK)
    named = {
        segment.text: fragment.targets[segment.target].link
        for line in fragment.lines
        for segment in line
        if segment.target >= 0
    }
    assert named == {"a": first, "b": beside}
