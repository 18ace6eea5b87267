from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from tui_home.document.walk import links, text_of
from tui_home.model.inline import plain_text
from tui_home.model.problem import Edit, Severity
from tui_home.model.site import Site

Opened = Callable[..., Site]


def item(front: str, body: str = "Body.") -> str:
    return f"---\n{front}\n---\n\n{body}\n"


def test_newest_first_and_undated_last(site: Opened) -> None:
    opened = site(
        {
            "_news/a.md": item("date: 2020-01-01"),
            "_news/b.md": item("date: 2024-05-06 15:59:00-0400"),
            "_news/c.md": item("inline: true"),
            "_news/sub/d.md": item("date: May 7, 2022"),
        }
    )
    assert [(item.key, item.date) for item in opened.news] == [
        ("_news/b", dt.date(2024, 5, 6)),
        ("_news/sub/d", dt.date(2022, 5, 7)),
        ("_news/a", dt.date(2020, 1, 1)),
        ("_news/c", None),
    ]


def test_of_one_day_the_later_file_stands_first(site: Opened) -> None:
    opened = site({f"_news/{name}.md": item("date: 2024-01-01") for name in ("a", "b", "c")})
    assert [item.key for item in opened.news] == ["_news/c", "_news/b", "_news/a"]


@pytest.mark.parametrize(
    ("name", "front", "date", "problems"),
    [
        ("2024-05-06-x.md", "inline: true", dt.date(2024, 5, 6), 0),
        ("2024-05-06-x.md", "date: 2023-01-02", dt.date(2023, 1, 2), 0),
        ("2024-05-06-x.md", "date: someday", dt.date(2024, 5, 6), 1),
        ("x.md", "date: someday", None, 1),
        ("x.md", "inline: true", None, 1),
        ("x.md", "date: 2023-04-31", dt.date(2023, 4, 30), 1),
        ("x.md", "date: 2021-04-29 21:30:00-00s00", dt.date(2021, 4, 29), 1),
        ("x.md", "date: 2020-07-20 9:00:00 +0100", dt.date(2020, 7, 20), 0),
        ("x.md", "date: 2020-7-2 9:00 PM", dt.date(2020, 7, 2), 0),
        ("x.md", "date: 2020-07-20T09:00:00.5Z", dt.date(2020, 7, 20), 0),
        ("x.md", "published_date: 2020-07-20", dt.date(2020, 7, 20), 0),
        ("2021oct_5.md", "inline: true", dt.date(2021, 10, 5), 0),
        ("20240506_x.md", "inline: true", dt.date(2024, 5, 6), 0),
        ("award-2024_05_06.md", "inline: true", dt.date(2024, 5, 6), 0),
        ("room12024-05-061.md", "inline: true", None, 1),
        ("2024-13-06.md", "date: [1, 2]", None, 1),
    ],
)
def test_the_date_is_the_front_matters_or_the_file_names(
    site: Opened, name: str, front: str, date: dt.date | None, problems: int
) -> None:
    opened = site({f"_news/{name}": item(front)})
    assert opened.news[0].date == date
    assert len(opened.problems) == problems
    assert all(problem.file == f"_news/{name}" and problem.hint for problem in opened.problems)
    assert all(problem.severity in (Severity.WARNING, Severity.NOTE) for problem in opened.problems)


def test_inline_items_have_a_body_and_others_a_title_too(site: Opened) -> None:
    opened = site(
        {
            "_news/1.md": item("date: 2024-01-01\ninline: true\ntitle: hidden", "Said **inline**."),
            "_news/2.md": item("date: 2023-01-01\ninline: false\ntitle: A *title*", "Told at length."),
            "_news/3.md": item("date: 2022-01-01", "No title."),
            "_news/4.md": item("date: 2021-01-01\ninline: true\ntitle: Only a title", ""),
        }
    )
    said = [(plain_text(item.title), text_of(item.blocks).strip(), item.inline) for item in opened.news]
    assert said == [
        ("", "Said inline.", True),
        ("A title", "Told at length.", False),
        ("", "No title.", True),
        ("Only a title", "", False),
    ]


def test_unpublished_items_and_drafts_are_left_out(site: Opened) -> None:
    opened = site(
        {
            "_news/a.md": item("date: 2024-01-01\npublished: false"),
            "_news/b.md": item("date: 2024-01-01\ndraft: true"),
            "_news/_drafts/c.md": item("date: 2024-01-01"),
            "_news/d.txt": item("date: 2024-01-01"),
        }
    )
    assert opened.news == ()


