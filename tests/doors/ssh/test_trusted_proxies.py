"""Who is passed on by a proxy, and who only says so."""

from __future__ import annotations

import asyncio
import socket
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from tests.doors.ssh.house import HERE, PATIENCE, House, client, hears, house, raw, until
from tui_home.doors.ssh.gates import Gate
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.watch import End

V2 = b"\r\n\r\n\x00\r\nQUIT\n"


FROM_V2 = (
    V2 + b"\x21\x11\x00\x0c" + socket.inet_aton("198.51.100.7") + socket.inet_aton("192.0.2.1") + b"\x30\x39\x00\x16"
)


async def behind(port: int, header: bytes, address: str = HERE) -> socket.socket:
    """Connect as a proxy does."""
    made = socket.socket()
    made.setblocking(False)
    made.bind((address, 0))
    loop = asyncio.get_running_loop()
    await loop.sock_connect(made, (HERE, port))
    await loop.sock_sendall(made, header)
    return made


@pytest.mark.parametrize("pieces", [1, 5, 1000])
@pytest.mark.parametrize("header", [b"PROXY TCP4 198.51.100.7 192.0.2.1 12345 22\r\n", FROM_V2])
async def test_a_trusted_proxy_tells_whom_it_passes_on(header: bytes, pieces: int) -> None:
    async with house(trusted=["127.0.0.0/8"]) as here:
        made = await behind(here.port, header[:1], "127.0.0.9")
        loop = asyncio.get_running_loop()
        for at in range(1, len(header), pieces):
            await loop.sock_sendall(made, header[at : at + pieces])
        async with client(here.port, sock=made) as connection:
            assert (await connection.run("who")).stdout == "198.51.100.7 198.51.100.7\n"
            kept = here.tunnel.gates.at_once.present
            assert [(bucket.number, count) for bucket, count in kept.items()] == [
                (int.from_bytes(socket.inet_aton("198.51.100.7"), "big"), 1)
            ]


async def test_what_follows_the_header_at_once_goes_on_to_the_handshake() -> None:
    async with house(trusted=[HERE]) as here:
        made = await behind(here.port, FROM_V2 + b"SSH-2.0-")
        await asyncio.get_running_loop().sock_sendall(made, b"early\r\n")
        await until(lambda: bool(here.connections) and bool(here.connections[0].get_extra_info("client_version")))
        assert here.connections[0].get_extra_info("client_version") == "SSH-2.0-early"
        made.close()


@pytest.mark.parametrize("header", [b"PROXY UNKNOWN\r\n", V2 + b"\x20\x00\x00\x00"])
async def test_a_proxy_that_speaks_for_itself_is_let_in_and_not_counted_as_a_visitor(header: bytes) -> None:
    async with house(Limits(max_per_address=1), trusted=[HERE]) as here:
        for _ in range(3):
            made = await behind(here.port, header)
            async with client(here.port, sock=made) as connection:
                assert (await connection.run("who")).stdout == f"{HERE} {HERE}\n"
                assert not here.tunnel.gates.at_once.present


@pytest.mark.parametrize("opening", [b"SSH-2.0-OpenSSH_9.2\r\n", b"PROXY TCP4 x\r\n", b"PROXY UNKNOWN" + b" " * 600])
async def test_a_trusted_proxy_without_a_header_is_refused(opening: bytes) -> None:
    async with house(trusted=[HERE]) as here:
        reader, writer = await raw(here.port)
        writer.write(opening)
        assert await hears(reader) == b""
        writer.close()
        await until(lambda: here.empty)
        assert not here.connections
        assert (here.tunnel.gates.refused, here.tunnel.ended) == ({Gate.HEADER: 1}, {End.HEADER: 1})
        assert here.refused == [(Gate.HEADER, HERE)]


