from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from tui_home.document.walk import text_of
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
        ("x.md", "date: 2023-04-31", dt.date(2023, 4, 30), 0),
        ("x.md", "date: 2021-04-29 21:30:00-00s00", dt.date(2021, 4, 29), 0),
    ],
)
def test_the_date_is_the_front_matters_or_the_file_names(
    site: Opened, name: str, front: str, date: dt.date | None, problems: int
) -> None:
    opened = site({f"_news/{name}": item(front)})
    assert opened.news[0].date == date
    assert len(opened.problems) == problems
    assert all(problem.file == f"_news/{name}" and problem.severity is Severity.WARNING for problem in opened.problems)


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
