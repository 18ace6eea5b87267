"""Spare apps: whoever acts gets one at once, sees what anybody would, and nothing of it is another visitor's."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.doors.ssh.homes import home
from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.terminal import LEFT, Terminal
from tests.doors.ssh.visiting import left_switched_on, type_ahead, visiting
from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.screen.driver import VisitDriver
from tui_home.doors.ssh.screen.spare import Spare
from tui_home.doors.ssh.screen.spares import Spares
from tui_home.doors.ssh.screen.studio import Studio
from tui_home.model.look import TERMINAL_PALETTE
from tui_home.tui.app import HomepageApp


@pytest.fixture(scope="module", autouse=True)
def nothing_beforehand() -> Iterator[None]:
    """Have nothing made before anybody comes: it may be wanted for longer than what the first one sees."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Studio, "begin", lambda *_: None)
        yield


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving({"max_spares": 1}) as running:
        yield running


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[Spare]:
    """Return the spares that have been taken."""
    found, take = list[Spare](), Spares.take

    def noted(spares: Spares, *given: object) -> Spare | None:
        spare = take(spares, *given)  # type: ignore[arg-type]
        if spare is not None:
            found.append(spare)
        return spare

    monkeypatch.setattr(Spares, "take", noted)
    return found


def spares(server: Serving) -> Spares:
    return server.server.service.studio.spares


def wait_for_one(server: Serving) -> None:
    """Wait until there is one, for a terminal that has told its colours: it does not look the same before that."""

    def is_there() -> bool:
        made = spares(server)
        return len(made) == 1 and made._making is None and made._ready[0].sort.kind.look.palette != TERMINAL_PALETTE

    server.wait_until(is_there, "there is a spare")


def apps(server: Serving) -> list[HomepageApp]:
    """Return the apps of one server that are there, running or not."""
    found = [each for each in gc.get_objects() if type(each) is HomepageApp and "reader" in vars(each)]
    return [app for app in found if app.reader.site is server.homepage.site]


async def test_whoever_acts_has_a_spare_that_serves_nobody_else(server: Serving, taken: list[Spare]) -> None:
    for number in (1, 2):
        async with visiting(server) as (channel, terminal):
            first = await terminal.until(b"leave")
            wait_for_one(server)
            written = await type_ahead(channel, terminal)
            channel.write(b"q")
            written += await terminal.end()
            assert not left_switched_on(first + written)
            assert channel.get_exit_status() == 0
        assert len(taken) == number
    server.wait_until_left()
    assert taken[0].app is not taken[1].app
    assert "sections=about,news,papers,contact" in server.log.rpartition("event=visit-end")[2]


async def test_nothing_of_one_visitor_is_in_anothers_spare(server: Serving, taken: list[Spare]) -> None:
    async with visiting(server) as (one, first), visiting(server) as (two, second):
        for number, (channel, terminal) in enumerate(((one, first), (two, second)), start=1):
            await terminal.until(b"leave")
            wait_for_one(server)
            channel.write(b"2")
            await terminal.until(b"Vienna")
            assert len(taken) == number
        one.write(b"e")
        await first.until(b"\x1b]52;c;")
        two.write(b"c")
        await second.until(b"\x1b]52;c;")
        for channel, terminal, copied in ((one, first, "wz341@cam.ac.uk"), (two, second, "https://calendly.com")):
            channel.write(b"q")
            receipt = (await terminal.end()).partition(LEFT)[2].decode()
            assert receipt.count("Asked to copy") == 1
            assert f"Asked to copy   {copied}" in receipt


async def test_a_size_and_a_kind_of_their_own_has_an_app_of_its_own(server: Serving, taken: list[Spare]) -> None:
    async with visiting(server, size=(80, 24)) as (_, terminal):
        await terminal.until(b"leave")
        wait_for_one(server)
    async with visiting(server, size=(91, 31)) as (channel, terminal):
        await terminal.until(b"leave")
        channel.write(b"2")
        await terminal.until(b"Vienna")
        assert not taken
        channel.change_terminal_size(80, 24)
        await terminal.until(b"\x1b[24;")


