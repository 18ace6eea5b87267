"""Emoji codes: all of GitHub's, and nothing that only looks like one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.emoji_codes import has_code, with_emoji

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (":tada: Hi :sparkles:", "🎉 Hi ✨"),
        (":+1: :-1: :100: :1st_place_medal:", "👍 👎 💯 🥇"),
        (":tada::sparkles:", "🎉✨"),
        ("done!:tada:", "done!🎉"),
        ("PhD:tada:", "PhD🎉"),
        (":White_Check_Mark:", "✅"),
        (":man_technologist: :us:", "👨‍💻 🇺🇸"),
        ("note: :bell: at 10:30", "note: 🔔 at 10:30"),
        (":nope:tada:", ":nope🎉"),
    ],
)
def test_codes(written: str, shown: str) -> None:
    assert with_emoji(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        "10:30:00",
        "1:x:2",
        "a:100:b",
        "std::tada::x",
        "tada::x",
        "https://a.b/c:tada:/d",
        "/:tada:/",
        ":no_such_code:",
        ": tada :",
        "a: b: c",
        ":::",
    ],
)
def test_what_is_no_code_stays(text: str) -> None:
    assert with_emoji(text) == text


@given(st.lists(st.sampled_from([":", "tada", "::", " ", "x", "+1", "://", "1"])).map("".join))
def test_only_codes_change(text: str) -> None:
    shown = with_emoji(text)
    assert has_code(text) or shown == text
    assert shown.replace("🎉", ":tada:").replace("👍", ":+1:").replace("❌", ":x:") == text


def test_a_flood_of_colons_is_looked_at_once() -> None:
    text = ":a" * 500_000 + ": :tada:"
    assert with_emoji(text).endswith("🎉")


def test_the_table_is_loaded_only_for_codes() -> None:
    code = (
        "import sys; from tui_home.text.emoji_codes import with_emoji as shown; shown('at 10:30 :a b');"
        "assert 'emoji' not in sys.modules; shown(':tada:'); assert 'emoji' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
