from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.model.problem import Edit, Origin, Severity
from tui_home.sources.jekyll.bibliography.records import Bibliography, parse

ORIGIN = Origin("papers.bib", 3)


def read(text: str) -> Bibliography:
    return parse(text, ORIGIN)


def keys(found: Bibliography) -> list[str]:
    return [record.key for record in found.records]


def test_fields_are_kept_as_written() -> None:
    (record,) = read('@InProceedings{Key:1,\n  Title = {A {B}},\n  year=2024,\n month = "oct"\n}').records
    assert (record.type, record.key, record.origin.line) == ("InProceedings", "Key:1", 3)
    assert record.fields == (("Title", "{A {B}}"), ("year", "2024"), ("month", '"oct"'))
    assert record.raw("title") == "{A {B}}"


@pytest.mark.parametrize("word", ["@comment", "@Comment", "@COMMENT  "])
def test_entries_in_a_comment_are_left_out(word: str) -> None:
    found = read(f"{word}{{\n@article{{a, title={{A}}}}\n}}\n\n@article{{b, title={{B}}}}")
    assert keys(found) == ["b"]
    assert found.problems == ()
    assert found.records[0].origin.line == 7


@pytest.mark.parametrize(
    "text",
    [
        "% @article{a, title={A}}\n@article{b, title={B}}",
        "%@article{a,\n%  title={A}\n%}\n@article{b, title={B}}",
        "@article{b,\n  % abbr={X},\n  title={B} % and why\n}",
        "@article{b, title={B}, % why\n}",
    ],
)
def test_what_stands_behind_a_percent_sign_is_no_entry_and_no_field(text: str) -> None:
    (record,) = read(text).records
    assert (record.key, record.fields) == ("b", (("title", "{B}"),))


def test_a_percent_sign_within_a_value_is_text() -> None:
    (record,) = read("@article{b, abstract={up to 5\n% of it}, note={100% sure}}").records
    assert record.fields == (("abstract", "{up to 5\n% of it}"), ("note", "{100% sure}"))


def test_entries_that_only_give_others_their_fields_are_no_papers() -> None:
    found = read("@xdata{x, publisher={P}}\n@control{c, a={1}}\n@article{b, title={B}}")
    assert keys(found) == ["b"]
    assert [record.key for record in found.data] == ["x", "c"]


@given(st.text(alphabet='{}"=,\\ \nab@', max_size=60))
def test_a_broken_entry_never_costs_its_neighbours(inside: str) -> None:
    lines = inside.replace("@", "")
    found = read(f"@article{{a, title={{A}}}}\n@misc{{x,\n {lines}\n\n@article{{b, title={{B}}}}\n")
    assert keys(found)[0] == "a"
    assert keys(found)[-1] == "b"


def test_a_key_may_stand_on_the_next_line_and_the_delimiters_may_be_round() -> None:
    assert keys(read("@article{\n  a,\n title={A}}\n@book(b, title = {B})")) == ["a", "b"]


def test_equal_keys_are_both_kept() -> None:
    found = read("@article{a, title={A}}\n@article{a, title={B}}")
    assert keys(found) == ["a", "a"]
    assert [(problem.severity, problem.line) for problem in found.problems] == [(Severity.WARNING, 4)]


def test_of_a_field_given_twice_the_last_counts() -> None:
    found = read("@article{a, year={1}, title={A}, Year={2}}")
    assert found.records[0].fields == (("Year", "{2}"), ("title", "{A}"))
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("broken", "fields"),
    [
        ("@article{a,\n  title = {Open,\n  year = {2024}\n", ("title", "year")),
        ("@article{a,\n  title = {A},\n  year = 2024\n", ("title", "year")),
        ('@article{a,\n  title = "Open,\n  year = 2024\n}', ("title", "year")),
        ("@article{a,\n  title = Open},\n  year = {2024}\n}", ("title", "year")),
        ("@article{a,\n  title {Open},\n  year = {2024}\n}", ("title", "year")),
        ("@article{a,\n  title = {A} b},\n  year = {2024}\n}", ("title", "year")),
        ("@article{a,\n  title = {A,\n  abstract = {B}}\n}\n", ("title", "abstract")),
        ("@article{a,, title = {A}, year = 2024}", ("title", "year")),
        ("@article{a title = {A}, year: {2024}}", ("title", "year")),
        ("@article{\n  title = {A},\n  year = {2024}\n}", ("title", "year")),
    ],
)
def test_a_broken_entry_is_shown_as_far_as_it_goes_and_spoils_no_neighbour(
    broken: str, fields: tuple[str, ...]
) -> None:
    found = read(f"@article{{before, title={{B}}}}\n{broken}\n@article{{after, title={{C}}}}\n")
    assert [record.key for record in found.records][::2] == ["before", "after"]
    assert tuple(name for name, _ in found.records[1].fields) == fields
    assert [(problem.severity, problem.line) for problem in found.problems] == [(Severity.ERROR, 4)]


def test_what_cannot_be_saved_is_said() -> None:
    found = read("@article{a title no comma}\n@article{,,}\n@article{b, title={B}}")
    assert keys(found)[-1] == "b"
    assert found.problems


def test_a_missing_comma_costs_nothing() -> None:
    found = read("@article{a,\n  title = {A}\n  year = {2024},\n  note = {n}}")
    assert [name for name, _ in found.records[0].fields] == ["title", "year", "note"]
    assert [(problem.severity, problem.line) for problem in found.problems] == [(Severity.WARNING, 4)]


def test_a_misspelt_field_is_taken_for_what_was_meant() -> None:
    found = read("@article{a, auhor={Ann Doe}, title={A}, keywords={k}, mytitle={x}}")
    assert found.records[0].raw("author") == "{Ann Doe}"
    assert ["auhor" in problem.message for problem in found.problems] == [True]


def test_a_misspelt_field_is_mended_on_its_own_line_unless_the_right_one_is_there() -> None:
    (problem,) = read("@article{a,\n  title={A},\n  auhor={Ann Doe}\n}").problems
    assert (problem.line, problem.edits) == (5, (Edit(5, "auhor", "author"),))
    (problem,) = read("@article{a,\n  auhor={Ann Doe},\n  author={Bea Doe}\n}").problems
    assert problem.edits == ()


def test_what_is_not_listed_is_mended_nevertheless() -> None:
    problems = read("".join(f"@article{{a{number},\n auhor={{Ann Doe}}}}\n" for number in range(150))).problems
    assert len(problems) == 101
    assert sum(len(problem.edits) for problem in problems) == 150


def test_nothing_is_written_to_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    handler = logging.StreamHandler()
    logging.getLogger().addHandler(handler)
    try:
        read("@article{a, title = {open\n@article{b, title={B}}")
    finally:
        logging.getLogger().removeHandler(handler)
    assert capfd.readouterr() == ("", "")


@given(st.text(alphabet='@{}()",=#\\a1 \n', max_size=80))
def test_no_text_raises(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    "part", ["@comment{", "@a{", "@a{\n", "@", "{", "@a{b,c=", "@a{b,c={", "@a{b,c={\n", "e=3 ", "\n%@a{"]
)
def test_hostile_text_costs_bounded_work_and_few_problems(part: str) -> None:
    found = read(part * 6_000)
    assert len(found.problems) <= 101
    assert len(found.records) <= 20_000


def test_very_many_entries_are_cut_off_with_a_problem() -> None:
    found = read("".join(f"@a{{k{number}, year={{1}}}}\n" for number in range(20_001)))
    assert len(found.records) == 20_000
    assert "more than 20000 entries" in found.problems[0].message
