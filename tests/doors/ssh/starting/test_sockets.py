from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tui_home.doors.ssh.starting.sockets import ListenError, open_sockets, taken_over


def close(sockets: list[socket.socket]) -> None:
    for each in sockets:
        each.close()


def test_everywhere_is_one_port_of_both_families() -> None:
    found = open_sockets(None, 0)
    try:
        assert len({each.getsockname()[1] for each in found}) == 1
        assert found[0].family == socket.AF_INET
        assert {each.family for each in found} <= {socket.AF_INET, socket.AF_INET6}
        assert not any(each.getblocking() for each in found)
    finally:
        close(found)


def test_one_address_is_one_socket() -> None:
    found = open_sockets("127.0.0.1", 0)
    try:
        assert [each.getsockname()[0] for each in found] == ["127.0.0.1"]
    finally:
        close(found)


def test_a_port_that_is_taken_is_told_in_one_line() -> None:
    found = open_sockets("127.0.0.1", 0)
    port = found[0].getsockname()[1]
    try:
        with pytest.raises(
            ListenError, match=rf"^port {port} is taken by another program; choose another with --port$"
        ):
            open_sockets("127.0.0.1", port)
        with pytest.raises(ListenError, match=f"port {port} is taken"):
            open_sockets(None, port)
    finally:
        close(found)
    close(open_sockets("127.0.0.1", port))


def test_an_address_of_another_machine_is_told_in_one_line() -> None:
    with pytest.raises(ListenError, match=r"^cannot listen on 192\.0\.2\.1, port 2222: [^\n]+$"):
        open_sockets("192.0.2.1", 2222)


def test_sockets_are_taken_over() -> None:
    found = open_sockets("127.0.0.1", 0)
    (again,) = taken_over([os.dup(found[0].fileno())])
    try:
        assert again.getsockname() == found[0].getsockname()
        assert not again.getblocking()
    finally:
        close([again, *found])


@pytest.mark.parametrize("handed", [False, True])
def test_the_system_takes_little_of_what_is_not_read(*, handed: bool) -> None:
    """Whoever has sent megabytes and gone is noticed only when they have been read."""
    found = open_sockets("127.0.0.1", 0)
    listening = taken_over([os.dup(found[0].fileno())])[0] if handed else found[0]
    try:
        with socket.create_connection(listening.getsockname(), timeout=10):
            listening.settimeout(10)
            accepted, _ = listening.accept()
            with accepted:
                # Linux says twice what was asked for; unasked it is at least 128 KiB, and grows.
                assert accepted.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) <= 2 * 32 * 1024
    finally:
        close([*found, *([listening] if handed else [])])


def test_what_is_no_listening_tcp_socket_is_not_taken_over(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w") as file, pytest.raises(ListenError, match="is no socket"):
        taken_over([file.fileno()])
    with socket.socket() as idle, pytest.raises(ListenError, match="is no TCP socket that listens"):
        taken_over([idle.fileno()])
    with socket.socket(socket.AF_UNIX) as local:
        local.bind(str(tmp_path / "socket"))
        local.listen()
        with pytest.raises(ListenError, match="is no TCP socket that listens"):
            taken_over([local.fileno()])
