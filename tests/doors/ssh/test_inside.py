from __future__ import annotations

import asyncio
import gc
import weakref

import asyncssh
import pytest
from asyncssh.constants import MSG_IGNORE
from asyncssh.packet import String

from tests.doors.ssh.house import HOST_KEY, client, house, until
from tui_home.doors.ssh.algorithms import options
from tui_home.doors.ssh.inside import Inside
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.watch import Facts


def test_asyncssh_is_one_whose_privates_we_know() -> None:
    # Another minor version: see whether the rest of this file, and the attacks, still hold.
    assert asyncssh.__version__.startswith("2.24.")


async def test_what_is_so_in_a_connection_as_it_goes_on() -> None:
    async with house() as here, client(here.port) as one:
        (connection,), (wire,) = here.connections, here.wires
        await until(lambda: wire.inside is not None and wire.inside.facts(0).authenticated)
        inside = wire.inside
        assert inside is not None
        assert inside.facts(5) == Facts(untaken=5, sessions=0)
        await one.open_session("wait", window=10, encoding=None)
        (session,) = here.sessions
        session.channel.write(bytes(100))
        assert inside.facts(0) == Facts(untaken=90, sessions=1)
        session.channel.exit(0)
        assert inside.facts(0) == Facts(untaken=90, sessions=1, closing=frozenset({0}))
        connection._send_kexinit()
        connection.send_packet(asyncssh.constants.MSG_CHANNEL_DATA, String(bytes(1000)))
        facts = inside.facts(0)
        assert facts.rekeying
        assert 1090 < facts.untaken < 1400


async def test_a_connection_before_its_handshake() -> None:
    made = await asyncssh.SSHServerConnectionOptions.construct(
        server_factory=asyncssh.SSHServer, server_host_keys=[HOST_KEY], **options(Limits())
    )
    connection = asyncssh.SSHServerConnection(asyncio.get_running_loop(), made)
    refused = list[int]()
    inside = Inside(connection, lambda: refused.append(1))
    assert inside.facts(0) == Facts(rekeying=True, authenticated=False, sessions=0)
    assert not inside.exchanged()
    connection._cancel_login_timer()


async def test_a_login_reads_no_configuration_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with house() as here:

        async def construct(*_: object, **__: object) -> None:
            raise AssertionError("options are the same for all")

        monkeypatch.setattr(asyncssh.SSHServerConnectionOptions, "construct", construct)
        async with client(here.port) as one:
            assert (await one.run("who")).stdout
    # It would have had to, if there were one.
    assert options(Limits())["config"] == []


async def test_nothing_is_sent_that_is_to_be_ignored() -> None:
    async with house() as here, client(here.port) as one:
        came = list[int]()
        one._log_packet = lambda how, what, *_: came.append(what) if how == "Received" else None  # type: ignore[method-assign]
        await one.open_session("wait")
        assert MSG_IGNORE not in came
        assert came
        # Those are the ciphers for which asyncssh need not: none is in CBC mode.
        assert not [cipher for cipher in options(Limits())["encryption_algs"] if "cbc" in cipher]


@pytest.mark.parametrize("how", ["leaves", "is sent away"])
async def test_a_connection_that_is_over_is_held_by_nobody(how: str) -> None:
    async with house() as here:
        async with client(here.port) as one:
            await one.open_session("wait")
            (wire,) = here.wires
            gone = weakref.ref(here.connections.pop())
            here.sessions.clear()
            if how == "is sent away":
                here.tunnel.end_all()
            del one
        await until(lambda: here.empty)
        here.connections.clear()
        await until(lambda: gc.collect() >= 0 and gone() is None)
        assert wire.untaken == 0
        assert not wire.writable
