from __future__ import annotations

import inspect
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("Windows keeps Textual's own driver", allow_module_level=True)

from textual.drivers.linux_driver import LinuxDriver

from tui_home.doors.driver import TerminalDriver

REPLACED = ("run_input_thread", "disable_input", "_request_terminal_sync_mode_support", "_sigcont_application")
USED = ("attrs_before", "_key_thread", "_writer_thread", "exit_event", "_must_signal_resume", "_file", "_loop", "_app")


@pytest.mark.parametrize("name", REPLACED)
def test_what_the_driver_replaces_is_there_and_called(name: str) -> None:
    """Whoever raises Textual's version looks into `driver` when this fails."""
    assert name in vars(TerminalDriver)
    assert f"self.{name}" in inspect.getsource(LinuxDriver)


@pytest.mark.parametrize("name", USED)
def test_what_the_driver_uses_is_there(name: str) -> None:
    assert f"self.{name}" in "".join(map(inspect.getsource, LinuxDriver.__mro__[:2]))


def test_leaving_ends_the_reading_and_throws_the_rest_away() -> None:
    stop = inspect.getsource(LinuxDriver.stop_application_mode)
    assert "self.disable_input()" in stop
    ends = inspect.getsource(LinuxDriver.disable_input)
    assert ends.index("exit_event.set()") < ends.index("_key_thread.join()") < ends.index("tcflush")
