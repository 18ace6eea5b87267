"""Sites with many publications: the first opening, later ones, and the command line; time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Aim, Group, Row, in_milliseconds
from tests.benchmarks.homepage import HOMEPAGE, PACKAGED, ROOT, new_home, same_home
from tests.benchmarks.homepage import WORD as PACKAGED_WORD
from tests.benchmarks.made_site import NEWS_SHARE, WORD, make_site
from tests.benchmarks.pseudo_terminal import PseudoTerminal, visitor_environment

if TYPE_CHECKING:
    from tests.benchmarks.homepage import Homes

_SIZES = (50, 500, 5000)
_RUNS = 3
"""The largest site takes seconds to read for the first time."""
_MIB = 1024
"""KiB, in which Linux counts memory."""


def bench_large() -> Group:
    """Measure how openings grow with the number of publications, beside the packaged site's."""
    rows: list[Row] = []
    with new_home() as lasting, TemporaryDirectory(prefix="tui-home-bench-") as folder:
        kept = same_home(lasting)
        _show(PACKAGED, kept)  # keeps it: the full screen would after its first frame only
        command = (*HOMEPAGE, "--site", str(PACKAGED))
        packaged = [_first_frame(command, PACKAGED_WORD, kept) for _ in range(_RUNS)]
        for size in _SIZES:
            site = Path(folder) / str(size)
            make_site(site, size)
            rows += _rows(site, size, packaged, kept)
    title = f"Large sites: so many publications, and a {NEWS_SHARE}th as many news"
    return Group(title, "the packaged site's first frame, on later visits", rows)


def _rows(site: Path, size: int, packaged: list[float], kept: Homes) -> list[Row]:
    homepage = (*HOMEPAGE, "--site", str(site))
    beside = in_milliseconds(packaged)
    first = [_first_frame(homepage, WORD, new_home) for _ in range(_RUNS)]
    reading = [_show(site, new_home) for _ in range(_RUNS)]
    _show(site, kept)  # keeps it
    later = [_first_frame(homepage, WORD, kept) for _ in range(_RUNS)]
    shown = [_show(site, kept) for _ in range(_RUNS)]
    rows = [
        Row(f"{size}: first opening, first frame", "ms", in_milliseconds(first), beside),
        Row(f"{size}: later openings, first frame", "ms", in_milliseconds(later), beside, Aim(1.25)),
    ]
    for label, runs in (("first", reading), ("later", shown)):
        rows.append(Row(f"{size}: show papers, {label}", "ms", in_milliseconds([taken for taken, _ in runs])))
        rows.append(Row(f"{size}: show papers, {label}: memory", "MiB", [kib / _MIB for _, kib in runs]))
    return rows


def _first_frame(command: tuple[str, ...], word: bytes, homes: Homes) -> float:
    with homes() as home, PseudoTerminal(command, home) as terminal:
        return terminal.wait_for(word)


def _show(site: Path, homes: Homes) -> tuple[float, int]:
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
