"""Bytes that nobody meant, the same each time: as keys, answers, SSH's packets, a proxy's header, commands."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress

import asyncssh
import pytest

from tests.doors.ssh.attacks.clients import connected, raw, reading, visiting
from tests.doors.ssh.attacks.rude import BEYOND, BIG_RESIZE, SURROGATE, drained
from tests.doors.ssh.attacks.watching import watched
from tests.doors.ssh.house import hears, house, until
from tests.doors.ssh.house import raw as raw_in
from tests.doors.ssh.serving import Serving, serving
from tui_home.doors.key_line import KeyLine
from tui_home.doors.ssh.environment import Size, Told
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.proxy import Header, HeaderError
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.input import MAX_PASTE, MAX_SEQUENCE, MAX_STRING

SEED = 20261123
EXAMPLES = 3000
PIECES = (
    BIG_RESIZE, SURROGATE, BEYOND, b"\x1b", b"\x1b\x1b", b"\x1b[", b"\x1bO", b"\x1b[200~", b"\x1b[201~",
    b"\x1b[<0;5;5M", b"\x1b[<35;70000;1M", b"\x1b[M\x20\xff\xff", b"\x1b[A", b"\x1b[1;99999999A",
    b"\x1b[97;5u", b"\x1b[?62;22c", b"\x1b]11;rgb:ffff/ffff/ffff\x07", b"\x1b]10;rgb:zz\x1b\\",
    b"\x1b]52;c;AAAA\x07", b"\x1bP>|x\x1b\\", b"\x1bP1+r\x1b\\", b"\x1b[?2026;2$y", b"\x1b[?99999999;9$y",
    b"\x1b_Gi=31;OK\x1b\\", b"\x1b[6;16;8t", b"\x1b[6;0;0t", b"\x1b[999;999R", b"\x1b[?0u", b"\x1b[I",
    b"\x1b[O", b"\x9b1m", b"\xc2\x9b", b"\xff\xfe", b"\xf0\x9f", b"\xed\xa0\x80", b"\x00", b"\x03", b"\x04",
    b"\x1a", b"\x7f", b"\r", b"\t", b"j", b"/x\r", b"?", b":", b"t", b"s", b"\x1b[27;5;106~",
    b"\x1b[57441;1:3u",
)  # fmt: skip
LEAVING = frozenset(b"q\x03")


def mutated(chance: random.Random) -> bytes:
    """Return one of PIECES, whole, cut, doubled, or with a byte changed; or just bytes."""
    if chance.random() < 0.2:
        return chance.randbytes(chance.randrange(1, 40))
    piece = bytearray(chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 200)))
    kind = chance.random()
    if kind < 0.3:
        return bytes(piece[: chance.randrange(len(piece) + 1)])
    if kind < 0.6:
        piece[chance.randrange(len(piece))] = chance.randrange(256)
    return bytes(piece)


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving() as running:
        yield running


def test_no_bytes_break_what_reads_a_terminal_nor_make_it_keep_much() -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same each time
    told = Told().with_terminal(b"xterm-256color", Size(80, 24), Limits())
    assert told is not None
    asked: list[str] = []
    made = 0
    for _ in range(EXAMPLES // 30):
        dialogue = Dialogue(told.environment())
        line = KeyLine(dialogue, asked.append)
        line.begin()
        for _ in range(30):
            made += len(list(line.feed(mutated(chance), 64)))
            if chance.random() < 0.2:
                made += len(list(line.tick()))
            list(line.learnt())
            assert dialogue._input.size <= max(MAX_PASTE, MAX_STRING, MAX_SEQUENCE) + 64
            assert line.wait is None or 0 <= line.wait <= 10
    assert made > EXAMPLES // 10
    assert len("".join(asked)) < EXAMPLES * 20, "no answer makes us ask without end"


def test_after_any_bytes_a_key_is_a_key_again() -> None:
    chance = random.Random(SEED)  # noqa: S311 - likewise
    told = Told().with_terminal(b"xterm-256color", Size(80, 24), Limits())
    assert told is not None
    for _ in range(200):
        line = KeyLine(Dialogue(told.environment()), lambda _: None)
        line.begin()
        list(line.feed(mutated(chance)))
        # Whatever is unfinished ends here: a paste, a string, a sequence.
        list(line.feed(b"\x1b[201~\x1b\\\x1b\\mm\x18"))
        assert "q" in [getattr(message, "character", None) for message in line.feed(b"qq")]


async def test_a_visitor_who_types_anything_can_still_leave(server: Serving) -> None:
    chance = random.Random(SEED)  # noqa: S311 - likewise
    with watched(server) as most:
        async with reading(server.port):
            for _ in range(4):
                async with visiting(server.port) as visitor:
                    for _ in range(60):
                        typed = bytes(byte for byte in mutated(chance) if byte not in LEAVING)
                        visitor.channel.write(typed)
                        await drained(visitor.connection)
                    # Out of whatever has begun, and out of whatever is open.
                    visitor.channel.write(b"\x1b[201~\x1b\\\x1b\\mm")
                    server.wait_until(lambda: not most.busy(server), "all of it is done")
                    for _ in range(4):
                        visitor.channel.write(b"\x1b[27u")
                        server.wait_until(lambda: not most.busy(server), "esc is done")
                    await visitor.leaves()
    server.wait_until_left()
    assert most.events <= server.server.settings.limits.max_events + 16
    assert "event=crash" not in server.log


@pytest.mark.parametrize("kind", ["after the handshake", "within the handshake"])
async def test_packets_of_random_bytes_end_their_own_connection_alone(server: Serving, kind: str) -> None:
    chance = random.Random(SEED)  # noqa: S311 - likewise
    async with reading(server.port):
        for _ in range(60):
            if kind == "after the handshake":
                async with connected(server.port) as rude:
                    with suppress(asyncssh.Error, OSError):
                        for _ in range(10):
                            rude.send_packet(chance.randrange(1, 256), chance.randbytes(chance.randrange(200)))
                            await drained(rude)
            else:
                async with raw(server.port) as writer:
                    with suppress(OSError):
                        body = chance.randbytes(chance.randrange(1, 200))
                        packet = (
                            (len(body) + 2).to_bytes(4, "big") + b"\4" + bytes([chance.choice((20, 30, 31, 2))]) + body
                        )
                        writer.write(b"SSH-2.0-x\r\n" + packet)
                        await writer.drain()
    server.wait_until_left()
    assert "event=crash" not in server.log


async def test_commands_of_random_bytes_are_refused_in_one_line(server: Serving) -> None:
    chance = random.Random(SEED)  # noqa: S311 - likewise
    words = (
        b"show",
        b"papers",
        b"--format",
        b"json",
        b"--width",
        b"-1",
        b"'",
        b'"',
        b"\\",
        b"$(id)",
        b"\xff",
        b"--help",
    )
    for _ in range(40):
        command = b" ".join([*chance.choices(words, k=chance.randrange(1, 6)), chance.randbytes(chance.randrange(8))])
        async with connected(server.port) as rude:
            answer = await rude.run(command.decode("latin-1"), encoding=None)
            assert answer.exit_status in (0, 2)
            said = answer.stderr or b""
            assert isinstance(said, bytes)
            assert said.count(b"\n") == (answer.exit_status == 2)
            assert b"\x1b" not in said
    assert "event=crash" not in server.log


def test_headers_of_random_bytes_are_no_headers() -> None:
    chance = random.Random(SEED)  # noqa: S311 - likewise
    begins = (b"PROXY ", b"PROXY TCP4 1.2.3.4 ", b"\r\n\r\n\0\r\nQUIT\n", b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c", b"")
    ended = 0
    for _ in range(EXAMPLES):
        header, data = Header(), chance.choice(begins) + chance.randbytes(chance.randrange(600))
        try:
            for at in range(0, len(data), 97):
                if header.feed(data[at : at + 97]) is not None:
                    break
        except HeaderError:
            ended += 1
    assert ended > EXAMPLES // 2


async def test_a_proxy_that_sends_anything_is_refused_and_counted_once() -> None:
    chance = random.Random(SEED)  # noqa: S311 - likewise
    async with house(Limits(rate_per_address=1000, max_per_address=100), trusted=["127.0.0.0/8"]) as here:
        for _ in range(20):
            reader, writer = await raw_in(here.port)
            writer.write(chance.choice((b"PROXY ", b"", b"\r\n\r\n\0\r\nQUIT\n")) + chance.randbytes(700))
            assert await hears(reader) == b""
            writer.close()
        await until(lambda: here.empty)
