from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.sources.jekyll.bibliography.entries import Opened, entry
from tui_home.document.walk import text_of
from tui_home.model.inline import plain_text
from tui_home.model.site import Publication

CONFIG = "first_name: Ann\nlast_name: Doe\nscholar:\n  last_name: [Doe]\n  first_name: [Ann, A.]\n"
Papers = Callable[[str], tuple[Publication, ...]]


@pytest.fixture
def papers(site: Opened) -> Papers:
    return lambda bib: site({"_bibliography/papers.bib": bib, "_config.yml": CONFIG}).publications


def test_newest_first_and_within_a_year_as_in_the_file(papers: Papers) -> None:
    bib = "---\n---\n" + "".join(
        (
            entry("a", "year={2023}"),
            entry("b", "year={2024}, month={1}"),
            entry("c", "year={2024}, month=dec"),
            entry("d", "year={}"),
            entry("e", "year={2024 (accepted)}"),
            entry("f", "date={2024-06-01}"),
            entry("g", "year={2023a}"),
            entry("h", "year={to appear}"),
        )
    )
    found = papers(bib)
    assert [paper.key for paper in found] == ["h", "b", "c", "e", "f", "a", "g", "d"]
    assert [paper.groups for paper in found if paper.groups] == [("To appear",), ("Undated",)]


@pytest.mark.parametrize(
    ("field", "selected"),
    [
        ("selected={true}", True),
        ("selected=true", True),
        ('selected="true"', True),
        ("Selected={True}", True),
        ("selected={false}", False),
        ("selected={False}", False),
        ("selected={}", False),
        ("note={x}", False),
    ],
)
def test_selected_is_written_in_many_ways(papers: Papers, field: str, selected: bool) -> None:
    assert papers(entry("a", field))[0].selected is selected


@pytest.mark.parametrize(
    ("field", "month"),
    [
        ("month=oct", 10),
        ("month={October}", 10),
        ('month=oct # "-" # nov', 10),
        ("month={3}", 3),
        ("month={03}", 3),
        ("month={10--12}", 10),
        ("month={soon}", 0),
        ("month={13}", 0),
        ("date={2024-07}", 7),
        ("year={2024}", 0),
    ],
)
def test_months_are_written_in_many_ways(papers: Papers, field: str, month: int) -> None:
    assert papers(entry("a", field))[0].month == month


@pytest.mark.parametrize(
    ("fields", "venue"),
    [
        ("journal={J}, booktitle={B}", "J"),
        ("booktitle={Proc. of {ICLR} \\& co}, publisher={P}", "Proc. of ICLR & co"),
        ("school={S}", "S"),
        ("institution={I}", "I"),
        ("publisher={P}", "P"),
        ("year={2024}", ""),
    ],
)
def test_the_venue_is_the_first_that_is_named(papers: Papers, fields: str, venue: str) -> None:
    assert papers(entry("a", fields))[0].venue == venue


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ("title={On Things}, subtitle={A Study}", "On Things: A Study"),
        ("title={On Things: A Study}, subtitle={A Study}", "On Things: A Study"),
        ("year={2024}", "key"),
    ],
)
def test_a_title_has_its_subtitle_or_else_the_key(papers: Papers, fields: str, title: str) -> None:
    (paper,) = papers(f"@book{{key, {fields}}}")
    assert plain_text(paper.title) == title


def test_an_entry_becomes_a_publication(papers: Papers) -> None:
    (paper,) = papers(
        '@string{conf = "Conf on Things"}\n'
        "@InProceedings{doe24,\n"
        "  abbr = {CT},\n"
        r"  title = {{On} na{\"\i}ve <i>things</i>},"
        "\n"
        "  author = {Roe, Bob and Doe*, Ann and others},\n"
        "  Booktitle = conf # { 2024},\n"
        "  year = 2024,\n"
        "  award = {Best paper},\n"
        "  additional_info = {. <b>Oral</b>},\n"
        "  abstract = {One.\n\nTwo.},\n"
        "  preview = {x.png},\n"
        "  selected = true\n"
        "}\n"
    )
    assert (paper.key, paper.type, paper.abbr, paper.venue) == ("doe24", "inproceedings", "CT", "Conf on Things 2024")
    assert plain_text(paper.title) == "On naïve things"
    assert [(author.name, author.owner) for author in paper.authors] == [
        ("Bob Roe", False),
        ("Ann Doe", True),
        ("et al.", False),
    ]
    assert (paper.year, paper.selected, paper.award, plain_text(paper.note)) == (2024, True, "Best paper", "Oral")
    assert text_of(paper.abstract).split() == ["One.", "Two."]
    assert paper.bibtex == (
        "@InProceedings{doe24,\n"
        '  title = {{On} na{\\"\\i}ve <i>things</i>},\n'
        "  author = {Roe, Bob and Doe*, Ann and others},\n"
        "  Booktitle = {Conf on Things 2024},\n"
        "  year = 2024,\n"
        "}"
    )


def test_equal_keys_get_names_of_their_own_and_keep_their_bibtex(papers: Papers) -> None:
    found = papers(entry("a", "year={2024}") * 3)
    assert [paper.key for paper in found] == ["a", "a-2", "a-3"]
    assert all(paper.bibtex.startswith("@article{a,") for paper in found)


