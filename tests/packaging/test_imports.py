"""What a command that needs no screen must never load: it would cost more than the answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import visitor_environment

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("textual", "asyncssh", "PIL")


@pytest.mark.parametrize("arguments", [["show", "about"], ["show"], ["copy", "email"], ["--version"]], ids=" ".join)
def test_a_command_without_a_screen_imports_no_screen(arguments: list[str], tmp_path: Path) -> None:
    program = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
sys.argv = ["tui-home", *{arguments!r}]
from tui_home.cli import main
try:
    code = main()
except SystemExit as leaving:
    code = leaving.code
print("\\nLOADED", sorted({set(HEAVY)!r} & sys.modules.keys()), "CODE", code or 0)
"""
    for visit in ("the first", "one that finds the site kept"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=visitor_environment(tmp_path),
            check=False,
            timeout=120,
        )
        assert done.stdout.splitlines()[-1] == "LOADED [] CODE 0", f"{visit}: {done.stderr}"
