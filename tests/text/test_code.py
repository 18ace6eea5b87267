"""What in Markdown source is not prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.code import shielded


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in shielded(text).markup]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a `b` c", ["`b`"]),
        ("a ``b ` c`` d", ["``b ` c``"]),
        ("a ` b", []),
        ("a ` b\n\nc ` d", []),
        (r"a \`b` c `d` e", ["` c `"]),
        (r"a `b\` c", [r"`b\`"]),
        ("x\n```py\nb\n```\ny", ["```py\nb\n```"]),
        ("x\n```\nb\n````\ny", ["```\nb\n````"]),
        ("x\n````\nb\n```\ny", ["````\nb\n```\ny"]),
        ("~~~\nb", ["~~~\nb"]),
        ("> ```\n> b\n> ```\ny", ["> ```\n> b\n> ```"]),
        ("x\n\n    b\n\n    c\ny", ["    b\n", "    c\n"]),
        ("x\n    y", []),
        ("- x\n\n    y", []),
        ("- x\n\n      y", ["      y"]),
        ("a <b title='c'>d</b>", ["<b title='c'>", "</b>"]),
        ("1 < 2 and 3 > 2", []),
        ("a <!-- b\n\nc --> d", ["<!-- b\n\nc -->"]),
        ("$a$ and $$b\nc$$", ["$a$", "$$b\nc$$"]),
        ("costs $5 or $6", []),
        ("{% a %} {{ b }} {c}", ["{% a %}", "{{ b }}"]),
    ],
)
def test_what_is_shielded(text: str, code: list[str]) -> None:
    assert parts(text) == code


def test_only_code_is_code() -> None:
    text = "`a` <b> $c$"
    shield = shielded(text)
    assert [text[start:end] for start, end in shield.code] == ["`a`"]
    assert [position for position in range(len(text)) if shield.in_code(position)] == [0, 1, 2]


@given(st.lists(st.sampled_from([*"`~<>$ \n-a{}%", "```\n", "~~~", "    ", "<!--", "-->"])).map("".join))
def test_ranges_are_sorted_apart_and_the_rest_is_the_text_round_code(text: str) -> None:
    shield = shielded(text)
    for ranges in (shield.code, shield.markup):
        ends = [position for span in ranges for position in span]
        assert ends == sorted(ends)
        assert all(start < end <= len(text) for start, end in ranges)
    prose = sum(end - start for start, end in shield.around_code(len(text)))
    assert prose + sum(end - start for start, end in shield.code) == len(text)
