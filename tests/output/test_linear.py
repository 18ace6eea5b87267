from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.strategies import blocks as any_blocks
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
    Rule,
    Table,
)
from tui_home.model.inline import Link, LinkKind, Span, Style
from tui_home.model.look import Look
from tui_home.output.linear import pieces
from tui_home.output.linear_lines import Numbers, linear_lines, wrapped
from tui_home.sections.words import KEY, LINE_BREAK, SEPARATOR
from tui_home.text.width import cell_width

LAB = Link(LinkKind.WEB, "the lab", "https://lab.example.org/")
PAPER = Link(LinkKind.PUBLICATION, "On engines", "https://doi.org/10.1/x", toggles="paper:x")


def text(words: str, link: Link | None = None) -> Paragraph:
    return Paragraph((Span(words, link=link),))


def items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((text(words),)) for words in texts)


def marked(words: str, sign: str) -> tuple[ListItem, ...]:
    return (ListItem((text(words),), sign),)


def heard(*blocks: Block, width: int = 60) -> str:
    return "\n".join(linear_lines(pieces(blocks), Numbers(), width))


def table(*rows: tuple[str, ...], header: tuple[str, ...] = ()) -> Table:
    cells = [tuple((Span(cell),) if cell else () for cell in row) for row in (header, *rows)]
    return Table(cells[0], tuple(cells[1:]), (Align.LEFT,) * len(rows[0]))


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Heading(2, (Span("Work"),)), "Heading: Work"),
        (Heading(3, (Span("More"),)), "Subheading: More"),
        (text("One\ntwo."), "One\ntwo."),
        (ListBlock(items("a", "b")), "List of 2.\nItem: a\nItem: b"),
        (ListBlock(items("a", "b"), ordered=True, start=4), "List of 2.\n4. a\n5. b"),
        (ListBlock(items("a", "b"), tight=False), "List of 2.\nItem: a\n\nItem: b"),
        (ListBlock(items("alone")), "Item: alone"),
        (ListBlock((ListItem((text("a"), ListBlock(items("b", "c")))),)), "Item: a\nInner item: b\nInner item: c"),
        (
            ListBlock(
                (ListItem((text("a"),), "🚀"), ListItem((text("b"),), checked=True), ListItem((), checked=False))
            ),
            "List of 3.\n🚀 a\nDone: b\nTo do:",
        ),
        (table(("1", "2"), ("3", ""), header=("x", "y")), "Table of 2 rows.\nx: 1; y: 2\nx: 3"),
        (table(("Place", "London")), "Place: London"),
        (table(("1", "2", "3")), "1; 2; 3"),
        (table(("", ""), header=("x", "y")), "x: y"),
        (table(("", "")), ""),
        (CodeBlock("a = 1\n    b  \n", "python"), "Code, 2 lines:\na = 1\n    b\nEnd of code."),
        (CodeBlock("@misc{x}", "bibtex"), "BibTeX, 1 line:\n@misc{x}\nEnd of BibTeX."),
        (Quote((text("It weaves."),)), "Quote: It weaves."),
        (Quote((text("One."), text("Two."))), "Quote: One.\n\nTwo.\nEnd of quote."),
        (Rule(), ""),
        (Portrait("AL", circular=True, alt="Ada"), ""),
        (Figure((Span("The engine"),), Link(LinkKind.FIGURE, "x", "https://x.org/e.png")), "Picture: The engine [1]"),
        (Figure((), Link(LinkKind.FIGURE, "An engine")), "Picture: An engine"),
        (Details("k", (Span("More"),), (text("Inside."),)), "Details: More [1]"),
        (Details("k", (Span("More"),), (text("Inside."),), open=True), "Details: More\nInside.\nEnd of details."),
        (Aside(Align.RIGHT, (text("1 Street"),), (text("I am Ada."),)), "I am Ada.\n\n1 Street"),
        (Entry("k", (Span("Feb"),), 3, (text("A prize."),)), "Feb: A prize."),
        (Entry("k", (Span("JoE"),), 3, (text("On engines\nAda"),), link=PAPER), "JoE: On engines [1]\nAda"),
        (Entry("k", (), 0, (text("On engines"),), (text("Why."),), PAPER, open=True), "On engines [1]\n\nWhy."),
        (Entry("k", (Span("Feb"),), 3, ()), "Feb:"),
    ],
)
def test_what_is_seen_is_said_in_words(block: Block, said: str) -> None:
    assert heard(block) == said


