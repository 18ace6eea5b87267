"""Emphasis beside letters that put no blanks between words, and in paragraphs of nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.document.emphasis import MOST
from tui_home.document.markdown import Document
from tui_home.document.walk import text_of
from tui_home.model.inline import Span, Style

Read = Callable[[str], Document]
Only = Callable[[str], tuple[Span, ...]]


@pytest.mark.parametrize(
    ("source", "bold"),
    [
        ("中文**加粗。**中文", "加粗。"),
        ("中文**「加粗」**中文", "「加粗」"),
        ("فارسی **متن،**فارسی", "متن،"),
        ("a **b** c", "b"),
        ("a**b**c", "b"),
    ],
)
def test_stars_need_no_blanks(only: Only, source: str, bold: str) -> None:
    assert [span.text for span in only(source) if span.style == Style(bold=True)] == [bold]


@pytest.mark.parametrize("source", ["a ** b ** c", "2 * (x) * 3", "中 * 文 * 中", "snake_case_name 中_文_中"])
def test_lone_stars_are_stars(only: Only, source: str) -> None:
    assert only(source) == (Span(source),)


def test_a_flood_of_stars_is_told(read: Read) -> None:
    document = read("*a" * (MOST + 100))
    assert text_of(document.blocks).count("a") == MOST + 100
    assert [problem.line for problem in document.problems] == [10]
    assert not read("*a* " * (MOST // 4)).problems