async def test_the_commonest_kind_is_made_and_those_of_others_are_let_go() -> None:
    with serving({"max_spares": 1}) as server:
        for columns in (80, 90, 90, 90):
            async with visiting(server, size=(columns, 24)) as (_, terminal):
                await terminal.until(b"leave")
                wait_for_one(server)

        def sizes() -> list[Size]:
            return [spare.sort.kind.size for spare in spares(server)._ready]

        server.wait_until(lambda: sizes() == [Size(90, 24)], "one of the size that was seen most often")
        server.wait_until(lambda: len(apps(server)) == 1, "the other one is gone")


async def test_a_later_reading_and_the_end_let_them_go() -> None:
    with serving({"max_spares": 2}) as server:
        async with visiting(server) as (channel, terminal):
            await terminal.until(b"leave")
            forget = partial(server.server.service.houses.outdated.tell, server.homepage.revision)
            ways: tuple[Callable[[], None], ...] = (forget, spares(server).end)
            for let_go in ways:
                server.wait_until(lambda: len(spares(server)) == 2, "there are spares")
                server.do(let_go)
                server.wait_until(lambda: not len(spares(server)) and not apps(server), "all are gone")
                channel.change_terminal_size(80, 25)
                await terminal.until(b"\x1b[25;")
            channel.write(b"2")
            await terminal.until(b"Vienna")


async def test_one_that_cannot_be_made_is_noted_and_harms_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("tui_home.doors.ssh.screen.spare.run", fail)
    with serving({"max_spares": 2}) as server:
        async with visiting(server) as (channel, terminal):
            await terminal.until(b"leave")
            server.wait_until(lambda: "event=crash" in server.log, "it is noted")
            channel.write(b"2")
            await terminal.until(b"Vienna")
        assert server.log.count("event=crash") == 1
        made = spares(server)
        server.wait_until(lambda: made._timer is None and made._making is None, "it is not tried again and again")
        assert "secret" not in server.log


async def test_a_homepage_among_several_has_its_own(tmp_path: Path, taken: list[Spare]) -> None:
    houses = {name: home(tmp_path / name, "Ada Brook") for name in ("ada", "brook")}
    with serving({"max_spares": 1}, houses=houses) as server:
        assert len({each.revision for each in server.homepages.values()}) == 1, "they cannot be told from each other"
        for name in ("ada", "brook"):
            async with visiting(server, user=name) as (channel, terminal):
                await terminal.until(b"leave")
                if name == "ada":
                    wait_for_one(server)
                channel.write(b"?")
                await terminal.until(b"scroll by a line")
                channel.write(b"q")
                assert f"{name}@homepage.example".encode() in await terminal.end()
        assert [spare.sort.name for spare in taken] == ["ada"]


async def test_one_that_cannot_be_given_to_anybody_ends_with_the_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(HomepageApp, "attend", fail)
    with serving({"max_spares": 1}) as server:
        async with visiting(server) as (channel, terminal):
            await terminal.until(b"leave")
            wait_for_one(server)
            app = spares(server)._ready[0].app
            channel.write(b"2")
            assert LEFT in await terminal.end()
        server.wait_until(lambda: not app.is_running, "it has ended")


async def test_whose_terminal_has_not_said_all_sees_one_look(monkeypatch: pytest.MonkeyPatch) -> None:
    # Nothing is answered by itself.
    monkeypatch.setattr(Terminal, "connection_made", lambda *_: None)
    with serving({"max_spares": 1}) as server:
        async with visiting(server) as (channel, terminal):
            await terminal.until(b"leave")
            server.wait_until(lambda: len(spares(server)) == 1, "there is a spare")
            channel.write(b"\x1b]10;rgb:10/10/10\x07\x1b]11;rgb:f0/f0/f0\x072")
            await terminal.until(b"Vienna")
            [app] = [app for app in apps(server) if isinstance(app._driver, VisitDriver)]
            assert server.do(lambda: app.home.bar.look == app.look)
