from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tui_home.doors.ssh.limits import Limits, files_needed
from tui_home.doors.ssh.starting.units import Unit, split, systemd

LIMITS = Limits()
UNIT = Unit((sys.executable, "-m", "tui_home"), ("--site", "/srv/homepage"), ("/srv/homepage",), LIMITS)


def service(unit: Unit) -> str:
    return split(systemd(unit))["tui-home.service"]


def test_what_is_printed_is_a_service_and_its_socket() -> None:
    files = split(systemd(UNIT))
    assert list(files) == ["tui-home.socket", "tui-home.service"]
    assert "ListenStream=0.0.0.0:22\n" in files["tui-home.socket"]
    assert "ListenStream=[::]:22\n" in files["tui-home.socket"]
    assert "-m tui_home serve ssh --site /srv/homepage\n" in files["tui-home.service"]


@pytest.mark.parametrize(
    "line",
    [
        "Type=notify", "ExecReload=/bin/kill -HUP $MAINPID", "OOMPolicy=continue",
        "WatchdogSec=30", "DynamicUser=yes", "StateDirectory=tui-home",
        "LimitCORE=0", "LoadCredential=tui-home.host_key", "MemoryMax=512M", "ProtectSystem=strict",
        "CapabilityBoundingSet=", "NoNewPrivileges=yes",
        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "MemoryDenyWriteExecute=yes", "ProtectHome=tmpfs",
        "SystemCallFilter=@system-service",
    ],
)  # fmt: skip
def test_the_service_is_hardened(line: str) -> None:
    assert line in service(UNIT).splitlines()


def test_its_numbers_follow_the_limits() -> None:
    limits = Limits(max_connections=2000, drain_time=90, max_apps=300)
    told = service(UNIT._replace(limits=limits))
    assert f"LimitNOFILE={files_needed(limits)}\n" in told
    assert "MemoryMax=1112M\n" in told
    assert int(re.findall(r"^TimeoutStopSec=([0-9]+)$", told, re.MULTILINE)[0]) > 90


def test_folders_of_people_are_shown_to_it_read_only_and_others_need_no_line() -> None:
    places = ("/home/ada/site", "/home/ada/site/_posts", "/srv/x", "/home/ada/.venv", "/tmp/a b:c")  # noqa: S108
    shown = re.findall(r"^BindReadOnlyPaths=(.*)$", service(UNIT._replace(places=places)), re.MULTILINE)
    assert shown == ["-/home/ada/.venv", "-/home/ada/site", '"-/tmp/a b\\:c"'], "and one that is gone hurts no other"


@pytest.mark.parametrize(
    ("host", "streams"),
    [("", ["0.0.0.0:22", "[::]:22"]), ("192.0.2.1", ["192.0.2.1:22"]), ("::1", ["[::1]:22"])],
)
def test_its_socket_listens_where_the_owner_has_said(host: str, streams: list[str]) -> None:
    told = split(systemd(UNIT._replace(host=host)))["tui-home.socket"]
    assert re.findall(r"^ListenStream=(.*)$", told, re.MULTILINE) == streams


def test_a_key_of_the_owners_is_handed_over_as_a_credential() -> None:
    told = service(UNIT._replace(host_key="/etc/ssh/home page_key"))
    assert "\nLoadCredential=tui-home.host_key:/etc/ssh/home page_key\n" in told


def test_nothing_in_an_option_adds_a_line_or_a_specifier() -> None:
    told = service(UNIT._replace(options=("--site", '/srv/100% of "it" $HOME \\x\nExecStart=/x')))
    assert '--site "/srv/100%% of \\"it\\" $$HOME \\\\x\\nExecStart=/x"\n' in told


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
@pytest.mark.parametrize(
    "unit",
    [
        UNIT,
        UNIT._replace(
            options=("--site", "/home/ada/my site", "--max-visits", "50%"),
            places=("/home/ada/my site", "/home/ada/.venv"),
            host_key="/etc/homepage key",
        ),
    ],
)
def test_systemd_finds_nothing_wrong_with_it(unit: Unit, tmp_path: Path) -> None:
    files = split(systemd(unit))
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(str(tmp_path / name) for name in files)],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
    )
    ours = [line for line in (done.stdout + done.stderr).splitlines() if "tui-home" in line]
    assert not ours
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_finds_little_exposed(tmp_path: Path) -> None:
    place = tmp_path / "tui-home.service"
    place.write_text(service(UNIT))
    (tmp_path / "tui-home.socket").write_text(split(systemd(UNIT))["tui-home.socket"])
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", "--threshold=20", str(place)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-300:] + done.stderr
