"""What journals in tests tell of, and when."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import ip_address

from tui_home.doors.ssh.telling.journal import Account, End, Journal, Visit, Way

NOW = datetime(2026, 11, 22, 23, 10, tzinfo=UTC)


def visit(client: str | bytes = "SSH-2.0-OpenSSH_9.2p1 Debian-2", address: str = "192.0.2.77") -> Visit:
    return Visit(17, ip_address(address), Way.SCREEN, client)


Book = Callable[..., tuple[Journal, io.StringIO]]
ACCOUNT = Account(End.LEFT, 70.1234, 812, 40233, ("about", "papers"))


def fail(secret: str) -> None:
    try:
        int(secret)
    except ValueError as cause:
        raise RuntimeError(secret) from cause
