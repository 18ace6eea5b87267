from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.model.problem import Origin, Severity
from tui_home.sources.jekyll.yaml import Parsed, parse
from tui_home.sources.jekyll.yaml_values import Mapping

ORIGIN = Origin("_config.yml", 10)


def read(text: str) -> Parsed:
    return parse(text, ORIGIN)


def lines(parsed: Parsed) -> list[tuple[Severity, int | None]]:
    return [(problem.severity, problem.line) for problem in parsed.problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("text", "text"),
        ("'true'", "true"),
        ("yes", True),
        ("Off", False),
        ("~", None),
        ("", None),
        ("12", 12),
        ("0123", "0123"),
        ("1:30", "1:30"),
        ("1.10", "1.10"),
        ("2023-04-31", "2023-04-31"),
        ("2015-10-22 15:59:00-0400", "2015-10-22 15:59:00-0400"),
        ("9" * 5000, "9" * 5000),
        ("[a, 1, no]", ["a", 1, False]),
        ("!ruby/object:Foo text", "text"),
        ("!!str 12", "12"),
        ("naïve 👋", "naïve 👋"),
    ],
)
def test_a_value_means_what_its_owner_means(written: str, value: object) -> None:
    parsed = read(f"key: {written}\n")
    assert parsed.mapping == {"key": value}
    assert type(parsed.mapping["key"]) is type(value)
    assert parsed.problems == ()


def test_mappings_know_their_lines() -> None:
    mapping = read("# comment\na: 1\nb:\n  c: >\n    folded\n    text\n").mapping
    assert mapping.lines == {"a": 11, "b": 12}
    inner = mapping.mapping("b")
    assert inner.text("c") == "folded text"
    assert (inner.line("c"), inner.text_lines["c"]) == (13, 14)


def test_merges_and_aliases_are_followed() -> None:
    mapping = read("base: &base {a: 1, b: 2}\nown:\n  <<: *base\n  b: 3\n").mapping
    assert mapping.mapping("own") == {"a": 1, "b": 3}


def test_a_bomb_of_aliases_is_refused() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30))
    parsed = read(bomb)
    assert "beyond all bounds" in parsed.problems[0].message


@pytest.mark.parametrize("text", ["[" * 100_000, "{" * 100_000, "- " * 100_000, "a: " + "[" * 100_000])
def test_depth_is_bounded(text: str) -> None:
    assert "nested more than" in read(text).problems[0].message


def test_what_is_read_before_a_refusal_is_salvaged() -> None:
    parsed = read(f"title: kept\ndeep: {'[' * 1000}\n")
    assert parsed.mapping.text("title") == "kept"
    assert parsed.mapping.line("title") == 10


def test_of_two_equal_keys_the_last_wins() -> None:
    parsed = read("a: 1\nb: 2\na: 3\n")
    assert parsed.mapping == {"a": 3, "b": 2}
    assert lines(parsed) == [(Severity.WARNING, 12)]
    assert "“a” stands twice" in parsed.problems[0].message


@pytest.mark.parametrize("line", ["a: 1", "a:1", "a: >\n<p>", "<!-- x -->", "<<<<<<< x", "a: b: c", "a: 'x"])
def test_problems_of_one_file_are_bounded(line: str) -> None:
    assert len(read(f"{line}\n" * 5000).problems) < 100


