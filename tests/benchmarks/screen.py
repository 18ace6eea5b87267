"""The full screen on this machine, measured from outside: starting it, pressing keys."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.figures import RUNS, Aim, Group, Row, in_milliseconds, interleaved
from tests.benchmarks.frogmouth import frogmouth
from tests.benchmarks.homepage import HOMEPAGE, PAGE, ROOT, WORD, new_home, same_home
from tests.benchmarks.pseudo_terminal import PATIENCE, Painted, PseudoTerminal, visitor_environment
from tests.benchmarks.visitor import PANES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.homepage import Homes

_BARE = (sys.executable, str(ROOT / "tests" / "benchmarks" / "bare_app.py"), str(PAGE))
_ANSWERS = "*.answer"
"""What was shown and said before, in the user's cache; without it there is the site still, as it was read."""


def _first_frame(command: Sequence[str], homes: Homes) -> float:
    with homes() as home, PseudoTerminal(command, home) as terminal:
        return terminal.wait_for(WORD)


def _first_effect(homes: Homes) -> float:
    """Return the seconds from the start to the effect of a key that is pressed as soon as there is something to see."""
    with homes() as home, PseudoTerminal(HOMEPAGE, home) as terminal:
        terminal.wait_for(WORD)
        terminal.write(b"2")
        return terminal.wait_for(PANES["2"])


def _show_about(homes: Homes) -> float:
    with homes() as home:
        started = time.perf_counter()
        command = [*HOMEPAGE, "show", "about"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=visitor_environment(home))
        return time.perf_counter() - started


@contextmanager
def _without_answers(home: Path) -> Iterator[Path]:
    for answer in home.rglob(_ANSWERS):
        answer.unlink()
    yield home


def _visit(home: Path) -> None:
    """Visit once and leave as people do, so that there is something kept."""
    with PseudoTerminal(HOMEPAGE, home) as terminal:
        terminal.wait_for(WORD)
        terminal.settle()
        until = time.monotonic() + PATIENCE
        while not any(home.rglob(_ANSWERS)) and time.monotonic() < until:
            # A terminal that answers nothing is waited for; what it would have said might have changed the colours.
            terminal.settle()
        terminal.write(b"q")
        terminal.wait_for_the_end()
    _show_about(same_home(home))


def bench_start() -> Group:
    """Measure how long it takes until the page can be read, whole processes, ours and others'.

    Later visits find the site kept from an earlier one, and what they saw then, as long as it has not changed.
    """
    with new_home() as lasting, new_home() as forgetful:
        _visit(lasting)
        _visit(forgetful)
        kept, site = same_home(lasting), partial(_without_answers, forgetful)
        measures: dict[str, Callable[[], float]] = {
            "bare": partial(_first_frame, _BARE, kept),
            "site": partial(_first_frame, HOMEPAGE, site),
            "kept": partial(_first_frame, HOMEPAGE, kept),
            "first": partial(_first_frame, HOMEPAGE, new_home),
            "effect": partial(_first_effect, kept),
            "effect of the app": partial(_first_effect, site),
            "show": partial(_show_about, kept),
            "first show": partial(_show_about, new_home),
        }
        peer = frogmouth()
        if isinstance(peer, Path):
            measures["frogmouth"] = partial(_first_frame, (str(peer), str(PAGE)), kept)
        found = {name: in_milliseconds(runs) for name, runs in interleaved(measures).items()}
    notes = [] if isinstance(peer, Path) else [peer]
    title = "From the command to the page"
    return Group(title, "a Textual app with one Static, or what the line says", _start_rows(found), notes)


def _start_rows(found: dict[str, list[float]]) -> list[Row]:
    bare, frog = found["bare"], found.get("frogmouth", [])
    return [
        Row("first frame of the app, with a warm cache", "ms", found["site"], bare, Aim(1.05)),
        Row("first paint, by the kept screen", "ms", found["kept"], bare, Aim(0.5)),
        Row("first paint, beside frogmouth", "ms", found["kept"], frog, Aim(0.6)),
        Row("first key's effect, beside none kept", "ms", found["effect"], found["effect of the app"], Aim(1)),
        Row("`tui-home show about`, with a warm cache", "ms", found["show"], bare, Aim(0.4)),
        Row("the very first visit, first frame", "ms", found["first"], bare, Aim(1.4)),
        Row("the very first visit, beside frogmouth", "ms", found["first"], frog, Aim(0.6)),
        Row("the very first `tui-home show about`", "ms", found["first show"], bare, Aim(0.6)),
    ]


def _press(keys: Sequence[bytes]) -> list[Painted]:
    with new_home() as home, PseudoTerminal(HOMEPAGE, home) as terminal:
        terminal.wait_for(WORD)
        terminal.settle()
        return [terminal.press(key) for key in keys]


def bench_keys() -> Group:
    """Measure what a key costs in a program just started: nothing of the second section has been laid out before."""
    visits = [_press((b"j", b"2")) for _ in range(RUNS)]
    rows = []
    for label, samples in zip(("a scrolled line (j)", "another section (2)"), zip(*visits, strict=True), strict=True):
        rows += [
            Row(f"{label}: first byte", "ms", in_milliseconds([sample.first for sample in samples])),
            Row(f"{label}: last byte", "ms", in_milliseconds([sample.last for sample in samples])),
            Row(f"{label}: bytes", "B", [statistics.median(sample.size for sample in samples)]),
        ]
    return Group("From a key to the screen, 100×30, each in a program just started", "", rows)
