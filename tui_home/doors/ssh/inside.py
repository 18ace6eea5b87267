"""What only asyncssh knows of a connection; with `channel`, where its privates are used (2.24; a test looks at them).

asyncssh never bounds what waits to be sent: bytes hide in its channels (until the client's window opens), and in
`_deferred_packets` (while keys are exchanged). And it answers requests that it refuses for as long as they come.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from asyncssh.packet import Boolean, String

from tui_home.doors.ssh.telling.quiet import Quiet, untold
from tui_home.doors.ssh.watch import Facts

if TYPE_CHECKING:
    import asyncio

    from asyncssh import SSHServerConnection
    from asyncssh.packet import SSHPacket

_GLOBAL_REQUEST = 80
"""RFC 4250 §4.1.2, as are those that follow."""
_UNIMPLEMENTED, _REQUEST_FAILURE, _CHANNEL_OPEN_FAILURE = 3, 82, 92
"""Refused requests of a session (100) are its channel's to count: PuTTY asks for `winadj` all day."""
_REFUSALS = frozenset({_UNIMPLEMENTED, _REQUEST_FAILURE, _CHANNEL_OPEN_FAILURE})
_IGNORE = 2
"""asyncssh sends an empty one before whatever it encrypts, against what one may learn in CBC mode from the
last block of the packet before (RFC 4251, section 9.3.1): none of our ciphers is in that mode."""
_PACKET = 128
"""Bytes of memory that a packet costs beside what it says."""
_COMMON = 32 * 1024
"""Bytes in a packet to a client, of OpenSSH's."""
_NONE: frozenset[int] = frozenset()
_BY_APPLICATION = 11
"""RFC 4253 §11.1: SSH_DISCONNECT_BY_APPLICATION."""


class _Nobody:
    """Waits for no answer."""

    def cancelled(self) -> bool:
        """Have asyncssh tell nobody of it."""
        return True


_NOBODY = cast("asyncio.Future[tuple[int, SSHPacket]]", _Nobody())


class Inside:
    """Looks into one connection.

    Args:
        connection: asyncssh's.
        refused: Called after each request that asyncssh, or who answers for it, has refused.
    """

    def __init__(self, connection: SSHServerConnection, refused: Callable[[], None]) -> None:
        self._connection = connection
        # What asyncssh says of itself is made only where it is heard, and what it says of packets not at all.
        connection._logger = Quiet()
        connection._log_packet = untold  # type: ignore[assignment,method-assign]
        self._key_exchange = b""
        self._send_packet = connection.send_packet
        self._refused = refused
        # The instance's own; asyncssh calls nothing else to send.
        connection.send_packet = self._send  # type: ignore[method-assign]
        # Before the login it would read its configuration again, which is empty, and check all of its options in a
        # thread: a tenth of what a visit costs.
        connection.reload_config = _as_it_is  # type: ignore[method-assign]

    @property
    def is_authenticated(self) -> bool:
        """Whether the login is over."""
        return self._connection._auth_complete

    def facts(self, in_transport: int) -> Facts:
        """Return how things are; `in_transport` is what waits there."""
        connection = self._connection
        untaken, sessions, smallest, closing = in_transport, 0, None, _NONE
        if connection._deferred_packets:
            untaken += self._deferred()
        # Once for every packet that comes: no more is made than there is.
        for number, channel in connection._channels.items():
            untaken += channel._send_buf_len
            sessions += _serves(channel)
            packet = _packet(channel)
            smallest = packet if smallest is None else min(smallest, packet)
            if _closing(channel):
                closing |= {number}
        return Facts(
            untaken=untaken,
            rekeying=not connection._kex_complete,
            authenticated=connection._auth_complete,
            sessions=sessions,
            smallest=_COMMON if smallest is None else smallest,
            closing=closing,
        )

    def exchanged(self) -> bool:
        """Tell whether the client has begun another key exchange since the last call; not for the first of all."""
        before, self._key_exchange = self._key_exchange, self._connection._client_kexinit
        return bool(before) and before is not self._key_exchange

    def ask(self) -> None:
        """Ask for an answer, whatever it is: to a request that nobody knows it is a refusal (RFC 4254, section 4)."""
        self._connection._global_request_waiters.append(_NOBODY)
        self._connection.send_packet(_GLOBAL_REQUEST, String(b"keepalive@openssh.com"), Boolean(value=True))

    def dismiss(self, reason: str) -> None:
        """End the connection, saying why."""
        self._connection.disconnect(_BY_APPLICATION, reason)

    def leave(self) -> None:
        """Let go of the connection, which is over."""
        vars(self._connection).pop("send_packet", None)
        # Its own method: it would know itself.
        self._connection._recv_handler = _taken_by_nobody

    def _deferred(self) -> int:
        return sum(_PACKET + sum(map(len, packet)) for _, packet in self._connection._deferred_packets)

    def _send(self, pkttype: int, *args: bytes, **kwargs: Any) -> None:  # noqa: ANN401 - asyncssh's own
        if pkttype == _IGNORE:
            return
        self._send_packet(pkttype, *args, **kwargs)
        if pkttype in _REFUSALS:
            self._refused()


async def _as_it_is() -> None:
    """Leave the options of a connection as they are."""


def _taken_by_nobody() -> bool:
    """Tell asyncssh that nothing more can be made of what has come."""
    return False


def _serves(channel: Any) -> bool:  # noqa: ANN401 - of any kind
    # An open channel is no session yet: one in which nothing is ever asked for would be there for ever. And one that
    # the client has closed is none any more: asyncssh takes it out a little later, and tells nobody.
    return bool(channel._session_started) and channel._recv_state not in {"close_pending", "closed"}


def _packet(channel: Any) -> int:  # noqa: ANN401 - of any kind
    # Nobody's before the client's number is known.
    return _COMMON if channel._send_chan is None else int(channel._send_pktsize)


def _closing(channel: Any) -> bool:  # noqa: ANN401 - of any kind
    return channel._send_state in {"close_pending", "closed"} and channel._recv_state != "closed"
