"""How much is loaded until there is something to see: most of a start is that. See `tests.costs` for the bounds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import costs
from tests.benchmarks.homepage import WORD
from tests.packaging.conftest import visitor_environment

ROOT = Path(__file__).resolve().parents[2]
_LOADED = b"import time:"
"""What Python begins a line with that tells of a module (`-X importtime`)."""


def test_a_command_that_was_answered_before_loads_little(tmp_path: Path) -> None:
    program = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
sys.argv = ["tui-home", "show", "about"]
from tui_home.cli import main
try:
    main()
finally:
    print(*sys.modules)
"""
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True, encoding="utf-8", cwd=tmp_path, env=visitor_environment(tmp_path), check=True,
        )  # fmt: skip
    costs.SHOW_MODULES.check(len(done.stdout.splitlines()[-1].split()))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal")
def test_the_first_frame_waits_for_few_modules(tmp_path: Path) -> None:
    loaded_for_a_frame(tmp_path)
    costs.FRAME_MODULES.check(len(loaded_for_a_frame(tmp_path)))


def loaded_for_a_frame(home: Path) -> list[str]:
    """Return what the full screen has loaded when it shows its page."""
    from tests.benchmarks.pseudo_terminal import PseudoTerminal  # noqa: PLC0415 - not on Windows

    with PseudoTerminal((sys.executable, "-X", "importtime", "-m", "tui_home"), home) as terminal:
        # Python says on the terminal itself what it loads, in one order with the frame.
        written = terminal.read_until(WORD).partition(WORD)[0]
        # What is kept is kept after the frame.
        terminal.settle()
    return [line.rpartition(b"|")[2].strip().decode() for line in written.splitlines() if line.startswith(_LOADED)]
