from __future__ import annotations

import os
import select
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.opener import Opener, launch_browser

URL = "https://example.org/a"


class Browser:
    """Stands for this machine's browser."""

    def __init__(self, *, exists: bool = True) -> None:
        self.exists = exists
        self.shown: list[str] = []

    def __call__(self, url: str) -> bool:
        self.shown.append(url)
        return self.exists


def test_a_local_visitors_link_opens_in_their_browser() -> None:
    browser = Browser()
    opened = Opener(Capabilities(), launch=browser).open(URL)
    assert browser.shown == [URL]
    assert opened.sentence() == f"Opening {URL} in your browser"


def test_a_remote_visitor_is_told_the_url_and_no_browser_starts_here() -> None:
    browser = Browser()
    opened = Opener(Capabilities(remote=True), launch=browser).open(URL)
    assert browser.shown == []
    assert opened.sentence() == f"Open it on your machine: {URL}"


def test_without_a_browser_the_url_is_told() -> None:
    assert Opener(Capabilities(), launch=Browser(exists=False)).open(URL).sentence().endswith(URL)


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "file:///etc/passwd", "https://a.b/\x1b]0;x\x07", "--help"])
def test_what_is_no_web_address_or_email_never_reaches_a_browser(url: str) -> None:
    browser = Browser()
    opened = Opener(Capabilities(), launch=browser).open(url)
    assert (browser.shown, opened.done, opened.url) == ([], False, "")
    assert opened.sentence() == "This leads nowhere that can be opened."


def test_mail_is_opened_too() -> None:
    browser = Browser()
    assert Opener(Capabilities(), launch=browser).open("mailto:ada@example.org").done


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make the standard library choose a browser of this name."""

    def choose(command: str) -> None:
        monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser(command))

    return choose


@pytest.mark.parametrize("name", ["lynx", "/usr/bin/w3m", "www-browser", "links"])
def test_a_browser_that_needs_a_terminal_is_never_started(name: str, chosen: Callable[[str], None]) -> None:
    chosen(name)
    assert not launch_browser(URL)


def test_no_browser_at_all_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    assert not launch_browser(URL)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for a browser is a shell script")
def test_the_browser_gets_the_url_and_neither_terminal_nor_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, chosen: Callable[[str], None], capfd: pytest.CaptureFixture[str]
) -> None:
    told = tmp_path / "told"
    os.mkfifo(told)
    script = tmp_path / "browser"
    script.write_text(
        f'#!/bin/sh\necho noise; echo noise >&2\n(: </dev/tty) 2>/dev/null && tty=yes\necho "$1 tty=$tty" >{told}\n',
        encoding="utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(script))
    chosen(str(script))
    reader = os.open(told, os.O_RDWR)
    try:
        assert launch_browser(URL)
        assert select.select([reader], [], [], 30)[0], "the browser was never started"
        assert os.read(reader, 1000).decode() == f"{URL} tty=\n"
    finally:
        os.close(reader)
    assert capfd.readouterr() == ("", "")
