from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from tui_home.doors.ssh.telling.quiet import Quiet

if TYPE_CHECKING:
    import pytest


class Costly:
    """What is told of, and takes time to be made a text of."""

    def __init__(self) -> None:
        self.made = list[str]()

    def __str__(self) -> str:
        self.made.append("costly")
        return "costly"


def test_what_nobody_hears_is_not_made(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "asyncssh")
    for quiet in (Quiet(), Quiet().get_child(context="chan=0")):
        unheard, heard = Costly(), Costly()
        quiet.info("Something: %s", [unheard])
        quiet.debug1("Something: %s", [unheard])
        quiet.warning("Something: %s", [heard])
        assert (unheard.made, heard.made) == ([], ["costly"])
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"]
    assert "chan=0" in caplog.messages[1]


def test_who_wants_to_hear_it_does(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "asyncssh")
    Quiet().info("Something: %s", ["costly"])
    assert caplog.messages == ["Something: costly"]
