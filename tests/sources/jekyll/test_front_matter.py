from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.model.problem import Severity
from tui_home.sources.folder import Source
from tui_home.sources.jekyll.front_matter import Page, read_page, split


def page(text: str) -> Page:
    return read_page(Source("a.md", text))


@pytest.mark.parametrize(
    ("text", "head", "body", "line"),
    [
        ("---\na: 1\n---\nbody\n", "a: 1", "body\n", 4),
        ("---\n---\nbody", "", "body", 3),
        ("---  \na: 1\n... \nbody", "a: 1", "body", 4),
        ("\n\n---\na: 1\n---\nbody", "a: 1", "body", 6),
        ("<!-- one -->\n<!-- two\nthree -->\n---\na: 1\n---\nbody", "a: 1", "body", 7),
        ("<!--\n---\na: 1\n---\nbody\n-->\n", None, "<!--\n---\na: 1\n---\nbody\n-->\n", 1),
        ("body\n---\nmore", None, "body\n---\nmore", 1),
        ("----\na\n", None, "----\na\n", 1),
        ("", None, "", 1),
    ],
)
def test_a_page_is_split_at_its_lines(text: str, head: str | None, body: str, line: int) -> None:
    parts = split(text)
    assert (parts.head, parts.body, parts.body_line, parts.closed) == (head, body, line, True)


def test_front_matter_without_an_end_keeps_the_body() -> None:
    read = page("---\ntitle: x\n\nprofile:\n  align: left\nHello there.\n\nMore.\n")
    assert read.front.text("title") == "x"
    assert read.front.mapping("profile").text("align") == "left"
    assert read.body == "Hello there.\n\nMore.\n"
    assert read.origin.line == 6
    assert [(problem.severity, problem.line) for problem in read.problems] == [(Severity.ERROR, 2)]


def test_broken_yaml_keeps_the_rest_and_the_body() -> None:
    read = page("---\ntitle: a: b\nlayout: about\n)(\n---\nHello.\n")
    assert (read.front.text("title"), read.front.text("layout")) == ("a: b", "about")
    assert read.body == "Hello.\n"
    assert [problem.line for problem in read.problems] == [2, 4]


def test_links_that_stand_for_comments_are_no_problem() -> None:
    read = page("---\nprofile:\n  address: >\n    <p>x</p>\n[//]: #    (<p>y</p>)\n[//]: # (z)\nnews: true\n---\n")
    assert read.front.flag("news")
    assert read.problems == ()


def test_damage_in_a_comment_is_a_note_and_in_a_value_it_is_none_of_the_comments() -> None:
    read = page("---\n# \uf8ffüßó climbing\na: '# \uf8ffüßó' # \uf8ffüëã\nb: >\n  # \uf8ffüëã\n---\n")
    assert [(problem.severity, problem.line) for problem in read.problems] == [(Severity.NOTE, 2), (Severity.NOTE, 3)]
    assert "🧗" in read.problems[0].message
    assert "👋" in read.problems[1].message


def test_a_comment_before_the_front_matter_is_a_problem() -> None:
    read = page("<!-- mine -->\n---\ntitle: x\n---\nbody")
    assert (read.front.text("title"), read.body) == ("x", "body")
    assert [(problem.severity, problem.line) for problem in read.problems] == [(Severity.ERROR, 1)]


@pytest.mark.parametrize("end", ["-----", "——", " ---", "−−−"])
def test_an_end_that_is_nearly_one_is_no_text(end: str) -> None:
    read = page(f"---\ntitle: x\n{end}\nbody\n")
    assert read.body.rstrip().endswith("body")
    assert "—" not in read.body
    assert [problem.severity for problem in read.problems][:1] == [Severity.ERROR]


@given(st.text(alphabet="-. \nab:\t#'[", max_size=60))
def test_no_line_is_lost_and_the_bodys_line_is_right(text: str) -> None:
    parts = split(text)
    lines = text.split("\n")
    assert "\n".join(lines[parts.body_line - 1 :]) == parts.body
    if parts.head is not None:
        first = parts.head_line - 1
        assert "\n".join(lines[first : first + len(parts.head.split("\n"))]).startswith(parts.head)


@given(st.text(max_size=80))
def test_any_front_matter_leaves_the_body_whole(head: str) -> None:
    read = page(f"---\n{head}\n---\nthe body\n")
    assert read.body.endswith("the body\n")
