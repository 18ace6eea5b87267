"""The channel of one session (RFC 4254, section 6): every request of a client bounded before it is heeded.

This is where privates of `asyncssh.SSHServerChannel` (2.24) are used: its request handlers, each called with the rest
of its packet and returning whether the request is granted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncssh

from tui_home.doors.ssh.environment import Size, Told

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from asyncssh.packet import SSHPacket

    from tui_home.doors.ssh.limits import Limits
    from tui_home.doors.ssh.session import Session

_UNCOUNTED = frozenset(
    {
        *("env", "keepalive@openssh.com", "eow@openssh.com"),
        *("winadj@putty.projects.tartarus.org", "simple@putty.projects.tartarus.org"),
    }
)
"""Refusals that are nobody's fault: whoever sends all their variables, or asks in order to hear that we are there."""


class VisitorChannel(asyncssh.SSHServerChannel[bytes]):
    """Takes a terminal, a few variables, and one wish; the rest is refused.

    Args:
        connection: Whose.
        loop: The server's.
        limits: How much is taken.
        session: Who hears what is wished for.
        refused: Called for each refusal that counts.
    """

    def __init__(
        self,
        connection: asyncssh.SSHServerConnection,
        loop: asyncio.AbstractEventLoop,
        limits: Limits,
        session: Session,
        refused: Callable[[], None],
    ) -> None:
        window, slice_ = limits.window, limits.max_slice
        # Terminals are allowed; lines are not asyncssh's to edit and echo, nor bytes its to decode.
        super().__init__(connection, loop, True, False, False, 0, 0, None, "strict", window, slice_)  # noqa: FBT003
        self.told = Told()
        """What the client has said of its terminal."""
        self._limits = limits
        self._visitor: Session | None = session
        self._refused = refused

    def _cleanup(self, exc: Exception | None = None) -> None:
        """Let go of the session, which knows this channel."""
        super()._cleanup(exc)
        self._visitor = None

    def _accept_data(self, data: bytes, datatype: int | None = None) -> None:
        """Take no more at once than was agreed on (RFC 4254, section 5.1): asyncssh looks at the window only."""
        if len(data) > self._limits.max_slice:
            raise asyncssh.ProtocolError("a packet is larger than agreed on")
        super()._accept_data(data, datatype)

    def _log_packet(self, *told: object) -> None:
        """Say nothing of packets, as the connection does not (`Inside`)."""

    def _process_pty_req_request(self, packet: SSHPacket) -> bool:
        term = packet.get_string()
        size = Size(packet.get_uint32(), packet.get_uint32())
        # Pixels and modes are of no use to us, and not looked into.
        told = self.told.with_terminal(term, size, self._limits)
        self.told = told or self.told
        return told is not None

    def _process_env_request(self, packet: SSHPacket) -> bool:
        told = self.told.with_variable(packet.get_string(), packet.get_string(), self._limits)
        self.told = told or self.told
        return told is not None

    def _process_window_change_request(self, packet: SSHPacket) -> bool:
        size = Size(packet.get_uint32(), packet.get_uint32()).clamped(self._limits)
        if self._visitor:
            self._visitor.resized(size)
        return self._visitor is not None

    def _process_shell_request(self, packet: SSHPacket) -> bool:
        packet.check_end()
        return self._begin(None)

    def _process_exec_request(self, packet: SSHPacket) -> bool:
        command = packet.get_string()
        packet.check_end()
        # One byte more than what is taken, so that whoever looks at it sees that it is too much.
        return self._begin(command[: self._limits.max_command + 1])

    def _begin(self, command: bytes | None) -> bool:
        if self._session_started or self._visitor is None:
            return False
        self._session_started = True
        return self._visitor.begin(command, self.told)

    def _process_subsystem_request(self, packet: SSHPacket) -> bool:
        """Refuse sftp, and whatever else there is (netconf …)."""
        return self._refuse(packet)

    def _process_x11_req_request(self, packet: SSHPacket) -> bool | None:
        """Refuse X11's forwarding (-X, -Y)."""
        return self._refuse(packet)

    def _process_auth_agent_req_at_openssh_dot_com_request(self, packet: SSHPacket) -> bool:  # type: ignore[override]
        """Refuse the agent's forwarding (-A); asyncssh would make a socket in the temporary folder."""
        return self._refuse(packet)

    def _refuse(self, _packet: SSHPacket) -> bool:
        return False

    def _report_response(self, result: bool) -> None:  # noqa: FBT001 - asyncssh's signature
        request = self._request_queue[0][0]
        super()._report_response(result)
        if not result and request not in _UNCOUNTED:
            self._refused()
