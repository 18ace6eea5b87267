"""Hostile pages: three times the text is about three times the work, counted in calls, not in seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from tui_home.document.markdown import markdown
from tui_home.model.problem import Origin

ORIGIN = Origin("p.md")
SHORT = 1200
TRICKS = (
    "*a", "**a ", "_a ", "*a_", "~~a", "[", "![", "[a](", "[a][b", "[a][bcdef]", "[[a]]", "<a ", "<", "</a>", "<!--",
    "<b>", "<div>\n", "<p>\n\n", "<a href=x>", "`a", "``a`", "$a", "$ a ", "$$", "$a$", "$$\n\n", "\\(",
    "\\begin{align}\n", "[latex]", ":a", ":tada:", "|-\n", "a|b\n-|-\n", "|a|b|\n|-|-|\n", "> ", "> a\n", "- ",
    "- a\n", "- - - \n", "1. a\n", "{:", "{: .a}\n", "{::comment}", "{{", "{{ a }}", "{%", "{% raw %}", "&amp;", "&",
    "[^a]", "[^a]: b\n", "a\n: b\n", "*[a]: b\n", "[a]: b\n", "http://a.b ", "a@b.c ", "x [at] ", "<td>", "<ul><li>",
    "<details>", "<script>\n", "<span hidden>", "<sup>", "<d-footnote>", "![](a.png)\n", "🔐 a\n", "a  \n",
    "<span data-user=a data-domain=b.cd>", "<bdo dir=rtl>", "a@b|rev ", "<d-math>",
    "| a | b |\n", "|a\n", "|---|\n", "x <!-- a\n- b\n", "x <!-- a\n\n-->",
)  # fmt: skip


def work(source: str) -> int:
    """Return how many functions are called to read a page."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        markdown(source, ORIGIN)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("trick", TRICKS)
def test_work_grows_with_the_text_and_no_faster(trick: str) -> None:
    few = SHORT // len(trick)
    markdown(trick * 3, ORIGIN)  # imports and patterns
    once, thrice = work(trick * few), work(trick * few * 3)
    assert thrice < 4.5 * once + 2000
