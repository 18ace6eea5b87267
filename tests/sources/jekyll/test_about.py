from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.document.walk import text_of
from tui_home.model.blocks import Align
from tui_home.model.inline import plain_text
from tui_home.model.problem import Severity
from tui_home.model.site import Site

Opened = Callable[..., Site]


def page(front: str, body: str = "Hello.") -> str:
    return f"---\n{front}\n---\n{body}\n"


def about(site: Opened, front: str) -> Site:
    return site({"_pages/about.md": page(f"layout: about\npermalink: /\n{front}")})


@pytest.mark.parametrize(
    ("files", "text"),
    [
        ({"_pages/a.md": "permalink: /", "_pages/b.md": "layout: about\npermalink: /"}, "b"),
        ({"_pages/a.md": "layout: about", "_pages/b.md": "layout: page\npermalink: /"}, "b"),
        ({"_pages/a.md": "layout: about", "_pages/about.md": "layout: page"}, "a"),
        ({"_pages/a/a.md": "layout: about\npermalink: /", "_pages/z.md": "layout: about\npermalink: /"}, "z"),
        ({"_pages/en/home.md": "layout: about\npermalink: /", "_pages/x.md": "layout: page"}, "home"),
        ({"_pages/home.html": "layout: about\npermalink: /"}, "home"),
        ({"index.md": "layout: about"}, "index"),
        ({"_pages/a.md": "layout: about\npermalink: /\npublished: false", "_pages/b.md": "layout: about"}, "b"),
    ],
)
def test_which_page_is_the_home(site: Opened, files: dict[str, str], text: str) -> None:
    pages = {name: page(front, name.rpartition("/")[2].partition(".")[0]) for name, front in files.items()}
    assert text_of(site(pages, about=False).about.blocks).strip() == text


def test_an_excluded_page_is_none(site: Opened) -> None:
    excluded = {"_config.yml": "exclude: [_pages/a.md]\n", "_pages/a.md": page("layout: about\npermalink: /", "no")}
    assert text_of(site(excluded).about.blocks).strip() == "Hello."


def test_a_page_without_front_matter_is_shown(site: Opened) -> None:
    assert text_of(site({"_pages/about.md": "Just text."}).about.blocks).strip() == "Just text."


def test_the_profile_is_read(site: Opened) -> None:
    opened = about(
        site,
        "subtitle: <a href='https://a.example'>Lab</a>, *here*\nprofile:\n  align: left\n  image: me.jpg\n"
        "  image_circular: 'true'\n  address: >\n    <p>One</p>\n    <p>Two</p>\n  more_info: >\n    **Room** 1",
    )
    profile = opened.about.profile
    assert profile is not None
    assert (profile.align, profile.image, profile.image_circular) == (Align.LEFT, "me.jpg", True)
    assert profile.address == ("One", "Two")
    assert text_of(profile.more_info).strip() == "Room 1"
    assert plain_text(opened.about.subtitle) == "Lab, here"
    assert opened.about.subtitle[0].link is not None
    assert opened.problems == ()


@pytest.mark.parametrize(
    ("front", "news", "limit"),
    [
        ("", False, 5),
        ("news: true", True, 5),
        ("news: 'true'", True, 5),
        ("news: 'false'", False, 5),
        ("announcements:\n  enabled: true\n  limit: 3", True, 3),
        ("announcements:\n  enabled: true\n  limit:", True, 5),
        ("announcements:\n  enabled: true\n  limit: '2'", True, 2),
        ("announcements:\n  enabled: true\n  limit: -4", True, 1),
        ("announcements:\n  enabled: false\n  scrollable: true", False, 5),
        ("announcements: true", True, 5),
    ],
)
def test_news_are_asked_for_in_two_ways(site: Opened, front: str, news: bool, limit: int) -> None:
    opened = about(site, front)
    assert (opened.about.news, opened.about.news_limit) == (news, limit)
    assert opened.problems == ()


@pytest.mark.parametrize(
    ("front", "config", "posts", "limit"),
    [
        ("", "", False, 3),
        ("latest_posts: true", "", True, 3),
        ("latest_posts: true", "latest_posts:\n  limit: 4\n", True, 4),
        ("latest_posts:\n  enabled: true\n  limit: 2", "latest_posts:\n  limit: 4\n", True, 2),
        ("latest_posts:\n  enabled: false", "", False, 3),
        ("latest_posts:\n  enabled: true\n  limit:", "", True, 3),
    ],
)
def test_posts_are_asked_for_as_news_are(site: Opened, front: str, config: str, posts: bool, limit: int) -> None:
    files = {"_config.yml": config, "_pages/about.md": page(f"layout: about\npermalink: /\n{front}")}
    opened = site(files)
    assert (opened.about.latest_posts, opened.about.latest_posts_limit) == (posts, limit)
    assert opened.problems == ()


def test_flags_are_off_unless_they_are_on(site: Opened) -> None:
    plain = about(site, "").about
    assert (plain.selected_papers, plain.social, plain.profile) == (False, False, None)
    asked = about(site, "selected_papers: true\nsocial: yes").about
    assert (asked.selected_papers, asked.social) == (True, True)


def test_an_older_pages_description_is_its_subtitle(site: Opened) -> None:
    assert plain_text(about(site, "description: From before").about.subtitle) == "From before"
    assert plain_text(about(site, "description: Not me\nsubtitle: Me").about.subtitle) == "Me"


@pytest.mark.parametrize("value", ["portrait.jpg", "[a, b]", "true"])
def test_a_profile_without_keys_is_a_problem(site: Opened, value: str) -> None:
    opened = about(site, f"profile: {value}")
    assert opened.about.profile is None
    assert [(problem.severity, problem.line) for problem in opened.problems] == [(Severity.WARNING, 4)]


def test_a_profile_whose_keys_are_not_indented_is_understood(site: Opened) -> None:
    opened = about(site, "profile:\nalign: left\nimage: me.jpg\naddress: >\n<p>One: 1</p>\n<p>Two</p>\nnews: true")
    assert opened.about.profile is not None
    assert (opened.about.profile.image, opened.about.profile.address) == ("me.jpg", ("One: 1", "Two"))
    assert opened.about.news
    assert {problem.severity for problem in opened.problems} == {Severity.WARNING}


def test_problems_in_the_text_name_the_files_line(site: Opened) -> None:
    opened = site({"_pages/about.md": page("layout: about\ntitle: x", "one\n\ntwo[three](https://a.example)")})
    assert [(problem.file, problem.line) for problem in opened.problems] == [("_pages/about.md", 7)]


def test_no_control_code_of_the_front_matter_comes_through(site: Opened) -> None:
    opened = about(
        site, 'title: "a\\e[31mb"\nsubtitle: "x\\u202ey"\nprofile:\n  image: "i\\x07"\n  address: "<p>\\e]0;z\\a</p>"'
    )
    shown = (opened.about.title, plain_text(opened.about.subtitle), opened.about.profile and opened.about.profile.image)
    assert all(part and part.isprintable() for part in shown)
    assert opened.about.profile is not None
    assert all(line.isprintable() for line in opened.about.profile.address)


@pytest.mark.parametrize(
    "content", [b"\0", b"\xff\xfe\x00", b"---\nlayout: about", b"", "---\n\t\n---".encode("utf-16")]
)
def test_any_page_leaves_a_site(site: Opened, content: bytes) -> None:
    assert site({"_pages/about.md": content, "_news/a.md": "x"}).news
