"""JSON with comments and commas too many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.sources.folder import Source
from tui_home.sources.jekyll.cv.forgiving_json import parse


def problems(text: str) -> list[int | None]:
    return [problem.line for problem in parse(Source("r.json", text)).problems]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": ["b"]}',
        '\ufeff{"a": ["b"],}',
        '{"a": ["b", ], // c "d": 1\n}',
        '/* "x": 1, */ {"a": ["b"] /*,*/ , }',
        '{"a": ["b"]} // end',
    ],
)
def test_comments_and_commas_are_forgiven(text: str) -> None:
    assert parse(Source("r.json", text)).mapping == {"a": ["b"]}
    assert problems(text) == []


def test_what_looks_like_a_comment_in_a_text_is_text() -> None:
    text = '{"a": "https://x.example/*,]", "b": "\\"// ,}"}'
    assert parse(Source("r.json", text)).mapping == {"a": "https://x.example/*,]", "b": '"// ,}'}


def test_numbers_stay_as_written() -> None:
    text = f'{{"a": 3.90, "b": 7, "c": 1{"0" * 5000}, "d": NaN}}'
    assert parse(Source("r.json", text)).mapping == {"a": "3.90", "b": 7, "c": "1" + "0" * 5000, "d": "NaN"}


def test_a_key_that_stands_twice_is_a_problem() -> None:
    assert len(problems('{"a": 1, "a": 2}')) == 1


def test_a_missing_comma_is_a_problem_at_its_line_and_costs_nothing() -> None:
    parsed = parse(Source("r.json", '{\n  "a": "b",\n  "c": "d"\n  "e": [{} {}]\n}\n'))
    assert parsed.mapping == {"a": "b", "c": "d", "e": [{}, {}]}
    assert [problem.line for problem in parsed.problems] == [3, 4]


def test_what_is_nearly_json_is_read_as_far_as_it_goes() -> None:
    parsed = parse(Source("r.json", "{\n  'a': 'b',\n  c: d\n}\n"))
    assert parsed.mapping == {"a": "b", "c": "d"}
    assert [problem.line for problem in parsed.problems] == [2]


@pytest.mark.parametrize(
    "text", ["", "<html></html>", "[1, 2]", "null", "not: json", '{"a": ', "[" * 100_000, "/*" * 1000]
)
def test_what_is_no_json_is_a_problem(text: str) -> None:
    parsed = parse(Source("r.json", text))
    assert parsed.problems


@given(st.text())
def test_any_text_can_be_tried(text: str) -> None:
    parse(Source("r.json", text))


@pytest.mark.parametrize("piece", ['"', "/*", "//", ",", "{", '"a":', "\\", ", ", '"\\'])
def test_a_megabyte_of_anything_takes_linear_time(piece: str) -> None:
    parse(Source("r.json", piece * (1_000_000 // len(piece))))
