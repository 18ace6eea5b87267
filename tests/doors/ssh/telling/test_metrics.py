from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.doors.ssh.house import Clock, until
from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.telling.scraping import GET, asked
from tui_home.doors.ssh.gates import Gate
from tui_home.doors.ssh.homepages.frames import Told
from tui_home.doors.ssh.homepages.household import Household
from tui_home.doors.ssh.homepages.houses import Houses
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.listener import Tunnel
from tui_home.doors.ssh.telling.journal import End, Way
from tui_home.doors.ssh.telling.measuring import homepages
from tui_home.doors.ssh.telling.metrics import Homepages, Metrics, resident_memory
from tui_home.doors.ssh.watch import End as Ended
from tui_home.model.site import Site
from tui_home.sources.errors import NoSiteError
from tui_home.sources.opening import open_site
from tui_home.sources.packaged import packaged_content

ROOT = Path(__file__).resolve().parents[4]


def samples(text: bytes) -> dict[str, float]:
    lines = (line.rpartition(" ") for line in text.decode().splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in lines}


@pytest.fixture
def tunnel() -> Tunnel:
    return Tunnel((), Limits(), clock=Clock())


@pytest.fixture
def metrics(tunnel: Tunnel) -> Metrics:
    return Metrics(tunnel, lambda: Homepages(2, 1, 1, 7))


def test_what_is_counted_is_told(metrics: Metrics, tunnel: Tunnel) -> None:
    tunnel.gates.refuse(Gate.RATE)
    tunnel.ended[Ended.STALLED] += 2
    tunnel.gates.visits.enter()
    metrics.visited(Way.SCREEN, End.LEFT)
    metrics.handshake(0.03)
    metrics.first_frame(0.2)
    metrics.lag(0.3)
    told = samples(metrics.text())
    for name, value in {
        'visits_total{end="left",way="screen"}': 1,
        'visits_total{end="idle",way="lines"}': 0,
        'present{what="visits"}': 1,
        'present{what="connections"}': 0,
        'refused_total{gate="rate"}': 1,
        'ended_total{why="stalled"}': 2,
        'bytes_total{direction="in"}': 0,
        'homepages{state="read"}': 2,
        'homepages{state="broken"}': 1,
        "reloads_total": 7,
        "draining": 0,
        'handshake_seconds_bucket{le="0.025"}': 0,
        'handshake_seconds_bucket{le="0.05"}': 1,
        "first_frame_seconds_sum": 0.2,
        'loop_lag_seconds_bucket{le="0.25"}': 0,
        'loop_lag_seconds_bucket{le="0.5"}': 1,
    }.items():
        assert told[f"tui_home_ssh_{name}"] == value, name


def test_labels_are_of_closed_lists_whole_from_the_beginning_and_nothing_else_is_told(metrics: Metrics) -> None:
    told = metrics.text().decode()
    assert set(re.findall(r'gate="([^"]+)"', told)) == {gate.value for gate in Gate}
    assert set(re.findall(r'way="([^"]+)"', told)) == {way.value for way in Way}
    assert set(re.findall(r'\bend="([^"]+)"', told)) == {end.value for end in End}
    assert set(re.findall(r'why="([^"]+)"', told)) == {end.value for end in Ended}
    assert set(re.findall(r"^(?:# \w+ )?(\w+?)_", told, re.MULTILINE)) == {"tui"}, "nothing of the library's own"
    before = told.count("\n")
    for _ in range(1000):
        metrics.visited(Way.WORDS, End.RUDE)
    assert metrics.text().count(b"\n") == before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_memory_is_what_is_resident(metrics: Metrics) -> None:
    memory = resident_memory()
    assert memory is not None
    assert 10 << 20 < memory < 4 << 30
    assert samples(metrics.text())["tui_home_ssh_resident_memory_bytes"] > 10 << 20


async def test_a_late_loop_is_seen(metrics: Metrics) -> None:
    watching = asyncio.create_task(metrics.watch_lag(every=0.001))
    await until(lambda: samples(metrics.text())["tui_home_ssh_loop_lag_seconds_count"] > 3)
    watching.cancel()


@pytest.fixture(scope="module")
def measured() -> Iterator[Serving]:
    with serving(metrics=True) as running:
        yield running


async def test_visits_of_a_server_are_measured(measured: Serving) -> None:
    (port,) = (each.getsockname()[1] for each in measured.server.settings.metrics)
    async with await measured.connected() as connection:
        assert (await connection.run("contact")).exit_status == 0
        async with connection.create_process(term_type="xterm-256color", encoding=None) as process:
            seen = b""
            while b"leave" not in seen:
                seen += await process.stdout.read(65536)
            process.stdin.write(b"q")
            await process.wait()
    measured.wait_until_left()
    told = samples((await asked(port, GET)).partition(b"\r\n\r\n")[2])
    assert told['tui_home_ssh_visits_total{end="done",way="words"}'] == 1
    assert told['tui_home_ssh_visits_total{end="left",way="screen"}'] == 1
    assert told["tui_home_ssh_handshake_seconds_count"] == 1
    assert told["tui_home_ssh_first_frame_seconds_count"] == 1
    assert told['tui_home_ssh_bytes_total{direction="out"}'] > len(seen)
    assert told['tui_home_ssh_bytes_total{direction="in"}'] > 500
    assert told['tui_home_ssh_homepages{state="read"}'] == 1
    assert (await asked(port, b"GET /healthz HTTP/1.1\r\n\r\n")).endswith(b"ok\n")


async def test_homepages_are_counted_by_how_they_are(tmp_path: Path) -> None:
    site = open_site(packaged_content())

    class Scripted:
        """Tells what the test says."""

        def __init__(self, *tellings: Told | NoSiteError) -> None:
            self.tellings = iter(tellings)

        async def read(self, folder: Path, known: str, front: Callable[[Site], None], **_: object) -> Told:  # noqa: ARG002
            told = next(self.tellings)
            if isinstance(told, NoSiteError):
                raise told
            return told

    ada, grace, later = (Household(name, tmp_path) for name in ("ada", "grace", "later"))
    houses = Houses([ada, grace, later])
    gone = NoSiteError("no site there")
    changed = replace(site, revision="2")
    reader = Scripted(Told(site), gone, Told(changed), gone)
    for household, expected in (
        (ada, Homepages(1, 2, 0, 0)),
        (grace, Homepages(1, 1, 1, 0)),
        (ada, Homepages(1, 1, 1, 1)),
        (ada, Homepages(0, 1, 2, 1)),
    ):
        await household.read(reader)
        assert homepages(houses) == expected
    houses.settle([grace, later])
    assert homepages(houses) == Homepages(0, 1, 1, 1), "a counter never goes back"


def test_nothing_is_measured_or_imported_for_owners_who_do_not_ask() -> None:
    program = (
        "import sys, tui_home.doors.ssh.server, tui_home.doors.serve, tui_home.doors.ssh.starting.options;"
        "assert not {'prometheus_client', 'tui_home.doors.ssh.telling.metrics'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)
