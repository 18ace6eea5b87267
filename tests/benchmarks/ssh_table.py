"""What loads say of two servers, as Rows. No I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tests.benchmarks.figures import Aim, Row

_FIGURE = re.compile(r"(\w+)=(-?\d+(?:\.\d+)?)(?=[/%\s]|$)")
_NONE = -1.0
"""How a load says that there was nothing to measure."""

Figures = Mapping[str, float]
"""One run's, by what is measured: the load's name, a space, and its own name for it."""


def figures(load: str, said: str) -> dict[str, float]:
    """Return what the last line that was `said` tells of `load`.

    Raises:
        ValueError: It says nothing of the kind.
    """
    last = said.strip().rpartition("\n")[2]
    found = {f"{load} {name}": float(number) for name, number in _FIGURE.findall(last)}
    if f"{load} visits" not in found:
        raise ValueError(f"the load says {said.strip()!r}")
    return {name: number for name, number in found.items() if number != _NONE}


class Wanted(NamedTuple):
    """One line of the table."""

    label: str
    parts: tuple[str, ...]
    """The Figures that are added up."""
    unit: str
    aim: Aim | None = None


WANTED = (
    Wanted("first frame after the shell request, 1 at a time", ("one first_p50",), "ms", Aim(0.15)),
    Wanted("handshake + first frame, 8 at a time", ("eight handshake_p50", "eight first_p50"), "ms", Aim(0.6)),
    Wanted("visits a second, 8 at a time", ("eight rate",), "/s", Aim(2, at_least=True)),
    Wanted("CPU of a looking visitor, 1 at a time", ("one server_cpu_ms",), "ms"),
    Wanted("CPU of a looking visitor, 8 at a time", ("eight server_cpu_ms",), "ms", Aim(0.4)),
    Wanted("memory of a looking visitor", ("eight mib_each",), "MiB", Aim(0.25)),
    Wanted("CPU of a visitor who presses 2 3 4 1, 8 at a time", ("keys server_cpu_ms",), "ms", Aim(3)),
    Wanted("memory of a visitor who acts", ("keys mib_each",), "MiB", Aim(3)),
    Wanted("memory of a visitor who acted, after a minute's rest", ("keys rests",), "MiB", Aim(0.5)),
    Wanted("first key → effect, 1 at a time", ("effect1 firsteffect_p50",), "ms", Aim(4)),
    Wanted("first key → effect, 8 at a time", ("effect8 firsteffect_p50",), "ms", Aim(4)),
    Wanted("first key → first byte, 8 at a time (ssh_load)", ("keys firstkey_p50",), "ms"),
    Wanted("key → paint, the whole frame, warm, 1 at a time", ("effect1 effect_p50",), "ms", Aim(0.75)),
    Wanted("key → paint, the whole frame, warm, 8 at a time", ("effect8 effect_p50",), "ms", Aim(0.75)),
    Wanted("key → first byte, warm, 8 at a time (ssh_load)", ("keys key_p50",), "ms"),
    Wanted("a reader's key → paint while 8 at a time arrive, p50", ("reader reader_p50",), "ms"),
    Wanted("a reader's key → paint while 8 at a time arrive, p99", ("reader reader_p99",), "ms", Aim(2)),
    Wanted("idle CPU, 100 present who look", ("eight idle",), "%", Aim(0.2, "%")),
    Wanted("100 who have acted and rest, keepalives included", ("keys idle",), "%", Aim(0.2, "%")),
    Wanted("memory kept from visit 200 to visit 2,200", ("kept mib",), "MiB", Aim(5, "MiB")),
    Wanted("bytes for a scrolled line", ("scrolled bytes",), "B", Aim(1)),
)


def rows(ours: Sequence[Figures], peer: Sequence[Figures], wanted: Sequence[Wanted] = WANTED) -> list[Row]:
    """Return the rows of the table.

    Args:
        ours: Of each run.
        peer: Likewise; what only one of both has is of no use where there is a peer for it.
        wanted: What to show.
    """
    return [_row(each, ours, peer) for each in wanted]


def _row(wanted: Wanted, ours: Sequence[Figures], peer: Sequence[Figures]) -> Row:
    pairs = [(_sum(one, wanted), _sum(other, wanted)) for one, other in zip(ours, peer, strict=True)]
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    if both:
        return Row(wanted.label, wanted.unit, [one for one, _ in both], [other for _, other in both], wanted.aim)
    return Row(wanted.label, wanted.unit, [one for one, _ in pairs if one is not None], aim=wanted.aim)


def _sum(run: Figures, wanted: Wanted) -> float | None:
    known = [run[part] for part in wanted.parts if part in run]
    return sum(known) if len(known) == len(wanted.parts) else None


def failures(whose: str, runs: Sequence[Figures]) -> list[str]:
    """Return what is to be said of visits that failed."""
    loads = {name.split()[0] for run in runs for name in run if name.endswith(" fail")}
    failed = {load: sum(int(run.get(f"{load} fail", 0)) for run in runs) for load in sorted(loads)}
    return [f"{whose}: {number} visits failed ({load})" for load, number in failed.items() if number]
