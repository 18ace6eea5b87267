from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.sources.jekyll.bibliography.salvage import has_field, salvaged, swallows


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        ("@article{k,\n title = {A,\n year = {2024}\n}", [("title", "{A}"), ("year", "{2024}")]),
        ("@article{k,\n title = A b},\n year = {2024}\n}", [("title", "{A b}"), ("year", "{2024}")]),
        ('@article{k,\n title = "A {B},\n year = 2024\n}', [("title", "{A {B}}"), ("year", "2024")]),
        ("@article{k,\n title = {A {B},\n year = 2024\n}", [("title", "{A {B}}"), ("year", "2024")]),
        ("@article{k, title = {A}, year = 2024", [("title", "{A}"), ("year", "2024")]),
        ('@article(k, title = "A" # b, year = 2024)', [("title", '"A" # b'), ("year", "2024")]),
        ("@article{k,\n note = {a = b},\n title {A}\n}", [("note", "{a = b}"), ("title", "{A}")]),
    ],
)
def test_each_field_ends_where_the_next_begins(block: str, fields: list[tuple[str, str]]) -> None:
    found = salvaged(block)
    assert found is not None
    assert (found.type, found.key) == ("article", "k")
    assert [(name, raw) for name, raw, _ in found.fields] == fields


def test_without_any_field_there_is_no_entry() -> None:
    assert salvaged("@article{key, and nothing else}") is None
    assert salvaged("no entry") is None


def test_a_value_swallows_only_what_its_braces_hold() -> None:
    assert swallows("{A,\n year = {2024}}")
    assert not swallows("{A}\n year = {2024}")
    assert not swallows("{A, with x = {2}}")


def test_a_field_is_seen_only_at_the_beginning_of_a_line() -> None:
    assert has_field("b},\n year = {2024}")
    assert not has_field("so that x = 3")


@given(st.text(alphabet='{}"=,\\\n ab@', max_size=80))
def test_any_block_is_read(text: str) -> None:
    salvaged("@a{k," + text)
    salvaged(text)


@pytest.mark.parametrize("part", ["a={\n", "a=", '"', "{", "}", "a={b},", "\n", " "])
def test_a_long_block_costs_bounded_work(part: str) -> None:
    found = salvaged("@a{k," + part * (60_000 // len(part)))
    assert found is None or len(found.fields) <= 200
