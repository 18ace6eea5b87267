from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from tests.doors.ssh.house import Clock
from tests.doors.ssh.telling.journals import NOW
from tui_home.doors.ssh.telling.journal import Journal, Style
from tui_home.doors.ssh.telling.log_line import Form


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(clock: Clock) -> Callable[..., tuple[Journal, io.StringIO]]:
    def made(*, form: Form = Form.TEXT, full: bool = False) -> tuple[Journal, io.StringIO]:
        stream = io.StringIO()
        return Journal(clock, Style(form, full), stream, lambda: NOW), stream

    return made
