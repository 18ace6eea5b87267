"""Reference links, comments and abbreviations, wherever a page defines them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.document.markdown import Document
from tui_home.document.references import define
from tui_home.document.walk import links, text_of
from tui_home.model.problem import Severity

Read = Callable[[str], Document]


@pytest.mark.parametrize(
    "source",
    [
        "[a *b*][Ref]\n\n[ref]: https://x.y",
        "[ref]: https://x.y 'title'\n\n[a *b*][ref]",
        "[a *b*][ref]\n[ref]: <https://x.y>",
        "[a *b*][ref]\n\n<div>\n[ref]: https://x.y\n</div>",
        "<div>\n\n[a *b*][ref]\n\n</div>\n\n[ref]: https://x.y",
        "<center>\n[a *b*][ref]\n</center>\n\n[ref]: https://x.y",
        "[a *b*][ref]\n\n> quote\n>\n> [ref]: https://x.y",
        "[a *b*][ref]\n\n- item\n\n  [ref]: https://x.y",
        "[a *b*][ref]\n\n- [ref]: https://x.y",
        "[a *b*][ref]\n\n[ref]: https://x.y\n[ref]: https://second.y",
    ],
)
def test_definitions_count_wherever_they_stand(read: Read, source: str) -> None:
    document = read(source)
    assert [(link.label, link.url) for link in links(document.blocks)] == [("a b", "https://x.y")]
    assert "ref" not in text_of(document.blocks)
    assert not document.problems


@pytest.mark.parametrize(
    "source", ["a\n[**b** c][nope] d", "a\n[**b** c] [d][nope]", "a\n[big cat][] d", "a\n![b c][nope] d"]
)
def test_a_label_that_nothing_defines_is_told(read: Read, source: str) -> None:
    document = read(source)
    assert "nope" not in text_of(document.blocks)
    assert "][" not in text_of(document.blocks)
    (problem,) = document.problems
    assert (problem.line, problem.severity) == (11, Severity.WARNING)
    assert "is not defined" in problem.message


def test_a_label_is_told_once(read: Read) -> None:
    assert [problem.line for problem in read("[one][Nope]\n\n[two][Nope]\n\n[three][Other]").problems] == [10, 14]


@pytest.mark.parametrize(
    "text",
    [
        "A[i][max] and [1][2] and f(x)[abc][def]",
        "[FirstLetter][LastName] (at) uni (dot) example",
        "[Update]: we moved on",
        "[a] [see] [note]",
    ],
)
def test_other_brackets_are_text(read: Read, text: str) -> None:
    document = read(text)
    assert text_of(document.blocks) == text
    assert not document.problems


@pytest.mark.parametrize(
    "comment",
    ["[//]: # (b)", "[//]: # b", "[comment]: <> (b)", "{::comment}\nhidden\n\n*b*\n{:/comment}", "{::comment}b{:/}"],
)  # fmt: skip
def test_comments_vanish(read: Read, comment: str) -> None:
    document = read(f"a\n\n{comment}\n\nb")
    assert text_of(document.blocks) == "a\n\nb"
    assert not document.problems


def test_abbreviations_are_spelled_out_once(read: Read) -> None:
    source = "XHTML, HTML and HTML, `HTML`, *ML*.\n\n*[HTML]: Hyper Text\n*[ML]: Machine Learning\n*[Q]:"
    assert text_of(read(source).blocks) == "XHTML, HTML (Hyper Text) and HTML, HTML, ML (Machine Learning)."


def test_code_keeps_what_looks_like_a_definition(read: Read) -> None:
    source = "```\n[a]: http://b.c\n*[D]: e\n{::comment}\n```\n\n    [f]: {{ g }}"
    assert text_of(read(source).blocks) == "[a]: http://b.c\n*[D]: e\n{::comment}\n\n[f]: {{ g }}"


@given(st.text("[]:*/ab<>\"' \n\t->", max_size=80))
def test_lines_stay_lines(source: str) -> None:
    left, _ = define(source, lambda _: "")
    assert left.count("\n") == source.count("\n")
