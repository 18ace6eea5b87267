from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.document.tokenizer import Kind, events


def brief(source: str) -> list[tuple[str, str]]:
    return [(event.kind.name, event.value) for event in events(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a<B>c</b >", [("TEXT", "a"), ("START", "b"), ("TEXT", "c"), ("END", "b")]),
        ("a<!-- <b> -->c", [("TEXT", "a"), ("COMMENT", "<!-- <b> -->"), ("TEXT", "c")]),
        ("<!DOCTYPE html>a", [("COMMENT", ""), ("TEXT", "a")]),
        ("a <b", [("TEXT", "a <b")]),
        ("1 < 2 <3", [("TEXT", "1 < 2 <3")]),
        ("<a b='>'>c", [("START", "a"), ("TEXT", "c")]),
        ("<script>a</b></SCRIPT>c", [("START", "script"), ("TEXT", "a</b>"), ("END", "script"), ("TEXT", "c")]),
        ("<!--a", [("UNCLOSED", "comment"), ("TEXT", "a")]),
        ("&lt;b&gt;", [("TEXT", "<b>")]),
    ],
)
def test_events(source: str, expected: list[tuple[str, str]]) -> None:
    assert brief(source) == expected


@pytest.mark.parametrize(
    ("source", "attributes", "empty"),
    [
        ("<a b=c d='e f' G=\"h\" i>", {"b": "c", "d": "e f", "g": "h", "i": ""}, False),
        ("<a href=https://b.c/>", {"href": "https://b.c/"}, False),
        ('<a b="c"/>', {"b": "c"}, True),
        ("<br/>", {}, True),
        ("<a b='1' b='2' c='&amp;'>", {"b": "1", "c": "&"}, False),
    ],
)
def test_attributes(source: str, attributes: dict[str, str], *, empty: bool) -> None:
    (event,) = events(source)
    assert (dict(event.attributes), event.empty) == (attributes, empty)


@given(st.text("<>/!-ab ='\"&;script", max_size=60))
def test_events_cover_the_source_in_order(source: str) -> None:
    position = 0
    for event in events(source):
        assert event.start >= position
        if event.kind is Kind.TEXT:
            assert event.end > event.start
        position = event.end
    assert position <= len(source)
