"""What every test shares: repeatable hypothesis runs, and nothing of the developer's own settings."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tui_home.sources import open_kept_site
from tui_home.sources.packaged import packaged_content

# A shared machine is slow at times: neither a deadline nor "too slow" says anything about the code.
settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
# What must pass for a commit is the same on every machine.
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.register_profile("long", settings.get_profile("default"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

HEEDED = (
    *("TUI_HOME_SITE", "NO_COLOR", "COLORTERM", "COLUMNS", "LINES", "TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY"),
    *("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TEXTUAL", "TEXTUAL_FPS", "TEXTUAL_ANIMATIONS", "TEXTUAL_THEME"),
    *("CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TERM_PROGRAM", "VTE_VERSION", "WT_SESSION", "KITTY_WINDOW_ID"),
)


def pytest_configure() -> None:
    """Collect all modules and tests without the collector: they stay."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Let the collector walk through what tests make, no more through all modules and all tests each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Look once for what nobody has closed; pytest looks five times, and Python again: that took seconds."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def neutral_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Take away what the program heeds, and keep Sites elsewhere; a test that needs one of these sets it."""
    with pytest.MonkeyPatch.context() as patch:
        # OpenSSH's client asks for a terminal of this name, also where the tests have none.
        patch.setenv("TERM", "xterm-256color")
        cache = tmp_path_factory.mktemp("cache")
        patch.setenv("XDG_CACHE_HOME", str(cache))
        # Of a very first visit one sees About before the rest; that has tests of its own.
        open_kept_site(packaged_content(), cache / "tui-home" / "sites")
        for name in HEEDED:
            patch.delenv(name, raising=False)
        yield
