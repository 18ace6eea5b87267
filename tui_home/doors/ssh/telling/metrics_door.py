"""Answers ``GET /metrics`` and ``GET /healthz``, on the very loop that serves visitors: one that is stuck is seen.

A few lines of HTTP/1.1 (RFC 9112) in place of a library: prometheus-client's own server answers from a thread,
which goes on answering when the loop does not, and a web framework is more code open to others than this is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import socket

MOST_BYTES = 4096
"""Of a request with all its headers."""
MOST_SECONDS = 5.0
"""For a request to come, and for its answer to be taken."""
MOST_AT_ONCE = 4
_END = b"\r\n\r\n"
_WORDS = 3
"""``GET /path HTTP/1.1``"""
PLAIN = "text/plain; charset=utf-8"


class Page(NamedTuple):
    """What is at a path."""

    body: bytes
    content_type: str = PLAIN
    status: HTTPStatus = HTTPStatus.OK


Pages = Mapping[str, Callable[[], Page]]
"""By path."""


def healthz(draining: Callable[[], bool]) -> Callable[[], Page]:
    """Return the page for supervisors: 200 while visitors are let in, 503 once they are seen out."""

    def page() -> Page:
        if draining():
            return Page(b"draining\n", status=HTTPStatus.SERVICE_UNAVAILABLE)
        return Page(b"ok\n")

    return page


def answer(request: bytes, pages: Pages) -> bytes:
    """Return the whole answer to the head of a request; nothing of the request is in it."""
    allow = ""
    words = request.partition(b"\r\n")[0].split(b" ")
    if len(words) != _WORDS or not words[2].startswith(b"HTTP/1."):
        page = _error(HTTPStatus.BAD_REQUEST)
    elif words[0] != b"GET":
        page, allow = _error(HTTPStatus.METHOD_NOT_ALLOWED), "Allow: GET\r\n"
    else:
        found = pages.get(words[1].partition(b"?")[0].decode("latin-1"))
        page = found() if found else _error(HTTPStatus.NOT_FOUND)
    head = (
        f"HTTP/1.1 {page.status.value} {page.status.phrase}\r\n{allow}"
        f"Content-Type: {page.content_type}\r\nContent-Length: {len(page.body)}\r\n"
        "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )
    return head.encode("ascii") + page.body


def _error(status: HTTPStatus) -> Page:
    return Page(f"{status.phrase}\n".encode("ascii"), status=status)


class MetricsDoor:
    """Few at once, each for a short while.

    Args:
        sockets: Bound; closed with the door.
        pages: What may be asked for.
        failed: Told of a mistake of ours.
        patience: Seconds for each.
    """

    def __init__(
        self,
        sockets: Sequence[socket.socket],
        pages: Pages,
        failed: Callable[[BaseException], None],
        patience: float = MOST_SECONDS,
    ) -> None:
        self._sockets = sockets
        self._pages = pages
        self._failed = failed
        self._patience = patience
        self._servers = list[asyncio.Server]()
        self._present = 0

    async def open(self) -> None:
        """Begin to answer."""
        for each in self._sockets:
            self._servers.append(
                await asyncio.start_server(self._serve, sock=each, limit=MOST_BYTES, backlog=MOST_AT_ONCE)
            )

    def close(self) -> None:
        """Answer nobody any more."""
        for each in self._servers:
            each.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._present += 1
        try:
            if self._present <= MOST_AT_ONCE:
                async with asyncio.timeout(self._patience):
                    writer.write(await self._answer(reader))
                    await writer.drain()
                    writer.close()
                    await writer.wait_closed()
        except (OSError, EOFError, TimeoutError):
            pass  # gone, or too slow
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whoever only looks must not end the server
            self._failed(error)
        finally:
            self._present -= 1
            with suppress(Exception):
                writer.transport.abort()

    async def _answer(self, reader: asyncio.StreamReader) -> bytes:
        try:
            request = await reader.readuntil(_END)
        except asyncio.LimitOverrunError:
            return answer(b"", self._pages)
        return answer(request, self._pages)
