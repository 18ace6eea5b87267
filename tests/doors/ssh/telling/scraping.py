"""Asks for metrics as a scraper does."""

from __future__ import annotations

from tests.doors.ssh.house import hears, raw

GET = b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n"


async def asked(port: int, request: bytes) -> bytes:
    """Return what is answered."""
    reader, writer = await raw(port)
    writer.write(request)
    said = await hears(reader)
    writer.close()
    return said
