from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.sources.decode import BinaryError, decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("naïve 👋".encode(), "naïve 👋"),
        (codecs.BOM_UTF8 + b"---\n", "---\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
    ],
)
def test_utf8_is_read_without_a_word(data: bytes, text: str) -> None:
    decoded = decode(data)
    assert decoded.text == text
    assert decoded.encoding == ""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_is_believed(encoding: str) -> None:
    decoded = decode("\ufeffnaïve\r\n👋".encode(encoding))
    assert decoded.text == "naïve\n👋"
    assert decoded.encoding == encoding.upper()[:6]


def test_latin_1_is_read_as_windows_1252_and_says_where_it_begins() -> None:
    decoded = decode("ok\nnaïve – “x”".encode("cp1252"))
    assert decoded.text == "ok\nnaïve – “x”"
    assert (decoded.encoding, decoded.line) == ("Windows-1252", 2)


def test_one_stray_byte_leaves_the_utf8_round_it_alone() -> None:
    assert decode("é ".encode() + b"\xe9 \x81 " + "👋".encode()).text == "é é \x81 👋"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0", b"text\0"])
def test_nul_means_binary(data: bytes) -> None:
    with pytest.raises(BinaryError):
        decode(data)


@given(st.binary(max_size=200))
def test_any_bytes_become_text_or_are_binary(data: bytes) -> None:
    try:
        text = decode(data).text
    except BinaryError:
        assert b"\0" in data
    else:
        text.encode()
        assert "\r" not in text
