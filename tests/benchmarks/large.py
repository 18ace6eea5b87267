"""Sites with many publications: the first opening, later ones, and the command line; time and memory."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Aim, Group, Row, in_milliseconds, interleaved
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
_MOST = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)
# What the system tells of a child that has ended counts in what its parent had, when that was more.
_TELLING = """
import sys
from tui_home.cli import main
try:
    main()
finally:
    if sys.platform == "linux":
        sys.stderr.write(open("/proc/self/status").read())
"""


def bench_large() -> Group:
    """Measure how openings grow with the number of publications, beside the packaged site's."""
    rows: list[Row] = []
    with new_home() as lasting, TemporaryDirectory(prefix="tui-home-bench-") as folder:
        kept = same_home(lasting)
        _show(PACKAGED, kept)  # keeps it: the full screen would after its first frame only
        for size in _SIZES:
            site = Path(folder) / str(size)
            make_site(site, size)
            rows += _rows(site, size, kept)
    title = f"Large sites: so many publications, and a {NEWS_SHARE}th as many news"
    return Group(title, "the packaged site's first frame, on later visits", rows)


def _rows(site: Path, size: int, kept: Homes) -> list[Row]:
    command = (*HOMEPAGE, "--site", str(site))
    packaged = partial(_first_frame, (*HOMEPAGE, "--site", str(PACKAGED)), PACKAGED_WORD, kept)
    _show(site, kept)  # keeps it
    frames = interleaved(
        {
            "packaged": packaged,
            "first": partial(_first_frame, command, WORD, new_home),
            "later": partial(_first_frame, command, WORD, kept),
        },
        _RUNS,
    )
    beside, first, later = (in_milliseconds(frames[name]) for name in ("packaged", "first", "later"))
    rows = [
        Row(f"{size}: first opening, first frame", "ms", first, beside),
        Row(f"{size}: later openings, first frame", "ms", later, beside, Aim(1.25)),
    ]
    for label, homes in (("first", new_home), ("later", kept)):
        runs = [_show(site, homes) for _ in range(_RUNS)]
        rows.append(Row(f"{size}: show papers, {label}", "ms", in_milliseconds([taken for taken, _ in runs])))
        rows.append(Row(f"{size}: show papers, {label}: memory", "MiB", [kib / _MIB for _, kib in runs if kib]))
    return rows


def _first_frame(command: tuple[str, ...], word: bytes, homes: Homes) -> float:
    with homes() as home, PseudoTerminal(command, home) as terminal:
        return terminal.wait_for(word)


def _show(site: Path, homes: Homes) -> tuple[float, int]:
    """Return the seconds that ``show papers`` takes and the KiB it had at most; 0 where that cannot be known."""
    command = [sys.executable, "-c", _TELLING, "--site", str(site), "show", "papers"]
    with homes() as home:
        started = time.perf_counter()
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, cwd=ROOT, env=visitor_environment(home)
        )
        took = time.perf_counter() - started
    most = _MOST.search(done.stderr)
    return took, int(most[1]) if most else 0
