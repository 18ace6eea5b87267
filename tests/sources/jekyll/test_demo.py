"""The theme's examples are known by content. What is tried here is ours: the marks are set for the test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.sources.conftest import Files
from tui_home.document.walk import text_of
from tui_home.model.blocks import Paragraph
from tui_home.model.inline import Span
from tui_home.model.problem import Origin, Severity
from tui_home.model.site import Name, Site
from tui_home.sources.folder import Source
from tui_home.sources.jekyll import demo as room
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.demo import Demo, demo_of, fingerprint, marks_of
from tui_home.sources.jekyll.front_matter import Page, read_page

KEEPING, ITSELF = Demo(), Demo(itself=True)


def page(title: str = "a post", body: str = "Text.", description: str = "of a kind", path: str = "_posts/a.md") -> Page:
    return read_page(Source(path, f"---\ntitle: {title}\ndescription: {description}\n---\n{body}\n"))


@pytest.fixture(autouse=True)
def _marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ITEMS", frozenset(marks_of(page())))
    monkeypatch.setattr(room, "TEXTS", frozenset((fingerprint("Replace this text."),)))


def test_an_example_is_left_out_with_a_problem_that_says_so() -> None:
    problem = KEEPING.page(page(), "post")
    assert problem
    assert (problem.severity, problem.file) == (Severity.WARNING, "_posts/a.md")
    assert problem.message == "al-folio’s example post is left out"


def test_the_demo_itself_shows_everything() -> None:
    origin = Origin("x")
    assert ITSELF.page(page(), "post") is None
    assert ITSELF.publication("einstein1905movement", "A. Einstein", origin) is None
    assert ITSELF.cv("name: Albert Einstein", "x") is None
    assert ITSELF.repositories(["torvalds"], origin) is None
    assert not ITSELF.text("Replace this text.")
    assert not ITSELF.file("example_pdf.pdf")


@pytest.mark.parametrize(
    "same",
    [page(body="TEXT  .\n\n"), page(path="_posts/deep/b.md"), page(body="Text, in another era of the theme.")],
    ids=["spacing", "renamed", "name and head unchanged"],
)
def test_what_differs_only_as_eras_do_is_the_same_example(same: Page) -> None:
    assert KEEPING.page(same, "post")


@pytest.mark.parametrize(
    "own",
    [page(title="My own"), page(description="my words"), page(path="_posts/b.md", body="My words.")],
    ids=["title", "description", "renamed, with other words"],
)
def test_what_an_owner_has_edited_stays(own: Page) -> None:
    assert KEEPING.page(own, "post") is None


def test_an_example_publication_has_the_key_and_the_author() -> None:
    origin = Origin("_bibliography/papers.bib", 7)
    problem = KEEPING.publication("Einstein1905movement", "Einstein, Albert", origin)
    assert problem
    assert problem.line == 7
    assert KEEPING.publication("einstein1905movement", "Curie, Marie", origin) is None
    assert KEEPING.publication("einstein1935", "Einstein, Albert", origin) is None


@pytest.mark.parametrize("text", ['"name": "Albert Einstein"', "- name: Full Name\n  value: Albert Einstein"])
def test_a_cv_is_the_example_persons(text: str) -> None:
    assert KEEPING.cv(text, "_data/cv.yml")
    assert KEEPING.cv("name: Ada\nhighlights: [read Albert Einstein]", "_data/cv.yml") is None


def test_a_list_of_repositories_is_an_example_when_nothing_in_it_is_not() -> None:
    origin = Origin("_data/repositories.yml")
    assert KEEPING.repositories(["jekyll/jekyll", "jquery/jquery/"], origin)
    assert KEEPING.repositories(["jekyll/jekyll", "ada/engine"], origin) is None
    assert KEEPING.repositories([], origin) is None


def test_paragraphs_of_the_themes_pages_go_and_the_owners_stay() -> None:
    blocks = (Paragraph((Span("Replace "), Span("this text!"))), Paragraph((Span("My words."),)))
    assert text_of(KEEPING.without(blocks)) == "My words."
    assert ITSELF.without(blocks) == blocks


@pytest.mark.parametrize(
    ("config", "itself"),
    [
        (Config(name=Name("You", "R.", "Name")), True),
        (Config(title="Your Name"), True),
        (Config(name=Name("Ada", "", "Byron")), False),
        (Config(), False),
    ],
)
def test_a_site_whose_owner_is_still_a_placeholder_is_the_demo(config: Config, itself: bool) -> None:
    assert demo_of(config).itself is itself


def test_an_empty_text_has_no_mark() -> None:
    assert fingerprint(" -- ") == ""
    assert not KEEPING.text("")


def test_example_news_are_left_out_of_a_site(site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch) -> None:
    example = "---\ndate: 2024-01-01\n---\nAn example.\n"
    monkeypatch.setattr(room, "ITEMS", frozenset(marks_of(read_page(Source("_news/a.md", example)))))
    files: Files = {"_news/a.md": example, "_news/b.md": "---\ndate: 2024-01-02\n---\nMine.\n"}
    made = site({"_config.yml": "first_name: Ada\nlast_name: Byron", **files})
    assert [item.key for item in made.news] == ["_news/b"]
    assert [problem.file for problem in made.problems if "example" in problem.message] == ["_news/a.md"]


def test_the_demo_shows_its_news_and_papers(site: Callable[..., Site]) -> None:
    bib = "@article{einstein1905movement, author = {Albert Einstein}, title = {On it}, year = 1905}"
    own = "@article{mine, author = {Ada Byron}, title = {Mine}, year = 1843}"
    files: Files = {"_bibliography/papers.bib": f"{bib}\n{own}"}
    assert len(site({"_config.yml": "first_name: You\nlast_name: Name", **files}).publications) == 2
    kept = site({"_config.yml": "first_name: Ada\nlast_name: Byron", **files})
    assert [paper.key for paper in kept.publications] == ["mine"]


def test_the_example_text_of_the_home_page_is_left_out(site: Callable[..., Site]) -> None:
    head = "layout: about\npermalink: /\nsubtitle: Replace this text\nprofile:\n  address: <p>Replace this text</p>"
    files: Files = {"_pages/about.md": f"---\n{head}\n---\nReplace this text.\n\nMine.\n"}
    made = site({"_config.yml": "first_name: Ada\nlast_name: Byron", **files})
    assert text_of(made.about.blocks) == "Mine."
    assert made.about.subtitle == ()
    assert made.about.profile
    assert made.about.profile.address == ()
    assert [problem.line for problem in made.problems if "example" in problem.message] == [8]
