"""Which file is the CV."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[dict[str, str]], Any]

LISTED = "- title: Listed\n  contents: [x]\n"
RENDERCV = "cv:\n  sections:\n    RenderCV: [x]\n"
RESUME = '{"resume": ["x"]}'
FETCHED = "url: https://a.example\njekyll_get_json:\n  - data: resume\n    json: assets/json/resume.json\n"
EXAMPLE = "- title: General\n  contents:\n    - name: Full Name\n      value: Albert Einstein\n"
PAGE = "---\nlayout: cv\npermalink: /cv/\n{}\n---\n"


def test_a_site_without_has_none(said: Read) -> None:
    assert said({}).cv is None
    assert said({"_data/cv.yml": ""}).cv is None
    assert said({"_data/cv.yml": "# - title: Not yet\n"}).cv is None


@pytest.mark.parametrize(
    ("files", "front", "shown"),
    [
        ({"_data/cv.yml": LISTED}, "", "Listed"),
        ({"_data/cv.yaml": LISTED}, "", "Listed"),
        ({"_data/cv.yml": LISTED, "assets/json/resume.json": RESUME}, "", "Listed"),
        ({"_data/cv.yml": LISTED, "assets/json/resume.json": RESUME, "_config.yml": FETCHED}, "", "Resume"),
        ({"_data/cv.yml": LISTED, "_data/resume.json": RESUME}, "", "Resume"),
        ({"_data/cv.yml": RENDERCV, "assets/json/resume.json": RESUME, "_config.yml": FETCHED}, "", "RenderCV"),
        ({"_data/cv.yml": RENDERCV, "assets/json/resume.json": RESUME}, "cv_format: jsonresume", "Resume"),
        ({"_data/cv.yml": LISTED, "_data/resume.yml": "resume: [x]\n"}, "cv_format: rendercv", "Listed"),
        ({"_data/cv.yml": LISTED}, "cv_format: jsonresume", "Listed"),
        ({"_data/cv.yml": "", "assets/json/resume.json": RESUME}, "cv_format: rendercv", "Resume"),
        ({"_data/cv.yml": EXAMPLE, "assets/json/resume.json": RESUME}, "", "Resume"),
    ],
)
def test_the_page_then_al_folios_order_decides(said: Read, files: dict[str, str], front: str, shown: str) -> None:
    assert said({**files, "_pages/cv.md": PAGE.format(front)}).titles == [shown]


def test_the_example_is_left_out_with_a_problem(said: Read) -> None:
    cv = said({"_data/cv.yml": EXAMPLE})
    assert cv.cv is None
    assert ["al-folio’s example" in problem.message for problem in cv.problems] == [True]


def test_the_example_in_a_comment_is_none(said: Read) -> None:
    commented = "".join(f"# {line}\n" for line in EXAMPLE.splitlines())
    assert said({"_data/cv.yml": commented + LISTED}).titles == ["Listed"]


def test_what_is_left_of_the_example_goes_and_the_rest_stays(said: Read) -> None:
    mixed = (
        "- title: Education\n  contents:\n    - title: BSc\n      institution: Home\n      year: 2020\n"
        "      description: [Description 1., Of my own.]\n"
        "- title: Academic Interests\n  contents:\n    - title: Topic 1.\n"
        "      items: [Description 1., Description 2.]\n"
    )
    cv = said({"_data/cv.yml": mixed, "_pages/cv.md": PAGE.format("")})
    assert cv.titles == ["Education"]
    assert cv.entries("Education") == [("2020", "BSc", "Home", "", "- Of my own.")]
    assert len(cv.problems) == 1
    assert said({"_data/cv.yml": mixed.replace("2020", "2021")}).titles == ["Education"]


def test_an_unpublished_page_hides_the_cv(said: Read) -> None:
    assert said({"_data/cv.yml": LISTED, "_pages/cv.md": PAGE.format("published: false")}).cv is None


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("ada.pdf", "https://ada.example/assets/pdf/ada.pdf"),
        ("/files/ada.pdf", "https://ada.example/files/ada.pdf"),
        ("files/ada.pdf", "https://ada.example/files/ada.pdf"),
        ("https://cv.example/ada.pdf", "https://cv.example/ada.pdf"),
    ],
)
def test_the_page_names_the_file(said: Read, written: str, url: str) -> None:
    cv = said({"_data/cv.yml": LISTED, "_pages/cv.md": PAGE.format(f"cv_pdf: {written}")}).cv
    assert cv.pdf.url == url


def test_a_file_alone_is_a_cv_unless_it_is_the_example(said: Read) -> None:
    assert said({"_pages/cv.md": PAGE.format("cv_pdf: ada.pdf")}).cv.parts == ()
    assert said({"_pages/cv.md": PAGE.format("cv_pdf: example_pdf.pdf")}).cv is None


def test_a_page_of_one_part_shows_that_part(said: Read) -> None:
    page = "---\npermalink: /service/\ntitle: Service\nnav: true\n---\n"
    page += "{% for s in site.data.resume.service %}{% endfor %}\n"
    resume = '{"basics": {"name": "Ada"}, "work": ["no"], "service": ["yes"]}'
    assert said({"_pages/service.md": page, "assets/json/resume.json": resume}).titles == ["Service"]


def test_the_languages_own_file_comes_first(said: Read) -> None:
    files = {
        "_config.yml": "url: https://a.example\nlanguages: [de, en]\ndefault_lang: de\n",
        "_data/cv.yml": LISTED,
        "_data/de/cv.yml": LISTED.replace("Listed", "Deutsch"),
        "_data/en/cv.yml": LISTED.replace("Listed", "English"),
    }
    assert said(files).titles == ["Deutsch"]
