"""What asks for more than any honest page does ends, and its text stays."""

from __future__ import annotations

import pytest

from tests.sources.jekyll.liquid.conftest import Evaluate

_MIB = 1 << 20
_LONG = _MIB // 4
"""Characters of which what grows with their square would keep everybody waiting."""


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in (1..100000000) %}x{% endfor %}",
        "{% for i in (1..99999999999999999999999) reversed %}x{% endfor %}",
        "{% for i in (1..100000000) offset: 99999999 %}x{% endfor %}",
        "{% tablerow i in (1..100000000) %}x{% endtablerow %}",
        "{% for a in (1..9000) %}{% for b in (1..9000) %}{% endfor %}{% endfor %}",
        "{% for a in (1..9999) %}{% endfor %}" * 400,
        "{% assign r = (1..1000000000) %}{% if r contains 'x' %}{% endif %}",
        "{% assign x = 'aa' %}{% for i in (1..99) %}{% assign x = x | append: x %}{% endfor %}",
        "{% assign x = '" + "a" * 1500 + "' %}{{ x | replace: 'a', x | replace: 'a', x | replace: 'a', x }}",
        "{% assign x = 99 %}{% for i in (1..99) %}{% assign x = x | times: x %}{% endfor %}",
        "{% capture x %}ab{% endcapture %}" + "{% capture x %}{{ x }}{{ x }}{{ x }}{{ x }}{% endcapture %}" * 40,
        "{% assign x = '" + "a," * 900 + "' | split: ',' %}" + "{% assign x = x | concat: x %}" * 40,
        "{% assign x = '"
        + "a," * 900
        + "' | split: ',' %}{% for i in (1..9) %}{% assign s = s | append: x %}{% endfor %}"
        + "{% assign s = x | join: s %}" * 9,
        "{% assign x = 'a,b' | split: ',' %}" + "{% assign x = x | push: x %}" * 40 + "{{ x }}",
        "{% assign x = 'a,b' | split: ',' %}" + "{% assign x = x | push: x | push: x %}" * 40 + "{{ x | jsonify }}",
        "{% assign x = 'a,b' | split: ',' %}{% assign y = 'a,b' | split: ',' %}"
        + "{% assign x = x | push: x %}{% assign y = y | push: y %}" * 30
        + "{% if x == y %}{% endif %}",
        (
            "{% assign x = 'aa' %}{% for i in (1..18) %}{% assign x = x | append: x %}{% endfor %}"
            "{% for i in (1..9999) %}{% if x contains 'ab' %}{% endif %}{% endfor %}"
        ),
        (
            "{% assign x = 'aa' %}{% for i in (1..18) %}{% assign x = x | append: x %}{% endfor %}"
            "{% assign y = x | split: ',' %}{% for i in (1..9) %}{% assign y = y | push: x %}{% endfor %}{{ y }}"
        ),
        "{% for a in (1..9999) %}" + "{% if 1 == 2 %}{% endif %}" * 2000 + "{% endfor %}",
        "{% for a in (1..9999) %}{% case a %}" + "{% when 'x' %}" * 2000 + "{% endcase %}{% endfor %}",
    ],
    ids=(
        "great range",
        "unthinkable range",
        "great offset",
        "tablerow",
        "nested loops",
        "many loops",
        "range searched",
        "doubled text",
        "replaced thrice",
        "squared number",
        "captures",
        "doubled list",
        "joined lists",
        "list put into itself",
        "list put into itself as JSON",
        "lists compared",
        "search in a loop",
        "list of the same text",
        "long body",
        "long case",
    ),
)
def test_extravagance_ends_with_a_problem(liquid: Evaluate, text: str) -> None:
    found = liquid(f"before{text}after")
    assert found.text.startswith("before")
    assert found.text.endswith("after")
    assert any("not evaluated" in message or "cannot be read" in message for message in found.messages)
    assert len(found.text.encode()) <= 2 * _MIB


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "{{",
            "{%",
            "{% raw %}",
            "{% comment %}",
            "{% highlight c %}",
            "{% if a %}",
            "{% endif %}",
            "{% else %}",
            "{% x",
        ),
        *(
            "{% for i in (1..9) %}",
            "{% if a %}{% endfor %}",
            "{{ a[",
            "{{ '",
            "{% include x a='",
            "`{{ a b }}` ",
            "{%-",
        ),
        *("{{ (((((..", "{% case a %}", "{% cite a %}", "{{ a | b }}", "{{-  ", "{% tab a %}", "```\n{{ x", "%}", "}}"),
        *(
            "{% capture a %}",
            "{% unless a %}{% elsif b %}",
            "<div>\n{% x %}\n",
            "{%" + " " * 400,
            "{{ a.b.c.d | e: f, g }}",
        ),
        *("{{ page | jsonify }}", "{% quote a %}", '{{ "a" | markdownify }}', "\n{% link a.md %}"),
    ],
    ids=repr,
)
def test_a_long_hostile_text_ends(liquid: Evaluate, piece: str) -> None:
    text = "begin " + piece * (_LONG // len(piece)) + " end"
    found = liquid(text)
    assert found.text.startswith("begin")
    assert len(found.problems) <= 40


def test_one_long_expression_ends(liquid: Evaluate) -> None:
    for start, piece in (
        ("{{ a", " | upcase"),
        ("{% if a", " and b"),
        ("{{ a", "[a"),
        ("{{ ", "("),
        ("{% include x ", "a=b "),
    ):
        end = "}}" if start.startswith("{{") else "%}"
        found = liquid("x " + start + piece * (_MIB // len(piece)) + end + " y")
        assert found.text.endswith(" y")


def test_an_include_of_itself_ends(liquid: Evaluate) -> None:
    files: dict[str, str | bytes] = {"_includes/a.html": "x{% include a.html %}{% include a.html %}"}
    found = liquid("before {% include a.html %} after", files)
    assert found.text.startswith("before x")
    assert found.text.endswith(" after")
    assert any("deep" in message for message in found.messages)


def test_an_include_in_a_great_loop_ends(liquid: Evaluate) -> None:
    files: dict[str, str | bytes] = {
        "_includes/a.html": "{% for i in (1..999) %}{% include b.html %}{% endfor %}",
        "_includes/b.html": "y",
    }
    found = liquid("{% for i in (1..999) %}{% include a.html %}{% endfor %}after", files)
    assert found.text.endswith("after")
    assert any("not evaluated to its end" in message for message in found.messages)


def test_a_text_that_goes_too_far_again_and_again_is_not_evaluated_any_more(liquid: Evaluate) -> None:
    grown = "{% assign x = 'aa' %}{% for i in (1..18) %}{% assign x = x | append: x %}{% endfor %}"
    found = liquid(f"{grown}{'{% assign y = x | append: x | append: x %}' * 12}one {{{{ 'x' }}}}two")
    assert found.text == "one two"


def test_the_whole_site_as_json_is_bounded(liquid: Evaluate) -> None:
    posts: dict[str, str | bytes] = {f"_posts/2020-01-{day:02}-a.md": "word " * 6000 for day in range(1, 29)}
    found = liquid("before {{ site | jsonify }} after", posts)
    assert found.text == "before  after"
    assert any("grows beyond" in message for message in found.messages)


def test_text_after_what_is_too_much_is_shown_without_its_tags(liquid: Evaluate) -> None:
    loops = "{% for a in (1..9999) %}{% endfor %}" * 30
    found = liquid(f"{loops}one {{% if false %}}two{{% endif %}} {{{{ 'x' }}}}three")
    assert found.text == "one two three"


def test_deep_blocks_are_unwrapped(liquid: Evaluate) -> None:
    found = liquid("{% if true %}" * 40 + "kept" + "{% endif %}" * 40)
    assert found.text == "kept"
    assert any("deep" in message for message in found.messages)
