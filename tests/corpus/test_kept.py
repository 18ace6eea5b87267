"""Every real site kept is the one that was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.conftest import kept, opened
from tui_home.sources import formats


def test_a_kept_site_is_the_one_that_was_read(real: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = opened(real)

    def read_again(*_: object) -> None:
        pytest.fail("it is not read again")

    monkeypatch.setattr(formats, "read_sites", read_again)
    found = kept(real)
    assert found is not read
    assert found == read
    assert found.problems == read.problems
