"""What was measured: a Row for each figure, with every run of it, its peer's and its aim. No I/O."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

RUNS = 7
"""Of whole programs on this machine; of those the median is shown."""


class Aim(NamedTuple):
    """What a figure should reach; never enforced, since machines differ."""

    bound: float
    unit: str = "×"
    """× when it is about the ratio to the peer, and else our figure's own."""
    at_least: bool = False

    def __str__(self) -> str:
        space = "" if self.unit == "×" else " "
        return f"{'≥' if self.at_least else '≤'} {self.bound:g}{space}{self.unit}"

    def met(self, figure: float) -> bool:
        """Tell whether `figure` reaches it."""
        return figure >= self.bound if self.at_least else figure <= self.bound


@dataclass(frozen=True, slots=True)
class Row:
    """One figure.

    Args:
        label: What it is.
        unit: Of every number.
        ours: Of each run.
        peer: Of the same runs, when there is a peer.
        aim: What it should reach.
    """

    label: str
    unit: str
    ours: Sequence[float]
    peer: Sequence[float] = ()
    aim: Aim | None = None

    @property
    def ratio(self) -> float | None:
        """The median of each run's own ratio: only within one run is the machine the same."""
        ratios = [one / other for one, other in zip(self.ours, self.peer, strict=False) if other > 0]
        return statistics.median(ratios) if ratios else None

    @property
    def met(self) -> bool | None:
        """Whether the aim is; None without an aim, or without what it is about."""
        if self.aim is None or not self.ours:
            return None
        figure = self.ratio if self.aim.unit == "×" else statistics.median(self.ours)
        return None if figure is None else self.aim.met(figure)


class Group(NamedTuple):
    """Rows that were measured together."""

    title: str
    peer: str
    """What is in the column beside ours; empty when nothing is."""
    rows: Sequence[Row]
    notes: Sequence[str] = ()
    """What went wrong, or could not be measured."""


def interleaved(measures: Mapping[str, Callable[[], float]], runs: int = RUNS) -> dict[str, list[float]]:
    """Return each measure's runs; they take turns, so that a busy moment of the machine hits all of them.

    A first round is not counted: it writes bytecode and fills the disk's cache.
    """
    samples: dict[str, list[float]] = {name: [] for name in measures}
    for round_number in range(runs + 1):
        for name, measure in measures.items():
            sample = measure()
            if round_number:
                samples[name].append(sample)
    return samples


def in_milliseconds(seconds: Sequence[float]) -> list[float]:
    return [each * 1000 for each in seconds]


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def line(label: str, figure: str, ratio: str = "", target: str = "") -> None:
    """Print one line of what has no peer."""
    print(f"  {label:<58}{figure:>12}{ratio:>12}   {target}".rstrip())
