"""Pages that list what they lead to, and where links within a site lead."""

from __future__ import annotations

import pytest

from tests.sources.conftest import ABOUT, Files
from tests.sources.jekyll.paged import CONFIG, POST, Open, bar, opened, page, shown
from tui_home.document.walk import links, text_of
from tui_home.model.inline import MainAction, plain_text
from tui_home.sections import sections_of


def test_a_menu_lists_what_it_leads_to(site: Open) -> None:
    children = (
        "\n  - title: papers\n    permalink: /publications/\n  - title: divider"
        "\n  - title: alumni\n    permalink: /alumni/\n  - title: the lab\n    permalink: https://lab.example/"
    )
    files: Files = {
        "_pages/menu.md": page("more", "", nav="true", dropdown="true", children=children),
        "_pages/alumni.md": page("Those who left", "Charles.", nav="false", permalink="/alumni/"),
    }
    made = opened(site, files)
    (menu,) = made.pages
    assert [plain_text(article.title) for article in menu.articles] == ["Papers", "Alumni · Those who left", "The lab"]
    assert [(article.path, article.url) for article in menu.articles] == [
        ("/publications/", "https://ada.example/publications/"),
        ("/alumni/", "https://ada.example/alumni/"),
        ("", "https://lab.example/"),
    ]
    route = made.route("/alumni/")
    assert route
    assert (route.section, "Charles." in shown(made, "more", route.article)) == ("more", True)


def test_a_menu_leaves_out_what_has_nothing_to_show(site: Open) -> None:
    children = "\n  - title: blog\n    permalink: /blog/\n  - title: teaching\n    permalink: /teaching/"
    blog = page("blog", "{% for p in site.posts %}x{% endfor %}", nav="false", permalink="/blog/")
    files: Files = {
        "_pages/menu.md": page("more", "", nav="true", dropdown="true", children=children),
        "_pages/blog.md": blog,
        "_pages/teaching.md": page("teaching", "", nav="false", permalink="/teaching/"),
    }
    assert bar(opened(site, files)) == []
    files["_pages/teaching.md"] = page("teaching", "I teach.", nav="false", permalink="/teaching/")
    (menu,) = opened(site, files).pages
    assert [(plain_text(article.title), text_of(article.blocks)) for article in menu.articles] == [
        ("Teaching", "I teach.")
    ]


def test_a_menu_of_sections_alone_is_left_out(site: Open) -> None:
    children = "\n  - title: talks\n    permalink: /talks/"
    files: Files = {
        "_pages/menu.md": page("more", "", nav="true", dropdown="true", children=children),
        "_pages/talks.md": page("talks", nav="true", permalink="/talks/"),
    }
    assert bar(opened(site, files)) == ["Talks"]


def test_a_bookshelf_lists_its_books(site: Open) -> None:
    files: Files = {
        "_config.yml": CONFIG + "collections:\n  books:\n    output: true\n",
        "_pages/books.md": page("bookshelf", "I read.", nav="true", layout="book-shelf", collection="books"),
        "_books/engine.md": page("The Engine", "Good.", author="Charles", stars="4"),
    }
    made = opened(site, files)
    (shelf,) = made.pages
    assert [fact.text for fact in shelf.articles[0].facts] == ["Charles", "4 stars"]
    assert "The Engine\nCharles · 4 stars" in shown(made, "bookshelf")
    assert "Good." in shown(made, "bookshelf", shelf.articles[0].key)


def test_links_within_the_site_are_followed(site: Open) -> None:
    body = "[post](/blog/2024/a/) [same](https://ada.example/blog/2024/A/#x) [none](/nowhere/) [file](/a.pdf)"
    made = opened(site, {"_pages/about.md": ABOUT + body, "_posts/2024-01-01-A.md": POST})
    found = {link.label: link for link in links(made.about.blocks)}
    assert [(label, link.main, link.path) for label, link in found.items()] == [
        ("post", MainAction.FOLLOW, "/blog/2024/a/"),
        ("same", MainAction.FOLLOW, "/blog/2024/a/"),
        ("none", MainAction.OPEN, ""),
        ("file", MainAction.OPEN, ""),
    ]
    route = made.route("/blog/2024/a/")
    assert route
    assert (route.section, route.article) == ("posts", made.posts[0].key)


def test_a_link_that_leads_nowhere_is_text(site: Open) -> None:
    files: Files = {"_config.yml": "title: Ada", "_pages/about.md": ABOUT + "- [none](/nowhere/) [home](/)"}
    made = site(files)
    assert [link.path for link in links(made.about.blocks)] == ["/"]
    assert "none home" in text_of(made.about.blocks)


@pytest.mark.parametrize(("path", "section"), [("/", "about"), ("/publications/", "papers"), ("/news/a/", "news")])
def test_what_is_shown_has_a_route(site: Open, path: str, section: str) -> None:
    made = opened(site, {"_news/a.md": "---\ndate: 2024-01-01\n---\nIt happened.\n"})
    route = made.route(path)
    assert route
    assert route.section == section


def test_paths_without_a_section_have_no_route(site: Open) -> None:
    made = opened(site, {})
    assert made.route("/projects/") is None
    assert {route.section for route in made.routes} <= {section.id for section in sections_of(made)}
