"""`make bench`: how fast the homepage is, beside its peers, in one run. Nothing is asserted: machines differ.

`make bench ARGS="ssh layout"` measures some parts only.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from tests.benchmarks.figures import RUNS
from tests.benchmarks.layout import bench_layout

Part = Callable[[], None]
_ON_REQUEST = ("attacks",)
"""Only when they are named: they have no peer to be compared with."""


def _parts() -> dict[str, Part]:
    """Return what can be measured here, by name, in its order."""
    if os.name != "posix":
        print("  The full screen is measured through a pseudo-terminal, which this system does not have.\n")
        return {"layout": bench_layout}
    from tests.benchmarks.attacks import bench_attacks  # noqa: PLC0415 - no part of the others
    from tests.benchmarks.large import bench_large  # noqa: PLC0415 - needs a pseudo-terminal
    from tests.benchmarks.screen import bench_first_frame, bench_keys  # noqa: PLC0415 - likewise
    from tests.benchmarks.ssh import bench_ssh  # noqa: PLC0415 - likewise

    return {
        "start": bench_first_frame,
        "keys": bench_keys,
        "large": bench_large,
        "layout": bench_layout,
        "ssh": bench_ssh,
        "attacks": bench_attacks,
    }


def main() -> int:
    parts = _parts()
    wanted = sys.argv[1:] or [name for name in parts if name not in _ON_REQUEST]
    if unknown := [name for name in wanted if name not in parts]:
        print(f"There is no {', '.join(unknown)} here, only {', '.join(parts)}.", file=sys.stderr)
        return 2
    print(f"Medians of {RUNS} runs; what is compared takes turns. Ratios mean something, times only here and now.\n")
    for name in wanted:
        parts[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
