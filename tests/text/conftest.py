"""What the tests of text share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui_home.model.problem import Origin
from tui_home.text.heal import heal

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def owners_page() -> str:
    """The real page, damage included."""
    return (ROOT / "content" / "_pages" / "about.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def healed() -> Callable[[str], str]:
    """Return what a text becomes."""

    def healed_text(text: str) -> str:
        return heal(text, Origin("page.md")).text

    return healed_text
