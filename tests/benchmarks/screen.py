"""The full screen, measured from outside: starting it, pressing keys."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.figures import RUNS, interleaved, line, milliseconds, ratio
from tests.benchmarks.frogmouth import frogmouth
from tests.benchmarks.pseudo_terminal import Painted, PseudoTerminal

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "content" / "_pages" / "about.md"
WORD = b"postgrad"
"""Stands in the page's first lines and is in nobody's chrome."""
HOMEPAGE = (sys.executable, "-m", "tui_home")


def _first_frame(command: Sequence[str]) -> Callable[[], float]:
    def measure() -> float:
        with PseudoTerminal(command) as terminal:
            return terminal.wait_for(WORD)

    return measure


def _show_about() -> float:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    started = time.perf_counter()
    subprocess.run([*HOMEPAGE, "show", "about"], check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=environment)
    return time.perf_counter() - started


def bench_first_frame() -> None:
    """Print how long it takes until the page can be read, whole processes, ours and others'."""
    print("From the command to the page")
    measures = {
        "bare": _first_frame((sys.executable, str(ROOT / "tests" / "benchmarks" / "bare_app.py"), str(PAGE))),
        "ours": _first_frame(HOMEPAGE),
        "show": _show_about,
    }
    if peer := frogmouth():
        measures["peer"] = _first_frame((str(peer), str(PAGE)))
    medians = interleaved(measures)
    line("a Textual app with one Static: first frame", milliseconds(medians["bare"]))
    ours = milliseconds(medians["ours"])
    line("tui-home: first frame, against it", ours, ratio(medians["ours"], medians["bare"]), "aim ≤ 1.4×")
    if peer:
        line("frogmouth: first frame", milliseconds(medians["peer"]))
        line("tui-home: first frame, against it", ours, ratio(medians["ours"], medians["peer"]), "aim ≤ 0.6×")
    else:
        line("frogmouth: not measured", "–", "–", "aim ≤ 0.6×")
    show = ratio(medians["show"], medians["bare"])
    line("tui-home show about: done, against the Static", milliseconds(medians["show"]), show, "aim ≤ 0.6×")
    print()


def _press(keys: Sequence[bytes]) -> list[Painted]:
    with PseudoTerminal(HOMEPAGE) as terminal:
        terminal.wait_for(WORD)
        terminal.settle()
        return [terminal.press(key) for key in keys]


def bench_keys() -> None:
    """Print what a key costs in a program just started: nothing of the second section has been laid out before."""
    print("From a key to the screen, 100×30, each in a program just started")
    visits = [_press((b"j", b"2")) for _ in range(RUNS)]
    for label, samples in zip(("a scrolled line (j)", "another section (2)"), zip(*visits, strict=True), strict=True):
        first = statistics.median(sample.first for sample in samples)
        last = statistics.median(sample.last for sample in samples)
        size = int(statistics.median(sample.size for sample in samples))
        line(f"{label}: first byte", milliseconds(first))
        line(f"{label}: last byte", milliseconds(last), f"{size} B")
    print()
