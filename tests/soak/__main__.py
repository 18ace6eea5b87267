"""`make soak`: 2,000 visits to the real server, 50 at a time, a third of them rude; says what they have left behind."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.soak.soak import MOST_GROWTH, Report, soak

_MIB = 1 << 20
_PATIENCE = 20.0
"""Seconds: longer than the server waits for anybody to log in."""
_POLITE = 5
"""See nice(1)."""


def main() -> int:
    """Soak, print what was seen; return 1 if it is not as it should be."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--visits", type=int, default=2000, help="in all (2000)")
    parser.add_argument("--first", type=int, default=100, help="after how many memory is first looked at (100)")
    parser.add_argument("--at-once", type=int, default=50, help="visitors at a time (50)")
    parser.add_argument("--seed", type=int, default=5, help="decides what each visitor does (5)")
    given = parser.parse_args()
    # Rude ones write to connections that have been ended.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    with TemporaryDirectory() as folder:
        phases = (given.first, given.visits - given.first)
        report = asyncio.run(soak(Path(folder), given.seed, given.at_once, _PATIENCE, phases, _stand_back))
    faults = report.faults()
    print(table(report))
    print("\n".join(("\nNot as it should be:", *(f"  {fault}" for fault in faults)) if faults else ("\nAll is well.",)))
    return 1 if faults else 0


def _stand_back() -> None:
    """Let the server go first, with which the clients share the machine's cores."""
    os.nice(_POLITE)


def table(report: Report) -> str:
    """Return what was seen, for a person."""
    outcome = report.outcome
    lines = [f"Seed {report.seed}."]
    for kinds, name in (
        (outcome.served, "polite, served"),
        (outcome.refused, "polite, refused"),
        (outcome.failed, "polite, failed"),
        (outcome.endured, "rude"),
    ):
        told = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
        lines.append(f"{kinds.total():5d} {name}{': ' if told else ''}{told}")
    if report.gates:
        told = ", ".join(f"{number} at {gate}" for gate, number in report.gates.most_common())
        lines.append(f"      the gates refused, whoever it was: {told}")
    names = list(report.start.things)
    rows = [("visits", "seconds", *names, "RSS MiB", "trimmed")]
    rows.append(("start", "", *_numbers(report, None)))
    rows += [(str(each.visits), f"{each.seconds:.0f}", *_numbers(report, at)) for at, each in enumerate(report.phases)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines += ["", *("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)]
    lines.append(
        f"\nMemory {report.growth / _MIB:+.1f} MiB after the first {report.phases[0].visits} visits (at most "
        f"{MOST_GROWTH / _MIB:+.0f}): the resident set after a collection; trimmed: after malloc_trim, too."
    )
    if report.grew:
        lines.append("More objects: " + ", ".join(f"{name} {number:+d}" for name, number in report.grew.items()))
    return "\n".join(lines)


def _numbers(report: Report, at: int | None) -> list[str]:
    held = report.start if at is None else report.phases[at].held
    return [*map(str, held.things.values()), f"{held.memory / _MIB:.1f}", f"{held.trimmed / _MIB:.1f}"]


if __name__ == "__main__":
    sys.exit(main())
