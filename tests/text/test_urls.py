"""Nothing that `safe_url` lets through can steer a terminal, or a browser to anything but a page."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.urls import safe_url


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x?y=1&z=2#top", "https://a.example/x?y=1&z=2#top"),
        ("HTTPS://A.Example/Path", "https://a.example/Path"),
        ("//a.example/x", "https://a.example/x"),
        ("  https://a.example/x\n", "https://a.example/x"),
        ("https://a.example/a b\"c'd<e>", "https://a.example/a%20b%22c%27d%3Ce%3E"),
        ("https://a.example/w_(x)", "https://a.example/w_(x)"),
        ("https://a.example/%C3%BC%zz", "https://a.example/%C3%BC%25zz"),
        ("https://a.example/ü?q=日", "https://a.example/%C3%BC?q=%E6%97%A5"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://a.example:8080/", "https://a.example:8080/"),
        ("http://[2001:db8::1]:80/x", "http://[2001:db8::1]:80/x"),
        ("https://bank.example@evil.example/", "https://evil.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("mailto:a@b.example?body=evil&subject=Hi%20you", "mailto:a@b.example?subject=Hi%20you"),
        ("mailto:a%40b.example", "mailto:a@b.example"),
        ("mailto:a@b.example?subject=%1b]0;x%07Hi", "mailto:a@b.example?subject=Hi"),
    ],
)
def test_good_urls_come_out_encoded(url: str, safe: str) -> None:
    assert safe_url(url) == safe


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "/relative",
        "assets/x.pdf",
        "https:",
        "https://",
        "https:a.example",
        "https:///x",
        "https://a..example/",
        "https://a.example:port/",
        "https://a.example\\@evil.example/",
        "https://a b.example/",
        "https://a.example/\x1b]0;evil\x07",
        "https://a.example/\x9b31m",
        "https://a.example/\ud800",
        "mailto:nobody",
        "mailto:?subject=x",
        "{{ site.url }}/x",
    ],
)
def test_other_urls_come_out_empty(url: str) -> None:
    assert safe_url(url) == ""


def test_too_long_urls_are_refused_rather_than_cut() -> None:
    assert safe_url("https://a.example/" + "x" * 2000)
    assert safe_url("https://a.example/" + "x" * 2048) == ""
    assert safe_url("https://a.example/" + "ü" * 1000) == ""


def test_only_the_schemes_asked_for_open() -> None:
    assert safe_url("mailto:a@b.example", schemes=("https",)) == ""


@given(
    st.one_of(
        st.text(),
        st.text().map("https://a.example/".__add__),
        st.text().map("https://".__add__),
        st.text().map("mailto:a@b.example?subject=".__add__),
    )
)
def test_urls_that_come_out_are_plain_ascii_and_stay(url: str) -> None:
    safe = safe_url(url)
    assert safe.isascii()
    assert not set(safe) & set(" \"'<>\\^`{|}")
    assert safe.isprintable()
    assert safe_url(safe) == safe
    assert urlsplit(safe).scheme in {"", "http", "https", "mailto"}
