from __future__ import annotations

import io
import time
from pathlib import Path

import asyncssh
import pytest

from tests.doors.ssh.homes import home
from tui_home.doors.ssh.homepages.opening import opened
from tui_home.doors.ssh.starting.settings import ServeSettings
from tui_home.doors.ssh.telling.journal import Journal, Style
from tui_home.sources.errors import NoSiteError


async def told(folder: Path) -> str:
    settings = ServeSettings(
        houses=(),
        folder=folder,
        sockets=(),
        key=asyncssh.generate_private_key("ssh-ed25519"),
        key_place=folder / "key",
        journal=Journal(time.monotonic, Style(), io.StringIO()),
    )
    with pytest.raises(NoSiteError) as raised:
        async with opened(settings):
            pass
    return str(raised.value)


async def test_a_folder_without_homepages_is_told_and_so_is_a_homepage_in_its_place(tmp_path: Path) -> None:
    assert await told(tmp_path) == f"No site in {tmp_path}: none of its folders holds one."
    one = home(tmp_path / "ada b", "Ada Brook")
    assert await told(one) == f"No site in {one}: none of its folders holds one; it is one itself: --site '{one}'."
