from __future__ import annotations

import sys
from pathlib import Path

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("looks into /proc, and comes from many addresses of the loopback", allow_module_level=True)

from tests.soak.rude import RUDE
from tests.soak.soak import soak

_VISITS = 3 * len(RUDE)
"""Each third is rude: all kinds of them."""


async def test_whatever_visitors_do_all_polite_ones_are_served_and_nothing_is_left(tmp_path: Path) -> None:
    report = await soak(tmp_path, seed=1, at_once=20, patience=1.0, phases=(_VISITS,))
    assert not report.faults()
    assert report.outcome.served.total() == 2 * len(RUDE)
    assert set(report.outcome.endured) == set(RUDE)
