from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tui_home.doors.ssh.starting.activation import (
    Notifier,
    handed_sockets,
    keep_alive,
    watchdog_interval,
)
from tui_home.doors.ssh.starting.sockets import ListenError

PID = 4711


def told(count: int | str, names: str = "", pid: int = PID) -> dict[str, str]:
    return {"LISTEN_FDS": str(count), "LISTEN_PID": str(pid), "LISTEN_FDNAMES": names, "HOME": "/x"}


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as made:
        yield made


def handed(file: socket.socket | int) -> int:
    """Return a file descriptor of its own, as a supervisor would leave it."""
    return os.dup(file if isinstance(file, int) else file.fileno())


def test_a_listening_socket_is_taken_and_the_variables_are_gone(listener: socket.socket) -> None:
    number = handed(listener)
    os.set_inheritable(number, True)
    environment = told(1, "ssh")
    ((taken, name),) = handed_sockets(environment, PID, number)
    with taken:
        assert name == "ssh"
        assert taken.getsockname() == listener.getsockname()
        assert not os.get_inheritable(number)
    assert environment == {"HOME": "/x"}


def test_a_socket_without_a_name_is_called_by_its_number(listener: socket.socket) -> None:
    number = handed(listener)
    ((taken, name),) = handed_sockets(told(1), PID, number)
    taken.close()
    assert name == str(number)


@pytest.mark.parametrize("environment", [{}, told(1, pid=1), told(0), told("x"), told("-1"), told("1" * 40)])
def test_what_is_not_meant_for_us_is_not_taken_but_cleared(environment: dict[str, str]) -> None:
    assert handed_sockets(environment, PID) == ()
    assert not any(name.startswith("LISTEN_") for name in environment)


def test_what_cannot_be_served_on_is_an_error(tmp_path: Path, listener: socket.socket) -> None:
    with socket.socket() as silent, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        for wrong in (silent, datagrams):
            number = handed(wrong)
            with pytest.raises(ListenError, match="no TCP socket that listens"):
                handed_sockets(told(1), PID, number)
            os.close(number)  # it was left open
    with (tmp_path / "file").open("w") as file, pytest.raises(ListenError, match="no socket"):
        handed_sockets(told(1), PID, file.fileno())
    with pytest.raises(ListenError, match="is no socket"):
        handed_sockets(told(1), PID, 1 << 20)
    with pytest.raises(ListenError, match="at most 16"):
        handed_sockets(told(17), PID, listener.fileno())


def test_a_process_started_as_systemd_does_finds_its_socket(listener: socket.socket) -> None:
    program = (
        "import os\n"
        "from tui_home.doors.ssh.starting.activation import handed_sockets\n"
        "os.environ['LISTEN_PID'] = str(os.getpid())\n"
        "((taken, name),) = handed_sockets(os.environ, os.getpid())\n"
        "print(name, taken.getsockname()[1], 'LISTEN_FDS' in os.environ)\n"
    )

    def into_place() -> None:
        os.dup2(listener.fileno(), 3)

    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **told(1, "ssh"), "PYTHONPATH": os.getcwd()},  # noqa: PTH109 - text
        preexec_fn=into_place,
        close_fds=False,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["ssh", str(listener.getsockname()[1]), "False"], done.stderr


@pytest.fixture(params=["path", "abstract"])
def supervisor(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[socket.socket, str]]:
    address = str(tmp_path / "notify") if request.param == "path" else f"@tui-home-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as made:
        made.bind(address.replace("@", "\0", 1) if request.param == "abstract" else address)
        made.settimeout(5)
        yield made, address


def test_systemd_is_told_each_state(supervisor: tuple[socket.socket, str]) -> None:
    heard, address = supervisor
    notifier = Notifier.of({"NOTIFY_SOCKET": address})
    told_and_heard: tuple[tuple[Callable[[], bool], str], ...] = (
        (lambda: notifier.ready("3 visitors\nREADY=0"), "READY=1\nSTATUS=3 visitors READY=0"),
        (lambda: notifier.reloading(12), "RELOADING=1\nMONOTONIC_USEC=12"),
        (notifier.stopping, "STOPPING=1\nSTATUS="),
        (notifier.alive, "WATCHDOG=1"),
        (lambda: notifier.status("none"), "STATUS=none"),
    )
    for tell, expected in told_and_heard:
        assert tell()
        assert heard.recv(4096).decode() == expected


@pytest.mark.parametrize("address", ["", "relative", "/nowhere/at/all", "@nobody-is-there", "/" + "x" * 300])
def test_without_a_supervisor_nothing_happens(address: str) -> None:
    assert not Notifier(address).ready("")


def test_a_full_queue_is_not_waited_for(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as deaf:
        deaf.bind(str(tmp_path / "deaf"))
        notifier = Notifier(str(tmp_path / "deaf"))
        assert False in [notifier.alive() for _ in range(5000)]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"WATCHDOG_USEC": "30000000"}, 15.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(PID)}, 15.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
        ({"WATCHDOG_USEC": "0"}, None),
    ],
)
def test_signs_of_life_are_given_twice_as_often_as_they_are_awaited(
    environment: dict[str, str], expected: float | None
) -> None:
    assert watchdog_interval(environment, PID) == expected


async def test_signs_of_life_go_on_until_the_end(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(tmp_path / "notify"))
        heard.setblocking(False)
        task = asyncio.create_task(keep_alive(Notifier(str(tmp_path / "notify")), 0))
        loop = asyncio.get_running_loop()
        for _ in range(3):
            assert await asyncio.wait_for(loop.sock_recv(heard, 100), 5) == b"WATCHDOG=1"
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
