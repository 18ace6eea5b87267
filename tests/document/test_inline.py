from __future__ import annotations

import pytest

from tui_home.document.inline import inline
from tui_home.model.inline import Link, LinkKind, Span, Style, plain_text
from tui_home.model.problem import Origin


def test_a_line_has_styles_and_links() -> None:
    spans, problems = inline("A *b* [c](https://d.e) <b>f</b>", Origin("n.md"))
    assert spans == (
        Span("A "),
        Span("b", Style(italic=True)),
        Span(" "),
        Span("c", link=Link(LinkKind.WEB, "c", "https://d.e")),
        Span(" "),
        Span("f", Style(bold=True)),
    )
    assert problems == ()


@pytest.mark.parametrize("source", ["# not a heading", "- not a list", "1. first"])
def test_nothing_in_a_line_is_a_block(source: str) -> None:
    assert plain_text(inline(source, Origin("n.md"))[0]) == source


def test_blocks_within_a_line_are_one_run() -> None:
    assert plain_text(inline("a <p>b</p> ![c](d.png)", Origin("n.md"))[0]) == "a b c"


def test_repairs_and_refusals_name_the_line() -> None:
    _, problems = inline("x[Flower](https://a.b) {{ c }} [d](javascript:e)", Origin("n.md", 7))
    assert [(problem.file, problem.line) for problem in problems] == [("n.md", 7)] * 3


def test_nothing_is_nothing() -> None:
    assert inline("", Origin("n.md")) == ((), ())
