from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import asyncssh
import pytest

from tests.doors.ssh.house import HERE, PATIENCE, client, hears, house, raw, until
from tui_home.doors.ssh import listener
from tui_home.doors.ssh.denied import DenyFile
from tui_home.doors.ssh.gates import Gate
from tui_home.doors.ssh.inside import Inside
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.starting.sockets import taken_over
from tui_home.doors.ssh.watch import End, Facts


async def ask(port: int, command: str, address: str = HERE, **more: object) -> str:
    async with client(port, address, **more) as connection:
        return str((await connection.run(command)).stdout)


async def test_a_session_works_through_it_and_leaves_nothing() -> None:
    async with house() as here:
        assert await ask(here.port, "who") == f"{HERE} {HERE}\n"
        await until(lambda: here.empty)
        assert not here.tunnel.ended
        assert here.sessions[0].told == []


async def test_asyncssh_is_fed_at_most_a_slice_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = list[int]()
    feed = asyncssh.SSHServerConnection.data_received

    def fed(self: asyncssh.SSHServerConnection, data: bytes, datatype: int | None = None) -> None:
        sizes.append(len(data))
        feed(self, data, datatype)

    monkeypatch.setattr(asyncssh.SSHServerConnection, "data_received", fed)
    async with house() as here, client(here.port) as connection:
        writer, _, _ = await connection.open_session("wait", encoding=None)
        writer.write(bytes(30_000))
        await until(lambda: sum(sizes) > 30_000)
        assert max(sizes) <= here.limits.max_slice
        assert here.wires[0].received == sum(sizes)


async def test_one_that_is_as_it_was_is_not_looked_into_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    looks, look = list[Facts](), Inside.facts

    def facts(inside: Inside, in_transport: int) -> Facts:
        looks.append(look(inside, in_transport))
        return looks[-1]

    monkeypatch.setattr(Inside, "facts", facts)
    async with house() as here, client(here.port) as one:
        await one.open_session("wait", encoding=None)
        here.later(0)
        looks.clear()
        for _ in range(10):
            here.later(1)
        assert not looks
        here.sessions[0].channel.write(b"x")
        here.later(1)
        assert looks
        looks.clear()
        here.later(here.limits.keepalive_time)
        assert looks, "before it is asked whether it is still there"


async def test_who_is_refused_costs_no_handshake() -> None:
    async with house(Limits(max_connections=2)) as here:
        async with client(here.port), client(here.port):
            for _ in range(20):
                reader, writer = await raw(here.port)
                assert await hears(reader) == b""
                writer.close()
            assert len(here.connections) == 2
            assert here.tunnel.gates.refused == {Gate.CONNECTIONS: 20}
            assert here.refused == [(Gate.CONNECTIONS, HERE)] * 20
        await until(lambda: here.empty)
        assert await ask(here.port, "true") == ""


async def test_each_address_has_its_own_measure() -> None:
    async with house(Limits(max_per_address=1)) as here, client(here.port):
        reader, writer = await raw(here.port)
        assert await hears(reader) == b""
        writer.close()
        assert await ask(here.port, "who", "127.0.0.2") == "127.0.0.2 127.0.0.2\n"


async def test_the_denied_are_refused_as_soon_as_their_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "deny"
    path.write_text("127.0.0.2\n")
    denied = DenyFile(path)
    denied.refresh()
    async with house(denied=denied) as here:
        reader, writer = await raw(here.port, "127.0.0.2")
        assert await hears(reader) == b""
        writer.close()
        assert await ask(here.port, "true") == ""
        path.write_text("127.0.0.1\n127.0.0.3\n")
        # The rounds of the listener read it.
        await until(lambda: denied.count == 2)
        assert await ask(here.port, "true", "127.0.0.2") == ""
        reader, writer = await raw(here.port)
        assert await hears(reader) == b""
        writer.close()


class Broken(DenyFile):
    """Cannot be read: by a mistake of ours, or not before the disk answers."""

    def __init__(self, answers: threading.Event | None) -> None:
        super().__init__(Path())
        self.asked = threading.Event()
        self._answers = answers

    def refresh(self) -> list[str]:
        self.asked.set()
        if self._answers is None:
            raise RuntimeError
        self._answers.wait(PATIENCE)
        return []


@pytest.mark.parametrize("answers", [None, threading.Event()])
async def test_who_is_there_is_watched_also_while_the_file_of_the_denied_cannot_be_read(
    answers: threading.Event | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "_ROUND", 0.05)
    denied = Broken(answers)
    async with house(denied=denied) as here:
        await until(denied.asked.is_set)
        reader, writer = await raw(here.port)
        await until(lambda: bool(here.wires))
        here.clock.now += here.limits.login_time
        # Nobody looks but the listener in its rounds.
        await hears(reader)
        writer.close()
        assert here.tunnel.ended == {End.LOGIN: 1}
        if answers:
            answers.set()


async def test_ipv4_on_a_socket_for_both_families_is_ipv4() -> None:
    try:
        both = socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True)
    except (OSError, ValueError):
        pytest.skip("no IPv6 here")
    sockets = taken_over([os.dup(both.fileno())])
    both.close()
    async with house(sockets=sockets) as here:
        assert await ask(here.port, "who") == f"{HERE} {HERE}\n"


async def test_while_it_drains_nobody_new_is_let_in_and_who_is_there_stays() -> None:
    async with house() as here, client(here.port) as connection:
        here.tunnel.gates.draining = True
        reader, writer = await raw(here.port)
        assert await hears(reader) == b""
        writer.close()
        assert (await connection.run("true")).exit_status == 0


async def test_ending_all_puts_terminals_in_order_first() -> None:
    async with house() as here, client(here.port) as connection:
        await connection.open_session("wait")
        here.tunnel.end_all()
        await connection.wait_closed()
        await until(lambda: here.empty)
        assert here.sessions[0].told == ["ending"]
        assert here.tunnel.ended == {End.STOPPED: 1}


async def test_it_can_be_closed_while_visitors_stay() -> None:
    async with house() as here, client(here.port) as connection:
        await until(lambda: bool(here.wires))
        assert (await connection.run("true")).exit_status == 0