def test_news_lie_where_the_collections_lie(site: Opened) -> None:
    opened = site({"_config.yml": "collections_dir: all\n", "all/_news/2024-01-01-a.md": item("inline: true")})
    assert len(opened.news) == 1


def test_one_bad_item_leaves_the_others(site: Opened) -> None:
    opened = site({"_news/2024-01-01-a.md": b"\0", "_news/2024-01-02-b.md": item("x: : :\n]["), "_news/c.md/d": ""})
    assert [item.key for item in opened.news] == ["_news/2024-01-02-b"]
    assert opened.problems


def test_a_date_that_is_none_is_mended_by_the_file_names(site: Opened) -> None:
    page = "---\nlayout: post\ndate: 32nd of May\n---\nHello.\n"
    found = site({"_news/2024-05-31-hello.md": page, "_news/other.md": page}).problems
    dated, undated = sorted((problem for problem in found if "no date" in problem.message), key=lambda one: one.file)
    assert dated.edits == (Edit(3, "32nd of May", "2024-05-31"),)
    assert "2024-05-31" in dated.effect
    assert undated.edits == ()


def test_of_one_day_the_later_time_stands_first(site: Opened) -> None:
    times = {"a": "2024-01-01 9:05:00 +0100", "b": "2024-01-01 21:00:00", "c": "2024-01-01"}
    opened = site({f"_news/{name}.md": item(f"date: {time}") for name, time in times.items()})
    assert [found.key for found in opened.news] == ["_news/b", "_news/a", "_news/c"]


def test_items_of_the_future_are_shown(site: Opened) -> None:
    assert site({"_news/a.md": item("date: 9000-01-01")}).news[0].date == dt.date(9000, 1, 1)


def test_items_that_say_nothing_are_left_out(site: Opened) -> None:
    opened = site(
        {
            "_news/1.md": "<!--\n---\ndate: 2024-01-01\n---\nHidden.\n-->\n",
            "_news/2.md": item("date: 2024-01-01\ninline: true", "<!-- Hidden. --> <!-- Too. -->"),
            "_news/3.md": item("date: 2024-01-01\ninline: true", ""),
            "_news/4.md": item("date: 2024-01-01\ninline: true", "<!-- Hidden. --> Seen."),
        }
    )
    assert [found.key for found in opened.news] == ["_news/4"]
    assert [(problem.file, problem.severity) for problem in opened.problems] == [("_news/3.md", Severity.NOTE)]


def test_an_item_that_stands_for_a_page_elsewhere_links_to_it(site: Opened) -> None:
    front = "date: 2024-01-01\ninline: false\ntitle: Read this\nredirect: https://a.example/x/"
    (found,) = site({"_news/1.md": item(front, "")}).news
    assert (plain_text(found.title), text_of(found.blocks).strip()) == ("Read this", "a.example/x")
    assert [link.url for link in links(found.blocks)] == ["https://a.example/x/"]


@pytest.mark.parametrize(
    "data",
    [
        '- date: 2024-01-02\n  content: "**New** [paper](https://a.example)"\n- date: 2023-05-01\n  content: Old.\n',
        "- date: 2. January 2024\n  headline: New paper\n- headline: Old.\n  date: May 2023\n",
        "news:\n  - {date: 2024-01-02, text: New paper}\n  - {date: 2023-05-01, text: Old.}\n",
    ],
)
def test_news_of_a_data_file(site: Opened, data: str) -> None:
    opened = site({"_data/news.yml": data})
    assert [(found.date, text_of(found.blocks).strip()) for found in opened.news] == [
        (dt.date(2024, 1, 2), "New paper"),
        (dt.date(2023, 5, 1), "Old."),
    ]
    assert opened.problems == ()


def test_items_of_a_data_file_have_titles_links_and_lines(site: Opened) -> None:
    opened = site(
        {
            "_data/news.yml": "# ours\n- title: Prize\n  date: soon\n  description: We won.\n"
            "  url: https://a.example/p\n- Just text\n"
        }
    )
    said = [(plain_text(found.title), text_of(found.blocks).split(), found.date) for found in opened.news]
    assert said == [("", ["Just", "text"], None), ("Prize", ["We", "won.", "a.example/p"], None)]
    assert [(problem.file, problem.line) for problem in opened.problems] == [
        ("_data/news.yml", 3),
        ("_data/news.yml", None),
    ]


def test_a_folder_of_news_wins_over_the_data_file(site: Opened) -> None:
    opened = site({"_data/news.yml": "- date: 2024-01-02\n  content: x\n", "_news/a.md": item("date: 2024-01-01")})
    assert [found.key for found in opened.news] == ["_news/a"]
