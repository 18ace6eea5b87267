from __future__ import annotations

import pytest

from tui_home.document.walk import text_of
from tui_home.model.inline import plain_text
from tui_home.model.problem import Origin
from tui_home.sources.jekyll.bibliography.wording import blocks, plain, spans

ORIGIN = Origin("papers.bib")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("A {T}itle of {NASA}", "A Title of NASA"),
        (r"Sch{\"o}dinger's \& co", "Schödinger's & co"),
        ("*A* _b_ [c](d) `e` 1. x", "*A* _b_ [c](d) `e` 1. x"),
        ("x <i>E. coli</i> y*", "x E. coli y*"),
        ("a &amp; b_c_d", "a & b_c_d"),
        ("a < b and c > d", "a < b and c > d"),
        ("a\n   b", "a b"),
        ("a<br>b", "a b"),
        ("List<T> where x<y and y>z", "List<T> where x<y and y>z"),
        ("<jats:p>A <mml:math><mml:mi>x</mml:mi></mml:math> b</jats:p><!-- no -->", "A x b"),
        (r"$<$ 5 <sub>$i$</sub>", "< 5 ᵢ"),
        ("Oral :tada: <b>at 10:30:00 :tada:</b>", "Oral 🎉 at 10:30:00 🎉"),
        ("<i>" * 300 + "deep", "deep"),
        ("a\x1b[31mb\u202e", "ab"),
        ("", ""),
    ],
)
def test_a_field_says_what_it_means(written: str, text: str) -> None:
    assert plain_text(spans(written, ORIGIN)) == text
    assert plain(written, ORIGIN) == text


def test_html_keeps_its_style() -> None:
    assert [span.style.italic for span in spans("On <i>E. coli</i>", ORIGIN)] == [False, True]


def test_an_abstract_has_paragraphs() -> None:
    found = blocks("One\n two.\n\n  Three.\n", ORIGIN)
    assert len(found) == 2
    assert text_of(found).split() == ["One", "two.", "Three."]
