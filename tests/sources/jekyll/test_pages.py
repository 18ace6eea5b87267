"""Pages of the navigation, and the words above a section's list."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Files
from tests.sources.jekyll.paged import POST, Open, bar, opened, page, shown
from tui_home.document.walk import links
from tui_home.model.blocks import Heading, Paragraph, Rule
from tui_home.model.inline import Span
from tui_home.sources.jekyll.intros import tidied, without_lists
from tui_home.text.patterns import pattern


def test_the_bar_has_the_pages_of_the_navigation_in_its_order(site: Open) -> None:
    files: Files = {
        "_pages/b.md": page("later", nav="true", nav_order="3"),
        "_pages/a.md": page("people", nav="true", nav_order="2"),
        "_pages/c.md": page("first, without a place", nav="true"),
        "_pages/d.md": page("hidden", nav="false"),
        "_pages/e.md": page("also hidden"),
        "_pages/404.md": page("Not found", nav="true", permalink="/404.html"),
    }
    assert bar(opened(site, files)) == ["First, without a place", "People", "Later"]


def test_an_old_theme_shows_every_page_with_a_title(site: Open) -> None:
    files: Files = {
        "_pages/b.md": page("talks"),
        "_pages/a.md": page("code"),
        "_pages/c.md": "---\nlayout: page\n---\n",
    }
    assert bar(opened(site, files)) == ["Code", "Talks"]


def test_a_page_says_its_description_and_its_text(site: Open) -> None:
    made = opened(site, {"_pages/a.md": page("talks", "Body.", nav="true", description="A *list*.")})
    assert shown(made, "talks") == "A list.\n\nBody."


@pytest.mark.parametrize(
    ("title", "permalink", "name"),
    [
        ("Talks", "/talks/", "talks"),
        ("Professional activities of mine", "/activities/", "activities"),
        ("Show", "/show/", "show-2"),
        ("About", "/me/", "me"),
        ("افراد", "/people/", "people"),
        ("افراد", "/افراد/", "page"),
        ("A long title without an address", "", "a-long-title"),
    ],
)
def test_ids_are_words_that_nothing_else_has(site: Open, title: str, permalink: str, name: str) -> None:
    front = {"permalink": permalink} if permalink else {}
    assert [found.id for found in opened(site, {"_pages/x.md": page(title, nav="true", **front)}).pages] == [name]


def test_ids_are_unique(site: Open) -> None:
    files: Files = {f"_pages/{n}.md": page("Talks", nav="true", permalink=f"/t/{n}/talks/") for n in range(3)}
    assert [found.id for found in opened(site, files).pages] == ["talks", "talks-2", "talks-3"]


def test_a_page_that_leads_elsewhere_is_a_link(site: Open) -> None:
    files: Files = {"_pages/a.md": page("group", "", nav="true", redirect="https://lab.example/")}
    made = opened(site, files)
    assert [link.url for link in links(made.pages[0].blocks)] == ["https://lab.example/"]


def test_a_page_without_words_leads_to_the_web(site: Open) -> None:
    made = opened(site, {"_pages/a.md": page("map", "", nav="true", permalink="/map/")})
    assert [link.url for link in links(made.pages[0].blocks)] == ["https://ada.example/map/"]


def test_the_pages_of_our_sections_are_no_sections_of_their_own(site: Open) -> None:
    files: Files = {
        "_pages/publications.md": page("publications", "{% bibliography %}", nav="true", permalink="/publications/"),
        "_pages/papers.md": page("output", "{% bibliography %}", nav="false", permalink="/output/"),
        "_pages/news.md": page("news", "{% include news.liquid %}", nav="true", permalink="/news/"),
        "_pages/gallery.md": page("gallery", "{% for p in site.projects %}{% endfor %}", nav="true"),
        "_pages/cv.md": page("vita", "", nav="true", layout="cv"),
        "_posts/2024-01-01-a.md": POST,
        "blog/index.html": page("blog", "{% for p in paginator.posts %}{% endfor %}", nav="true"),
    }
    made = opened(site, files)
    assert made.pages == ()
    assert bar(made) == ["Posts"]


def test_a_page_with_words_of_its_own_is_more_than_a_list(site: Open) -> None:
    files: Files = {
        "_pages/lab.md": page("lab", "Member of this. " * 40 + "{% include news.liquid %}", nav="true"),
        "_pages/b.md": page("code", "<!-- {% bibliography %} -->Words.", nav="true"),
    }
    assert bar(opened(site, files)) == ["Code", "Lab"]


def test_a_heading_that_repeats_the_pages_title_goes(site: Open) -> None:
    made = opened(site, {"_pages/a.md": page("talks", "# Talks\n\nBody.", nav="true")})
    assert shown(made, "talks") == "Body."


def test_a_section_is_called_what_the_site_calls_it(site: Open) -> None:
    files: Files = {
        "_pages/p.md": page("gallery", "{% for p in site.projects %}{% endfor %}", nav="true", permalink="/gallery/"),
        "_projects/1.md": page("one"),
    }
    made = opened(site, files)
    assert bar(made) == ["Gallery"]
    assert made.route("/gallery/")


def test_the_owners_words_stand_above_the_list(site: Open) -> None:
    body = "Papers since 1843.\n\n{% bibliography %}\n\nSee also [notes](https://example.org/)."
    text = page("publications", body, nav="true", permalink="/publications/", description="All of them.")
    made = opened(site, {"_pages/publications.md": text})
    assert shown(made, "papers").startswith("All of them.\n\nPapers since 1843.\n\nSee also notes.")


def test_a_page_about_contact_stands_above_the_addresses(site: Open) -> None:
    made = opened(site, {"_pages/c.md": page("contact", "Write to me.", nav="true", permalink="/contact/")})
    assert bar(made) == []
    assert shown(made, "contact").startswith("Write to me.")


def test_words_alone_make_a_section_when_the_bar_has_its_page(site: Open) -> None:
    text = page("teaching", "I teach analysis.", nav="true", permalink="/projects/")
    assert bar(opened(site, {"_pages/p.md": text})) == ["Teaching"]


def test_words_on_a_hidden_page_make_none(site: Open) -> None:
    files: Files = {"_pages/p.md": page("projects", nav="false", permalink="/projects/")}
    assert bar(opened(site, files)) == []


def test_the_lists_own_liquid_goes_and_the_rest_keeps_its_lines() -> None:
    loop = "{% if x %}\n{% for y in page.years %}\n## {{ y }}\n{% bibliography %}\n{% endfor %}\n{% endif %}"
    body = f"a\n{loop}\nb {{% if z %}}c{{% endif %}}"
    assert without_lists(body, pattern("bibliography")) == "a\n\n\n\n\n\n\nb {% if z %}c{% endif %}"


@pytest.mark.parametrize("body", ["{% for x", "{%{%{%", "%}{% bibliography %}", "{% endfor %}{% bibliography %}"])
def test_broken_liquid_is_left_to_others(body: str) -> None:
    assert without_lists(body, pattern("nothing")) == body


def test_headings_without_anything_below_them_go() -> None:
    words = Paragraph((Span("Words."),))
    one, two = Heading(2, (Span("One"),)), Heading(3, (Span("Two"),))
    assert tidied((Rule(), one, two, words, Rule(), one, two)) == (one, two, words)
    assert tidied((one, one, words, two)) == (one, words)
    assert tidied((words, Paragraph((Span("Jump to:"),)), two)) == (words,)


def test_posts_stand_by_year_and_open(site: Open) -> None:
    made = opened(site, {"_posts/2024-01-02-A.md": POST, "_posts/2023-01-01-b.md": POST})
    text = shown(made, "posts")
    assert [text.index(words) for words in ("2024", "2 Jan", "2023")] == sorted(
        map(text.index, ("2024", "2 Jan", "2023"))
    )
    assert "It weaves." not in text
    assert "It weaves." in shown(made, "posts", made.posts[0].key)


def test_projects_stand_by_category(site: Open) -> None:
    made = opened(site, {"_projects/1.md": page("one", category="work"), "_projects/2.md": page("two")})
    assert shown(made, "projects") == "Work\n\none\n\nOther projects\n\ntwo"


@pytest.mark.parametrize(
    "piece",
    [
        "{% for x in site.posts %}",
        "{{",
        "{%",
        "<!--",
        "{% if a %}{% include news.liquid %}",
        "<a ",
        "site.posts ",
        "# a\n",
    ],
)
def test_a_page_made_to_be_slow_is_read(site: Open, piece: str) -> None:
    body = "{% include x.liquid %}" + piece * (30_000 // len(piece))
    assert opened(site, {"_pages/a.md": page("a", body, nav="true")}).routes
