"""ssh-audit (PyPI) against the real server, also while it tries to exhaust it (DHEat, CVE-2002-20001)."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.doors.ssh.attacks.clients import HERE, PATIENCE, reading
from tests.doors.ssh.serving import Serving, serving

AUDIT = shutil.which("ssh-audit", path=str(Path(sys.executable).parent)) or shutil.which("ssh-audit")
pytestmark = pytest.mark.skipif(AUDIT is None or sys.platform == "win32", reason="ssh-audit is not installed")


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving({"max_connections": 1000, "max_unauthenticated": 500, "full_unauthenticated": 600}) as running:
        yield running


async def audit(server: Serving, *words: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        str(AUDIT), *words, "-p", str(server.port), HERE, stdout=asyncio.subprocess.PIPE, start_new_session=True
    )


def notes(found: dict[str, Any], kind: str) -> list[str]:
    return [
        f"{each['algorithm']}: {note}"
        for group in ("kex", "key", "enc", "mac")
        for each in found[group]
        for note in each.get("notes", {}).get(kind, [])
    ]


async def test_nothing_is_red(server: Serving) -> None:
    process = await audit(server, "--json", "--skip-rate-test")
    async with asyncio.timeout(PATIENCE):
        out, _ = await process.communicate()
    found = json.loads(out)
    assert {each["algorithm"] for each in found["kex"]} >= {"curve25519-sha256"}
    assert [each["algorithm"] for each in found["key"]] == ["ssh-ed25519"]
    assert found["compression"] == ["none"]
    assert found["banner"]["software"] == "tui_home"
    assert notes(found, "fail") == []
    assert not found.get("cves")
    assert process.returncode is not None
    assert process.returncode <= 2, "3 is a failure; 2 are warnings"


async def test_who_exhausts_handshakes_keeps_no_reader_waiting(server: Serving) -> None:
    async with reading(server.port) as reader:
        process = await audit(server, "--dheat=4")
        before = len(reader.times)
        with suppress(TimeoutError):
            async with asyncio.timeout(2):
                await process.wait()
        # It works with processes of its own.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        async with asyncio.timeout(PATIENCE):
            await process.communicate()
        assert len(reader.times) > before
    server.wait_until_left()
    assert "event=crash" not in server.log
