from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

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
from tui_home.model.inline import Link, LinkKind, Span, Spans, Style, plain_text
from tui_home.model.site import Site
from tui_home.output.markdown import blocks_markdown, markdown
from tui_home.output.markdown_inline import inline_markdown
from tui_home.sections import SECTIONS

if TYPE_CHECKING:
    from markdown_it.token import Token

URL = "https://example.org/a(b)_c"
LINK = Link(LinkKind.WEB, "x", URL)


def parsed(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def said(tokens: list[Token]) -> str:
    """Return what a reader sees, line breaks as such."""
    children = [child for token in tokens for child in token.children or ()]
    return "".join("\n" if child.type.endswith("break") else child.content for child in children)


def one_line(text: str) -> str:
    return " ".join(text.split())


def p(text: str, style: Style | None = None, link: Link | None = None) -> Paragraph:
    return Paragraph((Span(text, style or Style(), link),))


signs = st.sampled_from(
    [*"ab1 \n*_`[]()<>#+-=|~!&\\.:;^$\"'{}é你👋", "&amp;", "1. ", "```", "---", "__", "~~", "![", "]("]
)
texts = st.lists(signs, max_size=8).map("".join)
styles = st.builds(Style, st.booleans(), st.booleans(), st.booleans(), code=st.booleans())
spans_of_any_kind = st.lists(st.builds(Span, texts, styles, st.sampled_from([None, None, LINK])), max_size=5).map(tuple)


@given(spans_of_any_kind)
@example((Span("a", Style(bold=True)), Span("b", Style(italic=True)), Span("c", Style(bold=True, italic=True))))
@example((Span("a"), Span("!"), Span("x", link=LINK)))
@example((Span("`", Style(code=True)), Span("\\")))
@example((Span("1"), Span(". a")))
def test_a_reader_of_markdown_sees_the_same_text(spans: Spans) -> None:
    tokens = parsed(inline_markdown(spans))
    assert one_line(said(tokens)) == one_line(plain_text(spans))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}


@given(spans_of_any_kind)
def test_headings_and_cells_stay_on_one_line(spans: Spans) -> None:
    written = inline_markdown(spans, breaks=False)
    assert "\n" not in written
    tokens = parsed(f"## {written}")
    assert one_line(said(tokens)) == one_line(plain_text(spans))
    assert tokens[0].type == "heading_open"


@given(spans_of_any_kind, spans_of_any_kind)
def test_cells_keep_their_text_and_their_number(left: Spans, right: Spans) -> None:
    table = Table((), ((left, right),), (Align.LEFT, Align.CENTER))
    tokens = parsed(blocks_markdown((table,)))
    cells = [token for before, token in pairwise(tokens) if before.type == "td_open"]
    assert [one_line(said([cell])) for cell in cells] == [one_line(plain_text(left)), one_line(plain_text(right))]


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (Span("x", Style(bold=True)), "**x**"),
        (Span("x", Style(italic=True)), "*x*"),
        (Span("x", Style(bold=True, italic=True)), "***x***"),
        (Span("x", Style(strike=True)), "~~x~~"),
        (Span("x", Style(code=True)), "`x`"),
        (Span("a`b", Style(code=True)), "``a`b``"),
        (Span("x", link=Link(LinkKind.WEB, "x", "https://example.org")), "[x](https://example.org)"),
        (Span("x", link=LINK), f"[x](<{URL}>)"),
        (Span(URL, link=LINK), f"<{URL}>"),
        (Span("a@b.c", link=Link(LinkKind.EMAIL, "a@b.c", "mailto:a@b.c", "a@b.c")), "<a@b.c>"),
        (Span("x", link=Link(LinkKind.COPYABLE, "x", copy="y")), "x"),
        (Span(" x ", Style(bold=True)), "**x**"),
        (Span("snake_case and _this_"), r"snake_case and \_this\_"),
        (Span("AT&T &amp; 2*3"), r"AT\&T \&amp; 2\*3"),
        (Span("press e", Style(interactive=True)), ""),
    ],
)
def test_spans_become_plain_markdown(span: Span, written: str) -> None:
    assert inline_markdown((span,)) == written


