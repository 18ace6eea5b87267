from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.document.markdown import Document
from tui_home.document.walk import text_of
from tui_home.model.blocks import (
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
)
from tui_home.model.inline import Span, Style, plain_text

Read = Callable[[str], Document]
Only = Callable[[str], tuple[Span, ...]]
Shown = Callable[[Blocks], str]


class TestMarkdownInside:
    @pytest.mark.parametrize(
        "source",
        [
            '<div markdown="1">\n- a\n- **b**\n</div>',
            "<div>\n\n- a\n- **b**\n\n</div>",
            "<ul>\n<li>a</li>\n<li>\n**b**\n</li>\n</ul>",
        ],
    )
    def test_is_understood(self, read: Read, source: str) -> None:
        (block,) = read(source).blocks
        assert isinstance(block, ListBlock)
        assert [item.blocks for item in block.items] == [
            (Paragraph((Span("a"),)),),
            (Paragraph((Span("b", Style(bold=True)),)),),
        ]

    def test_on_lines_between_tags(self, only: Only) -> None:
        spans = only("<center>\n    a **b**\n    [c](https://d.e)\n</center>")
        assert [span.text for span in spans] == ["a ", "b", " ", "c"]

    @pytest.mark.parametrize("source", ["<br><br>\n#### A *b*\n\nc", "<a name=x></a>\n#### A *b*\nc"])
    def test_headings_below_inline_tags(self, read: Read, source: str) -> None:
        heading, text = read(source).blocks
        assert heading == Heading(4, (Span("A "), Span("b", Style(italic=True))))
        assert text == Paragraph((Span("c"),))

    def test_but_not_beside_tags(self, only: Only) -> None:
        assert plain_text(only("<div>2 * 3 * 4</div>")) == "2 * 3 * 4"

    def test_an_indent_within_tags_is_no_code(self, read: Read) -> None:
        assert read("<div>\n\n    <p>a</p>\n\n</div>").blocks == (Paragraph((Span("a"),)),)

    def test_problems_there_name_their_line(self, read: Read) -> None:
        document = read('<div>\n<p>a</p>\n</div>\n<div markdown="1">\n\nb\n[c](javascript:d)\n</div>')
        assert [problem.line for problem in document.problems] == [16]


def test_lists_within_a_comment_are_not_seen(read: Read) -> None:
    assert text_of(read("a\n\n<!-- - b\n- c\n\n# d\n- e -->\n\nf").blocks) == "a\n\nf"