async def test_a_header_has_five_seconds() -> None:
    async with house(trusted=[HERE]) as here:
        reader, writer = await raw(here.port)
        writer.write(b"PROXY TCP4 ")
        await until(lambda: bool(here.tunnel.present))
        here.later(4.9)
        assert here.tunnel.present
        here.later(0.1)
        assert await hears(reader) == b""
        writer.close()
        await until(lambda: here.tunnel.ended == {End.HEADER: 1})


async def test_whom_a_proxy_passes_on_is_asked_at_the_gates() -> None:
    async with house(Limits(max_per_address=1), trusted=[HERE]) as here:
        first = await behind(here.port, FROM_V2)
        await until(lambda: len(here.connections) == 1)
        reader, writer = await raw(here.port)
        writer.write(FROM_V2)
        assert await hears(reader) == b""
        assert here.tunnel.gates.refused == {Gate.ADDRESS: 1}
        assert here.refused == [(Gate.ADDRESS, "198.51.100.7")]
        writer.close()
        first.close()


async def test_a_header_of_somebody_who_is_not_trusted_is_just_no_ssh() -> None:
    async with house(trusted=["127.0.0.2"]) as here:
        reader, writer = await raw(here.port)
        writer.write(FROM_V2)
        assert (await hears(reader)).count(b"\n") <= 1
        writer.close()
        await until(lambda: here.empty)
        assert here.tunnel.gates.refused == {}
        assert "198.51.100.7" not in str(here.connections[0].get_extra_info("peername"))


OPENSSH = (
    "ssh", "-F", "none", "-q", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no",
    "-o", "UserKnownHostsFile=/dev/null", "-o", "GlobalKnownHostsFile=/dev/null",
)  # fmt: skip


async def openssh(here: House, *words: str, port: int | None = None) -> tuple[str, int | None]:
    process = await asyncio.create_subprocess_exec(
        *OPENSSH, "-p", str(port or here.port), *words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    )
    try:
        async with asyncio.timeout(PATIENCE):
            heard, _ = await process.communicate()
    finally:
        with suppress(ProcessLookupError):
            process.kill()
    return heard.decode(), process.returncode


async def test_openssh_connects_without_being_asked_anything() -> None:
    async with house(host=None) as here:
        assert await openssh(here, "anybody@127.0.0.1", "who") == ("127.0.0.1 127.0.0.1\n", 0)
        if len(here.tunnel._sockets) > 1:
            assert await openssh(here, "anybody@::1", "who") == ("::1 ::1\n", 0)
        # Asking for compression gets none.
        assert await openssh(here, "-C", HERE, "true") == ("", 0)
        assert here.connections[-1].get_extra_info("recv_compression") in {"none", None}


HAPROXY = f"""\
defaults
  mode tcp
  timeout connect 5s
  timeout client 60s
  timeout server 60s
listen ssh
  bind fd@{{front}}
  server here {HERE}:{{port}} {{sends}} source 127.0.0.9 check inter 100ms
"""


@pytest.mark.skipif(not Path("/usr/sbin/haproxy").exists(), reason="no haproxy here")
@pytest.mark.parametrize("sends", ["send-proxy", "send-proxy-v2"])
async def test_a_real_haproxy_passes_a_real_ssh_on(sends: str, tmp_path: Path) -> None:
    async with house(trusted=["127.0.0.9"]) as here:
        with socket.create_server((HERE, 0)) as front:
            configuration = tmp_path / "haproxy.cfg"
            configuration.write_text(HAPROXY.format(front=front.fileno(), port=here.port, sends=sends))
            proxy = await asyncio.create_subprocess_exec(
                "/usr/sbin/haproxy", "-db", "-f", str(configuration), pass_fds=[front.fileno()],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            try:
                port = front.getsockname()[1]
                found = await openssh(here, "-o", "BindAddress=127.0.0.5", HERE, "who", port=port)
                assert found == ("127.0.0.5 127.0.0.5\n", 0)
                # Its own checks, too, are let in.
                assert not here.tunnel.gates.refused
            finally:
                proxy.kill()
                await proxy.wait()
