"""Screens that are drawn before anybody comes: whoever comes first waits for none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.doors.ssh.serving import serving
from tests.doors.ssh.visiting import visiting
from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.screen.first import Aim, First
from tui_home.model.look import Depth
from tui_home.terminal.capabilities import Capabilities

if TYPE_CHECKING:
    import pytest

    from tests.doors.ssh.serving import Serving
    from tui_home.doors.ssh.screen.ready import Kind


def drawn(server: Serving, revision: str) -> set[Kind]:
    """Return of what kinds the screens are that are ready of one reading; each as if it were of no reading."""
    kept = server.server.service.studio.screens._kept
    return {kind._replace(what="") for kind in kept if kind.what == revision}


async def test_whoever_comes_first_or_after_a_reload_waits_for_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a screen had to be drawn for somebody who waits")

    with serving({"max_spares": 1}) as server:
        site = server.homepage.site
        server.wait_until(lambda: len(drawn(server, site.revision)) == 1, "there is one before anybody comes")
        [usual] = drawn(server, site.revision)
        assert usual.size == Size(80, 24)
        async with visiting(server, size=(91, 31)) as (_, terminal):
            await terminal.until(b"leave")
            # Before and after the terminal has told its colours.
            server.wait_until(lambda: len(drawn(server, site.revision)) == 3, "all are drawn")
        server.wait_until_left()
        monkeypatch.setattr("tui_home.doors.ssh.screen.looking.order", fail)
        later = replace(site, title="A later title", revision="later")
        server.do(lambda: server.homepage.replace(later))
        server.do(lambda: server.server.service.houses.outdated.tell(site.revision))
        server.wait_until(lambda: drawn(server, "later") == drawn(server, site.revision), "all are drawn anew")
        async with visiting(server, size=(91, 31)) as (channel, terminal):
            await terminal.until(b"later title", b"leave")
            channel.write(b"2")
            await terminal.until(b"Vienna")
        assert "event=crash" not in server.log


async def test_one_that_cannot_be_drawn_is_noted_and_the_next_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError("secret")

    with monkeypatch.context() as patch:
        patch.setattr("tui_home.doors.ssh.screen.drawing.run", fail)
        with serving({"max_spares": 1}) as server:
            server.wait_until(lambda: "event=crash" in server.log, "it is noted")
            patch.undo()
            async with visiting(server) as (_, terminal):
                await terminal.until(b"leave")
            assert "secret" not in server.log


def test_terminals_on_which_all_looks_the_same_are_of_one_kind() -> None:
    with serving() as server:
        first = First(Aim(server.server.service, server.homepage, "", ""), "")
    known = Capabilities(Depth.TRUECOLOR, settled=True)
    one = known._replace(program="xterm(379)", foreground="#d0d0d0", background="#101010", cell=(8, 16))
    other = known._replace(program="foot(1.2)", foreground="#d1d1d1", background="#111111", synchronized=True)
    light = one._replace(foreground="#101010", background="#f0f0f0")
    kinds = {first.recipe(Size(80, 24), able) for able in (one, other, light)}
    assert len(kinds) == 2
