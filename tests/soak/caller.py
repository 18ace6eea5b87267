"""How visitors reach the server: each comes from an address of their own, as strangers do."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import asyncssh

from tests.soak.server import HERE


class RefusedError(ConnectionError):
    """The server did not let somebody in: at one of its gates, or because something there is broken."""


@dataclass(frozen=True)
class Caller:
    """One visitor.

    Args:
        port: The server's.
        number: Of the visit; decides the address, of which Linux has 16 million on the loopback.
        chance: Decides what they do.
        patience: Seconds for which a rude one waits to be sent away.
        name: The homepage of several that they want.
    """

    port: int
    number: int
    chance: random.Random
    patience: float = 20.0
    name: str = ""

    @property
    def address(self) -> str:
        """Where they come from."""
        high, low = divmod(self.number, 250)
        return f"127.{1 + high // 250}.{high % 250}.{low + 1}"

    @asynccontextmanager
    async def connected(
        self, user: str, made: Callable[[asyncssh.SSHClientConnection], None] = lambda _: None
    ) -> AsyncIterator[asyncssh.SSHClientConnection]:
        """Connect with asyncssh's client; `made` is called before the first byte.

        Raises:
            RefusedError: One is not logged in.
        """

        class Client(asyncssh.SSHClient):
            def connection_made(self, conn: asyncssh.SSHClientConnection) -> None:
                made(conn)

        options: dict[str, Any] = {"known_hosts": None, "client_keys": None, "agent_path": None, "config": None}
        try:
            connection = await asyncssh.connect(
                HERE, self.port, username=user, client_factory=Client, local_addr=(self.address, 0), **options
            )
        except (OSError, asyncssh.Error) as error:
            message = f"not logged in: {type(error).__name__}: {error}"
            raise RefusedError(message) from error
        try:
            yield connection
        finally:
            connection.abort()
            with suppress(asyncssh.Error, OSError):
                await connection.wait_closed()

    async def raw(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect without a word."""
        return await asyncio.open_connection(HERE, self.port, local_addr=(self.address, 0))
