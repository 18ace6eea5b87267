"""Servers for one module of tests each, and the visits to them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.doors.ssh.homes import homes
from tests.doors.ssh.serving import Serving, serving
from tui_home.doors.ssh.screen.visit import ScreenVisit
from tui_home.doors.ssh.service import Visited


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    """Yield one of the packaged homepage, without spare apps."""
    with serving() as running:
        yield running


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Yield one of several homepages."""
    with serving(houses=homes(tmp_path_factory.mktemp("homes"))) as running:
        yield running


@pytest.fixture
def visits(monkeypatch: pytest.MonkeyPatch) -> list[ScreenVisit]:
    """Return the visits, as they begin."""
    begun, receive = list[ScreenVisit](), ScreenVisit.run

    async def run(self: ScreenVisit) -> Visited:
        begun.append(self)
        return await receive(self)

    monkeypatch.setattr(ScreenVisit, "run", run)
    return begun
