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
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is needed to find the cache")


def test_what_was_said_before_is_said_again_with_little_loaded(tmp_path: Path) -> None:
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
    loaded = done.stdout.splitlines()[-1].split()
    costs.NEEDLESS_MODULES.check(needless(loaded))
    costs.SHOW_MODULES.check(len(loaded))


def test_what_was_seen_before_is_seen_again_with_little_loaded(tmp_path: Path) -> None:
    loaded_for_a_frame(tmp_path, first=True)
    loaded = loaded_for_a_frame(tmp_path)
    costs.NEEDLESS_MODULES.check(needless(loaded))
    costs.PAINT_MODULES.check(len(loaded))
    for answer in tmp_path.rglob("*.answer"):
        answer.unlink()
    costs.FRAME_MODULES.check(len(loaded_for_a_frame(tmp_path)))


def needless(loaded: list[str]) -> int:
    """Return how many of `loaded` are not needed; say which."""
    found = [name for name in loaded if name.split(".")[0] in costs.NEEDLESS]
    if found:
        print("needless:", *found)
    return len(found)


def loaded_for_a_frame(home: Path, *, first: bool = False) -> list[str]:
    """Return what the full screen has loaded when it shows its page; leave it as people do, the `first` time later."""
    from tests.benchmarks.pseudo_terminal import PseudoTerminal  # noqa: PLC0415 - not on Windows

    with PseudoTerminal((sys.executable, "-X", "importtime", "-m", "tui_home"), home) as terminal:
        # Python says on the terminal itself what it loads, in one order with the frame.
        written = terminal.read_until(WORD).partition(WORD)[0]
        # What the terminal is it was asked, and the program would wait for that before it ends.
        terminal.write(b"\x1b[?62;22c")
        if first:
            terminal.settle()
        terminal.write(b"q")
        terminal.wait_for_the_end()
    return [line.rpartition(b"|")[2].strip().decode() for line in written.splitlines() if line.startswith(_LOADED)]
