from __future__ import annotations

from typing import TYPE_CHECKING, cast

import asyncssh
import pytest

from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.share import share_in
from tui_home.doors.ssh.talk import Talk

if TYPE_CHECKING:
    from tui_home.doors.ssh.outgoing import Outgoing


class Out:
    """Takes what is written."""

    def __init__(self) -> None:
        self.is_holding = False

    def hold(self) -> None:
        self.is_holding = True

    def let_go(self) -> None:
        self.is_holding = False


class Protocol:
    """Stands in for asyncssh's: what it is told is written down, and one thing goes wrong."""

    def __init__(self, wrong: str, error: BaseException) -> None:
        self.told: list[str] = []
        self.seconds = 0.0
        self._wrong, self._error = wrong, error
        self._client_kexinit = b""

    def send_packet(self, *_: object) -> None:
        """Send nothing."""

    def _tell(self, what: str) -> None:
        self.told.append(what)
        self.seconds += 1
        if what == self._wrong:
            raise self._error

    def connection_made(self, _: object) -> None:
        self._tell("begin")

    def data_received(self, _: bytes) -> None:
        self._tell("hear")

    def eof_received(self) -> None:
        self._tell("hear all")

    def connection_lost(self, _: Exception | None) -> None:
        self._tell("end")


def begun(protocol: Protocol, out: Out) -> tuple[Talk, bool]:
    talk = Talk(Limits(), lambda: 1000.0, lambda: protocol.seconds)
    made = cast("asyncssh.SSHServerConnection", protocol)
    return talk, talk.begin(lambda: made, cast("Outgoing", out), lambda: None)


@pytest.mark.parametrize("error", [ValueError("no"), SystemExit(3)], ids=["an error", "an exit"])
@pytest.mark.parametrize("wrong", ["begin", "hear", "hear all", "end"])
def test_a_mistake_goes_no_further_and_is_told(wrong: str, error: BaseException) -> None:
    protocol, out = Protocol(wrong, error), Out()
    talk, well = begun(protocol, out)
    told = {"begin": well, "hear": talk.hear(b"x") is None, "hear all": talk.hear_all(), "end": talk.end(None)}
    assert protocol.told == list(told)
    assert [what for what, well in told.items() if not well] == [wrong]
    assert not out.is_holding


def test_what_was_heard_is_billed_to_the_connection() -> None:
    protocol = Protocol("", ValueError())
    talk, _ = begun(protocol, Out())
    share = share_in(talk.context)
    assert share is not None
    before = share.rank
    talk.hear(b"x")
    assert share.rank > before


def test_a_protocol_that_cannot_be_made_hears_nothing() -> None:
    def fail() -> asyncssh.SSHServerConnection:
        raise asyncssh.Error(0, "no")

    talk = Talk(Limits(), lambda: 1000.0, lambda: 0.0)
    assert not talk.begin(fail, cast("Outgoing", Out()), lambda: None)
    assert talk.inside is None
    assert talk.hear(b"x") is None
    assert talk.hear_all()
    assert talk.end(None)
