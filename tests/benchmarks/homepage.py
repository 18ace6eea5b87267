"""What is started here, and for whom."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
PACKAGED = ROOT / "content"
PAGE = PACKAGED / "_pages" / "about.md"
WORD = b"postgrad"
"""Stands in the page's first lines and is in nobody's chrome."""
HOMEPAGE = (sys.executable, "-m", "tui_home")

Homes = Callable[[], AbstractContextManager[Path]]
"""Gives every run the home it begins with."""


@contextmanager
def new_home() -> Iterator[Path]:
    """Give a home with nothing in it: somebody's very first visit."""
    with TemporaryDirectory(prefix="tui-home-bench-") as folder:
        yield Path(folder)


def same_home(home: Path) -> Homes:
    """Give every run the same one, as its predecessor left it."""
    return lambda: nullcontext(home)
