"""The full screen, measured from outside: starting it, pressing keys."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import RUNS, interleaved, line, milliseconds, ratio
from tests.benchmarks.frogmouth import frogmouth
from tests.benchmarks.pseudo_terminal import Painted, PseudoTerminal, visitor_environment

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


def _first_frame(command: Sequence[str], homes: Homes) -> Callable[[], float]:
    def measure() -> float:
        with homes() as home, PseudoTerminal(command, home) as terminal:
            return terminal.wait_for(WORD)

    return measure


def _show_about(homes: Homes) -> Callable[[], float]:
    def measure() -> float:
        with homes() as home:
            started = time.perf_counter()
            command = [*HOMEPAGE, "show", "about"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=visitor_environment(home))
            return time.perf_counter() - started

    return measure


def bench_first_frame() -> None:
    """Print how long it takes until the page can be read, whole processes, ours and others'.

    Later visits find the site kept from an earlier one, as long as it has not changed; first ones have to read it.
    """
    with new_home() as lasting:
        _bench_first_frame(lambda: nullcontext(lasting))


def _bench_first_frame(home: Homes) -> None:
    print("From the command to the page")
    bare = (sys.executable, str(ROOT / "tests" / "benchmarks" / "bare_app.py"), str(PAGE))
    measures = {
        "bare": _first_frame(bare, home),
        "ours": _first_frame(HOMEPAGE, home),
        "first": _first_frame(HOMEPAGE, new_home),
        "show": _show_about(home),
        "first show": _show_about(new_home),
    }
    if peer := frogmouth():
        measures["peer"] = _first_frame((str(peer), str(PAGE)), home)
    medians = interleaved(measures)
    line("a Textual app with one Static: first frame", milliseconds(medians["bare"]))
    if peer:
        line("frogmouth: first frame", milliseconds(medians["peer"]))
    for name, visit in (("ours", "later visits"), ("first", "the very first")):
        label = f"tui-home, {visit}: first frame"
        line(label, milliseconds(medians[name]))
        line("  against the Static", "", ratio(medians[name], medians["bare"]), "aim ≤ 1.4×")
        against = ratio(medians[name], medians["peer"]) if peer else "not measured"
        line("  against frogmouth", "", against, "aim ≤ 0.6×")
    for name, visit in (("show", "later visits"), ("first show", "the very first")):
        label = f"tui-home show about, {visit}: against the Static"
        line(label, milliseconds(medians[name]), ratio(medians[name], medians["bare"]), "aim ≤ 0.6×")
    print()


def _press(keys: Sequence[bytes]) -> list[Painted]:
    with new_home() as home, PseudoTerminal(HOMEPAGE, home) as terminal:
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
