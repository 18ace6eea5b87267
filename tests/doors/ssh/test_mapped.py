"""SSH.md: on a socket for both families all of IPv4 looks like one network of IPv6, and must not be counted as one."""

from __future__ import annotations

import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if not sys.platform.startswith("linux") or not shutil.which("ssh"):
    pytest.skip("needs OpenSSH's client, and many addresses of the loopback", allow_module_level=True)

from tests.doors.ssh.started import Unit, unit_in


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    """Yield a unit as systemd makes it by itself: one socket on `::` for IPv6 and IPv4."""
    try:
        both = socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True)
    except (OSError, ValueError):
        pytest.skip("no IPv6 here")
    with both, unit_in(tmp_path) as made:
        made.listening.close()
        made.listening = both
        yield made


def test_each_visitor_over_ipv4_is_counted_alone_and_told_of_by_their_address(unit: Unit) -> None:
    unit.start("--rate-per-address", "1", "--log-address", "full")
    assert unit.heard().startswith("READY=1\n")
    for source in ("127.0.0.5", "127.0.0.6"):
        asked = unit.ask("about", source=source)
        assert (asked.returncode, asked.stderr) == (0, "")
        assert unit.ask("about", source=source).returncode == 255, "the second of its minute"
    unit.wait_for(lambda: unit.log.count("event=visit-end") == 2, "both have left")
    assert all(f" address={source} " in unit.log for source in ("127.0.0.5", "127.0.0.6"))
    assert "::ffff" not in unit.log
    unit.wait_for(lambda: unit.log.count("event=refused gate=rate") == 2, "of both refusals it was told")
