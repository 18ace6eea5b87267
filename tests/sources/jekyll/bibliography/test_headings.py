"""The headings of a page that lists the publications in several parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.model.site import Site
from tui_home.sources.jekyll.bibliography.headings import Part, parts_of

Opened = Callable[..., Site]
CONFIG = "first_name: Ann\nlast_name: Doe\nfiltered_bibtex_keywords: [category]\n"
BIB = """
@article{a, title={A}, year={2020}, category={published}}
@unpublished{b, title={B}, year={2024}, category={working}}
@article{c, title={C}, year={2023}, category={published}}
@misc{d, title={D}, year={2025}}
"""


def listed(opened: Site) -> list[tuple[str, tuple[str, ...]]]:
    return [(paper.key, paper.groups) for paper in opened.publications]


def page(body: str) -> str:
    return f"---\npermalink: /publications/\ntitle: research\n---\n{body}\n"


def test_each_list_stands_under_its_own_heading(site: Opened) -> None:
    body = """
<h2 class="bibliography">Published</h2>
{% bibliography --query @*[category=published] --group_by none %}

## *Working papers* {#working}
{% bibliography -q @unpublished %}
"""
    files = {"_pages/publications.md": page(body), "_bibliography/papers.bib": BIB, "_config.yml": CONFIG}
    assert listed(site(files)) == [
        ("c", ("Published",)),
        ("a", ("Published",)),
        ("b", ("Working papers", "2024")),
        ("d", ("Other", "2025")),
    ]


def test_files_may_have_headings_too(site: Opened) -> None:
    files = {
        "_pages/publications.md": page(
            "## Talks\n{% bibliography -f talks %}\n## Papers\n{% bibliography -f papers %}"
        ),
        "_bibliography/papers.bib": "@article{a, title={A}, year={2020}}",
        "_bibliography/talks.bib": "@misc{t, title={T}, year={2019}}",
    }
    assert listed(site(files)) == [("t", ("Talks", "2019")), ("a", ("Papers", "2020"))]


@pytest.mark.parametrize(
    "body",
    [
        "## All\n{% bibliography -q @* %}",
        "{% bibliography -q @article %}\n{% bibliography -q @misc %}",
        "{% for y in page.years %}<h2>{{ y }}</h2>{% bibliography -q @*[year={{ y }}] %}{% endfor %}",
        "## {{ site.data.x }}\n{% bibliography -q @article %}\n## B\n{% bibliography -q @misc %}",
    ],
)
def test_a_page_of_one_list_or_of_loops_has_no_parts(body: str) -> None:
    assert not parts_of(body)


def test_years_written_by_hand_are_no_headings_above_the_years(site: Opened) -> None:
    body = "## 2024\n{% bibliography -q @*[year=2024] %}\n## 2020\n{% bibliography -q @*[year=2020] %}"
    bib = "@article{a, title={A}, year={2020}}\n@article{b, title={B}, year={2024}}"
    assert listed(site({"_pages/publications.md": page(body), "_bibliography/papers.bib": bib})) == [
        ("b", ()),
        ("a", ()),
    ]


def test_lists_that_leave_out_most_papers_say_nothing_of_their_order(site: Opened) -> None:
    body = "## A\n{% bibliography -q @book %}\n## B\n{% bibliography -q @unpublished %}"
    files = {"_pages/publications.md": page(body), "_bibliography/papers.bib": BIB, "_config.yml": CONFIG}
    assert [key for key, _ in listed(site(files))] == ["d", "b", "c", "a"]


def test_what_a_comment_holds_is_no_list(site: Opened) -> None:
    body = "## A\n{% bibliography -q @article %}\n<!-- ## B\n{% bibliography -q @misc %} -->"
    files = {"_pages/publications.md": page(body), "_bibliography/papers.bib": BIB, "_config.yml": CONFIG}
    assert all(len(groups) < 2 for _, groups in listed(site(files)))


def test_options_are_read_in_every_form() -> None:
    body = "# A\n{% bibliography --file=talks --query=@misc[a=1 && b=2]* %}\n# B\n{% bibliography -f x -g none %}"
    assert parts_of(body) == (Part("A", "talks", "@misc[a=1 && b=2]"), Part("B", "x", grouped=False))
