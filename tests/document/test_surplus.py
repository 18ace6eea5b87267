"""What is too long to be a page is shown all the same, and told."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.document.inline import inline
from tui_home.document.markdown import Document
from tui_home.document.surplus import MOST, MOST_LINES, cut
from tui_home.document.walk import text_of
from tui_home.model.blocks import Heading, Paragraph, Quote
from tui_home.model.inline import Span, plain_text
from tui_home.model.problem import Origin

Read = Callable[[str], Document]


def test_the_rest_of_an_endless_page_loses_its_markup_and_no_word(read: Read) -> None:
    head = "a *b*\n" + "a " * (MOST // 2 - 10) + "\n\n"
    rest = "c <b>d</b> {{ e }}\n<script>f</script> &amp; g\n\nh\n\n"
    document = read(head + rest * 2)
    assert document.blocks[-4:] == tuple(Paragraph((Span(text),)) for text in ("c d & g", "h", "c d & g", "h"))
    (problem,) = document.problems
    assert "longer than 250,000 characters" in problem.message
    assert problem.line == 10 + cut(head + rest * 2)[0].count("\n")


def test_a_page_of_very_many_lines_is_cut_too_and_does_not_become_as_many_paragraphs(read: Read) -> None:
    assert cut("# a\n" * MOST_LINES) == ("# a\n" * MOST_LINES, "")
    document = read("# a\n\n" * (MOST_LINES * 2))
    assert sum(isinstance(block, Heading) for block in document.blocks) == MOST_LINES // 2
    assert len(document.blocks) < MOST_LINES * 2 // 3
    assert text_of(document.blocks).count("a") == MOST_LINES * 2
    assert "10,000 lines" in document.problems[0].message


def test_what_is_open_at_the_cut_ends_there(read: Read) -> None:
    document = read("> - <b>" + "a " * MOST)
    assert [type(block) for block in document.blocks] == [Quote, Paragraph]
    assert text_of(document.blocks).count("a") == MOST


def test_a_title_may_be_long(read: Read) -> None:
    text = "word " * (MOST // 2)
    assert plain_text(inline(text, Origin("p.md"))[0]).count("word") == text.count("word")
    assert text_of(read(text).blocks).count("word") == text.count("word")


def test_a_page_of_the_most_characters_is_whole() -> None:
    assert cut("a" * MOST) == ("a" * MOST, "")
    assert cut("a" * (MOST + 1)) == ("a" * MOST, "a")