def test_a_parent_gives_what_is_missing(papers: Papers) -> None:
    found = papers(
        "@inproceedings{c, title={C}, crossref={P}}\n"
        "@inproceedings{self, title={S}, crossref={self}}\n"
        "@proceedings{p, title={Proceedings}, year={2020}, editor={Roe, Bob}}\n"
    )
    child = next(paper for paper in found if paper.key == "c")
    assert (child.venue, child.year) == ("Proceedings", 2020)
    assert "booktitle" not in child.bibtex


def test_a_name_that_nothing_defines_is_shown_and_said(site: Opened) -> None:
    bib = "@string{x = {X}}\n@article{a, title={A}, journal = acm, note = x # acm, month = oct, selected = true}"
    opened = site({"_bibliography/papers.bib": bib})
    assert opened.publications[0].venue == "acm"
    assert ["“acm”" in problem.message for problem in opened.problems] == [True]


def test_a_post_about_a_paper_is_followed_and_a_page_that_is_not_shown_leads_nowhere(site: Opened) -> None:
    opened = site(
        {
            "_config.yml": "permalink: /blog/:year/:title/\n",
            "_posts/2024-01-02-why.md": "---\nlayout: post\ntitle: Why\n---\nText.\n",
            "_bibliography/papers.bib": entry("a", "blog={/blog/2024/why/}, website={/gone/}"),
        }
    )
    assert [(link.label, link.path) for link in opened.publications[0].links] == [("Blog", "/blog/2024/why/")]


def test_a_broken_string_is_no_paper(site: Opened) -> None:
    bib = "@string{x = {X}\n\n@article{a,\n title={A},\n journal = x\n}\n"
    opened = site({"_bibliography/papers.bib": bib})
    assert [(paper.key, paper.venue) for paper in opened.publications] == [("a", "X")]


@pytest.mark.parametrize(
    ("fields", "award", "note"),
    [
        ("award={Best paper}", "Best paper", ""),
        ("award={true}", "Award", ""),
        ("award={false}", "", ""),
        ("award={Given by the jury}, award_name={Best paper}", "Best paper", "Given by the jury"),
        (f"award={{{'Long ' * 20}}}", "Award", ("Long " * 20).strip()),
        ("note={N}, annotation={A}, additional_info={. I}", "", "I\nA\nN"),
        (r"note={\url{https://a.example/x}}", "", ""),
        ("award={The **first** [prize](https://a.example)}", "The first prize", ""),
        ("additional_info={. *More* [here](https://a.example)}", "", "More here"),
        ("annotation={5 * 3 and snake_case_name}", "", "5 * 3 and snake_case_name"),
    ],
)
def test_awards_and_notes(papers: Papers, fields: str, award: str, note: str) -> None:
    (paper,) = papers(entry("a", fields))
    assert (paper.award, plain_text(paper.note)) == (award, note)


def test_a_venue_tag_leads_where_venues_yml_says(site: Opened) -> None:
    venues = '"ICML":\n  url: https://icml.example\n  color: "#fff"\nACL: {color: red}\nKDD: https://kdd.example\n'
    bib = entry("a", "abbr={icml}") + entry("b", "abbr={ACL}") + entry("c", "abbr={KDD}") + entry("d", "year={1}")
    opened = site({"_data/venues.yml": venues, "_bibliography/papers.bib": bib})
    urls = [paper.venue_link.url if paper.venue_link else "" for paper in opened.publications]
    assert urls == ["https://icml.example", "", "https://kdd.example", ""]


@pytest.mark.parametrize(
    "bib",
    [
        "\ufeff---\n---\n@article{a, title={Ä}}",
        "---\r\n---\r\n\r\n@article{a,\r\n  title={Ä},\r\n}\r\n",
    ],
)
def test_marks_of_other_systems_do_no_harm(papers: Papers, bib: str) -> None:
    assert [plain_text(paper.title) for paper in papers(bib)] == ["Ä"]


def test_what_is_copied_is_bibtex_again(papers: Papers) -> None:
    written = papers(
        '@string{s = "S {x}"}\n'
        '@article{a, title="A {B}", month = oct # "-" # nov, journal = s # { y}, note = undefined, year = 2024}\n'
        "@book(b, title = {B}, publisher = s)\n"
    )
    again = papers("\n".join(paper.bibtex for paper in written))
    assert [paper.bibtex for paper in again] == [paper.bibtex for paper in written]
    assert [(paper.title, paper.venue, paper.month, paper.year) for paper in again] == [
        (paper.title, paper.venue, paper.month, paper.year) for paper in written
    ]


def test_no_control_code_comes_through(papers: Papers) -> None:
    (paper,) = papers(
        "@article{k\x1b[31m, title={t\x1b]0;x\x07}, author={A\u202e B}, journal={j\x9b2J}, abbr={a\x00b}}".replace(
            "\0", ""
        )
    )
    texts = (paper.key, plain_text(paper.title), paper.authors[0].name, paper.venue, paper.abbr)
    assert all(text.isprintable() and text for text in texts)


def test_what_is_copied_keeps_tabs_and_loses_control_codes(papers: Papers) -> None:
    (paper,) = papers("@article{k\x1b[31m,\n\ttitle = {t\x1b]0;x\x07\u202e},\n author={A and\n\tB\xa0C, \x9b2J}}")
    assert paper.bibtex == "@article{k,\n  title = {t},\n  author = {A and\n\tB\xa0C, },\n}"


def test_a_key_is_copied_as_one_word(papers: Papers) -> None:
    (paper,) = papers("@article{doe 2024\n a, title = {t}}")
    assert paper.bibtex.startswith("@article{doe_2024_a,\n")
