from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.document.markdown import markdown
from tui_home.document.marks import Marks
from tui_home.document.walk import text_of
from tui_home.model.problem import Origin
from tui_home.text.safe import printable


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("a {{ b }} c", "a  c"),
        ("a {% b %} c", "a  c"),
        ("a {{ b", "a {{ b"),
        ("a {: .b} c", "a  c"),
        ("a {: .b", "a {: .b"),
        ("{x} {}", "{x} {}"),
        ("# a {#b}", "# a "),
        ("# a {#b .c d=e}", "# a "),
        ("a {#b}", "a {#b}"),
        ("{% raw %}{{ a }}{% endraw %}", "{{ a }}"),
        ("{% raw %}{{ a }}", ""),
        ("{% comment %}a{% endcomment %}b", "b"),
        ("[a](/b c.pdf)", "[a](/b%20c.pdf)"),
        ("[a](see this)", "[a](see this)"),
    ],
)
def test_what_is_left(source: str, left: str) -> None:
    assert printable(Marks(source).source, newlines=True) == left


def test_lines_stay_lines_and_problems_name_them() -> None:
    marks = Marks("a\n{{ b\nc }}\n{% d %}\n{% enddd %}")
    assert marks.source.count("\n") == 4
    assert [problem.line for problem in marks.problems(Origin("p.md", 5))] == [6, 8]


@given(st.text("{}%:#\n \ufde0\ufdd0\ufde1ab'|[](/)", max_size=80))
def test_what_was_taken_out_can_be_put_back(source: str) -> None:
    marks = Marks(source)
    assert marks.source.count("\n") == source.count("\n")
    assert marks.restored(marks.source) == "".join(c for c in source if not "\ufdd0" <= c <= "\ufdef")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a <!-- b\n\nc --> d", "a d"),
        ("a <!-- b\n- c\n- d --> e", "a e"),
        ("- a <!-- b\n\n  c --> d\n- e", "- a d\n- e"),
        ("a <!-- b\n# c -->\n\nd", "a\n\nd"),
        ("a <!-- {{ b }}\n\n --> c", "a c"),
        ("a `<!--` b\n\nc --> d", "a <!-- b\n\nc –> d"),
        ("```\na <!-- b\n\n- c --> d\n```", "a <!-- b\n\n- c --> d"),
        ("a <!-- b --> c", "a c"),
    ],
)
def test_comments_within_paragraphs_vanish_whatever_they_hold(source: str, shown: str) -> None:
    found = markdown(source, Origin("p.md"))
    assert text_of(found.blocks) == shown
    assert not found.problems


def test_comments_within_paragraphs_keep_the_count_of_lines() -> None:
    marks = Marks("x <!-- a\n\n--> b\n" * 50)
    assert marks.source.count("\n") == 150
