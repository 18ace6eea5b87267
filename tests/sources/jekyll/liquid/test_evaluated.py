"""Liquid in the body of a page."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.sources.jekyll.liquid.conftest import Evaluate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no Liquid { here }", "no Liquid { here }"),
        ("{% if true %}yes{% else %}no{% endif %}", "yes"),
        ("{% unless true %}yes{% else %}no{% endunless %}", "no"),
        ("{% for i in (1..3) %}{{ i }}{% unless forloop.last %}, {% endunless %}{% endfor %}", "1, 2, 3"),
        ("{% for x in nothing %}a{% else %}none{% endfor %}", "none"),
        ("{% case 2 %} junk {% when 1 %}one{% when 2, 3 %}more{% else %}other{% endcase %}", "more"),
        ("{% assign a = 'b' | upcase %}{{ a }}", "B"),
        ("{% capture a %}x{{ 1 | plus: 1 }}{% endcapture %}[{{ a }}]", "[x2]"),
        ("{% for i in (1..9) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}", "12"),
        ("a {%- if true -%} b {%- endif -%} c", "abc"),
        ("[{{ nobody.knows.this }}]", "[]"),
        ("{% comment %}{% if %}{{ x {% endcomment %}shown", "shown"),
        ("{{ page.title }}", "Mine"),
        ("{{ page.content }}", "."),
    ],
)
def test_liquid_is_evaluated(liquid: Evaluate, text: str, expected: str) -> None:
    body = text.replace(
        "{{ page.content }}", "{{ page.content | size | divided_by: 100 | append: '' | replace: '0', '.' }}"
    )
    found = liquid(body, front="title: Mine\n")
    assert found.text == expected
    assert not found.problems


@pytest.mark.parametrize(
    ("text", "expected", "message"),
    [
        ("a {% frobnicate x %} b", "a  b", "The tag “frobnicate” is not known here; it is left out"),
        ("{% foo %}inner{% endfoo %}", "inner", "The tag “foo” is not known here; it is left out"),
        ("{{ 'x' | frob: 1 }}", "x", "The filter “frob” is not known here; what it is given is shown"),
        ("{% if a %}kept", "kept", "“if” is never closed; what is in it is shown"),
        ("kept{% endif %}", "kept", "“endif” ends nothing"),
        ("kept{% else %}", "kept", "“else” stands in no block that has one"),
        ("{% if ((( %}kept{% endif %}", "kept", "Liquid cannot be read: {% if ((( %}"),
        ("{% for %}kept{% endfor %}", "kept", "Liquid cannot be read: {% for %}"),
        ("a {{ x y z }} b", "a  b", "Liquid cannot be read: {{ x y z }}"),
        ("a {% if true", "a  if true", "“{%” is never closed; it is left out"),
        ("a {{ b", "a  b", "“{{” is never closed; it is left out"),
        ("a {% %} b", "a  b", "A tag has no name"),
        ("{% break %}kept", "kept", "“break” stands in no loop"),
        (
            "{{ 1 | divided_by: 0 }}kept",
            "kept",
            "Liquid cannot be evaluated: 1 | divided_by: 0 (divided_by: can't divide by 0)",
        ),
        (
            "{% if true %}{% for x in y %}kept{% endif %}",
            "kept",
            "“for” is not closed here; what is in it is shown",
        ),
    ],
)
def test_what_is_broken_costs_only_itself(liquid: Evaluate, text: str, expected: str, message: str) -> None:
    found = liquid(text)
    assert found.text == expected
    assert found.messages == [message]


def test_an_unknown_filter_shows_the_name_of_what_it_is_given(liquid: Evaluate) -> None:
    front = "people:\n  - {name: Ada L, website: 'https://y.org'}\n  - {title: Bo}\n  - {x: 1}\n"
    found = liquid("{% for person in page.people %}{{ person | card }}{% endfor %}", front=front)
    assert found.text == '<p><a href="https://y.org">Ada L</a></p><p>Bo</p>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if true && true %}yes{% endif %}", "yes"),
        ("{% assign a = 1 %}{% if a = 1 %}yes{% endif %}", "yes"),
        ("{{ 'a' | upcase | }}", "A"),
        ("{% if (1 == 2) or true %}yes{% endif %}", "yes"),
    ],
)
def test_what_ruby_tolerates_is_tolerated(liquid: Evaluate, text: str, expected: str) -> None:
    assert liquid(text).text == expected


def test_a_problem_names_the_line_of_the_file(liquid: Evaluate) -> None:
    found = liquid("one\n\n{% frob %}\n{{ 1 | frab }}", front="title: x\n")
    assert [problem.line for problem in found.problems] == [6, 7]


def test_tags_that_vanish_leave_their_lines(liquid: Evaluate) -> None:
    text = "a\n{% assign\n  x = 1 %}\n{% comment %}\n\n{% endcomment %}\n{% frob\n%}\nb"
    assert liquid(text).text.split("\n")[8] == "b"


def test_no_line_of_html_becomes_blank(liquid: Evaluate) -> None:
    text = (
        "<div>\n  {% for x in (1..2) %}\n    <p>{{ x }}</p>\n  {% endfor %}\n</div>\n\ntext\n{% assign a = 1 %}\ntext"
    )
    lines = liquid(text).text.split("\n")
    assert all(line.strip() for line in lines[: lines.index("</div>")])
    assert lines[-2] == ""


def test_raw_text_is_no_liquid_to_anyone(liquid: Evaluate) -> None:
    found = liquid("{% raw %}$x_{{ b }}$ {% if %}{% endraw %}").text
    assert "{{" not in found
    assert "{%" not in found
    assert found.replace("\u2060", "") == "$x_{{ b }}$ {% if %}"


def test_tags_that_a_text_speaks_of_are_code(liquid: Evaluate) -> None:
    found = liquid("Write {% raw %}{% my_tag %}{% endraw %}.").text
    assert found == "Write <code>&#123;% my&#95;tag %&#125;</code>."


@pytest.mark.parametrize(
    "text",
    [
        "```jinja\n{{ x y z }} {% frob %} {% if %}\n```\n",
        "~~~\n{% include missing.html %}\n~~~\n",
        "as in `{{ a b }}` and `{% frob x %}` here",
    ],
)
def test_examples_in_code_stay(liquid: Evaluate, text: str) -> None:
    found = liquid(text)
    assert found.text.replace("\u2060", "") == text
    assert not found.problems


def test_code_is_evaluated_where_that_works(liquid: Evaluate) -> None:
    assert liquid("```\n{{ 'a' | upcase }}\n```").text == "```\nA\n```"


def test_highlighted_code_is_fenced_and_kept(liquid: Evaluate) -> None:
    text = "{% highlight c++ linenos %}\n{% raw %}\n{{ x }} ``` y\n{% endraw %}\n{% endhighlight %}"
    assert liquid(text).text == "````c++\n{{ x }} ``` y\n````"


def test_highlighted_code_in_html_is_html(liquid: Evaluate) -> None:
    text = "<div>\n{% highlight c %}\na < b\n\nc\n{% endhighlight %}\n</div>"
    assert liquid(text).text == '<div>\n<pre><code class="language-c">a &lt; b\n&#32;\nc</code></pre>\n</div>'


def test_addresses_alone_do_not_import_the_engine() -> None:
    script = """
import sys
from tui_home.model.problem import Origin
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.liquid.addresses import without_addresses
config = Config(host="https://x", baseurl="/y")
print(without_addresses("{{ 'a.png' | relative_url }} {{site.url}}{{ site.baseurl }}/b", config))
print(any(name.split(".")[0] == "liquid" for name in sys.modules))
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split("\n")[:2] == ["/y/a.png https://x/y/b", "False"]
