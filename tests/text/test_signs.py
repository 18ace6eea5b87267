"""The signs that lines begin with."""

from __future__ import annotations

import pytest

from tui_home.text.signs import leading_sign


@pytest.mark.parametrize(
    "sign",
    [
        "🔐",
        "🛡",
        "🛡\ufe0f",
        "🚀",
        "❤\ufe0f",
        "👍🏽",
        "👩\u200d💻",
        "🧑🏽\u200d🎓",
        "🏳\ufe0f\u200d🌈",
        "🇬🇧",
        "🏴\U000e0067\U000e0062\U000e007f",
        "1\ufe0f\u20e3",
        "✓",
        "✔",
        "✗",
        "★",
        "☆",
        "→",
        "⇒",
        "⟶",
        "➤",
        "▪",
        "▸",
        "●",
        "○",
        "◆",
        "■",
        "☐",
        "①",
        "•",
        "‣",
        "·",
        "–",
        "—",
        "†",
        "ℹ",
    ],
)
def test_signs(sign: str) -> None:
    assert leading_sign(f"{sign} safety first") == sign


def test_pictures_need_no_blank_after_them_and_may_be_indented() -> None:
    assert leading_sign("🛡safety") == "🛡"
    assert leading_sign("  🛡 safety") == "🛡"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "word",
        "été",
        "1 one",
        "1. one",
        "# heading",
        "- item",
        "* item",
        "+ item",
        "> quote",
        "[link](x)",
        "© 2024",
        "® x",
        "½ x",
        "•dense",
        "–dash",
        "»quote«",
        "«quote»",
        "“quote”",
        "$5",
        "% x",
        "∑ x",
        "√2 is",
        "中文",
        "a • b",
    ],
)
def test_what_is_no_sign(line: str) -> None:
    assert leading_sign(line) == ""


def test_the_three_aims_of_the_owners_page_begin_with_signs_once_healed() -> None:
    assert [leading_sign(line) for line in ("🔐 privacy and security", "🛡 safety (x) ", "🚀 efficiency: y")] == [
        "🔐",
        "🛡",
        "🚀",
    ]
