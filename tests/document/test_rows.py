"""Tables as kramdown reads them."""

from __future__ import annotations

import pytest

from tui_home.document.markdown import markdown
from tui_home.document.walk import text_of
from tui_home.model.blocks import Align, ListBlock, Paragraph, Table
from tui_home.model.inline import plain_text
from tui_home.model.problem import Origin


def table(source: str) -> Table:
    (found,) = markdown(source, Origin("p.md")).blocks
    assert isinstance(found, Table)
    return found


def texts(source: str) -> list[list[str]]:
    return [list(map(plain_text, row)) for row in table(source).rows]


@pytest.mark.parametrize(
    ("source", "head", "rows"),
    [
        ("| a | b |\n| c | d |", [], [["a", "b"], ["c", "d"]]),
        ("| a | b |", [], [["a", "b"]]),
        ("|---|---|\n| a | b |\n| c | d |", [], [["a", "b"], ["c", "d"]]),
        ("| a | b |\n|---\n| c | d |\n|===\n| e | f |", ["a", "b"], [["c", "d"], ["e", "f"]]),
        ("|a|b|\n|-|-|\n|c|d|e|", ["a", "b", ""], [["c", "d", "e"]]),
        ("|a|b|\n|-|-|\n|c|d|\n| - | - |", ["a", "b"], [["c", "d"], ["-", "-"]]),
        ("|| b |\n|--|--|\n|| d |", ["", "b"], [["", "d"]]),
        ("|a|b\n|-|-\n|c|d", ["a", "b"], [["c", "d"]]),
        ("|a \\| b|c|", [], [["a | b", "c"]]),
    ],
)
def test_rows_between_bars_are_a_table(source: str, head: list[str], rows: list[list[str]]) -> None:
    assert list(map(plain_text, table(source).header)) == head
    assert texts(source) == rows


@pytest.mark.parametrize(
    "source", ["||x|| is a norm", "||x||", "|x|", "|x| < 5", "a | b | c", "P(A|B) | P(B|A)", "text\n| a | b |", "|"]
)
def test_bars_in_prose_stay(source: str) -> None:
    (found,) = markdown(source, Origin("p.md")).blocks
    assert isinstance(found, Paragraph)
    assert plain_text(found.spans) == source.replace("\n", " ")


def test_a_ruled_line_names_the_sides() -> None:
    assert table("|a|b|c|\n|:--|:-:|--:|\n|d|e|f|").aligns == (Align.LEFT, Align.CENTER, Align.RIGHT)


def test_a_table_stands_in_a_list_and_ends_with_it() -> None:
    (listed,) = markdown("- | a | b |\n  | c | d |\n- e", Origin("p.md")).blocks
    assert isinstance(listed, ListBlock)
    assert text_of(listed.items[0].blocks) == "a  b\nc  d"
    assert text_of(listed.items[1].blocks) == "e"
