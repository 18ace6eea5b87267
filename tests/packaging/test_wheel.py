"""What is built from this checkout, and whether it runs where there is no checkout."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT, CleanVenv, run

pytestmark = pytest.mark.xdist_group("wheel")  # one worker, so that it is built once

CONTENT = {path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*") if path.is_file()}
TEMPLATE = {
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "tui_home" / "sources" / "template").rglob("*")
    if path.is_file()
}
STYLES = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tui_home").rglob("*.tcss")}


def test_the_wheel_holds_content_styles_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"tui_home/_content/{name}" for name in CONTENT} <= names
    assert STYLES
    assert names >= STYLES
    assert "tui_home/py.typed" in names
    assert TEMPLATE
    assert names >= TEMPLATE
    assert not [name for name in names if name.startswith(("tests/", "content/")) or "__pycache__" in name]


def test_the_owners_page_is_shipped_byte_for_byte(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read("tui_home/_content/_pages/about.md") == (ROOT / "content/_pages/about.md").read_bytes()


def test_the_wheel_names_both_ways_in(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (entry_points,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        text = archive.read(entry_points).decode()
    assert "[console_scripts]\ntui-home = tui_home.cli:main" in text
    assert "[pipx.run]\ntui-home = tui_home.cli:main" in text


def test_an_installed_wheel_shows_its_own_content(wheel: Path, clean_venv: CleanVenv) -> None:
    clean_venv.install(wheel)
    where = clean_venv.run("python", "-c", "import tui_home; print(tui_home.__file__)")
    assert Path(where.strip()).is_relative_to(clean_venv.folder)
    page = clean_venv.run("tui-home", "show", "about")
    assert "Wanru Zhao" in page
    assert "wz341@cam.ac.uk" in page
    assert "Robin Sample" in clean_venv.run("tui-home", "new", "new site")
    assert clean_venv.run("tui-home", "check", "new site").startswith("All is well in ")


def test_an_editable_install_shows_the_checkouts_content(clean_venv: CleanVenv) -> None:
    clean_venv.install("--editable", ROOT)
    found = clean_venv.run(
        "python", "-c", "from tui_home.sources.packaged import packaged_content; print(packaged_content())"
    )
    assert Path(found.strip()).samefile(ROOT / "content")
    assert "Wanru Zhao" in clean_venv.run("tui-home", "show", "about")


def test_the_source_distribution_builds_the_same_wheel(tmp_path: Path, wheel: Path) -> None:
    run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", tmp_path, ROOT)
    (sdist,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())
    assert (source / "Makefile").is_file()
    assert (source / "tests" / "packaging").is_dir()
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, source)
    (again,) = tmp_path.glob("*.whl")
    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()