@pytest.mark.parametrize(
    "line", ["# a", "> a", "- a", "+ a", "1. a", "12) a", "---", "===", "| a", "- [ ] a", "```", "~~~"]
)
def test_a_paragraph_that_looks_like_something_else_stays_one(line: str) -> None:
    for text in (line, f"before\n{line}"):
        tokens = parsed(inline_markdown((Span(text),)))
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        assert said(tokens) == text


def test_hard_breaks_stay() -> None:
    assert inline_markdown((Span("a\nb"),)) == "a\\\nb"


BLOCKS: list[tuple[Block, str]] = [
    (Heading(2, (Span("Work"),)), "### Work"),
    (Heading(6, (Span("Deep"),)), "###### Deep"),
    (ListBlock((ListItem((p("a"),)), ListItem((p("b"),)))), "- a\n- b"),
    (ListBlock((ListItem((p("a"),)), ListItem((p("b"),))), ordered=True, start=3), "3. a\n4. b"),
    (ListBlock((ListItem((p("a"),)), ListItem((p("b"),))), tight=False), "- a\n\n- b"),
    (ListBlock((ListItem((p("a"),), "🔐"), ListItem((p("b"),), checked=True))), "- 🔐 a\n- [x] b"),
    (ListBlock((ListItem((p("a"), ListBlock((ListItem((p("b"),)),)))),)), "- a\n  - b"),
    (CodeBlock("x = 1\n", "python"), "```python\nx = 1\n```"),
    (CodeBlock("```\n"), "````\n```\n````"),
    (Quote((p("a"), p("b"))), "> a\n>\n> b"),
    (Rule(), "---"),
    (Figure((Span("Cap"),), LINK), f"[Cap](<{URL}>)"),
    (Figure((), LINK), f"[x](<{URL}>)"),
    (Details("k", (Span("More"),), (p("text"),)), "**More**\n\ntext"),
    (Portrait("AL", circular=True, alt="Ada"), ""),
    (Aside(Align.RIGHT, (p("side"),), (p("main"),)), "side\n\nmain"),
    (Table(((Span("a"),),), (((Span("b|c"),),),), (Align.RIGHT,)), "| a |\n| ---: |\n| b\\|c |"),
    (Entry("k", (Span("ICLR"),), 6, (p("T", Style(bold=True)), p("more"))), "- ICLR: **T**\n\n  more"),
    (Entry("k", (), 0, (p("a"),), details=(p("folded"),)), "- a"),
    (Entry("k", (), 0, (p("a"),), details=(p("open"),), open=True), "- a\n\n  open"),
    (Entry("k", (Span("Feb"),), 3, (CodeBlock("x"),)), "- Feb:\n\n  ```\n  x\n  ```"),
]


@pytest.mark.parametrize(("block", "written"), BLOCKS)
def test_every_kind_of_block_has_its_markdown(block: Block, written: str) -> None:
    assert blocks_markdown((block,)) == written


def test_lists_that_follow_one_another_stay_two() -> None:
    items = (ListItem((p("a"),)),)
    tokens = parsed(blocks_markdown((ListBlock(items), ListBlock(items), ListBlock(items))))
    assert sum(token.type == "bullet_list_open" for token in tokens) == 3


def test_the_packaged_homepage_reads_well(packaged: Site) -> None:
    written = markdown(packaged, SECTIONS[:4])
    assert written.startswith("# Wanru Zhao\n\n## About\n\n")
    assert "[CaMLSys](https://mlsys.cst.cam.ac.uk/)" in written
    assert "- 🔐 privacy and security" in written
    assert "**Wanru Zhao**, Yihong Chen" in written
    assert "- Email: <wz341@cam.ac.uk>\n- Email: <zhaowrenee@gmail.com>\n" in written
    assert "BibTeX" not in written
    assert [line for line in written.split("\n") if line != line.rstrip()] == []
    headings = [token for token in parsed(written) if token.type == "heading_open"]
    assert [token.tag for token in headings[:2]] == ["h1", "h2"]
    assert sum(token.tag == "h2" for token in headings) == 4


def test_no_control_gets_through() -> None:
    written = inline_markdown((Span("a\x1b[2Jb\u202e\x9bc"),)) + blocks_markdown((CodeBlock("a\x1b[2Jb\tc\x07"),))
    assert not any(ord(sign) < 0x20 and sign != "\n" for sign in written)
    assert "\u202e" not in written
