"""Includes: al-folio's own with a meaning for terminals, the site's others as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.jekyll.liquid.conftest import Evaluate


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (
            'include figure.liquid path="assets/a.png" title="A &amp; B"',
            '<img src="/me/assets/a.png" alt="A &amp;amp; B" title="A &amp;amp; B">',
        ),
        ('include figure.html path="a.png" alt="x" zoomable=true', '<img src="/me/a.png" alt="x">'),
        (
            "include figure.liquid\n  path='https://y.org/a.png'\n  caption='A <b>b</b>,\n c'",
            '<figure><img src="https://y.org/a.png"><figcaption>A <b>b</b>, c</figcaption></figure>\n\n\n',
        ),
        ("include figure.liquid path=page.img", '<img src="/me/i.png">'),
        ('include figure.liquid path="{{ page.img }}"', '<img src="/me/i.png">'),
        ("include figure.liquid path=page.none", ""),
        ('include video.liquid path="v.mp4" controls=true', '<video src="/me/v.mp4"></video>'),
        ('include video.liquid path="https://y.org/e" title="t"', '<iframe src="https://y.org/e" title="t"></iframe>'),
        ('include audio.html path="a.mp3"', '<audio src="/me/a.mp3"></audio>'),
        ("include repository/repo.liquid repository='a/b'", '<a href="https://github.com/a/b">a/b</a>'),
        ("include repository/repo_user.html username='u'", '<a href="https://github.com/u">u</a>'),
        ("include repository/repo_user.html username='listed'", ""),
        ("include bib_search.liquid", ""),
        ("include cv/education.liquid", ""),
        (
            "include calendar.liquid calendar_id='c@y.org'",
            '<a href="https://calendar.google.com/calendar/embed?src=c@y.org">Calendar</a>',
        ),
    ],
)
def test_parts_of_the_theme_have_a_meaning(liquid: Evaluate, tag: str, expected: str) -> None:
    files: dict[str, str | bytes] = {"_data/repositories.yml": "github_users: [listed]\n"}
    found = liquid(f"{{% {tag} %}}", files, front="img: i.png\n")
    assert found.text == expected
    assert not found.problems


def test_a_card_is_shown_of_what_no_section_lists(liquid: Evaluate) -> None:
    files: dict[str, str | bytes] = {
        "_projects/a.md": "---\ntitle: Listed\n---\n",
        "_talks/b.md": "---\ntitle: A *talk*\ndescription: Why\n---\n",
    }
    text = "{% for project in site.projects %}{% include projects.liquid %}{% endfor %}"
    assert liquid(text, files).text == ""
    found = liquid(text.replace("site.projects", "site.talks"), files)
    assert found.text == '<p><a href="/me/talks/b.html">A &#42;talk&#42;</a><br>Why</p>'


def test_the_sites_own_include_is_evaluated(liquid: Evaluate) -> None:
    files: dict[str, str | bytes] = {
        "_includes/hi.html": "Hi {{ include.name | upcase }}{{ page.title }}{% assign x = 1 %}"
    }
    found = liquid(
        '{% assign n = "ada" %}{% include hi.html name=n %}{{ x }}{{ include.name }}', files, front="title: T\n"
    )
    assert found.text == "Hi ADAT1"


def test_an_includes_html_is_laid_out_without_blank_lines(liquid: Evaluate) -> None:
    files: dict[str, str | bytes] = {
        "_includes/a.html": "<ul>\n  {% for i in (1..2) %}\n\n    <li>{{ i }}</li>\n  {% endfor %}\n</ul>\n"
    }
    assert (
        liquid("{% include a.html %}", files).text == "<ul>\n<!---->\n<li>1</li>\n<!---->\n<li>2</li>\n<!---->\n</ul>"
    )


def test_a_missing_include_is_a_problem(liquid: Evaluate) -> None:
    found = liquid("a\n{% include gone.html %}b")
    assert found.text == "a\nb"
    assert [(problem.message, problem.line) for problem in found.problems] == [
        ("There is no include “gone.html”; nothing stands for it", 2)
    ]


def test_what_is_wrong_in_an_include_is_said_of_its_file(liquid: Evaluate) -> None:
    found = liquid("\n\n{% include a.md %}", {"_includes/a.md": "one\n{% frob %}"})
    assert [(problem.file, problem.line) for problem in found.problems] == [("_includes/a.md", 2)]


@pytest.mark.parametrize(
    "name", ["../secret.md", "/../secret.md", "a/../../../secret.md", "{{ '../secret.md' }}", "link.md", "\0"]
)
def test_no_file_outside_the_site_is_read(liquid: Evaluate, tmp_path: Path, name: str) -> None:
    secret = tmp_path.parent / "secret.md"
    secret.write_text("SECRET")
    (tmp_path / "_includes").mkdir()
    (tmp_path / "_includes/link.md").symlink_to(secret)
    found = liquid(
        f"a{{% include {name} %}}{{% include_relative {name} %}}{{% include_relative ../{name} %}}b", path="x.md"
    )
    assert found.text == "ab"


def test_a_file_beside_the_page_is_included(liquid: Evaluate) -> None:
    files: dict[str, str | bytes] = {"_pages/part.md": "part {{ 1 | plus: 1 }}"}
    assert liquid("{% include_relative part.md %}", files).text == "part 2"
