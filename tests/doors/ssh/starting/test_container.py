from __future__ import annotations

import json
import re

from tui_home.doors.ssh.limits import Limits, files_needed
from tui_home.doors.ssh.starting.container import container

LIMITS = Limits()


def test_the_container_is_nobody_and_keeps_the_key() -> None:
    odd = 'Grüße, "you" \\o\n/'
    told = container(("--advertise", odd), LIMITS, "1.0")
    assert "FROM docker.io/library/python:3.13-slim\n" in told
    assert re.search(r"^USER [1-9][0-9]+$", told, re.MULTILINE)
    assert "\nVOLUME /var/lib/tui-home\n" in told
    assert "STATE_DIRECTORY=/var/lib/tui-home" in told
    (command,) = re.findall(r"^CMD (.*)$", told, re.MULTILINE)
    assert json.loads(command) == [
        "tui-home", "serve", "ssh", "--site", "/site", "--port", "2222", "--advertise", odd,
    ]  # fmt: skip


def test_its_numbers_follow_the_limits() -> None:
    assert "--memory 512m" in container((), LIMITS, "1.0")
    assert "--stop-timeout 40 " in container((), LIMITS, "1.0")
    limits = Limits(max_connections=5000, drain_time=90, max_apps=300)
    told = container((), limits, "1.0")
    assert "--memory 1112m" in told
    assert f"nofile={files_needed(limits)} " in told
    assert "--stop-timeout 110 " in told
