"""The collector of garbage keeps nobody waiting for long, and everything is found in the end."""

from __future__ import annotations

import gc
import weakref
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

import asyncssh
import pytest
from textual._compositor import Compositor
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.box_model import BoxModel
from textual.dom import DOMNode
from textual.worker import Worker

from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.visiting import visiting
from tui_home.doors.ssh.channel import VisitorChannel
from tui_home.doors.ssh.garbage import PASSES, Garbage, giving_back
from tui_home.doors.ssh.screen.incoming import Incoming
from tui_home.doors.ssh.screen.visit import ScreenVisit
from tui_home.doors.ssh.session import Session
from tui_home.tui.widgets.page_view import PageView


class Ring:
    """Something that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


class Rooms:
    """How many are there."""

    present = 1


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


@pytest.fixture
async def garbage(rooms: Rooms) -> AsyncIterator[Garbage]:
    gc.collect()
    made = Garbage(lambda: rooms.present)
    async with made.kept_low():
        yield made
    # As for all tests.
    gc.freeze()


async def test_what_was_looked_at_is_looked_at_again_only_when_nobody_is_there(garbage: Garbage, rooms: Rooms) -> None:
    ring = Ring()
    gone = weakref.ref(ring)
    gc.collect()
    del ring
    for _ in range(5):
        garbage.look_around()
        gc.collect()
    assert gone() is not None, "it was looked at while somebody was there"
    rooms.present = 0
    garbage.look_around()
    assert gone() is not None, "they have only just left"
    garbage.look_around()
    assert gone() is None


async def test_whoever_is_there_all_is_looked_at_when_too_much_is_in_use(
    garbage: Garbage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_home.doors.ssh.garbage._MOST", 20_000)
    monkeypatch.setattr("tui_home.doors.ssh.garbage._SELDOM", 3)
    rings = [Ring() for _ in range(20_000)]
    gone = weakref.ref(rings[0])
    gc.collect()
    rings.clear()
    for _ in range(2):
        garbage.look_around()
    assert gone() is not None, "it is not so long ago that all was looked at"
    garbage.look_around()
    assert gone() is None


async def test_free_memory_is_given_back_once_when_everybody_has_left(rooms: Rooms) -> None:
    given = list[int]()
    garbage = Garbage(lambda: rooms.present, lambda: given.append(rooms.present))
    for rooms.present, looks in ((1, 5), (0, 5), (1, 1), (0, 5)):
        for _ in range(looks):
            garbage.look_around()
    assert given == [0, 0]
    giving_back()()


async def test_what_is_new_is_found_while_somebody_is_there(garbage: Garbage) -> None:
    gone = weakref.ref(Ring())
    gc.collect()
    assert gone() is None
    assert garbage is not None


async def test_nothing_is_looked_at_twice_for_nothing(garbage: Garbage, rooms: Rooms) -> None:
    rooms.present = 0
    gc.collect()
    for _ in range(3):
        garbage.look_around()
    looks: list[int] = []
    gc.callbacks.append(lambda _phase, told: looks.append(told["generation"]))
    try:
        for _ in range(10):
            garbage.look_around()
    finally:
        gc.callbacks.pop()
    assert not looks


async def test_the_collector_is_left_as_it_was_found() -> None:
    found = gc.get_threshold(), gc.isenabled(), len(gc.callbacks)
    async with Garbage(lambda: 0).kept_low():
        assert gc.get_threshold() == PASSES
        assert gc.isenabled()
    gc.freeze()
    assert (gc.get_threshold(), gc.isenabled(), len(gc.callbacks)) == found


@pytest.fixture
def server() -> Iterator[Serving]:
    with serving() as running:
        yield running


def large() -> tuple[weakref.ref[object], weakref.ref[object]]:
    # Of those that have drawn ready screens there may be something left, but not what is large.
    [view] = [each for each in gc.get_objects() if type(each) is PageView and vars(each)]
    return weakref.ref(view._styles_cache), weakref.ref(view.app.stylesheet)


KINDS = (
    App,
    XTermParser,
    DOMNode,
    BoxModel,
    Compositor,
    Worker,
    ScreenVisit,
    Session,
    Incoming,
    asyncssh.SSHServerConnection,
    VisitorChannel,
)


def _has_any(it: object) -> bool:
    # The widgets that Textual has laid out before have nothing any more.
    return bool(getattr(it, "__dict__", {"": it}))


def _of_visits() -> list[object]:
    # What Textual has laid out before is garbage at once.
    return [each for each in gc.get_objects() if issubclass(type(each), KINDS) and _has_any(each)]


async def test_a_visit_that_is_over_is_no_garbage(server: Serving) -> None:
    # Also not what was there for some time only; but what other tests have left is not of this visit.
    gc.collect()
    earlier = _of_visits()
    gc.disable()
    try:
        async with visiting(server) as (channel, terminal):
            await terminal.until(b"leave")
            channel.write(b"?")
            await terminal.until(b"ends a find")
            channel.write(b"?")
            await terminal.until(b"leave")
            channel.write(b"q")
            await terminal.end()
        known = set(map(id, earlier))

        def left() -> list[str]:
            return [type(each).__name__ for each in _of_visits() if id(each) not in known]

        with suppress(AssertionError):
            server.wait_until(lambda: not left(), "what a visit was is gone")
        assert left() == []
    finally:
        gc.enable()


async def test_an_app_that_is_over_leaves_nothing_large_to_the_collector(server: Serving) -> None:
    async with visiting(server) as (channel, terminal):
        await terminal.until(b"leave")
        channel.write(b"?")
        await terminal.until(b"ends a find")
        channel.write(b"?")
        await terminal.until(b"leave")
        [drawn, sheet] = server.do(large)
        gc.disable()
        try:
            channel.write(b"q")
            await terminal.end()
            server.wait_until(lambda: drawn() is sheet() is None, "what it has drawn is gone")
        finally:
            gc.enable()
