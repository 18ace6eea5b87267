"""Whatever a page holds: nothing is raised, no word is lost or moved, nothing steers the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_home.document.html import html_lines
from tui_home.document.inline import inline
from tui_home.document.markdown import markdown
from tui_home.document.surplus import MOST
from tui_home.document.walk import links, spans_of, text_of
from tui_home.model.blocks import Blocks, Details, ListBlock, Quote, Table
from tui_home.model.inline import plain_text
from tui_home.model.problem import Origin

ORIGIN = Origin("p.md")
WORD = re.compile("w[abcdefghkm]{5}")
TAGS = (
    "b", "i", "em", "strong", "span", "sup", "sub", "code", "mark", "u", "s", "del", "kbd", "q", "foo", "small", "abbr",
    "div", "p", "ul", "ol", "li", "table", "tr", "td", "th", "thead", "tbody", "blockquote", "h2", "details", "center",
    "section", "pre", "figure", "dl", "dt", "dd", "form", "button",
)  # fmt: skip
# Fences need three signs in a row, and name a language after them; here they never come about.
SIGNS = (
    "**", "*", " `", "\n", "\n\n", "\n- ", "\n> ", "\n1. ", "\n    ", "[", "](", ")", "|", "\n|-|-|\n", " ~~", "\n# ",
    "<br>", "<hr>", "  \n", "&amp;", "<", ">", "--", "!", "\\", "_", "$", "{", "}", "<!--x-->", "\n***\n", "\n===\n",
    "\t", "[^1]", "](https://x.y)", "<a href='https://x.y'>", "</a>", "🔐", "\n• ", "{: .x}",
)  # fmt: skip

words = st.text("abcdefghkm", min_size=5, max_size=5).map("w{}".format)
opening = st.sampled_from(TAGS).map("<{}>".format)
closing = st.sampled_from(TAGS).map("</{}>".format)
spaced = words.map(" {} ".format) | words.map("\n{}\n".format)
sources = st.lists(spaced | opening | closing | st.sampled_from(SIGNS), max_size=30).map("".join)
tricky = "<>[](){}*_`~|-+!#&;:=\"'\\/$%^@. \n\tab1\x00\x1b\x07\x9b\u202e\u200d\ud800\ufde0\ufdd0🔐你"
hostile = st.text(st.sampled_from(tricky)) | sources


def depth(blocks: Blocks) -> int:
    inner = [
        inside
        for block in blocks
        for inside in (
            [item.blocks for item in block.items]
            if isinstance(block, ListBlock)
            else [block.blocks]
            if isinstance(block, Quote | Details)
            else []
        )
    ]
    return 1 + max(map(depth, inner), default=0)


@settings(max_examples=400, deadline=None)
@given(sources)
def test_words_stay_in_their_order(source: str) -> None:
    found = " ".join(plain_text(spans) for spans in spans_of(markdown(source, ORIGIN).blocks))
    assert WORD.findall(found) == WORD.findall(source)


@settings(max_examples=300, deadline=None)
@given(hostile)
def test_nothing_raises_and_nothing_steers(source: str) -> None:
    document = markdown(source, ORIGIN)
    texts = [span.text for spans in spans_of(document.blocks) for span in spans]
    texts += [field for link in links(document.blocks) for field in (link.label, link.url, link.copy)]
    texts += [problem.message for problem in document.problems]
    texts += [*html_lines(source), plain_text(inline(source, ORIGIN)[0])]
    forbidden = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
    assert not [text for text in texts if forbidden.search(text)]


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_links_lead_only_where_one_may_go(source: str) -> None:
    for link in links(markdown(source, ORIGIN).blocks):
        assert re.fullmatch(r"(?:https?://|mailto:)[\x21-\x7e]+|", link.url)
        assert "\n" not in link.label


@settings(max_examples=100, deadline=None)
@given(sources)
def test_rows_have_as_many_cells_as_their_table(source: str) -> None:
    for block in markdown("<table>" + source, ORIGIN).blocks:
        if isinstance(block, Table):
            assert {len(row) for row in block.rows} <= {len(block.aligns)}
            assert len(block.header) in {0, len(block.aligns)}


@pytest.mark.parametrize("nest", ["<blockquote>", "<ul><li>", "<details>", "> ", "- ", "<div>", "<table><tr><td>"])
def test_depth_is_bounded(nest: str) -> None:
    document = markdown(nest * 2000 + "deep", ORIGIN)
    assert depth(document.blocks) <= 40
    assert text_of(document.blocks).endswith("deep")


HOSTILE = (
    "[", "![", "*", "**a", "_a ", "`", "``a`", "<", "<a ", "<a \"'", "<!--", "<!-- \n", "&", "](", "[a](", "> ", "- ",
    "|", "~~", "\\", "http://", "www.a.b ", "[^", "{{", "{%", "{{ a }}", "{: .a}", "{% raw %}", "$a", "    ", "=\n",
    "[a]: b\n", "<![CDATA[", "<b>", "</b>", "<div>\n", "<li>", "<td>", "<pre>", "<script>\n", "<div markdown=1>\n",
    "<span hidden>", "<sup>", "<a href=x>", "<img src=a>", "![](a.png)\n", "<iframe src=a>", "🔐 a\n", "a@b.c ",
    "x [at] ", "<td colspan=999>a", "<br>", "\ufdd0", "<b><i></b>", "<abbr title=a>", "{% highlight a %}\n",
)  # fmt: skip


@pytest.mark.parametrize("trick", HOSTILE)
def test_hostile_repetition_ends(trick: str) -> None:
    document = markdown(trick * (30_000 // len(trick)), ORIGIN)
    assert isinstance(document.blocks, tuple)


@pytest.mark.parametrize("trick", ["<", "[", "{{", "<a \"'", "$", "*a", ":a", "\\("])
def test_what_is_longer_than_is_read_as_markdown_ends(trick: str) -> None:
    assert text_of(markdown(trick * (MOST * 6 // 5 // len(trick)), ORIGIN).blocks)
