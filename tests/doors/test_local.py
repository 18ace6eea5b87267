from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import platformdirs
import pytest

from tui_home.doors import local
from tui_home.model.site import About, Name, Site
from tui_home.terminal import environment
from tui_home.terminal.clipboard import Copied, Rung
from tui_home.terminal.environment import Environment
from tui_home.terminal.visitor import Visitor
from tui_home.tui import app as app_module

SITE = Site("r", Name("Ada", "", "Love"), "Ada Love", About())
REMOTE = Environment({"TERM": "xterm-256color", "SSH_CONNECTION": "a 1 b 2"})


class App:
    """Stands for the full screen: it is given what the real one is given."""

    begun: list[tuple[Site, Visitor, str]]
    visit: Callable[[Visitor], None]
    failure: Exception | None = None
    return_code = 0

    def __init__(
        self,
        site: Site,
        visitor: Visitor,
        *,
        section: str,
        later: Iterator[Site],
        painted: Callable[[], None],
        driver: object,
    ) -> None:
        assert driver or sys.platform == "win32"
        self.painted = painted
        self.begun.append((site, visitor, section))
        *_, last = (site, *later)
        self.reader = SimpleNamespace(site=last)

    def run(self) -> None:
        # As at a start; what the tests are made of is frozen, too.
        gc.disable()
        gc.unfreeze()
        self.painted()
        assert gc.isenabled()
        assert gc.get_freeze_count()
        self.visit(self.begun[-1][1])


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> type[App]:
    class Fresh(App):
        visit = staticmethod(lambda _: None)

    Fresh.begun = []
    monkeypatch.setattr(app_module, "HomepageApp", Fresh)
    monkeypatch.setattr(local, "preferences_file", lambda: tmp_path / "own" / "preferences.json")
    monkeypatch.setattr(platformdirs, "user_log_dir", lambda *_, **__: str(tmp_path / "own"))
    return Fresh


def test_the_app_gets_the_site_the_visitor_and_the_section(app: type[App]) -> None:
    assert local.visit(iter((SITE,)), REMOTE, "papers") == 0
    (site, visitor, section) = app.begun[0]
    assert (site, section) == (SITE, "papers")
    assert visitor.capabilities.remote


def test_the_receipt_is_printed_after_it(app: type[App], capsys: pytest.CaptureFixture[str]) -> None:
    app.visit = staticmethod(lambda visitor: visitor.receipt.record(Copied(Rung.ASKED, "x", "a@b.c")))
    assert local.visit(iter((SITE,)), REMOTE) == 0
    out, err = capsys.readouterr()
    assert out.startswith("  Ada Love\n  Asked to copy   a@b.c\n")
    assert err == ""


def test_later_readings_go_to_the_app_and_the_last_one_to_the_receipt(
    app: type[App], capsys: pytest.CaptureFixture[str]
) -> None:
    assert local.visit(iter((SITE, replace(SITE, name=Name("Ada", "", "Lovelace")))), REMOTE) == 0
    assert app.begun[0][0] is SITE
    assert capsys.readouterr().out.startswith("  Ada Lovelace\n")


def test_a_theme_chosen_is_there_at_the_next_visit(app: type[App]) -> None:
    app.visit = staticmethod(lambda visitor: visitor.preferences.choose_theme("nord"))
    local.visit(iter((SITE,)), REMOTE)
    local.visit(iter((SITE,)), REMOTE)
    assert app.begun[1][1].preferences.theme == "nord"


@pytest.mark.parametrize("raised", [True, False])
def test_an_error_is_one_line_a_log_and_no_traceback(
    app: type[App], raised: bool, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(_visitor: Visitor) -> None:
        raise ValueError("oh")

    if raised:
        app.visit = staticmethod(fail)
    else:
        app.failure = ValueError("oh")
    assert local.visit(iter((SITE,)), REMOTE) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"tui-home: something went wrong: ValueError: oh; the details are in {tmp_path}/own/tui-home.log\n"


class TestKeyboard:
    def test_a_terminal_on_standard_input_is_one(self) -> None:
        assert local.has_keyboard(Environment(stdin_tty=True))

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/tty")
    def test_otherwise_the_terminal_itself_is_put_there(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        terminal = tmp_path / "tty"
        terminal.write_bytes(b"keys")
        monkeypatch.setattr(environment, "_TERMINAL", str(terminal))
        kept = os.dup(0)
        try:
            assert local.has_keyboard(Environment(stdin_tty=False))
            assert os.read(0, 4) == b"keys"
        finally:
            os.dup2(kept, 0)
            os.close(kept)

    def test_without_any_there_is_none(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(environment, "_TERMINAL", str(tmp_path / "missing"))
        assert not local.has_keyboard(Environment(stdin_tty=False))
        assert not local.has_keyboard(Environment(stdin_tty=False, platform="win32"))
