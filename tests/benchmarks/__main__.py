"""`make bench`: how fast the homepage is, beside its peers, in one run. Nothing is asserted: machines differ."""

from __future__ import annotations

import os

from tests.benchmarks.figures import RUNS
from tests.benchmarks.layout import bench_layout


def main() -> None:
    print(f"Medians of {RUNS}; what is compared takes turns. Ratios mean something, times only on this machine.\n")
    if os.name == "posix":
        from tests.benchmarks.large import bench_large  # noqa: PLC0415 - needs a pseudo-terminal
        from tests.benchmarks.screen import bench_first_frame, bench_keys  # noqa: PLC0415 - likewise

        bench_first_frame()
        bench_keys()
        bench_large()
    else:
        print("  The full screen is measured through a pseudo-terminal, which this system does not have.\n")
    bench_layout()


if __name__ == "__main__":
    main()
