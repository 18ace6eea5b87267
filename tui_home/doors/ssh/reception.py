"""One visit from the gate to the journal: let in or not, told of, and apologized for if something goes wrong."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui_home.doors.ssh.choosing import Wish, calling_of, newcomer, way_of
from tui_home.doors.ssh.gates import Refusal, Ticket
from tui_home.doors.ssh.service import FAILED, LATER, Newcomer, Visited
from tui_home.doors.ssh.stay import farewell, full_house
from tui_home.doors.ssh.telling.journal import End, Visit, Way

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tui_home.doors.ssh.connection import Connection
    from tui_home.doors.ssh.line import Line


class Reception:
    """One visitor's.

    Args:
        connection: Theirs.
        wish: What they have asked for.
        line: The way out to them.
        received: How many bytes have come from them.
    """

    def __init__(self, connection: Connection, wish: Wish, line: Line, received: Callable[[], int]) -> None:
        self._connection, self._wish, self._line, self._received = connection, wish, line, received
        self._service = connection.service

    async def receive(self, serve: Callable[[Newcomer, Way], Awaitable[Visited]]) -> int:
        """Have the visitor served, if there is a place; return the exit status. A mistake goes no further."""
        line, wish = self._line, self._wish
        visited, began = Visited(End.CRASHED, FAILED), self._service.clock()
        entry: Visit | None = None
        ticket = self._through(self._connection.admission.visit)
        try:
            if isinstance(ticket, Refusal):
                line.complain(full_house(calling_of(wish, self._service).in_lines()))
                return LATER
            way = way_of(wish, self._service)
            entry = Visit(self._service.number(), self._connection.address, way, self._connection.client)
            self._service.journal.begun(entry)
            visited = await serve(await newcomer(wish, self._service, line, self._app_place), way)
        except asyncio.CancelledError:
            # By us, when nothing else helps, or at the very end of the server: nobody waits for this task.
            self._apologize()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, it ends this visit and no other
            self._service.journal.crashed(error, entry)
            self._apologize()
        finally:
            if isinstance(ticket, Ticket):
                ticket.leave()
            if entry:
                self._connection.account(entry, visited, began, self._received(), line.sent)
        return visited.status

    def _through(self, gate: Callable[[], Ticket | Refusal]) -> Ticket | Refusal:
        found = gate()
        if isinstance(found, Refusal):
            self._service.journal.refused(found.gate, self._connection.address)
        return found

    def _app_place(self) -> Ticket | Refusal:
        """Let the visitor act, or not."""
        return self._through(self._connection.admission.app)

    def _apologize(self) -> None:
        self._line.complain(farewell(End.CRASHED, calling_of(self._wish, self._service).command()))
