"""What a command that needs no screen must never load: it would cost more than the answer."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.packaging.conftest import visitor_environment

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("textual", "asyncssh", "PIL")
READERS = (
    *("yaml", "markdown_it", "mdit_py_plugins", "linkify_it", "bibtexparser", "pylatexenc", "ftfy", "emoji", "html"),
    *("tui_home.document.markdown", "tui_home.text.heal", "tui_home.sources.jekyll.site"),
)
"""What turns files into a Site."""
MAKERS = (
    *("argparse", "dataclasses", "rich", "platformdirs", "tempfile", "threading", "tui_home.layout"),
    *(
        "tui_home.model.site",
        "tui_home.verbs",
        "tui_home.sections",
        "tui_home.output",
        "tui_home.document",
        "tui_home.doors.command",
    ),
)
"""What makes an answer of a Site."""


def loaded(arguments: list[str], unwanted: Iterable[str], folder: Path) -> str:
    """Run tui-home for a visitor who lives in `folder`; return what of `unwanted` it imported, and its exit code."""
    program = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
sys.argv = ["tui-home", *{arguments!r}]
from tui_home.cli import main
try:
    code = main()
except SystemExit as leaving:
    code = leaving.code
print("\\nLOADED", sorted({set(unwanted)!r} & sys.modules.keys()), "CODE", code or 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=visitor_environment(folder),
        check=False,
        timeout=120,
    )
    return done.stdout.splitlines()[-1] if done.stdout else done.stderr


@pytest.mark.parametrize("arguments", [["show", "about"], ["show"], ["copy", "email"], ["--version"]], ids=" ".join)
def test_a_command_without_a_screen_imports_no_screen(arguments: list[str], tmp_path: Path) -> None:
    for visit in ("the first", "one that finds the site kept"):
        assert loaded(arguments, HEAVY, tmp_path) == "LOADED [] CODE 0", visit


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no XDG_CACHE_HOME")
@pytest.mark.parametrize("arguments", [["show", "about"], ["show"], ["papers", "--format", "json"]], ids=" ".join)
def test_a_homepage_that_was_opened_before_is_not_read_again(arguments: list[str], tmp_path: Path) -> None:
    assert "tui_home.sources.jekyll.site" in loaded(arguments, READERS, tmp_path)
    assert loaded(arguments, READERS, tmp_path) == "LOADED [] CODE 0"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is needed to find the cache")
@pytest.mark.parametrize("arguments", [["show", "about"], ["bib"], ["papers", "--format", "json"]], ids=" ".join)
def test_what_was_answered_before_is_said_again_and_nothing_made(arguments: list[str], tmp_path: Path) -> None:
    assert "tui_home.model.site" in loaded(arguments, MAKERS, tmp_path)
    assert loaded(arguments, MAKERS, tmp_path) == "LOADED [] CODE 0"
