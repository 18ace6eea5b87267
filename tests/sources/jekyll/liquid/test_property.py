"""Whatever stands in a text, it is evaluated without an exception, and nothing is lost that is no Liquid."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_home.model.problem import Origin
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.liquid import evaluated
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.sources.tree import Tree

_HERE = Path(__file__).parent

_HARMLESS = (
    *(
        "{% frob %}",
        "{% endfrob %}",
        "{{ page.title }}",
        "{{ 1 | frob }}",
        "{% if true %}",
        "{% endif %}",
        "{% else %}",
    ),
    *(
        "{% endfor %}",
        "{% assign a = 1 %}",
        "{{ a b }}",
        "{% when 1 %}",
        "{% elsif %}",
        "{% include x.html %}",
        "{{}}",
        "{%%}",
    ),
    *(
        "{% cite k %}",
        "{% details d %}",
        "{% enddetails %}",
        "{% quote k %}",
        "{% tab a b %}",
        "{% raw %}",
        "{% endraw %}",
    ),
    *(
        "{% if ( %}",
        "{{ 'a' | date: '%Y' }}",
        "{% include figure.liquid path='a' %}",
        "{% break %}",
        "{% cycle 'a' %}",
        "{% content %}",
        "{% endif x %}",
    ),
)
"""Liquid that shows all text round it: what is unknown or broken, or true."""
_HIDING = (
    "{% comment %}",
    "{% endcomment %}",
    "{% for i in (1..2) %}",
    "{% capture c %}",
    "{% case 1 %}",
    "{% unless 1 %}",
)
_SIGNS = (
    "{{",
    "}}",
    "{%",
    "%}",
    "-%}",
    "{{-",
    "|",
    "'",
    '"',
    "`",
    "```\n",
    "<div>\n",
    "\n",
    "{",
    "}",
    "%",
    "[",
    "(1..",
    "é",
    "\0",
)


def _evaluated(text: str) -> str:
    reading = Reading(Folder(Tree(_HERE)), Config())
    found, problems = evaluated(text, Origin("x.md"), Page("x.md", Mapping(), text, Origin("x.md"), ()), reading)
    assert not any("none of it is evaluated" in problem.message for problem in problems)
    return found


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from((*_HARMLESS, *_HIDING, *_SIGNS, "word")) | st.text(max_size=5), max_size=30))
def test_nothing_raises(parts: list[str]) -> None:
    found = _evaluated("".join(parts))
    assert "{%" not in found


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(_HARMLESS), max_size=20))
def test_text_outside_the_tags_stays(parts: list[str]) -> None:
    words = [f"word{number}" for number in range(len(parts) + 1)]
    text = words[0] + "".join(f" {part} {word}" for part, word in zip(parts, words[1:], strict=True))
    found = _evaluated(text).split()
    hidden = _in_an_else(parts)
    kept = [word for number, word in enumerate(words) if number not in hidden]
    assert [word for word in found if word in kept] == kept


def _in_an_else(parts: list[str]) -> set[int]:
    """Return the places of the words that may be in the branch of an ``if true`` that is not taken."""
    opened = next((at for at, part in enumerate(parts) if part == "{% if true %}"), len(parts))
    return (
        set(range(opened + 1, len(parts) + 1))
        if any(part in ("{% else %}", "{% elsif %}") for part in parts)
        else set()
    )
