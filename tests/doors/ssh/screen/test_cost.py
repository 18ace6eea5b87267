"""What visits cost, counted: see `tests.costs` for each bound, and for what passing it would mean."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import asyncssh
import pytest
from textual.css import stylesheet

from tests import costs
from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.terminal import Terminal
from tests.doors.ssh.visiting import visiting
from tests.emulator import PATIENCE
from tui_home.doors.ssh.screen.driver import VisitDriver
from tui_home.doors.ssh.screen.ready import ReadyScreens
from tui_home.doors.ssh.screen.visit import ScreenVisit
from tui_home.pages import cache
from tui_home.tui import stylesheet as shared_stylesheet
from tui_home.tui.app import HomepageApp

_SIZE = (100, 30)
_SECTIONS = {b"2": b"Vienna", b"3": b"Federated", b"4": b"Scholar", b"1": b"postgrad"}
_EQUAL, _PRESENT, _LINES = 50, 5, 6

Visit = tuple[asyncssh.SSHClientChannel[bytes], Terminal]


@pytest.fixture
def server() -> Iterator[Serving]:
    with serving() as running:
        yield running


@asynccontextmanager
async def looking(server: Serving, term: str = "xterm-256color") -> AsyncIterator[Visit]:
    """Yield a visitor who sees the first screen, and has told all that there is to tell of their terminal."""
    async with visiting(server, term, _SIZE, 2 << 20, COLORTERM="truecolor") as (channel, terminal):
        await terminal.until(b"leave")
        server.wait_until(lambda: all(map(shows_all, visits(server))), "all answers have come, and what they change")
        yield channel, terminal


@asynccontextmanager
async def acting(server: Serving) -> AsyncIterator[tuple[Visit, HomepageApp]]:
    """Yield a visitor who has gone through all sections, and their app, which has nothing more to do."""
    async with looking(server) as (channel, terminal):
        for key, word in _SECTIONS.items():
            channel.write(key)
            await terminal.until(word)
        [app] = visitors_apps(server)
        settled(server, app)
        yield (channel, terminal), app


def visits(server: Serving) -> list[ScreenVisit]:
    """Return those that go on."""
    guests = [session._guest for connection in server.server.present._connections for session in connection._sessions]
    return [guest for guest in guests if isinstance(guest, ScreenVisit) and not guest.is_over()]


def shows_all(visit: ScreenVisit) -> bool:
    """Tell whether a visitor has been shown what there is to show on what is known now of their terminal."""
    looking = visit.phase.looking
    return not visit.terminal.dialogue.owes and looking.able.settled and looking.shows(looking.kind)


def visitors_apps(server: Serving) -> list[HomepageApp]:
    """Return the apps that are somebody's: a spare one is connected with no terminal."""
    apps = (found for found in gc.get_objects() if type(found) is HomepageApp and found.is_running)
    return [app for app in apps if isinstance(app._driver, VisitDriver) and app.reader.pages is server.homepage.pages]


def settled(server: Serving, app: HomepageApp) -> None:
    """Wait until all keys are done and painted."""
    server.wait_until(lambda: not app.turns.busy and not app.message_queue_size, "all keys are done")
    server.wait_until(lambda: not app.screen._dirty_widgets and not app.screen._layout_required, "all is painted")


def tasks() -> int:
    """Return how many tasks this loop has, but for the one that asks."""
    return len(asyncio.all_tasks()) - 1


def timers() -> int:
    """Return how many timers this loop has."""
    loop = asyncio.get_running_loop()
    return sum(not timer.cancelled() for timer in loop._scheduled)  # type: ignore[attr-defined]


async def check(server: Serving, bound: costs.Bound, count: Callable[[], float]) -> None:
    """Check what is there for good: what is only there for a moment has its time to go."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while server.do(count) > bound.most:  # noqa: ASYNC110 - what is waited for has no event
                await asyncio.sleep(0.01)
    bound.check(server.do(count))


def objects() -> int:
    """Return how many objects the collector of garbage has to look at."""
    gc.collect()
    return len(gc.get_objects())


def calls(monkeypatch: pytest.MonkeyPatch, place: object, name: str) -> list[tuple[object, ...]]:
    """Return a list that grows with each call of a function."""
    noted, function = list[tuple[object, ...]](), getattr(place, name)

    def counted(*given: object, **named: object) -> object:
        noted.append(given)
        return function(*given, **named)

    monkeypatch.setattr(place, name, counted)
    return noted


async def test_those_who_look_see_one_screen_and_have_no_app(server: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = calls(monkeypatch, ReadyScreens, "keep")
    for _ in range(_EQUAL // _PRESENT):
        async with AsyncExitStack() as stack:
            for _ in range(_PRESENT):
                await stack.enter_async_context(looking(server, "linux"))
            costs.LOOKERS_APPS.check(len(visitors_apps(server)))
    costs.SCREENS_DRAWN.check(len(drawn))
    async with looking(server):
        screens = server.server.service.studio.screens
        costs.FIRST_FRAME.check(max(len(screen.frame.encode()) for screen in screens._kept.values()))


async def test_those_who_look_keep_the_loop_still(server: Serving) -> None:
    async with looking(server):
        pass
    server.wait_until_left()
    before = server.do(tasks), server.do(timers), objects()
    async with AsyncExitStack() as stack:
        for _ in range(_PRESENT):
            await stack.enter_async_context(looking(server))
        await check(server, costs.LOOKERS_TASKS, lambda: (tasks() - before[0]) / _PRESENT)
        await check(server, costs.LOOKERS_TIMERS, lambda: (timers() - before[1]) / _PRESENT)
        costs.LOOKERS_OBJECTS.check((objects() - before[2]) / _PRESENT)


async def test_one_more_who_acts_shares_what_can_be_shared(server: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    async with acting(server):
        pass
    server.wait_until_left()
    laid_out = calls(monkeypatch, cache, "layout_block")
    # Ours, and Textual's, which one app would use for itself.
    parsed = [calls(monkeypatch, place, "parse") for place in (shared_stylesheet, stylesheet)]
    before, idle = objects(), (server.do(tasks), server.do(timers))
    async with acting(server) as (_, app):
        await check(server, costs.TASKS, lambda: tasks() - idle[0])
        await check(server, costs.TIMERS, lambda: timers() - idle[1])
        costs.WIDGETS.check(len(app._registry))
        costs.FRAGMENTS.check(len(laid_out))
        costs.SHEETS.check(sum(map(len, parsed)))
        costs.OBJECTS.check(objects() - before)
        # Not held by this test any longer.
        del app
        [visit] = visits(server)
        server.do(visit.rest)
        await check(server, costs.REMAINING, lambda: len(visitors_apps(server)))
        costs.RESTING_OBJECTS.check(objects() - before)
    server.wait_until_left()
    costs.REMAINING.check(len(visitors_apps(server)))


async def test_a_line_is_scrolled_in_few_bytes(server: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    async with acting(server) as ((channel, _), app):
        written = calls(monkeypatch, VisitDriver, "write")
        for line in range(1, _LINES + 1):
            channel.write(b"j")
            server.wait_until(lambda: app.home.page_view.scroll_offset.y == line, f"line {line} was scrolled to")  # noqa: B023
            settled(server, app)
        size = sum(len(str(given[1]).encode()) for given in written)
        costs.SCROLLED_LINE.check(size / _LINES)
