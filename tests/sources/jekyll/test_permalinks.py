"""Addresses of pages by Jekyll's rules."""

from __future__ import annotations

import datetime as dt

import pytest

from tui_home.sources.folder import Source
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.front_matter import Page, read_page
from tui_home.sources.jekyll.permalinks import address_of, collection_of, dated_name, path_of, words_of

PERMALINK = "permalink: /blog/:year/:title/"


def page(path: str, front: str = "") -> Page:
    return read_page(Source(path, f"---\n{front}\n---\nText.\n"))


def config(text: str) -> Config:
    return Config(yaml.parse(text, Source("_config.yml", "").origin).mapping)


@pytest.mark.parametrize(
    ("path", "front", "settings", "address"),
    [
        ("_pages/about.md", "permalink: /", "", "/"),
        ("_pages/cv.md", "permalink: /CV/", "", "/CV/"),
        ("_pages/404.md", "permalink: /404.html", "", "/404.html"),
        ("_pages/plain.md", "", "", "/_pages/plain.html"),
        ("_pages/plain.md", "", PERMALINK, "/_pages/plain/"),
        ("index.md", "", "", "/"),
        ("blog/index.html", "", "", "/blog/"),
        ("_pages/out.md", "permalink: https://example.org/", "", "/_pages/out.html"),
        ("_posts/2024-03-05-A-Post.md", "", "", "/2024/03/05/A-Post.html"),
        ("_posts/2024-03-05-A-Post.md", "", PERMALINK, "/blog/2024/A-Post/"),
        ("_posts/deep/2024-03-05-a.md", "", PERMALINK, "/blog/2024/a/"),
        ("_posts/2024-03-05-a.md", "date: 2023-12-31", PERMALINK, "/blog/2023/a/"),
        ("_posts/2024-03-05-a.md", "slug: Other words", PERMALINK, "/blog/2024/Other-words/"),
        ("_posts/2024-03-05-a.md", "categories: One two", "permalink: pretty", "/one/two/2024/03/05/a/"),
        ("_posts/2024-03-05-a.md", "", "permalink: ordinal", "/2024/065/a.html"),
        ("_posts/2024-03-05-a.md", "", "permalink: weekdate", "/2024/W10/Tue/a.html"),
        ("_posts/2024-03-05-a.md", "", "permalink: none", "/a.html"),
        ("_posts/2024-03-05-a.md", "", "collections:\n  posts:\n    permalink: /p/:slug/", "/p/a/"),
        ("_posts/2024-03-05-a.md", "permalink: /:categories/:day-:title/\ncategory: Notes", "", "/notes/05-a/"),
        ("_posts/2024-03-05-نوشته‌-ها.md", "", PERMALINK, "/blog/2024/نوشته-ها/"),
        ("_projects/1_project.md", "", "", "/projects/1_project.html"),
        ("_projects/1_project.md", "", PERMALINK, "/projects/1_project/"),
        ("_projects/deep/2.md", "", "collections:\n  projects:\n    permalink: /w/:path/", "/w/deep/2/"),
        (
            "_projects/deep/A_b.md",
            "",
            "collections:\n  projects:\n    permalink: /:collection/:title/",
            "/projects/A_b/",
        ),
        ("all/_projects/1.md", "", "collections_dir: all\npermalink: pretty", "/projects/1/"),
    ],
)
def test_addresses_follow_jekyll(path: str, front: str, settings: str, address: str) -> None:
    assert address_of(page(path, front), config(settings)) == address


def test_paths_are_compared_in_lower_case_without_suffix() -> None:
    assert path_of(page("_posts/2024-03-05-A-Post.md"), config("")) == "/2024/03/05/a-post/"
    assert path_of(page("_pages/about.md", "permalink: /index.html"), config("")) == "/"


def test_an_unknown_placeholder_stays() -> None:
    assert address_of(page("_pages/a.md", "permalink: /a/:nonsense/"), config("")) == "/a/:nonsense/"


@pytest.mark.parametrize(
    ("path", "collection"), [("_posts/a.md", "posts"), ("_pages/a.md", ""), ("a.md", ""), ("blog/a.md", "")]
)
def test_the_folder_says_the_collection(path: str, collection: str) -> None:
    assert collection_of(path, config("")) == collection


def test_the_name_of_a_file_says_the_day() -> None:
    assert dated_name("_posts/2024-3-5-some-thing.md") == (dt.date(2024, 3, 5), "some-thing")
    assert dated_name("_posts/some-thing.md") == (None, "some-thing")
    assert dated_name("_posts/2024-13-45-x.md") == (None, "2024-13-45-x")


def test_tags_are_a_list_or_words_and_come_once() -> None:
    assert words_of(page("a.md", "tags: formatting links, formatting"), "tag", "tags") == ("formatting", "links")
    assert words_of(page("a.md", "tags: [two words, b]\ntag: one more"), "tag", "tags") == (
        "one more",
        "two words",
        "b",
    )
    assert words_of(page("a.md", "tags:"), "tag", "tags") == ()
