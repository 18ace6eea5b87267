from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.sources.jekyll.bibliography.values import cut, fields_of, strings_of, text_of, written

STRINGS = {"acm": "ACM {Press}", "conf": "Conf"}


@pytest.mark.parametrize(
    ("raw", "text", "bibtex"),
    [
        ("{A {B} c}", "A {B} c", "{A {B} c}"),
        ('"A {"}quoted{"} c"', 'A {"}quoted{"} c', '"A {"}quoted{"} c"'),
        ("{two\n   lines}", "two lines", "{two\n   lines}"),
        ("2024", "2024", "2024"),
        ("oct", "oct", "oct"),
        ("oct # {-} # nov", "oct-nov", "oct # {-} # nov"),
        ("acm", "ACM {Press}", "{ACM {Press}}"),
        ("ACM", "ACM {Press}", "{ACM {Press}}"),
        ('conf # " 2024"', "Conf 2024", "{Conf 2024}"),
        ("unknown", "unknown", "{unknown}"),
        ('1 # "~" # jan # conf', "1~janConf", "1 # {~} # jan # {Conf}"),
        ("true", "true", "{true}"),
        ("{\\{escaped}", "\\{escaped", "{\\{escaped}"),
        ("{open", "open", "{open"),
        ("", "", "{}"),
    ],
)
def test_a_value_is_read_and_written_again(raw: str, text: str, bibtex: str) -> None:
    assert text_of(raw, STRINGS) == text
    assert written(raw, STRINGS) == bibtex


def test_strings_are_made_of_earlier_ones() -> None:
    strings = strings_of((("a", '"A"'), ("B", "{B} # a"), ("c", "later"), ("later", "{x}")))
    assert strings == {"a": "A", "b": "BA", "c": "later", "later": "x"}


def test_strings_cannot_grow_without_bound() -> None:
    doubling = tuple((f"s{n}", f"s{n - 1} # s{n - 1}") for n in range(1, 40))
    strings = strings_of((("s0", "{xxxxxxxx}"), *doubling))
    assert max(len(text) for text in strings.values()) <= 1 << 16


def test_fields_glued_by_a_missing_comma_are_parted() -> None:
    assert fields_of("title", "{A, b = c}\n  year = {2024}\n  month = oct") == (
        ("title", "{A, b = c}"),
        ("year", "{2024}"),
        ("month", "oct"),
    )
    assert fields_of("title", "{A}") == (("title", "{A}"),)
    assert fields_of("title", "{A} stray") == (("title", "{A} stray"),)


@given(st.text(alphabet='{}"#\\a1 ,=\n', max_size=40))
def test_any_value_is_read(raw: str) -> None:
    text_of(raw, STRINGS)
    written(raw, STRINGS)
    fields_of("name", raw)
    assert 0 <= cut(raw).end <= len(raw)
