"""Formulas are found where MathJax finds them, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.document.formulas import find
from tui_home.document.markdown import Document
from tui_home.document.walk import text_of
from tui_home.model.blocks import Paragraph, Quote
from tui_home.model.inline import Span, plain_text

Read = Callable[[str], Document]
Only = Callable[[str], tuple[Span, ...]]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("just like $$ E = mc^2 $$.", "just like E = mc²."),
        ("render as $ E = mc^2 $ here", "render as E = mc² here"),
        ("an $n$-gram, $k$, $O(n)$, $3.5$ and $x*y$, $z*w$", "an n-gram, k, O(n), 3.5 and x*y, z*w"),
        (r"\\(x_1\\) and \(a_1*b*c\)", "x₁ and a₁*b*c"),
        (r"\\[ x_1 \\] and \[ a_1 \]", "x₁ and a₁"),
        (r"a \begin{align} x &= 1 \\ y &= 2 \end{align} b", "a x = 1; y = 2 b"),
        ("[latex]O(n^{2})[/latex]", "O(n²)"),
        ("<d-math>x_1*y*z</d-math>", "x₁*y*z"),
        ("<p>$x_1 < 2$ &amp; $$a_i$$</p>", "x₁ < 2 & aᵢ"),
        ("**$x_1$-bold** [link $y_1$](https://a.b)", "x₁-bold link y₁"),
    ],
)
def test_formulas_in_text(only: Only, source: str, text: str) -> None:
    assert plain_text(only(source)) == text


@pytest.mark.parametrize(
    "source",
    [
        "from $5 to $6",
        "$5k, sold for US$ and A$6",
        "$5 and $10, or $20",
        "$HOME and $PATH",
        r"[1] [see this]",
        "only $",
    ],
)
def test_prices_and_brackets_are_text(only: Only, source: str) -> None:
    assert plain_text(only(source)) == source


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\[1\] \[see this\]", "[1] [see this]"),
        (r"\$5 and \$6$", "$5 and $6$"),
        ("`$x_1$` and `a` costs $5 `b`", "$x_1$ and a costs $5 b"),
        ("<code>$x_1$</code>", "$x_1$"),
    ],
)
def test_what_is_escaped_or_code_stays(only: Only, source: str, text: str) -> None:
    assert plain_text(only(source)) == text


@pytest.mark.parametrize(
    "formula",
    [
        "$$\n\\sum_{k=1}^n a_k\n\n= b\n$$",
        "$$\\sum_{k=1}^n a_k = b$$",
        "\\[\n\\sum_{k=1}^n a_k = b\n\\]",
        "\\\\[\n\\sum_{k=1}^n a_k = b\n\\\\]",
        "\\begin{equation}\n\\label{eq:a}\n\\sum_{k=1}^n a_k = b\n\\end{equation}",
    ],
)
@pytest.mark.parametrize("frame", ["{}", "a\n\n{}\n\nb", "a\n{}\nb"])
def test_a_formula_on_lines_of_its_own_is_a_paragraph(read: Read, formula: str, frame: str) -> None:
    assert Paragraph((Span("∑ₖ₌₁ⁿ aₖ = b"),)) in read(frame.format(formula)).blocks


def test_rows_are_lines(read: Read) -> None:
    (block,) = read("$$\n\\begin{aligned}\na &= b \\\\\n&= c_1\n\\end{aligned}\n$$").blocks
    assert block == Paragraph((Span("a = b\n= c₁"),))


def test_formulas_in_lists_and_quotes(read: Read) -> None:
    assert text_of(read("- a\n\n  $$\n  x^2\n  $$\n\n- b").blocks).split() == ["-", "a", "x²", "-", "b"]
    assert read("> $$\n> x^2\n> $$\n\nb").blocks[0] == Quote((Paragraph((Span("x²"),)),))
    assert text_of(read("> $$\nx^2").blocks) == "$$ x^2"


@given(
    st.lists(st.sampled_from(["$", "$$", "\\(", "\\)", "\\[", "x", "_1", " ", "5", "\\begin{align}", "\n"])).map(
        "".join
    )
)
def test_what_is_found_is_in_order(text: str) -> None:
    start = 0
    while found := find(text, start):
        assert start <= found.start < found.end <= len(text)
        start = found.end
