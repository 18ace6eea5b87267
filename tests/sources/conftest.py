"""Sites made of a few files in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui_home.model.site import Site
from tui_home.sources import open_site
from tui_home.sources.folder import Folder
from tui_home.sources.tree import Tree

Files = dict[str, str | bytes]
ABOUT = "---\nlayout: about\ntitle: about\npermalink: /\n---\nHello.\n"


def write(root: Path, files: Files) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Site]:
    """Return what opens a site of the given files; an about page is there unless one is given."""

    def made(files: Files | None = None, **kept: bool) -> Site:
        given = files or {}
        if kept.get("about", True) and "_pages/about.md" not in given:
            given = {"_pages/about.md": ABOUT, **given}
        write(tmp_path, given)
        return open_site(tmp_path)

    return made


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[Files], Folder]:
    """Return what writes files and gives the Folder that holds them."""

    def made(files: Files) -> Folder:
        write(tmp_path, files)
        return Folder(Tree(tmp_path))

    return made
