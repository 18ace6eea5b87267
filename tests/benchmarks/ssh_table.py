"""What `ssh_load` says of two servers, as a table of medians, their spread and the ratios. No I/O."""

from __future__ import annotations

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_FIGURE = re.compile(r"(\w+)=(-?\d+(?:\.\d+)?)(?=[/%\s]|$)")
_NONE = -1.0
"""How ssh_load says that there was nothing to measure."""

Figures = Mapping[str, float]
"""One run's, by what is measured: the load's name, a space, and ssh_load's own name."""


def figures(load: str, said: str) -> dict[str, float]:
    """Return what ssh_load's last line says of `load`.

    Raises:
        ValueError: It says nothing of the kind.
    """
    last = said.strip().rpartition("\n")[2]
    found = {f"{load} {name}": float(number) for name, number in _FIGURE.findall(last)}
    if f"{load} visits" not in found:
        raise ValueError(f"ssh_load says {said.strip()!r}")
    return {name: number for name, number in found.items() if number != _NONE}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    label: str
    parts: tuple[str, ...]
    """The Figures that are added up."""
    unit: str
    aim: str
    """What the ratio (or, where it has a unit, our figure) should reach; never enforced here."""


ROWS = (
    Row("first frame after the shell request, 1 at a time", ("one first_p50",), "ms", "≤ 0.15×"),
    Row("handshake + first frame, 8 at a time", ("eight handshake_p50", "eight first_p50"), "ms", "≤ 0.6×"),
    Row("visits a second, 8 at a time", ("eight rate",), "/s", "≥ 2×"),
    Row("CPU of a looking visitor, 1 at a time", ("one server_cpu_ms",), "ms", ""),
    Row("CPU of a looking visitor, 8 at a time", ("eight server_cpu_ms",), "ms", "≤ 0.4×"),
    Row("memory of a looking visitor", ("eight mib_each",), "MiB", "≤ 0.25×"),
    Row("CPU of a visitor who presses 2 3 4 1, 8 at a time", ("keys server_cpu_ms",), "ms", "≤ 3×"),
    Row("memory of such a visitor", ("keys mib_each",), "MiB", "≤ 3×"),
    Row("first key → effect", ("keys firstkey_p50",), "ms", "≤ 4×"),
    Row("key → paint, warm", ("keys key_p50",), "ms", "≤ 0.75×"),
    Row("a reader's key → paint while 8 at a time arrive, p50", ("reader reader_p50",), "ms", ""),
    Row("the same, p99", ("reader reader_p99",), "ms", "≤ 2×"),
    Row("idle CPU, 100 present", ("eight idle_cpu",), "%", "≤ 0.2 %"),
    Row("bytes for a scrolled line", ("scrolled bytes",), "B", "≤ 1×"),
)


def table(ours: Sequence[Figures], peer: Sequence[Figures], rows: Sequence[Row] = ROWS) -> list[str]:
    """Return the lines of the table.

    Args:
        ours: Of each run.
        peer: Likewise; a ratio is the median of each run's own, since only within one is the machine the same.
        rows: What to show.
    """
    lines = [_line("", "tui-home", "the Wish peer", "ratio", "aim")]
    for row in rows:
        sums = ((_sum(one, row), _sum(other, row)) for one, other in zip(ours, peer, strict=True))
        pairs = [(one, other) for one, other in sums if one is not None and other is not None]
        if not pairs:
            lines.append(_line(row.label, "not measured", "", "", row.aim))
            continue
        ratios = [one / other for one, other in pairs if other > 0]
        told = f"{statistics.median(ratios):.2f}×" if ratios else ""
        mine, theirs = (_spread(side, row.unit) for side in zip(*pairs, strict=True))
        lines.append(_line(row.label, mine, theirs, told, row.aim))
    return [*lines, *_failures("tui-home", ours), *_failures("the Wish peer", peer)]


def _sum(run: Figures, row: Row) -> float | None:
    numbers = [run.get(part) for part in row.parts]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _spread(numbers: Sequence[float], unit: str) -> str:
    median, least, most = statistics.median(numbers), min(numbers), max(numbers)
    digits = 0 if median >= 100 else 2 if median < 1 else 1
    return f"{median:.{digits}f} {unit} ({least:.{digits}f}-{most:.{digits}f})"


def _failures(whose: str, runs: Sequence[Figures]) -> list[str]:
    loads = {name.split()[0] for run in runs for name in run if name.endswith(" fail")}
    failed = {load: sum(int(run.get(f"{load} fail", 0)) for run in runs) for load in sorted(loads)}
    return [f"  {whose}: {number} visits failed ({load})" for load, number in failed.items() if number]


def _line(label: str, ours: str, peer: str, ratio: str, aim: str) -> str:
    return f"  {label:<54}{ours:>24}{peer:>24}{ratio:>9}   {aim}".rstrip()
