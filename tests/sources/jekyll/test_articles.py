"""What posts and projects are read as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from tests.sources.conftest import Files
from tui_home.document.walk import text_of
from tui_home.model.blocks import Paragraph
from tui_home.model.collections import Article, Fact
from tui_home.model.inline import Span, plain_text
from tui_home.model.problem import Problem
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.articles import capitalised, humanised, minutes_of
from tui_home.sources.jekyll.config import read_config
from tui_home.sources.jekyll.posts import read_posts
from tui_home.sources.jekyll.projects import read_projects
from tui_home.sources.jekyll.reading import Reading

Made = Callable[[Files], Folder]
CONFIG = "url: https://ada.example\npermalink: /blog/:year/:title/\n"


def reading(folder: Made, files: Files) -> Reading:
    made = folder({"_config.yml": CONFIG, **files})
    return Reading(made, read_config(made)[0])


def posts(folder: Made, files: Files) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    return read_posts(reading(folder, files))


def projects(folder: Made, files: Files, page: str = "") -> list[tuple[str, str]]:
    read = reading(folder, {"_pages/projects.md": f"---\n{page}\n---\n", **files})
    found, _ = read_projects(read, read.page("_pages/projects.md"))
    return [(plain_text(article.title), article.group) for article in found]


def project(title: str, **front: str) -> str:
    return "\n".join(("---", f"title: {title}", *(f"{key}: {value}" for key, value in front.items()), "---", "Text."))


def test_a_post_is_read_whole(folder: Made) -> None:
    head = "title: A *first* post\ndescription: Of notes.\ntags: notes engines\ncategories: [long words]"
    (post,), problems = posts(folder, {"_posts/2024-03-05-First.md": f"---\n{head}\n---\nIt weaves.\n"})
    assert not problems
    assert post.key == "_posts/2024-03-05-First"
    assert plain_text(post.title) == "A first post"
    assert plain_text(post.summary) == "Of notes."
    assert text_of(post.blocks) == "It weaves."
    assert post.date == dt.date(2024, 3, 5)
    assert post.tags == ("notes", "engines", "long words")
    assert (post.path, post.url) == ("/blog/2024/first/", "https://ada.example/blog/2024/First/")
    assert post.minutes == 1


def test_posts_are_newest_first_by_front_matter_then_by_name(folder: Made) -> None:
    files: Files = {
        "_posts/2024-01-01-a.md": "---\ntitle: a\n---\n",
        "_posts/2024-01-01-b.md": "---\ntitle: b\n---\n",
        "_posts/deep/2020-01-01-c.md": "---\ntitle: c\ndate: 2025-01-01 10:00:00-0400\n---\n",
        "_posts/2019-01-01-bad.md": "---\ntitle: d\ndate: soon\n---\n",
    }
    found, _ = posts(folder, files)
    assert [plain_text(post.title) for post in found] == ["c", "b", "a", "d"]


def test_what_is_not_published_is_left_out(folder: Made) -> None:
    files: Files = {
        "_posts/2024-01-01-a.md": "---\ntitle: a\npublished: false\n---\n",
        "_posts/2024-01-02-b.md": "---\ntitle: b\ndraft: true\n---\n",
        "_drafts/c.md": "---\ntitle: c\n---\n",
    }
    assert posts(folder, files) == ((), ())


def test_a_post_without_a_title_is_called_by_its_file(folder: Made) -> None:
    (post,), _ = posts(folder, {"_posts/2024-01-01-some-thing.md": "---\ntags: a\n---\nText\n"})
    assert plain_text(post.title) == "Some thing"


def test_a_heading_that_repeats_the_title_is_dropped(folder: Made) -> None:
    (post,), _ = posts(folder, {"_posts/2024-01-01-a.md": "---\ntitle: The title\n---\n# The Title\n\nText\n"})
    assert text_of(post.blocks) == "Text"


@pytest.mark.parametrize(
    ("redirect", "url"),
    [("https://example.org/x", "https://example.org/x"), ("/assets/a.pdf", "https://ada.example/assets/a.pdf")],
)
def test_a_post_elsewhere_has_its_address_there(folder: Made, redirect: str, url: str) -> None:
    files: Files = {"_posts/2024-01-01-a.md": f"---\ntitle: a\nredirect: {redirect}\nexternal_source: There\n---\n"}
    (post,), _ = posts(folder, files)
    assert (post.path, post.url, post.minutes) == ("", url, 0)
    assert post.facts == (Fact("Source", "There"),)


def test_authors_are_facts(folder: Made) -> None:
    files: Files = {
        "_posts/2024-01-01-a.md": "---\nauthors:\n  - name: Ada\n    url: x\n  - name: Charles\n---\nText\n"
    }
    assert posts(folder, files)[0][0].facts == (Fact("Authors", "Ada, Charles"),)


def test_a_post_without_a_day_is_told(folder: Made) -> None:
    found, problems = posts(folder, {"_posts/a.md": "---\ntitle: a\n---\nText\n"})
    assert len(found) == 1
    assert [problem.file for problem in problems] == ["_posts/a.md"]


def test_projects_stand_by_displayed_category_then_importance(folder: Made) -> None:
    files: Files = {
        "_projects/1.md": project("one", category="fun", importance="2"),
        "_projects/2.md": project("two", category="work", importance="3"),
        "_projects/3.md": project("three", category="Work", importance="1.5"),
        "_projects/4.md": project("four", category="other", importance="1"),
        "_projects/5.md": project("five", importance="1"),
        "_projects/6.md": project("six", category="fun"),
    }
    assert projects(folder, files, "display_categories: [work, fun]") == [
        ("three", "work"),
        ("two", "work"),
        ("six", "fun"),
        ("one", "fun"),
        ("four", "other"),
        ("five", ""),
    ]


def test_categories_can_be_switched_off(folder: Made) -> None:
    files: Files = {
        "_config.yml": "enable_project_categories: false",
        "_projects/1.md": project("one", category="fun", importance="2"),
        "_projects/2.md": project("two", category="work", importance="1"),
    }
    assert projects(folder, files, "display_categories: [fun]") == [("two", ""), ("one", "")]


def test_a_project_links_to_its_code(folder: Made) -> None:
    files: Files = {"_projects/1.md": project("one", github="ada/engine", website="https://ada.example/engine")}
    (found,), _ = read_projects(reading(folder, files), None)
    assert [(link.label, link.url) for link in found.links] == [
        ("GitHub", "https://github.com/ada/engine"),
        ("Website", "https://ada.example/engine"),
    ]


@pytest.mark.parametrize(
    ("related", "body", "listed"),
    [
        ("notes, lost", "Text.", ["On notes", "On loss"]),
        ("true", "As {% cite lost %} says.", ["On loss"]),
        ("true", "Text.", []),
        ("false", "Text.", []),
    ],
)
def test_what_an_article_cites_stands_at_its_end(folder: Made, related: str, body: str, listed: list[str]) -> None:
    bib = "@misc{notes, title={On notes}, author={Ada B}}\n@misc{lost, title={On loss}, author={Ada B}}"
    files: Files = {
        "_bibliography/papers.bib": bib,
        "_projects/1.md": project("one", related_publications=related).replace("Text.", body),
    }
    (found,), _ = read_projects(reading(folder, files), None)
    text = text_of(found.blocks)
    assert ("References" in text) is bool(listed)
    assert [title for title in ("On notes", "On loss") if title in text.partition("References")[2]] == listed


def test_an_unknown_key_is_told_where_it_stands(folder: Made) -> None:
    files: Files = {"_bibliography/papers.bib": "", "_projects/1.md": project("one", related_publications="lost")}
    _, problems = read_projects(reading(folder, files), None)
    assert [(problem.line, "lost" in problem.message) for problem in problems] == [(3, True)]


@pytest.mark.parametrize(
    ("text", "minutes"), [("", 0), ("word", 1), ("word " * 180, 1), ("word " * 181, 2), ("字" * 720, 2)]
)
def test_reading_takes_its_time(text: str, minutes: int) -> None:
    assert minutes_of((Paragraph((Span(text),)),)) == minutes


def test_names_become_titles() -> None:
    assert [humanised(name) for name in ("my_first-post", "people", "CV", "")] == ["My first post", "People", "CV", ""]


def test_titles_begin_with_a_capital_and_keep_their_signs() -> None:
    assert [capitalised(title) for title in ("roles-CV", " data &  software", "")] == [
        "Roles-CV",
        "Data & software",
        "",
    ]


def test_words_for_importance_come_last(folder: Made) -> None:
    files: Files = {
        "_projects/1.md": project("one", importance="high"),
        "_projects/2.md": project("two", importance="2"),
        "_projects/3.md": project("three"),
    }
    assert [title for title, _ in projects(folder, files)] == ["three", "two", "one"]


def test_a_page_without_title_is_called_by_its_name_and_an_empty_file_is_none(folder: Made) -> None:
    files: Files = {"_projects/ada.md": "---\nname: Ada Lovelace\n---\nText\n", "_projects/b.md": "\n"}
    assert [title for title, _ in projects(folder, files)] == ["Ada Lovelace"]