def test_signs_that_separate_are_pauses_and_names_of_keys_are_not_said() -> None:
    spans = (Span("e ", KEY), Span("one"), SEPARATOR, Span("two"), Span("   "), Span("three"), LINE_BREAK, Span("four"))
    assert heard(Paragraph(spans)) == "one, two, three\nfour"


def test_authors_left_out_are_counted_in_words() -> None:
    spans = (Span("Ada"), Span(", … "), Span("Zoe"), Span("\N{NO-BREAK SPACE}(22+)"))
    assert heard(Paragraph(spans)) == "Ada, and others, Zoe, more than 22 authors in all"


def test_footnotes_are_told_from_links() -> None:
    spans = (Span("See this.[1] And "), Span("a[2]", Style(code=True)), Span("the lab", link=LAB))
    notes = ListBlock((*marked("Not that.", "[1]"), *marked("More.", "[2]")))
    assert heard(Paragraph(spans), notes) == (
        "See this. (note 1) And a[2]the lab [1]\nList of 2.\nNote 1: Not that.\nNote 2: More."
    )


def test_a_star_count_is_the_project_alone() -> None:
    assert heard(Paragraph((Span("★ dmlc/dgl", Style(badge=True)),))) == "dmlc/dgl"


class TestNumbers:
    def test_links_have_theirs_in_reading_order_and_one_place_has_one(self) -> None:
        other = Link(LinkKind.WEB, "other", "https://other.example.org/")
        same = Link(LinkKind.WEB, "again", LAB.url)
        spans = (
            Span("At "),
            Span("the ", link=LAB),
            Span("lab ", Style(bold=True), LAB),
            Span("and "),
            Span("x", link=other),
        )
        assert heard(Paragraph(spans), text("again", same)) == "At the lab [1] and x [2]\n\nagain [1]"

    def test_a_link_of_several_lines_has_its_number_at_its_end(self) -> None:
        assert heard(text("1 Street\nLondon", LAB)) == "1 Street\nLondon [1]"

    def test_what_does_nothing_has_none(self) -> None:
        assert heard(text("x", Link(LinkKind.FIGURE, "x"))) == "x"

    def test_they_go_on_after_those_that_are_known(self) -> None:
        numbers = Numbers([PAPER])
        assert list(linear_lines(pieces((text("x", LAB), text("y", PAPER))), numbers, 40)) == ["x [2]", "", "y [1]"]
        assert numbers.links == [PAPER, LAB]

    def test_they_stay_with_their_word(self) -> None:
        assert heard(text("aaaa bbbb", LAB), width=10) == "aaaa\nbbbb [1]"


class TestLines:
    def test_an_address_is_never_broken(self) -> None:
        address = "https://example.org/a-very/long-path?with=a&query=too"
        assert list(wrapped(f"It is at {address}, see there", 20)) == ["It is at", f"{address},", "see there"]
        assert list(wrapped("at https://x.org/a now", 20)) == ["at https://x.org/a", "now"]

    def test_code_is_never_broken(self) -> None:
        assert "x = 1234567890 + 1234567890" in heard(CodeBlock("x = 1234567890 + 1234567890"), width=20)

    def test_without_unicode_it_is_spelt(self) -> None:
        block = text("Erdős — “π”")
        said = "\n".join(linear_lines(pieces((block, CodeBlock("a → b"))), Numbers(), 60, Look(unicode=False)))
        assert said == 'Erdos -- "pi"\n\nCode, 1 line:\na -> b\nEnd of code.'

    def test_long_code_is_told_in_pieces(self) -> None:
        made = pieces((CodeBlock("\n".join(map(str, range(100)))),))
        assert [len(piece.lines) for piece in made] == [1, 20, 20, 20, 20, 20, 1]

    @given(st.lists(any_blocks, max_size=4), st.integers(1, 100))
    def test_no_line_steers_a_terminal_ends_in_blanks_or_is_too_wide(self, blocks: list[Block], width: int) -> None:
        made = pieces(tuple(blocks))
        code = set(linear_lines([piece for piece in made if piece.code], Numbers(), width))
        for line in linear_lines(made, Numbers(), width):
            assert not any(character < " " or "\x7f" <= character < "\xa0" for character in line)
            assert line == line.rstrip()
            assert cell_width(line) <= max(width, 2) or "://" in line or line in code
