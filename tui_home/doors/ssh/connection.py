"""One client's connection: nobody is asked who they are, sessions are counted, and everything else is refused."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import asyncssh

from tui_home.doors.ssh.channel import VisitorChannel
from tui_home.doors.ssh.gates import Refusal
from tui_home.doors.ssh.session import Session
from tui_home.doors.ssh.telling.journal import Account, End, Visit

if TYPE_CHECKING:
    from tui_home.doors.ssh.addresses import Address
    from tui_home.doors.ssh.gates import Admission
    from tui_home.doors.ssh.service import Service, Visited
    from tui_home.doors.ssh.wire import Wire

_LONGEST_USER = 64
"""Characters of a user name that are looked at; no homepage has a longer one."""


class Present:
    """The connections that are there."""

    def __init__(self) -> None:
        self._connections: dict[Connection, None] = {}
        self.empty = asyncio.Event()
        """Set while nobody is there."""
        self.empty.set()

    def __len__(self) -> int:
        return len(self._connections)

    def enter(self, connection: Connection) -> None:
        """Count one in."""
        self._connections[connection] = None
        self.empty.clear()

    def leave(self, connection: Connection) -> None:
        """Count it out."""
        self._connections.pop(connection, None)
        if not self._connections:
            self.empty.set()

    def dismiss_idle(self, *, arriving: bool = True) -> None:
        """Close those in which nothing is going on; of those that are still `arriving` only if that is said."""
        for connection in tuple(self._connections):
            if arriving or connection.served:
                connection.dismiss_idle()

    def end(self, how: End) -> None:
        """End all visits, as soon as may be."""
        for connection in tuple(self._connections):
            connection.end(how)


class Connection(asyncssh.SSHServer):
    """One client.

    Args:
        service: What all visits share.
        present: Where it stands as long as it is there.
    """

    def __init__(self, service: Service, present: Present) -> None:
        self.service = service
        self.user = ""
        """The user name; the first characters of a long one."""
        self.served = False
        """Whether a session has been asked for."""
        self._present = present
        self._began = service.clock()
        self._connection: asyncssh.SSHServerConnection | None = None
        self._wire: Wire | None = None
        self._sessions: set[Session] = set()

    # The connection

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Heed that a client is there."""
        self._connection = conn
        self._wire = conn.get_extra_info("wire")
        self._present.enter(self)

    def begin_auth(self, username: str) -> bool:
        """Ask nobody for anything."""
        self.user = username[:_LONGEST_USER]
        return False

    def auth_completed(self) -> None:
        """Heed that the login is over."""
        self.service.measures.handshake(self.service.clock() - self._began)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncssh's signature
        """Heed that the client is gone."""
        self._present.leave(self)
        for session in tuple(self._sessions):
            session.end(End.LOST)
        self._connection = None

    @property
    def admission(self) -> Admission:
        """What is counted for this connection."""
        return self.wire.admission

    @property
    def address(self) -> Address:
        """Where it comes from."""
        address = self.wire.address
        if address is None:
            raise RuntimeError("a connection comes from nowhere")
        return address

    @property
    def client(self) -> str:
        """What the client calls itself; never to be written as it is."""
        version = self._connection.get_extra_info("client_version", "") if self._connection else ""
        return str(version)

    @property
    def wire(self) -> Wire:
        """What its bytes go over."""
        if self._wire is None:
            raise RuntimeError("a connection is used before it is made")
        return self._wire

    # Sessions

    def session_requested(self) -> tuple[asyncssh.SSHServerChannel[bytes], Session]:
        """Open a session, if there may be one more."""
        if self._connection is None:
            raise asyncssh.ChannelOpenError(asyncssh.OPEN_CONNECT_FAILED, "no connection")
        self.served = True
        ticket = self.admission.session()
        if isinstance(ticket, Refusal):
            raise asyncssh.ChannelOpenError(asyncssh.OPEN_RESOURCE_SHORTAGE, "no more sessions here")
        session = Session(self, ticket)
        loop = asyncio.get_running_loop()
        channel = VisitorChannel(self._connection, loop, self.service.limits, session, self.refused)
        self._sessions.add(session)
        return channel, session

    def session_ended(self, session: Session) -> None:
        """Heed that a session is over."""
        self._sessions.discard(session)

    def account(self, visit: Visit, visited: Visited, began: float, received: int, sent: int) -> None:
        """Note in the journal that a visit is over, and count it."""
        self.service.measures.visited(visit.way, visited.end)
        seconds = self.service.clock() - began
        self.service.journal.ended(visit, Account(visited.end, seconds, received, sent, visited.sections))

    def end(self, how: End) -> None:
        """End all visits as soon as may be, and the connection after them."""
        for session in tuple(self._sessions):
            session.end(how)
        self.dismiss_idle()

    def dismiss_idle(self) -> None:
        """Close the connection if nothing is going on in it, and everything has been taken."""
        if not (self._sessions or self.wire.untaken):
            self.close("this server is being stopped")

    # What is refused

    def refused(self) -> None:
        """Count a refusal within a session; after many the connection is closed. Others are the listener's to count."""
        if self.admission.request_refused():
            self.close("too many requests were refused")

    def close(self, why: str) -> None:
        """Tell the client why, and close the connection."""
        if self._connection is not None:
            self._connection.disconnect(asyncssh.DISC_BY_APPLICATION, why)

    def connection_requested(self, *_: object) -> bool:
        """Refuse to connect elsewhere (-L, -D, -W)."""
        return False

    def unix_connection_requested(self, *_: object) -> bool:
        """Refuse to connect to a socket of this machine."""
        return False

    def server_requested(self, *_: object) -> bool:
        """Refuse to listen for anybody (-R)."""
        return False

    def unix_server_requested(self, *_: object) -> bool:
        """Likewise at a path of this machine."""
        return False

    def tun_requested(self, *_: object) -> bool:
        """Refuse a tunnel of packets (-w)."""
        return False

    def tap_requested(self, *_: object) -> bool:
        """Refuse a tunnel of frames."""
        return False
