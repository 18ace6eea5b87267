"""Medians, ratios and the lines in which they are printed."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping

RUNS = 7
"""Of which the median is printed."""


def interleaved(measures: Mapping[str, Callable[[], float]]) -> dict[str, float]:
    """Return each measure's median; they take turns, so that a busy moment of the machine hits all of them.

    A first round is not counted: it writes bytecode and fills the disk's cache.
    """
    samples: dict[str, list[float]] = {name: [] for name in measures}
    for round_number in range(RUNS + 1):
        for name, measure in measures.items():
            sample = measure()
            if round_number:
                samples[name].append(sample)
    return {name: statistics.median(values) for name, values in samples.items()}


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def line(label: str, figure: str, ratio: str = "", target: str = "") -> None:
    """Print one row; `target` is what the figure should reach, never enforced here."""
    print(f"  {label:<58}{figure:>12}{ratio:>12}   {target}".rstrip())


def ratio(ours: float, theirs: float) -> str:
    return f"{ours / theirs:.2f}×"
