"""What a real terminal, tmux, says about the widths that we count on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tui_home.text.width import cell_width, drawable

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

CLUSTERS = (
    *(
        "plain",
        "naïve",
        "…",
        "—",
        "─",
        "▌",
        "★",
        "→",
        "✓",
        "①",
        "☀",
        "☀\ufe0f",
        "🛡",
        "🛡\ufe0f",
        "❤\ufe0f",
        "©\ufe0f",
        "™\ufe0f",
    ),
    *(
        "1\ufe0f\u20e3",
        "#\ufe0f\u20e3",
        "👋",
        "🔐",
        "🚀",
        "🧗",
        "👍🏽",
        "🧗🏽\u200d♀\ufe0f",
        "👩\u200d💻",
        "🧑🏽\u200d🎓",
    ),
    *(
        "👨\u200d👩\u200d👧\u200d👦",
        "🏳\ufe0f\u200d🌈",
        "❤\ufe0f\u200d🔥",
        "🇬🇧",
        "🇬🇧🇩🇪",
        "🇬",
        "🏴\U000e0067\U000e0062\U000e007f",
    ),
    *(
        "☰",
        "☷",
        "㉈",
        "日本語",
        "한글",
        "\u1112\u1161\u11ab",
        "ｶﾞ",
        "\u3000",
        "葛\U000e0100",
        "e\u0301",
        "e" + "\u0301" * 30,
    ),
    *("ế", "שלום", "שָׁ", "مُحَمَّد", "لا", "می\u200cخواهم", "a\u200db", "ที่", "กำ", "नमस्ते", "क्\u200dष"),
    *("𝒪", "𝔸", "ﬁ", "㎏", "℃", "⟨x⟩", "\u0378", "�"),
)
EXCEPTIONS = ("क्षि", "தமிழ்", "বাংলা", "ខ្មែរ")
"""Spacing vowel signs: of no width to Rich, one cell wide to the C library that tmux 3.3a asks."""

PROBE = """
import json, os, re, sys, termios, tty
texts = json.loads(open(sys.argv[1]).read())
tty.setraw(0)
termios.tcflush(0, termios.TCIFLUSH)
columns, seen = [], b""
for text in texts:
    os.write(1, b"\\x1b[2J\\x1b[H|" + text.encode() + b"\\x1b[6n")
    while not (answer := re.search(rb"\\x1b\\[\\d+;(\\d+)R", seen)):
        seen += os.read(0, 1024)
    seen = seen[answer.end():]
    columns.append(int(answer[1]) - 2)
open(sys.argv[2], "w").write(json.dumps(columns))
"""


def cells_in_tmux(texts: list[str], folder: Path) -> list[int]:
    """Return how many columns tmux moves its cursor for each text."""
    probe, asked, answered = folder / "probe.py", folder / "asked.json", folder / "answered.json"
    probe.write_text(PROBE)
    asked.write_text(json.dumps(texts))
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "TMUX": ""}
    tmux = ["tmux", "-u", "-L", f"tui-home-width-{os.getpid()}", "-f", os.devnull]
    shell = f"'{sys.executable}' '{probe}' '{asked}' '{answered}'; {' '.join(tmux)} wait-for -S measured"
    # In one go: the server ends with its only session, unless somebody waits already.
    begin = "new-session", "-d", "-x", "80", "-y", "5", shell, ";", "wait-for", "measured"
    subprocess.run([*tmux, *begin], env=environment, check=True, timeout=60)
    cells: list[int] = json.loads(answered.read_text())
    return cells


def test_tmux_draws_as_wide_as_we_count_but_for_the_known_exceptions(tmp_path: Path) -> None:
    drawn = [drawable(text) for text in (*CLUSTERS, *EXCEPTIONS)]
    measured = cells_in_tmux(drawn, tmp_path)
    disputed = {text for text, cells in zip(drawn, measured, strict=True) if cells != cell_width(text)}
    assert disputed <= {drawable(text) for text in EXCEPTIONS}
