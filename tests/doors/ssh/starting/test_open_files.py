from __future__ import annotations

import subprocess
import sys

import pytest

pytest.importorskip("resource")

PROGRAM = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (100, 200))
from tui_home.doors.ssh.starting.open_files import allowed_files
print(allowed_files(50), allowed_files(150), allowed_files(1000), resource.getrlimit(resource.RLIMIT_NOFILE))
"""


def test_the_soft_limit_is_raised_as_far_as_is_needed_and_allowed() -> None:
    found = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert found.stdout == "100 150 200 (200, 200)\n"
