from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.document.walk import text_of
from tui_home.model.site import Site

Opened = Callable[..., Site]


def page(front: str, body: str = "Hello.") -> str:
    return f"---\n{front}\n---\n{body}\n"


def home(site: Opened, files: dict[str, str]) -> str:
    """Return the home page's text: the name of the file it was taken from."""
    named = {name: page(front, name) for name, front in files.items() if name.endswith((".md", ".html"))}
    rest = {name: text for name, text in files.items() if name not in named}
    return text_of(site({**rest, **named}, about=False).about.blocks).strip()


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"_pages/x.md": "layout: about\npermalink: /", "index.md": "layout: page"}, "_pages/x.md"),
        ({"index.md": "layout: page", "_pages/x.md": "layout: about\npermalink: /about/"}, "index.md"),
        ({"_pages/01_about.md": "layout: about\npermalink: /index.html"}, "_pages/01_about.md"),
        (
            {"index.html": "redirect: /about/\npermalink: /", "_pages/a.md": "layout: about\npermalink: /about/"},
            "_pages/a.md",
        ),
        (
            {"index.md": "redirect_to: https://a.example", "_pages/a.md": "layout: about\npermalink: /about/"},
            "_pages/a.md",
        ),
        ({"index.md": "layout: redirect", "_pages/a.md": "layout: about\npermalink: /me/"}, "_pages/a.md"),
        (
            {
                "_pages/news.md": "layout: page",
                "_people/me.md": "layout: about",
                "_config.yml": "collections: {people: {}}",
            },
            "_people/me.md",
        ),
        ({"_pages/news.md": "layout: page", "pages/me.md": "layout: about\npermalink: /"}, "pages/me.md"),
        ({"_config.yml": "include: [_more]", "_more/me.md": "layout: about"}, "_more/me.md"),
        (
            {"_config.yml": "exclude: [old/, '*.bak.md']", "old/about.md": "layout: about", "index.md": "title: x"},
            "index.md",
        ),
    ],
)
def test_the_home_page_is_found_wherever_it_lies(site: Opened, files: dict[str, str], found: str) -> None:
    assert home(site, files) == found


@pytest.mark.parametrize(
    "body",
    [
        '<meta http-equiv="refresh" content="0; url=/about/">',
        "<script>window.location.href = '/about/'; // and much else that a script says in many, many words\n</script>",
        "<script>location.replace('/a')</script><noscript>Click <a href='/a'>here</a>.</noscript>",
    ],
)
def test_a_root_that_only_leads_elsewhere_is_no_home(site: Opened, body: str) -> None:
    opened = site({"index.html": page("layout: none", body), "_pages/a.md": page("layout: about", "Me.")}, about=False)
    assert text_of(opened.about.blocks).strip() == "Me."


def test_a_root_that_says_something_beside_its_script_is_the_home(site: Opened) -> None:
    words = "I am a researcher who writes far more words than anybody would on a page that merely leads elsewhere."
    opened = site({"index.md": page("title: x", f"{words}\n<script>x = window.location == 1</script>")}, about=False)
    assert "researcher" in text_of(opened.about.blocks)


def test_a_script_that_hides_an_email_sends_nobody_elsewhere(site: Opened) -> None:
    mail = "<a href=\"javascript:location='mailto:\\u0061@b.example';void 0\">Mail</a>"
    assert "Mail" in text_of(site({"_pages/about.md": f"---\nlayout: about\npermalink: /\n---\n{mail}\n"}).about.blocks)
