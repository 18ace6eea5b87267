"""The homepage without a checkout: really through pipx, as the README says."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT, run, visitor_environment
from tests.terminals.conftest import wait_until_settled
from tests.terminals.tmux import Tmux

# One worker, so that pipx installs once: what `pipx run` has made it keeps and uses again.
pytestmark = pytest.mark.xdist_group("pipx")

PIPX = (sys.executable, "-m", "pipx", "run", "--spec", str(ROOT), "tui-home")


@pytest.fixture(scope="session")
def pipx_environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = tmp_path_factory.mktemp("pipx")
    places = {"PIPX_HOME": str(home / "home"), "PIPX_BIN_DIR": str(home / "bin"), "PIPX_MAN_DIR": str(home / "man")}
    # The install goes through the developer's own pip settings, what is installed runs without any. Most of what is
    # installed is never imported here: Python compiles what is.
    run(*PIPX, "--version", cwd=home, env={**os.environ, **places, "PIP_NO_COMPILE": "1"})
    return visitor_environment(home) | places


def test_pipx_run_shows_the_page(pipx_environment: dict[str, str], tmp_path: Path) -> None:
    page = run(*PIPX, "show", "about", cwd=tmp_path, env=pipx_environment)
    assert "Wanru Zhao" in page
    assert "wz341@cam.ac.uk" in page


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_pipx_run_opens_the_full_screen(pipx_environment: dict[str, str], tmp_path: Path) -> None:
    with Tmux(tmp_path, 80, 24, environment=pipx_environment) as tmux:
        tmux.run(*PIPX)
        assert "Wanru Zhao" in wait_until_settled(tmux)
        tmux.press("q")
        tmux.wait_for("EXIT=0", "wz341@cam.ac.uk")
