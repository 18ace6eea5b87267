"""Which files are read, and what of them counts."""

from __future__ import annotations

import pytest

from tests.sources.jekyll.bibliography.entries import Opened, entry
from tui_home.model.inline import plain_text


def test_a_parent_may_stand_in_another_file_and_xdata_gives_everything(site: Opened) -> None:
    opened = site(
        {
            "_config.yml": "scholar: {bibliography: '*.bib'}",
            "_bibliography/a.bib": "@inproceedings{c, title={C}, crossref={p}}\n@book{d, title={D}, xdata={x, y}}",
            "_bibliography/b.bib": "@proceedings{p, booktitle={B}, title={T}, year={2020}}\n"
            "@xdata{x, publisher={Press}, year={2019}}\n@xdata{y, note={N}}",
        }
    )
    assert [(paper.key, paper.venue, paper.year, plain_text(paper.note)) for paper in opened.publications] == [
        ("c", "B", 2020, ""),
        ("p", "B", 2020, ""),
        ("d", "Press", 2019, "N"),
    ]


def test_the_same_paper_in_two_files_is_shown_once(site: Opened) -> None:
    one, two = entry("a", "year={2024}"), entry("a", "year={2024}") + entry("b", "year={2023}")
    files = {"_bibliography/x.bib": one, "_bibliography/y.bib": two}
    assert [paper.key for paper in site(files).publications] == ["a", "b"]


def test_latin_1_is_read(site: Opened) -> None:
    opened = site({"_bibliography/papers.bib": "@article{a, title={M\xfcller}}".encode("latin-1")})
    assert plain_text(opened.publications[0].title) == "Müller"


def test_a_query_of_the_configuration_counts(site: Opened) -> None:
    bib = entry("a", "year={2024}, selected={true}") + entry("b", "year={2023}")
    files = {"_config.yml": "scholar: {query: '@*[selected=true]'}", "_bibliography/papers.bib": bib}
    assert [paper.key for paper in site(files).publications] == ["a"]


@pytest.mark.parametrize(
    ("config", "files", "keys"),
    [
        ("", ("papers", "other"), ["papers"]),
        ("", ("one", "two"), ["one", "two"]),
        ("scholar: {bibliography: other.bib}", ("papers", "other"), ["other"]),
        ("scholar: {bibliography: other}", ("papers", "other"), ["other"]),
        ("scholar: {bibliography: '*.bib'}", ("papers", "other"), ["other", "papers"]),
        ("scholar: {bibliography: gone.bib}", ("papers", "other"), ["papers"]),
    ],
)
def test_which_files_count(site: Opened, config: str, files: tuple[str, ...], keys: list[str]) -> None:
    given = {f"_bibliography/{name}.bib": entry(name, "year={2024}") for name in files}
    assert [paper.key for paper in site({"_config.yml": config, **given}).publications] == keys


def test_the_page_of_the_publications_may_list_several_files(site: Opened) -> None:
    page = "---\ntitle: p\n---\n{% bibliography -f papers %}\n{% bibliography --file talks -q @misc %}\n"
    given = {f"_bibliography/{name}.bib": entry(name, "year={2024}") for name in ("old", "papers", "talks")}
    opened = site({"_pages/publications.md": page, **given})
    assert [paper.key for paper in opened.publications] == ["papers", "talks"]


def test_another_folder_may_be_named(site: Opened) -> None:
    given = {"_config.yml": "scholar: {source: ./bib/}\n", "bib/papers.bib": entry("a", "year={2024}")}
    assert len(site(given).publications) == 1


def test_lines_of_problems_count_the_header(site: Opened) -> None:
    opened = site({"_bibliography/papers.bib": "---\n---\n\n@article{a,\n year={2024}}\n"})
    assert [(problem.file, problem.line) for problem in opened.problems] == [("_bibliography/papers.bib", 4)]
    assert len(opened.publications) == 1


def test_coauthors_are_read(site: Opened) -> None:
    people = '"roe":\n  - firstname: ["Bob", "B."]\n    url: https://a.example/bob\n'
    opened = site({"_data/coauthors.yml": people, "_bibliography/papers.bib": entry("a", "author={Roe, Bob}")})
    assert opened.publications[0].authors[0].url == "https://a.example/bob"


def test_a_binary_bib_leaves_the_rest(site: Opened) -> None:
    opened = site({"_bibliography/papers.bib": b"\0@article{a}", "_news/2024-01-01-a.md": "x"})
    assert opened.publications == ()
    assert len(opened.news) == 1
