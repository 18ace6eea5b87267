"""Units and container files that are printed for an owner."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.doors.owner import options, run
from tui_home.doors import serve as door
from tui_home.doors.ssh.starting.options import help_text
from tui_home.doors.ssh.starting.units import split

if TYPE_CHECKING:
    import pytest


def test_a_unit_has_the_limits_that_variables_set_here() -> None:
    told = options("--max-visits", "7", environment={"TUI_HOME_SSH_MAX_VISITS": "9", "TUI_HOME_SSH_IDLE_TIME": "2m"})
    assert told.given == ("--max-visits", "7", "--idle-time", "2m")


def test_help_and_units_are_printed_without_the_extra(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "asyncssh", None)
    monkeypatch.setattr(door, "find_spec", lambda _: None)
    assert run(capsys, "serve", "ssh", "--help")[:2] == (0, help_text())
    for printed in ("systemd", "container"):
        code, out, err = run(capsys, "serve", "ssh", "--print", printed)
        assert (code, err) == (0, "")
        assert out


def test_the_unit_starts_what_was_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    site = tmp_path / "site"
    site.mkdir()
    words = (
        "--site", "site", "--max-visits", "50", "--log-address", "full", "--trust-proxy", "::1", "--host-key", "key",
    )  # fmt: skip
    files = split(run(capsys, "serve", "ssh", *words, "--print", "systemd")[1])
    (command,) = re.findall(r"^ExecStart=.* serve ssh (.*)$", files["tui-home.service"], re.MULTILINE)
    again = shlex.split(command)
    assert again == ["--site", str(site), "--trust-proxy", "::1", "--log-address", "full", "--max-visits", "50"]
    assert options(*again).limits.max_visits == 50
    assert f"LoadCredential=tui-home.host_key:{tmp_path}/key\n" in files["tui-home.service"]
    assert f"BindReadOnlyPaths=-{site}\n" in files["tui-home.service"]
    assert "ListenStream=0.0.0.0:22\n" in files["tui-home.socket"]


def test_a_unit_listens_where_it_is_said_and_sees_what_links_lead_to(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "home" / "ada").mkdir(parents=True)
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "ada").symlink_to(tmp_path / "home" / "ada")
    words = ("--sites", f"{tmp_path}/sites", "--host", "::1")
    files = split(run(capsys, "serve", "ssh", *words, "--print", "systemd")[1])
    assert f"BindReadOnlyPaths=-{tmp_path}/home/ada\n" in files["tui-home.service"]
    assert re.findall(r"^ListenStream=(.*)$", files["tui-home.socket"], re.MULTILINE) == ["[::1]:22"]
    status, _, error = run(capsys, "serve", "ssh", "--host", "ada.example", "--print", "systemd")
    assert (status, "needs an address for --host" in error) == (2, True)


def test_a_unit_s_paths_may_have_blanks(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    words = ("--site", f"{tmp_path}/a b", "--port", "2022")
    files = split(run(capsys, "serve", "ssh", *words, "--print", "systemd")[1])
    assert f'--site "{tmp_path}/a b"\n' in files["tui-home.service"]
    assert "ListenStream=[::]:2022\n" in files["tui-home.socket"]


def test_several_homepages_in_a_container_are_a_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    told = run(capsys, "serve", "ssh", "--sites", str(tmp_path), "--print", "container")[1]
    assert '"--sites", "/site"' in told
    status, _, error = run(capsys, "serve", "ssh", "--site", f"a={tmp_path}", "--print", "container")
    assert (status, "--sites" in error) == (2, True)
