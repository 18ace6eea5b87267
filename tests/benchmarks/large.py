"""Sites with many publications: the first opening, later ones, and the command line; time and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import line, milliseconds, ratio
from tests.benchmarks.made_site import NEWS_SHARE, WORD, make_site
from tests.benchmarks.pseudo_terminal import PseudoTerminal, visitor_environment
from tests.benchmarks.screen import HOMEPAGE, PACKAGED, ROOT, new_home
from tests.benchmarks.screen import WORD as PACKAGED_WORD

_SIZES = (50, 500, 5000)
_RUNS = 3
"""The largest site takes seconds to read for the first time."""
_MIB = 1024
"""KiB, in which Linux counts memory."""

Home = Callable[[], AbstractContextManager[Path]]


def bench_large() -> None:
    """Print how openings grow with the number of publications, beside the packaged site's."""
    print(f"Large sites: publications, and a {NEWS_SHARE}th as many news; medians of {_RUNS}")
    with new_home() as lasting, TemporaryDirectory(prefix="tui-home-bench-") as folder:
        _show(PACKAGED, lambda: nullcontext(lasting))  # keeps it: the full screen would after its first frame only
        command = (*HOMEPAGE, "--site", str(PACKAGED))
        packaged = statistics.median(
            _first_frame(command, PACKAGED_WORD, lambda: nullcontext(lasting)) for _ in range(_RUNS)
        )
        line("the packaged site, later visits: first frame", milliseconds(packaged))
        for size in _SIZES:
            site = Path(folder) / str(size)
            make_site(site, size)
            _bench(site, size, packaged, lasting)
    print()


def _bench(site: Path, size: int, packaged: float, lasting: Path) -> None:
    homepage = (*HOMEPAGE, "--site", str(site))
    first = [_first_frame(homepage, WORD, new_home) for _ in range(_RUNS)]
    reading = [_show(site, new_home) for _ in range(_RUNS)]
    _show(site, lambda: nullcontext(lasting))  # keeps it
    later = [_first_frame(homepage, WORD, lambda: nullcontext(lasting)) for _ in range(_RUNS)]
    shown = [_show(site, lambda: nullcontext(lasting)) for _ in range(_RUNS)]
    line(f"{size}: first opening, first frame", *_against(statistics.median(first), packaged))
    line(f"{size}: later openings, first frame", *_against(statistics.median(later), packaged), "aim ≤ 1.25×")
    for label, runs in (("first", reading), ("later", shown)):
        seconds = statistics.median(taken for taken, _ in runs)
        memory = statistics.median(kib for _, kib in runs)
        line(f"{size}: show papers, {label}", milliseconds(seconds), f"{memory / _MIB:.0f} MiB")


def _against(seconds: float, packaged: float) -> tuple[str, str]:
    return milliseconds(seconds), ratio(seconds, packaged)


def _first_frame(command: tuple[str, ...], word: bytes, homes: Home) -> float:
    with homes() as home, PseudoTerminal(command, home) as terminal:
        return terminal.wait_for(word)


def _show(site: Path, homes: Home) -> tuple[float, int]:
    """Return the seconds that ``show papers`` takes and the KiB it had at most."""
    command = [sys.executable, "-m", "tui_home", "--site", str(site), "show", "papers"]
    with homes() as home:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=visitor_environment(home))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        return time.perf_counter() - started, used.ru_maxrss
