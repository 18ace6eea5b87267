"""A small site, a place to keep it in, and a count of how often it is read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui_home.model.site import Site
from tui_home.sources import formats
from tui_home.sources.drawer import checksum
from tui_home.sources.tree import Tree

FILES = {
    "_config.yml": "first_name: Ann\nlast_name: Doe\nurl: https://a.example\n",
    "_pages/about.md": "---\nlayout: about\npermalink: /\n---\nHello, *you*.\n",
    "_news/2024-01-01-a.md": "An [item](https://a.example/x).",
    "_bibliography/papers.bib": "@article{k, title={T}, author={Doe, Ann}, year={2024}}",
}
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights, and no FIFOs")

Reads = Callable[[], int]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "site"


@pytest.fixture
def keep(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "sites"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Return what counts how often a folder was read since it was last asked."""
    made: list[Path] = []
    read_sites = formats.read_sites

    def counted(tree: Tree, language: str, *, soon: bool) -> Iterator[Site]:
        made.append(tree.root)
        return read_sites(tree, language, soon=soon)

    monkeypatch.setattr(formats, "read_sites", counted)

    def since() -> int:
        count = len(made)
        made.clear()
        return count

    return since


def only(keep: Path) -> Path:
    (place,) = keep.iterdir()
    return place


def sealed(plain: object) -> bytes:
    """Return a file as `kept` would have written it."""
    text = json.dumps(plain).encode() + b"\n"
    return checksum(text) + b"\n" + text


def same(one: Site, other: Site) -> bool:
    return one == other and one.problems == other.problems
