"""Servers for one module of tests each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.doors.ssh.homes import homes
from tests.doors.ssh.serving import Serving, serving


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
