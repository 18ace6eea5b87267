"""What is imported without what it can do without; all else finds that as ever."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui_home.doors.without import without


def test_what_is_left_out_is_not_found_meanwhile_and_found_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with without("colorsys"), pytest.raises(ImportError):
        import colorsys  # noqa: F401, PLC0415 - that is the test
    import colorsys as found  # noqa: PLC0415 - likewise

    with without("colorsys"):
        assert sys.modules["colorsys"] is found, "what is there stays"
    assert sys.modules["colorsys"] is found


def test_the_full_screen_is_loaded_without_openssl_and_archives() -> None:
    program = """
import sys
from tui_home.doors.local import _load
_load()
print(*{"ssl", "_hashlib", "bz2", "lzma"} & sys.modules.keys())
import ssl
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == ""
