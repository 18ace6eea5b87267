from __future__ import annotations

import asyncio

import pytest

from tui_home.doors.ssh.outgoing import Outgoing


class Transport(asyncio.Transport):
    """Notes what is done with it."""

    def __init__(self) -> None:
        super().__init__()
        self.done = list[object]()

    def write(self, data: object) -> None:
        self.done.append(data)

    def get_write_buffer_size(self) -> int:
        return 5

    def is_closing(self) -> bool:
        return "abort" in self.done or "close" in self.done

    def close(self) -> None:
        self.done.append("close")

    def abort(self) -> None:
        self.done.append("abort")


class Wire:
    def __init__(self) -> None:
        self.sizes = list[int]()

    def wrote(self, size: int) -> None:
        self.sizes.append(size)


@pytest.fixture
def transport() -> Transport:
    return Transport()


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def outgoing(transport: Transport, wire: Wire) -> Outgoing:
    return Outgoing(transport, wire, ("192.0.2.1", 22))  # type: ignore[arg-type]


def test_what_is_held_back_is_sent_at_once(outgoing: Outgoing, transport: Transport, wire: Wire) -> None:
    outgoing.write(b"first ")
    outgoing.hold()
    outgoing.write(b"second ")
    outgoing.write(b"third")
    assert transport.done == [b"first "]
    assert outgoing.get_write_buffer_size() == 5 + len(b"second third")
    outgoing.let_go()
    outgoing.let_go()
    assert transport.done == [b"first ", b"second third"]
    assert outgoing.get_write_buffer_size() == 5
    assert wire.sizes == [6, 7, 5]


@pytest.mark.parametrize("how", ["close", "abort"])
def test_what_was_held_back_goes_before_the_end(outgoing: Outgoing, transport: Transport, how: str) -> None:
    outgoing.hold()
    outgoing.write(b"good-bye")
    getattr(outgoing, how)()
    outgoing.write(b"too late")
    assert transport.done == [b"good-bye", how]


def test_little_is_held_back(outgoing: Outgoing, transport: Transport) -> None:
    outgoing.hold()
    for _ in range(3):
        outgoing.write(bytes(10_000))
    # So much has gone that the transport knows how much is untaken.
    assert transport.done == [bytes(20_000), bytes(10_000)]
