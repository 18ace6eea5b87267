from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.output.encodable import encodable


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        ("plain", "ascii", "plain"),
        ("Gusmão – “x” … ─━", "ascii", 'Gusmao - "x" ... --'),
        ("Gusmão – x", "latin-1", "Gusmão - x"),
        ("Straße 你好 \ue000", "ascii", "Strasse Ni Hao ?"),
        ("a\u00a0b · c", "ascii", "a b | c"),
        ("Gusmão – 👋", "utf-8", "Gusmão – 👋"),
        ("é", "no-such-encoding", "e"),
        ("€", "cp1252", "€"),
        ("水車 é ▸", "shift-jis", "水車 e >"),
    ],
)
def test_signs_become_what_the_stream_can_say(text: str, encoding: str, said: str) -> None:
    assert encodable(text, encoding) == said


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp1252", "cp437", "shift-jis", "utf-8"]))
def test_the_stream_can_say_whatever_comes_out(text: str, encoding: str) -> None:
    encodable(text, encoding).encode(encoding)
