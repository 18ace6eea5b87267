from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from asyncssh.packet import String

from tests.doors.ssh.attacks.clients import visiting
from tests.doors.ssh.attacks.line import MSG_IGNORE
from tests.doors.ssh.serving import serving
from tui_home.doors.ssh.reception import Reception
from tui_home.doors.ssh.share import Share, own_context, share_in

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tui_home.doors.ssh.service import Newcomer, Visited
    from tui_home.doors.ssh.telling.journal import Way


def used(*parts: tuple[float, float], until: float = 0.0) -> float:
    """Return the rank of one that has been there from the clock's beginning."""
    share = Share(0.0)
    for seconds, now in parts:
        share.hold_up(seconds, now)
    share.use(0.0, until)
    return share.rank


def test_whoever_has_used_less_is_next() -> None:
    assert used((0.004, 1), (0.004, 2)) < used((0.004, 1), (0.004, 2), (0.004, 2))


def test_what_was_used_long_ago_matters_less_than_what_was_used_just_now() -> None:
    assert used((0.005, 1), (0.005, 1), (0.005, 1)) < used((0.005, 5))


def test_one_long_thing_counts_for_more_than_many_short_ones() -> None:
    assert used(*[(0.004, 1)] * 20) < used((0.08, 1))


def test_what_is_done_beside_the_loop_counts_as_long_as_it_takes() -> None:
    once, often = Share(0.0), Share(0.0)
    once.use(0.8, 1.0)
    for _ in range(10):
        often.use(0.08, 1.0)
    assert once.rank == pytest.approx(often.rank)


def test_the_order_of_those_who_wait_stays_as_it_is() -> None:
    less, more = [used((seconds, 1), until=2) for seconds in (0.01, 0.02)]
    later, latest = [used((seconds, 1), until=30) for seconds in (0.01, 0.02)]
    assert less < more
    assert later < latest


def test_whoever_comes_is_behind_one_who_reads_and_before_one_who_floods() -> None:
    reader, flooder = Share(0.0), Share(0.0)
    for tenth in range(1, 50):
        reader.hold_up(0.004, tenth / 10)
        flooder.hold_up(0.05, tenth / 10)
    assert reader.rank < Share(5.0).rank < flooder.rank


def test_who_has_been_still_for_a_year_is_counted_like_anybody() -> None:
    year = 365 * 24 * 3600.0
    still, busy = Share(0.0), Share(0.0)
    busy.use(0.01, year)
    assert still.rank < busy.rank
    still.use(0.02, year)
    assert busy.rank < still.rank


def test_an_app_that_was_made_for_nobody_is_of_whoever_takes_it() -> None:
    visitor, app = Share(0.0), Share(math.inf)
    app.use(1.0, 1.0)
    assert app.rank == math.inf
    app.join(visitor)
    visitor.use(0.5, 1.0)
    assert app.rank == visitor.rank
    app.use(0.5, 1.0)
    assert app.rank == visitor.rank > Share(1.0).rank


def test_each_has_its_own() -> None:
    one, other = own_context(0.0), own_context(0.0)
    assert share_in(one) is one.run(share_in)
    assert share_in(one) is not share_in(other)
    assert share_in() is None


async def test_what_is_parsed_and_done_for_a_visitor_is_billed_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Share | None] = []
    real = Reception.receive

    async def receive(reception: Reception, serve: Callable[[Newcomer, Way], Awaitable[Visited]]) -> int:
        served.append(share_in())
        return await real(reception, serve)

    monkeypatch.setattr(Reception, "receive", receive)
    with serving() as server:
        async with visiting(server.port) as visitor:
            [connection] = server.server.present._connections
            wire = connection.wire
            [share] = served
            assert share is not None
            before, received = share.rank, wire.received
            for _ in range(100):
                visitor.connection.send_packet(MSG_IGNORE, String(b""))
            server.wait_until(lambda: wire.received >= received + 100 * 16, "all have been read")
            assert server.do(lambda: share.rank) > before
            await visitor.leaves()
