"""Codes of languages, with a country and without."""

from __future__ import annotations

import pytest

from tui_home.text.languages import known_as


@pytest.mark.parametrize(
    ("code", "known", "found"),
    [
        ("en", ("fr", "en-us"), "en-us"),
        ("en-US", ("en",), "en"),
        ("en-gb", ("en-us",), ""),
        ("", ("en",), ""),
        ("e", ("en",), ""),
        ("zh_CN", ("zh-cn", "zh"), "zh-cn"),
    ],
)
def test_a_code_may_be_wider_or_narrower(code: str, known: tuple[str, ...], found: str) -> None:
    assert known_as(code, known) == found
