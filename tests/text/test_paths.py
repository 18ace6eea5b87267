"""Paths of pages, in the one form in which they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.paths import route_path, stem


@pytest.mark.parametrize(
    ("written", "within", "path"),
    [
        ("/", "/", "/"),
        ("/blog", "/", "/blog/"),
        ("/Blog/2024/A-Post/", "/", "/blog/2024/a-post/"),
        ("/cv.html", "/", "/cv/"),
        ("/index.html", "/x/", "/"),
        ("/blog/index.html", "/", "/blog/"),
        ("/blog/index", "/", "/blog/"),
        ("/notes.md#top", "/", "/notes/"),
        ("/a?b=/c.pdf", "/", "/a/"),
        ("//a///b", "/", "/a/b/"),
        ("/%E4%BD%A0%20b/", "/", "/你 b/"),
        ("a", "/b/c/", "/b/c/a/"),
        ("./a", "/b/c/", "/b/c/a/"),
        ("a", "/b/c.html", "/b/a/"),
        ("a", "", "/a/"),
        (".", "/b/c/", "/b/c/"),
        ("..", "/b/c/", "/b/"),
        ("../a", "/b/c/", "/b/a/"),
        ("../../../../a", "/b/c/", "/a/"),
        ("/../../a", "/b/", "/a/"),
        ("/blog/gpt-3.5/", "/", "/blog/gpt-3.5/"),
        ("/blog/node.js/", "/", "/blog/node.js/"),
        ("/blog/node.js.html", "/", "/blog/node.js/"),
        ("/blog/gpt-3.5", "/", "/blog/gpt-3.5/"),
    ],
)
def test_pages(written: str, within: str, path: str) -> None:
    assert route_path(written, within=within) == path


@pytest.mark.parametrize(
    "written",
    ["", "  ", "#top", "?a=b", "/a/b.pdf", "b.PNG", "../code.c", "/x.tar.gz", "/a.7z", "/a.pdf#p=2", "/" + "a" * 2000],
)  # fmt: skip
def test_files_and_nothing_are_no_pages(written: str) -> None:
    assert route_path(written) == ""


@given(st.text("/.aB%2e \x00\x1b\u202e你-#?"), st.text("/.ab-"))
def test_a_path_is_in_its_normal_form(written: str, within: str) -> None:
    path = route_path(written, within=within)
    assert path in {"", "/"} or (path.startswith("/") and path.endswith("/"))
    assert "//" not in path
    assert "/../" not in path
    assert path == path.lower()
    assert path.isprintable()


@given(st.text("/.aB -你"))
def test_the_normal_form_stays(written: str) -> None:
    path = route_path(written)
    assert route_path(path) == path


def test_the_stem_of_a_path() -> None:
    assert [stem(path) for path in ("_news/a.b.md", "a.md", "folder.d/a.md")] == ["a.b", "a", "a"]
