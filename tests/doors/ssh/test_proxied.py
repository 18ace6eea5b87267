"""The whole program behind a real haproxy, and its doors to those who are denied, too many, or say they are a proxy."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncssh
import pytest

if sys.platform != "linux" or not shutil.which("ssh"):
    pytest.skip("needs Linux, which has all of 127.0.0.0/8, and an OpenSSH client", allow_module_level=True)

from tests.doors.ssh.started import SECONDS, Unit, unit_in

HAPROXY = shutil.which("haproxy", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
CONFIGURATION = """\
global
  stats socket {folder}/haproxy
defaults
  mode tcp
  timeout connect 10s
  timeout client 60s
  timeout server 60s
listen one
  bind fd@{one}
  server a 127.0.0.1:{port} send-proxy
listen two
  bind fd@{two}
  option tcp-check
  tcp-check connect send-proxy
  tcp-check expect rstring ^SSH-2.0-
  server b 127.0.0.1:{port} send-proxy-v2 check inter 100ms fall 1
"""
LOCAL = b"\r\n\r\n\x00\r\nQUIT\n\x20\x00\x00\x00"
PROXY = b"PROXY TCP4 192.0.2.99 192.0.2.1 1 22\r\n"


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Unit]:
    """Yield a server that takes 127.0.0.1 for a proxy."""
    folder = tmp_path_factory.mktemp("unit")
    (folder / "denied").write_text("# nobody yet\n")
    with unit_in(folder) as made:
        bounds = ("--rate-per-address", "3", "--header-time", "1", "--log-address", "full")
        made.start_alone("--trust-proxy", "127.0.0.1", "--deny", str(folder / "denied"), *bounds)
        yield made


@contextmanager
def haproxy(unit: Unit) -> Iterator[tuple[int, int]]:
    """Yield the ports at which haproxy sends version 1 and version 2."""
    if HAPROXY is None:
        pytest.skip("haproxy is not installed")
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as two:
        told = {"folder": unit.folder, "port": unit.port, "one": one.fileno(), "two": two.fileno()}
        place = unit.folder / "haproxy.cfg"
        place.write_text(CONFIGURATION.format(**told))
        handed = (one.fileno(), two.fileno())
        with subprocess.Popen(
            [HAPROXY, "-db", "-f", str(place)], pass_fds=handed, stderr=subprocess.DEVNULL
        ) as running:
            try:
                yield one.getsockname()[1], two.getsockname()[1]
            finally:
                running.terminate()


def checked(socket_: Path) -> str:
    """Return how the checks of haproxy's second server ended."""
    if not socket_.exists():
        return ""
    with socket.socket(socket.AF_UNIX) as asked:
        asked.connect(str(socket_))
        asked.sendall(b"show stat\n")
        told = b""
        while piece := asked.recv(65536):
            told += piece
    names, *rows = (line.split(",") for line in told.decode().strip().splitlines())
    return next(row[names.index("check_status")] for row in rows if row[1] == "b")


def test_behind_haproxy_visitors_keep_their_addresses_and_its_own_checks_are_let_in(unit: Unit) -> None:
    with haproxy(unit) as (one, two):
        for source, port in (("127.0.0.2", one), ("127.0.0.3", two)):
            unit.wait_for(lambda source=source, port=port: connects(source, port), "haproxy")  # type: ignore[misc]
            answer = unit.ask("contact", source=source, port=port)
            assert (answer.returncode, answer.stderr) == (0, "")
            unit.wait_for(lambda source=source: f"address={source} way=words end=done" in unit.log, "told")  # type: ignore[misc]
        unit.wait_for(lambda: checked(unit.folder / "haproxy") == "L7OK", "haproxy has checked")
    assert "gate=header" not in unit.log


def connects(source: str, port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port), source_address=(source, 0)):
        return True


def said_to(unit: Unit, source: str, words: bytes) -> bytes:
    """Return all that the server says to somebody from `source` who sends `words` and waits."""
    with socket.create_connection(("127.0.0.1", unit.port), SECONDS, (source, 0)) as connection:
        connection.sendall(words)
        heard = b""
        try:
            while piece := connection.recv(4096):
                heard += piece
                if words == LOCAL:
                    break
        except ConnectionResetError:
            pass
        return heard


def test_a_header_is_required_of_the_proxy_and_of_no_one_else(unit: Unit) -> None:
    assert said_to(unit, "127.0.0.1", LOCAL).startswith(b"SSH-2.0-")
    assert said_to(unit, "127.0.0.1", b"SSH-2.0-x\r\n") == b"", "no header"
    assert said_to(unit, "127.0.0.1", b"") == b"", "not in time"
    assert unit.log.count("event=refused gate=header address=127.0.0.1 times=1") == 1
    heard = said_to(unit, "127.0.0.4", PROXY + b"SSH-2.0-x\r\n")
    assert heard.startswith(b"SSH-2.0-"), "it is an address as any other, and what it says no version"
    assert b"192.0.2.99" not in heard
    assert "192.0.2.99" not in unit.log


def test_too_many_from_one_address_are_told_once_for_fail2ban(unit: Unit) -> None:
    for status in (0, 0, 0, 255, 255, 255):
        assert unit.ask("contact", source="127.0.0.5").returncode == status
    assert unit.ask("contact", source="127.0.0.6").returncode == 0
    refused = [line for line in unit.log.splitlines() if "gate=rate" in line]
    assert [line.partition(" event=")[2] for line in refused] == ["refused gate=rate address=127.0.0.5 times=1"]


async def test_who_is_denied_while_here_has_to_go_and_is_not_let_in_again(unit: Unit) -> None:
    def connect() -> asyncssh.connection._SSHConnectionManager:  # type: ignore[name-defined]
        return asyncssh.connect(
            "127.0.0.1", unit.port, username="x", known_hosts=None, config=[], client_keys=None, agent_path=None,
            local_addr=("127.0.0.7", 0),
        )  # fmt: skip

    async with asyncio.timeout(SECONDS), await connect() as connection:
        process = await connection.create_process(term_type="xterm", encoding=None)
        seen = b""
        while b"leave" not in seen:
            seen += await process.stdout.read(65536)
        new = unit.folder / "denied.new"
        new.write_text("127.0.0.7/32\nnobody\n")
        new.replace(unit.folder / "denied")
        while not process.stdout.at_eof():
            seen += await process.stdout.read(65536)
        assert seen.rfind(b"\x1b[?1049l") > seen.rfind(b"\x1b[?1049h"), "the terminal is in order"
        await connection.wait_closed()
        with pytest.raises((asyncssh.Error, OSError)):
            await connect()
    ended = re.compile(r"event=visit-end visit=\d+ address=127\.0\.0\.7 way=screen end=denied ")
    unit.wait_for(lambda: ended.search(unit.log) is not None, "the visit is over")
    assert "line 2: 'nobody' is no address" in unit.log
    assert "event=refused gate=denied address=127.0.0.7 times=1" in unit.log
    (unit.folder / "denied").write_text("")
    unit.wait_for(lambda: unit.ask("contact", source="127.0.0.7").returncode == 0, "let in again")
