"""`make bench`: how fast the homepage is, beside its peers, in one run. Nothing is asserted: machines differ.

A whole run writes RESULTS.md; `make bench ARGS="ssh layout"` measures some parts only, and prints them only.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from tests.benchmarks.figures import Group
from tests.benchmarks.layout import bench_layout
from tests.benchmarks.table import text

Part = Callable[[], Group]


def _parts() -> dict[str, Part]:
    """Return what can be measured here, by name, in its order."""
    if os.name != "posix":
        print("  The full screen is measured through a pseudo-terminal, which this system does not have.\n")
        return {"layout": bench_layout}
    from tests.benchmarks.large import bench_large  # noqa: PLC0415 - needs a pseudo-terminal
    from tests.benchmarks.screen import bench_keys, bench_start  # noqa: PLC0415 - likewise
    from tests.benchmarks.ssh import bench_ssh  # noqa: PLC0415 - likewise

    return {"ssh": bench_ssh, "start": bench_start, "keys": bench_keys, "large": bench_large, "layout": bench_layout}


def _attacks() -> int:
    """Measure what has no peer to be compared with: only when it is named."""
    from tests.benchmarks.attacks import bench_attacks  # noqa: PLC0415 - no part of the others

    bench_attacks()
    return 0


def main() -> int:
    wanted = sys.argv[1:]
    if wanted == ["attacks"]:
        return _attacks()
    parts = _parts()
    if unknown := [name for name in wanted if name not in parts]:
        print(f"There is no {', '.join(unknown)} here, only {', '.join(parts)} or attacks.", file=sys.stderr)
        return 2
    began, groups = time.monotonic(), []
    before = os.getloadavg() if hasattr(os, "getloadavg") else (0.0,)
    print("Medians (least to most); what is compared takes turns. Ratios mean something, times only here and now.\n")
    for name in wanted or parts:
        groups.append(parts[name]())
        print(text(groups[-1]), flush=True)
    seconds = time.monotonic() - began
    print(f"It took {seconds / 60:.1f} minutes.")
    if not wanted and os.name == "posix":
        from tests.benchmarks.results import RESULTS, write_results  # noqa: PLC0415 - of whole runs only

        write_results(groups, seconds, before)
        print(f"Written to {RESULTS}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
