from __future__ import annotations

import datetime as dt
import json as json_module
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from tui_home.model.blocks import Paragraph
from tui_home.model.collections import Article, Cv, CvEntry, CvPart, Fact, Repository
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.look import Look
from tui_home.model.site import Site
from tui_home.output.json import json
from tui_home.output.text import text
from tui_home.sections import SECTIONS, Section

ARTICLE: dict[str, Any] = {
    "key": str, "title": str, "date": (str, type(None)), "summary": str, "group": str, "tags": [str], "minutes": int,
    "facts": [{"name": str, "text": str}], "url": str,
}  # fmt: skip
CV = {
    "url": str,
    "parts": [
        {
            "title": str,
            "entries": [{"when": str, "title": str, "subtitle": str, "place": str, "text": str}],
            "text": str,
        }
    ],
}
SHAPE: dict[str, Any] = {
    "format": str,
    "version": int,
    "site": {"title": str, "name": str, "language": str, "revision": str},
    "sections": [{"id": str, "title": str, "text": str, "links": [{"label": str, "url": str}]}],
    "contact": {"emails": [str], "links": [{"kind": str, "label": str, "url": str}]},
    "news": [{"date": (str, type(None)), "title": str, "text": str}],
    "publications": [
        {
            "key": str, "type": str, "title": str, "authors": [str], "venue": str, "year": (int, type(None)),
            "links": [{"label": str, "url": str}], "selected": bool,
        }
    ],
    "cv": (dict, type(None)),
    "projects": [ARTICLE],
    "posts": [ARTICLE],
    "courses": [ARTICLE],
    "repositories": [{"name": str, "url": str, "user": bool}],
    "problems": [{"severity": str, "file": str, "line": (int, type(None)), "message": str, "hint": str}],
}  # fmt: skip


def assert_shaped(value: object, shape: object, where: str = "") -> None:
    if isinstance(shape, dict):
        assert isinstance(value, dict), where
        assert value.keys() == shape.keys(), where
        for key, inner in shape.items():
            assert_shaped(value[key], inner, f"{where}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        for each in value:
            assert_shaped(each, shape[0], f"{where}[]")
    else:
        assert isinstance(shape, type | tuple)
        assert isinstance(value, shape), where


def parsed(site: Site, sections: Sequence[Section] = SECTIONS[:4], width: int = 80) -> dict[str, Any]:
    written: dict[str, Any] = json_module.loads(json(site, sections, width))
    return written


@pytest.mark.parametrize("name", ["packaged", "site"])
def test_it_has_the_documented_shape(name: str, request: pytest.FixtureRequest) -> None:
    written = parsed(request.getfixturevalue(name))
    assert_shaped(written, SHAPE)
    assert (written["format"], written["version"]) == ("tui-home", 1)
    assert [section["id"] for section in written["sections"]] == ["about", "news", "papers", "contact"]


def test_the_packaged_homepage_says_how_to_reach_its_owner(packaged: Site) -> None:
    contact = parsed(packaged)["contact"]
    assert contact["emails"] == ["wz341@cam.ac.uk", "zhaowrenee@gmail.com"]
    assert contact["links"][0] == {"kind": "meeting", "label": "Calendly", "url": "https://calendly.com/wanru-zhao"}


def test_dates_are_iso_and_missing_ones_null(site: Site) -> None:
    news = parsed(site)["news"]
    assert [item["date"] for item in news] == ["2024-02-01", None]
    assert dt.date.fromisoformat(news[0]["date"]) == dt.date(2024, 2, 1)
    assert news[0]["title"] == "A title"
    assert news[0]["text"] == "The body."


def test_publications_name_all_authors_and_their_links(site: Site) -> None:
    first, second = parsed(site)["publications"]
    assert first["authors"] == ["Ada Love", "B. Byte"]
    assert first["links"] == [{"label": "DOI", "url": "https://doi.org/10.1/x"}]
    assert (first["title"], first["year"], first["selected"]) == ("On <things>", 2024, True)
    assert (second["year"], second["venue"], second["links"]) == (None, "", [])


def test_problems_say_where(site: Site) -> None:
    warning, error = parsed(site)["problems"]
    assert warning == {
        "severity": "warning", "file": "_pages/about.md", "line": 3, "message": "x → y", "hint": "mend it"
    }  # fmt: skip
    assert (error["severity"], error["line"]) == ("error", None)


def test_what_leads_nowhere_is_no_link(site: Site) -> None:
    assert [link["kind"] for link in parsed(site)["contact"]["links"]] == ["github"]


def test_only_the_sections_asked_for_are_there_and_everything_else_is(site: Site) -> None:
    whole, part = parsed(site), parsed(site, SECTIONS[2:3])
    assert [section["id"] for section in part.pop("sections")] == ["papers"]
    del whole["sections"]
    assert part == whole


def test_a_sections_text_is_what_text_prints_of_it(packaged: Site) -> None:
    section = SECTIONS[1]
    written = parsed(packaged, [section], 50)["sections"][0]["text"]
    printed = text(packaged, [section], 50)
    assert written.split("report")[0] in printed
    assert "[1]" not in written


def test_without_unicode_it_is_ascii_and_says_the_same(site: Site) -> None:
    plain = json(site, SECTIONS[:4], 80, Look(unicode=False))
    assert plain.isascii()
    assert json_module.loads(plain) == parsed(site)


def test_no_control_gets_through(site: Site) -> None:
    hostile = replace(site, title="a\x1b[2Jb\x9b\u202e\x00c")
    written = json(hostile, SECTIONS, 80)
    assert not any((ord(sign) < 0x20 and sign != "\n") or 0x7F <= ord(sign) < 0xA0 for sign in written)
    assert "\u202e" not in written


def test_what_lies_beyond_the_first_sections_has_members_of_its_own(site: Site) -> None:
    post = Article(
        "_posts/2024-02-01-weirs", (Span("On weirs"),), (Paragraph((Span("Long text."),)),), "/weirs/",
        "https://a.example/weirs/", (Span("About "), Span("weirs")), dt.date(2024, 2, 1), "", ("water",), 3,
    )  # fmt: skip
    course = Article("_teachings/water", (Span("Water"),), group="Fall 2024", facts=(Fact("Room", "7"),))
    entry = CvEntry("e1", "2019 – 2023", (Span("PhD"),), (Span("Brookham"),), "Brookham", post.blocks)
    cv = Cv((CvPart("Education", (entry,), post.blocks),), Link(LinkKind.WEB, "PDF", "https://a.example/cv.pdf"))
    repository = Repository("ada/weir", "https://github.com/ada/weir")
    written = parsed(replace(site, posts=(post,), courses=(course,), repositories=(repository,), cv=cv))
    assert_shaped(written, SHAPE)
    assert_shaped(written["cv"], CV)
    assert written["posts"][0] == {
        "key": "_posts/2024-02-01-weirs", "title": "On weirs", "date": "2024-02-01", "summary": "About weirs",
        "group": "", "tags": ["water"], "minutes": 3, "facts": [], "url": "https://a.example/weirs/",
    }  # fmt: skip
    assert written["courses"][0]["facts"] == [{"name": "Room", "text": "7"}]
    assert written["cv"]["parts"][0]["entries"][0]["text"] == "Long text."
    assert written["repositories"] == [{"name": "ada/weir", "url": "https://github.com/ada/weir", "user": False}]
