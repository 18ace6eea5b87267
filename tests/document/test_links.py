from __future__ import annotations

import pytest

from tui_home.document.links import Base, Destination, destination, host, readable_name
from tui_home.model.inline import LinkKind
from tui_home.text.urls import safe_url


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://a.b/c?d=e#f", Destination(LinkKind.WEB, "https://a.b/c?d=e#f")),
        (" HTTPS://A.b/ c", Destination(LinkKind.WEB, "https://a.b/%20c")),
        ("//a.b", Destination(LinkKind.WEB, "https://a.b")),
        ("www.a.b", Destination(LinkKind.WEB, "https://www.a.b")),
        ("https://calendly.com/x", Destination(LinkKind.MEETING, "https://calendly.com/x")),
        ("mailto:a@b.c", Destination(LinkKind.EMAIL, "mailto:a@b.c", "a@b.c")),
        ("mailto:ann (at) b.org", Destination(LinkKind.EMAIL, "mailto:ann@b.org", "ann@b.org")),
        ("javascript:alert(1)", Destination(refused=True)),
        ("mailto:nobody", Destination(refused=True)),
        ("/a", Destination()),
        ("#a", Destination()),
        ("", Destination()),
    ],
)
def test_destinations(href: str, expected: Destination) -> None:
    assert destination(href) == expected


@pytest.mark.parametrize(
    "href", ["https://a.b", "https://a.b/c/d_e-f~g.html?x=1", "http://a-b.c.org/", "https://a..b", "https://a.b:80/x"]
)
def test_the_quick_way_agrees_with_the_careful_one(href: str) -> None:
    assert destination(href).url == safe_url(href)


SITE = Base("https://h.io", "/b", "/blog/2024/x/")


@pytest.mark.parametrize(
    ("href", "url", "path"),
    [
        ("a", "https://h.io/b/blog/2024/x/a", "/blog/2024/x/a/"),
        ("../y/", "https://h.io/b/blog/2024/y/", "/blog/2024/y/"),
        ("../../../../../a", "https://h.io/a", "/a/"),
        ("/b/a", "https://h.io/b/a", "/a/"),
        ("/b", "https://h.io/b", "/"),
        ("/b/#top", "https://h.io/b/#top", "/"),
        ("/b#top", "https://h.io/b#top", "/"),
        ("/a#top", "https://h.io/a#top", "/a/"),
        ("/bb/a", "https://h.io/bb/a", "/bb/a/"),
        ("/assets/x.pdf", "https://h.io/assets/x.pdf", ""),
        ("slides/x.html?a=b", "https://h.io/b/blog/2024/x/slides/x.html?a=b", "/blog/2024/x/slides/x/"),
        ("https://h.io/b", "https://h.io/b", "/"),
        ("https://h.io/b?x#y", "https://h.io/b?x#y", "/"),
        ("http://www.h.io/b/cv.html", "http://www.h.io/b/cv.html", "/cv/"),
        ("HTTPS://H.io/b/Cv/", "https://h.io/b/Cv/", "/cv/"),
        ("//h.io/b/cv/", "https://h.io/b/cv/", "/cv/"),
        ("https://h.io/b/x.pdf", "https://h.io/b/x.pdf", ""),
        ("https://h.io/c/", "https://h.io/c/", ""),
        ("https://h.io.example/b/c", "https://h.io.example/b/c", ""),
        ("https://other.example/b/c", "https://other.example/b/c", ""),
    ],
)
def test_links_within_the_site(href: str, url: str, path: str) -> None:
    assert destination(href, SITE) == Destination(LinkKind.WEB, url, path=path)


def test_a_site_without_an_address_has_paths_all_the_same() -> None:
    base = Base(path="/blog/")
    assert destination("a/", base) == Destination(path="/blog/a/")
    assert destination("/cv.html#top", base) == Destination(path="/cv/")
    assert not destination("/cv.pdf", base).leads
    assert not destination("#top", base).leads


def test_a_site_at_the_root_of_its_host() -> None:
    base = Base("https://h.io", "", "/cv.html")
    assert destination("news", base) == Destination(url="https://h.io/news", path="/news/")
    assert destination("https://h.io", base) == Destination(url="https://h.io", path="/")


def test_text_that_is_no_page_has_only_addresses() -> None:
    base = Base("https://h.io", "/b")
    assert destination("/b/a", base) == Destination(url="https://h.io/b/a")
    assert destination("a", base).url == "https://h.io/b/a"


def test_hosts_and_names() -> None:
    assert host("https://www.a.b:80/c") == "a.b"
    assert readable_name("/img/prof_pic-2.jpg?x=1") == "prof pic 2"
    assert readable_name("/img/42.png") == ""
