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


@pytest.mark.parametrize(
    ("href", "url"), [("/a", "https://h.io/a"), ("a", "https://h.io/b/a"), ("../a", "https://h.io/a")]
)
def test_relative_addresses_need_a_site(href: str, url: str) -> None:
    assert destination(href, Base("https://h.io", "/b")).url == url


def test_hosts_and_names() -> None:
    assert host("https://www.a.b:80/c") == "a.b"
    assert readable_name("/img/prof_pic-2.jpg?x=1") == "prof pic 2"
    assert readable_name("/img/42.png") == ""