@pytest.mark.parametrize(
    ("text", "mapping", "where"),
    [
        ("a: 1\ntitle: one: two\nb: 2\n", {"a": 1, "title": "one: two", "b": 2}, [(Severity.WARNING, 11)]),
        ("a: `x`\nb: @me\n", {"a": "`x`", "b": "@me"}, [(Severity.WARNING, 10), (Severity.WARNING, 11)]),
        ('a: "open\nb: 2\n', {"a": "open", "b": 2}, [(Severity.WARNING, 10)]),
        ('a: "one" two\nb: 2\n', {"a": 'one" two', "b": 2}, [(Severity.WARNING, 10)]),
        ("a: [1, 2\nb: 3\n", {"a": "[1, 2", "b": 3}, [(Severity.WARNING, 10)]),
        ("a: it's\nb: 'don't: x'\n", {"a": "it's", "b": "don't: x"}, None),
        ("a: 1\nloose words\nb: 2\n", {"a": 1, "b": 2}, [(Severity.ERROR, 11)]),
        ("a:\n\tb: 1\nc: 2\n", {"a": {"b": 1}, "c": 2}, [(Severity.WARNING, 11)]),
        ("a: 1\n<!-- comment -->\nb: 2\n", {"a": 1, "b": 2}, [(Severity.WARNING, 11)]),
        ("a: 1\n<!--\nb: 2\nc: 3 -->\nd: 4\n", {"a": 1, "d": 4}, [(Severity.WARNING, 11)]),
        ("a: 1 <!-- one -->\nb: 2\n", {"a": 1, "b": 2}, [(Severity.WARNING, 10)]),
        ("a: >\n  <!-- kept -->\nb: '<!-- kept -->'\n", {"a": "<!-- kept -->\n", "b": "<!-- kept -->"}, []),
        ("a:1\nb:two\n", {"a": 1, "b": "two"}, [(Severity.WARNING, 10), (Severity.WARNING, 11)]),
        ("a: >\n  b:c\nd: 'e:f'\nhttp://x: 1\n", {"a": "b:c\n", "d": "e:f", "http://x": 1}, []),
        ("a: 'it's'\nb: 2\n", {"a": "it's", "b": 2}, [(Severity.WARNING, 10)]),
        ("a: [x]%[y, z]\nb: 2\n", {"a": ["x"], "b": 2}, [(Severity.WARNING, 10)]),
        ("a:\n  b: 1\n    c: 2\n  d: 3\n", {"a": {"b": 1, "c": 2, "d": 3}}, [(Severity.WARNING, 12)]),
        ("a: >\n<p>x: y</p>\n<p>z</p>\nb: 2\n", {"a": "<p>x: y</p> <p>z</p>\n", "b": 2}, [(Severity.WARNING, 11)]),
        ("a:\n  b: |\n  one\n  two\nc: 3\n", {"a": {"b": "one\ntwo\n"}, "c": 3}, [(Severity.WARNING, 12)]),
        ("a: *none\nb: 2\n", {"a": "*none", "b": 2}, []),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", {"a": 2}, [(Severity.ERROR, 10), (Severity.WARNING, 13)]),
        ("a: x\0y\x1b\n", {"a": "xy"}, [(Severity.WARNING, 10)]),
    ],
)
def test_a_broken_line_costs_itself_at_most(
    text: str, mapping: dict[str, object], where: list[tuple[Severity, int]] | None
) -> None:
    parsed = read(text)
    if where is None:
        assert parsed.mapping["a"] == mapping["a"]
        assert parsed.problems
    else:
        assert parsed.mapping == mapping
        assert lines(parsed) == where


@given(
    st.lists(st.sampled_from(["a: 1", "b: two words", "c:\n  d: e", "f: [x, y]", "g: >\n  h: i\n  j"]), unique=True),
    st.sampled_from(["<!-- z: y -->", "z: x: y", "loose words", "[//]: # (z)", ")(", "z: 'y", '"', "@", "z: }{"]),
    st.integers(0, 5),
)
def test_a_broken_line_leaves_its_neighbours(pairs: list[str], broken: str, at: int) -> None:
    whole = read("\n".join(pairs) + "\n").mapping
    found = read("\n".join([*pairs[:at], broken, *pairs[at:]]) + "\n").mapping
    assert {key: found.get(key) for key in whole if key not in ("c", "g")} == {
        key: value for key, value in whole.items() if key not in ("c", "g")
    }
    assert set(whole) <= set(found)


def test_mending_says_how_the_file_is_mended() -> None:
    problems = read("a:1\nb: c: d\n").problems
    assert [(edit.line, edit.before, edit.after) for problem in problems for edit in problem.edits] == [
        (10, "a:1", "a: 1"),
        (11, "b: c: d", "b: 'c: d'"),
    ]


def test_what_is_no_mapping_is_an_error() -> None:
    parsed = read("- a\n- b\n")
    assert parsed.mapping == {}
    assert lines(parsed) == [(Severity.ERROR, 10)]


def test_nothing_is_nothing() -> None:
    assert read("") == Parsed(Mapping(), (), frozenset())
    assert read("# only a comment\n").problems == ()


@given(st.text(alphabet="ab:#-'\"[]{}&*!|>%@`\t\n ,?\\", max_size=80))
def test_no_text_raises(text: str) -> None:
    read(text)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text(max_size=30), max_size=5))
def test_quoted_texts_come_back_as_written(values: dict[str, str]) -> None:
    quoted = "".join(f"{key}: {_quoted(value)}\n" for key, value in values.items())
    assert read(quoted).mapping == values


def _quoted(text: str) -> str:
    return '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'


def test_values_are_read_as_what_is_asked_for() -> None:
    mapping = read("t: [a, 1, null]\nn: '12'\nno: 'False'\nyes: anything\nzero: 0\n").mapping
    assert mapping.texts("t") == ("a", "1")
    assert mapping.text("t") == "a 1"
    assert mapping.number("n") == 12
    assert mapping.number("t") is None
    assert [mapping.flag(key) for key in ("no", "yes", "missing", "zero")] == [False, True, False, True]
    assert mapping.mapping("n") == {}
