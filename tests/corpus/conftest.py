"""Real al-folio sites, read where they lie; nothing of them is copied into the project."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from tui_home.model.site import Site
from tui_home.sources import open_sites

SITES = Path(__file__).parents[3] / "shared" / "sites"
FOLDERS = sorted(path for path in SITES.iterdir() if path.is_dir()) if SITES.is_dir() else []


def keep() -> Path:
    """Return where Sites are kept."""
    return Path(os.environ["XDG_CACHE_HOME"]) / "corpus"


def kept(folder: Path) -> Site:
    """Return the Site in a folder as it was kept, else read and kept now."""
    *_, site = open_sites(folder, keep(), room=len(FOLDERS))
    return site


@cache
def opened(folder: Path) -> Site:
    """Return the Site in a folder, read once for all tests of one process."""
    return kept(folder)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "real" in metafunc.fixturenames:
        absent = pytest.mark.skip(reason="../shared/sites is not here")
        # All tests of one site in one process: it is read once.
        given = [pytest.param(one, id=one.name, marks=pytest.mark.xdist_group(one.name)) for one in FOLDERS]
        metafunc.parametrize("real", given or [pytest.param(None, marks=absent)])
