"""A mistake of ours, wherever it is made, ends that visit with an apology and a line of the log, and nothing else."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.doors.ssh.attacks.clients import LEFT, PATIENCE, Terminal, Visitor, connected, visiting
from tests.doors.ssh.serving import Serving, serving
from tui_home.doors.key_line import KeyLine
from tui_home.doors.ssh.asking import requests
from tui_home.doors.ssh.walk import Walk
from tui_home.pages import cache
from tui_home.tui.app import HomepageApp
from tui_home.tui.navigator import Navigator
from tui_home.tui.widgets.page_view import PageView

ERRORS = pytest.mark.parametrize("error", [RuntimeError("a secret"), SystemExit(3)], ids=["error", "exit"])
Trigger = Callable[[Serving, Visitor], object]


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving() as running:
        yield running


def pressing(keys: bytes) -> Trigger:
    return lambda _server, visitor: visitor.channel.write(keys)


def acts() -> bool:
    """Tell whether anybody has an app that shows something."""
    return any(type(each) is HomepageApp and each.is_running and each.is_painted for each in gc.get_objects())


def read_again(server: Serving, visitor: Visitor) -> None:
    visitor.channel.write(b"k")
    server.wait_until(acts, "there is an app")
    homepage = server.homepage
    server.do(lambda: homepage.replace(replace(homepage.site, revision=homepage.site.revision + "x")))


def resized(_: Serving, visitor: Visitor) -> None:
    visitor.channel.change_terminal_size(60, 20)


PLACES: tuple[tuple[object, str, Trigger], ...] = (
    (cache, "compose", resized),
    (PageView, "render_lines", pressing(b" ")),
    (Navigator, "present", pressing(b"2")),
    (Navigator, "replace", read_again),
    (KeyLine, "feed", pressing(b"j")),
    (KeyLine, "tick", pressing(b"\x1b")),
)


@pytest.mark.parametrize(
    ("where", "name", "trigger"), PLACES, ids=[f"{name}{at}" for at, (_, name, _) in enumerate(PLACES)]
)
async def test_on_the_full_screen(
    server: Serving, monkeypatch: pytest.MonkeyPatch, where: object, name: str, trigger: Trigger
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a secret")

    crashes = server.log.count("event=crash")
    # Who reads line by line draws nothing of what fails.
    async with connected(server.port) as client:
        other = Terminal()
        lines, _ = await client.create_session(lambda: other, command="read", encoding=None)
        await other.until(b"postgrad")
        server.do(server.homepage.clear)
        async with visiting(server.port) as visitor:
            with monkeypatch.context() as patch:
                patch.setattr(where, name, fail)
                trigger(server, visitor)
                written = await visitor.terminal.end()
            assert LEFT in written
            assert b"sorry" in written
            assert b"secret" not in written + visitor.terminal.said
            assert visitor.channel.get_exit_status() == 1
        lines.write(b"contact\n")
        await other.until(b"Ryan0v0")
    server.wait_until_left()
    assert server.log.count("event=crash") <= crashes + 2
    assert "end=crashed" in server.log
    assert "secret" not in server.log


@ERRORS
@pytest.mark.parametrize(
    ("where", "name", "command", "typed"),
    [(requests, "carry_out", "papers --width 77", b""), (Walk, "answer", "read", b"news\n")],
    ids=["words", "lines"],
)
async def test_without_a_screen(  # noqa: PLR0917 - where, what, and how it is asked for
    server: Serving,
    monkeypatch: pytest.MonkeyPatch,
    where: object,
    name: str,
    command: str,
    typed: bytes,
    error: BaseException,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(where, name, fail)
        async with connected(server.port) as client:
            terminal = Terminal()
            channel, _ = await client.create_session(lambda: terminal, command=command, encoding=None)
            if typed:
                channel.write(typed)
            await terminal.end()
            assert b"sorry" in terminal.said
            assert channel.get_exit_status() == 1
    async with connected(server.port) as client:
        assert (await client.run("contact", timeout=PATIENCE)).exit_status == 0
    assert "secret" not in server.log
