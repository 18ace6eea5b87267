"""Whoever raises Textual's or asyncssh's version looks into `driver`, `running`, `channel` when one of these fails."""

from __future__ import annotations

import asyncio
import inspect
import sys

import asyncssh
import pytest
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from tui_home.doors.ssh.channel import VisitorChannel
from tui_home.doors.ssh.screen import codes
from tui_home.doors.ssh.screen.driver import VisitDriver
from tui_home.doors.ssh.starting.loop import run_to_the_end


def test_what_textual_wants_of_a_driver_is_there() -> None:
    assert Driver.__abstractmethods__ <= set(vars(VisitDriver))
    assert not inspect.isabstract(VisitDriver)
    for never in ("open_url", "deliver_binary"):
        assert getattr(VisitDriver, never) is not getattr(Driver, never)


def test_the_terminal_is_taken_and_given_back_as_textual_does() -> None:
    taken = inspect.getsource(LinuxDriver).replace("{KITTY_PROTOCOL_FLAG}", "25")
    for code in (*codes.MOUSE, codes.KITTY, codes.KITTY_OFF, codes.ALTERNATE):
        assert code.replace("\x1b", "\\x1b") in taken
    for both in (codes.START, codes.STOP, codes.NORMAL):
        assert all(f"\\x1b{code}" in taken for code in both.split("\x1b")[1:])


@pytest.mark.parametrize("name", ["_thread_init", "_context", "_process_messages", "_shutdown", "_loop", "_thread_id"])
def test_an_app_is_run_as_textual_does(name: str) -> None:
    assert name in inspect.getsource(App.run_async)


def test_textual_redirects_what_we_put_in_place_of_its_captures() -> None:
    source = inspect.getsource(App._process_messages)
    assert "redirect_stdout(self._capture_stdout)" in source
    assert "redirect_stderr(self._capture_stderr)" in source


def test_nothing_is_drawn_while_the_driver_is_headless() -> None:
    assert "not self.is_headless" in inspect.getsource(App._display)


@pytest.mark.parametrize(
    "request_name",
    [
        *("pty_req", "env", "window_change", "shell", "exec", "subsystem"),
        *("x11_req", "auth_agent_req_at_openssh_dot_com"),
    ],
)
def test_every_request_of_asyncssh_is_ours_to_answer(request_name: str) -> None:
    name = f"_process_{request_name}_request"
    assert hasattr(asyncssh.SSHServerChannel, name)
    assert name in vars(VisitorChannel)


def test_no_request_is_left_to_asyncssh_but_harmless_ones() -> None:
    handlers = {name for name in dir(asyncssh.SSHServerChannel) if name.startswith("_process_") and "_request" in name}
    left = {name for name in handlers if name not in vars(VisitorChannel)}
    harmless = {"signal", "break", "keepalive_at_openssh_dot_com"}
    assert left == {"_process_request", *(f"_process_{name}_request" for name in harmless)}


def test_a_system_exit_ends_no_loop() -> None:
    async def exits() -> None:
        sys.exit(3)

    async def serves() -> str:
        task = asyncio.get_running_loop().create_task(exits())
        await asyncio.wait((task,))
        assert isinstance(task.exception(), SystemExit)
        return "served"

    told = list[BaseException]()
    assert run_to_the_end(serves(), told.append) == "served"
    assert [type(error) for error in told] == [SystemExit]
    with pytest.raises(SystemExit):
        run_to_the_end(exits(), told.append)
