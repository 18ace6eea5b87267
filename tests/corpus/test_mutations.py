"""Real files damaged at random, always in the same way: never a crash, never a hang."""

from __future__ import annotations

import faulthandler
import os
import random
from functools import cache
from pathlib import Path

import pytest

from tests.corpus.conftest import FOLDERS
from tui_home.output.text import text
from tui_home.sections import sections_of
from tui_home.sources import open_site

_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
_ROUNDS = 400 if _LONG else 16
_PARTS = 16
_LARGEST = 60_000
"""Bytes of a file that is damaged: each is read and laid out anew."""
_HANG = 120.0
"""Seconds after which a reading that takes milliseconds counts as one that never ends."""


def damaged(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """Return `data` with some bytes flipped, a piece cut out, or a piece of another file put in."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.randint(1, 400))
        kind = chance.randrange(5)
        if kind == 0:
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        elif kind == 1:
            data = data[:at] + data[end:]
        elif kind == 2:
            start = chance.randrange(len(other) + 1)
            data = data[:at] + other[start : start + chance.randint(1, 400)] + data[at:]
        elif kind == 3:
            data = data[:at] + data[at:end] * chance.randint(2, 20) + data[end:]
        else:
            data = (
                data[:at]
                + chance.choice([b"{", b"}", b"---\n", b"{%", b"{{", b"\x1b]8;;", b"\xff", b"\r", b'"', b"$"])
                + data[at:]
            )
    return data


@pytest.mark.skipif(not FOLDERS, reason="../shared/sites is not here")
@pytest.mark.parametrize("part", range(_PARTS))
def test_a_damaged_site_still_reads(part: int, tmp_path: Path) -> None:
    chance = random.Random(part)  # noqa: S311 - repeatable, not secret
    files = _texts()
    faulthandler.dump_traceback_later(_HANG, exit=True)
    try:
        for number in range(_ROUNDS):
            root = tmp_path / str(number)
            for path, other in ((chance.choice(files), chance.choice(files)) for _ in range(6)):
                folder = next(folder for folder in FOLDERS if path.is_relative_to(folder))
                place = root / path.relative_to(folder)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(damaged(path.read_bytes()[:_LARGEST], chance, other.read_bytes()[:_LARGEST]))
            (root / "_pages").mkdir(exist_ok=True)
            site = open_site(root)
            shown = text(site, sections_of(site), 60)
            assert "\x1b" not in shown
            assert "Traceback" not in shown
    finally:
        faulthandler.cancel_dump_traceback_later()


@cache
def _texts() -> list[Path]:
    return [path for folder in FOLDERS for path in sorted(folder.rglob("*")) if _is_text(path)]


def _is_text(path: Path) -> bool:
    return path.suffix in {".md", ".markdown", ".html", ".yml", ".yaml", ".bib", ".json"} and path.is_file()
