"""A homepage that changes while it is read: the whole program, and the real OpenSSH client."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doors.ssh.homes import home, homes
from tests.doors.ssh.started import CONTENT, Unit, unit_in
from tests.emulator import Emulator

pytestmark = pytest.mark.skipif(
    not (shutil.which("ssh") and sys.platform == "linux"), reason="needs Linux and an OpenSSH client"
)

NEW = """
@article{tomorrow, title={A paper of tomorrow}, author={Zhao, Wanru}, journal={Journal of Things to Come}, year={2099}}
"""


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    with unit_in(tmp_path) as made:
        yield made


def test_whoever_is_half_way_down_papers_stays_there_and_a_broken_site_is_not_shown(unit: Unit, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(CONTENT, site)
    server = unit.start(site=site)
    assert unit.heard().startswith("READY=1\n")
    with Emulator(tmp_path, columns=80, lines=18) as visitor:
        visitor.run(*unit.ssh())
        visitor.wait_for("leave")
        visitor.send("3")
        visitor.wait_until(lambda screen: "Papers" in screen and "20" in screen, "Papers")
        top = visitor.screen
        visitor.send("d")
        visitor.wait_until(lambda screen: screen != top, "half-way down")
        assert "A paper of tomorrow" not in unit.ask("papers").stdout
        before = visitor.screen
        with next((site / "_bibliography").glob("*.bib")).open("a") as file:
            file.write(NEW)
        server.send_signal(signal.SIGHUP)
        reloading = unit.heard().splitlines()
        assert reloading[0] == "RELOADING=1"
        assert int(reloading[1].removeprefix("MONOTONIC_USEC=")) > 0
        assert unit.heard().startswith("READY=1\nSTATUS=Serving ")
        assert "A paper of tomorrow" in unit.ask("papers").stdout, "new visits get the new one"
        # All but the number of papers above, and below how far down this is.
        assert visitor.screen.splitlines()[1:-2] == before.splitlines()[1:-2], "who is there stays where they are"
        visitor.send("g")
        visitor.wait_for("A paper of tomorrow")
        # Half of a configuration, as while it is being written.
        (site / "_config.yml").write_text("title: {")
        server.send_signal(signal.SIGHUP)
        assert unit.heard().startswith("RELOADING=1\n")
        assert unit.heard().startswith("READY=1\n")
        assert "A paper of tomorrow" in unit.ask("papers").stdout
        assert unit.log.count("stays as it was read last: _config.yml: ") == 1
        visitor.send("q")
        assert visitor.wait_for_exit() == 0


def test_with_watch_changes_come_by_themselves_and_folders_come_and_go(unit: Unit, tmp_path: Path) -> None:
    sites = tmp_path / "sites"
    homes(sites)
    unit.start_several("--sites", str(sites), "--watch", "--rate-per-address", "1000")
    with Emulator(tmp_path) as ada, Emulator(tmp_path) as dmitri:
        ada.run(*unit.ssh("-l", "ada"))
        ada.wait_for("These are the words of Ada Brook", "leave")
        dmitri.run(*unit.ssh("-l", "dmitri"))
        dmitri.wait_for("These are the words of Dmitri Orlov", "leave")
        home(sites / "ada", "Ada Brook", words="Other words")
        ada.wait_for("Other words")
        home(sites / "eva", "Eva New")
        unit.wait_for(lambda: "Eva New" in unit.ask("list").stdout, "a new folder")
        shutil.rmtree(sites / "dmitri")
        unit.wait_for(lambda: "Dmitri" not in unit.ask("list").stdout, "a folder is gone")
        dmitri.send("?")
        dmitri.wait_for("esc")
        asked = unit.ask("-l", "ada", "about")
        assert "Other words" in asked.stdout, asked.stderr
    assert "homepage dmitri is no longer there" in unit.log
