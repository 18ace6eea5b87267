from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

import pytest

from tests.doors.ssh.house import raw
from tests.doors.ssh.telling.scraping import GET, asked
from tui_home.doors.ssh.starting.sockets import open_sockets
from tui_home.doors.ssh.telling.metrics_door import MOST_AT_ONCE, MetricsDoor, Page, answer, healthz

PAGES = {"/metrics": lambda: Page(b"x 1\n"), "/healthz": healthz(lambda: False)}


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (GET, 200),
        (b"GET /healthz HTTP/1.0\r\n\r\n", 200),
        (b"GET /metrics?a=b HTTP/1.1\r\n\r\n", 200),
        (b"GET / HTTP/1.1\r\n\r\n", 404),
        (b"GET /../../etc/passwd HTTP/1.1\r\n\r\n", 404),
        (b"GET /\xff\x1b[2J HTTP/1.1\r\n\r\n", 404),
        (b"POST /metrics HTTP/1.1\r\n\r\n", 405),
        (b"GET /metrics\r\n\r\n", 400),
        (b"GET /metrics HTTP/2\r\n\r\n", 400),
        (b"SSH-2.0-x\r\n\r\n", 400),
        (b"\r\n\r\n", 400),
        (b"", 400),
    ],
)
def test_only_what_is_there_is_given(request_: bytes, status: int) -> None:
    said = answer(request_, PAGES)
    head, _, body = said.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status)
    assert b"Content-Length: %d\r\n" % len(body) in head
    assert b"passwd" not in said
    assert b"\x1b" not in said
    assert (b"Allow: GET" in head) == (status == 405)


def test_health_is_told_by_the_status() -> None:
    assert healthz(lambda: False)().status == HTTPStatus.OK
    assert healthz(lambda: True)().status == HTTPStatus.SERVICE_UNAVAILABLE


@asynccontextmanager
async def door(patience: float = 30.0) -> AsyncIterator[tuple[int, list[BaseException]]]:
    failed: list[BaseException] = []

    def fail() -> Page:
        raise SystemExit(3)

    sockets = open_sockets("127.0.0.1", 0)
    made = MetricsDoor(sockets, {**PAGES, "/fail": fail}, failed.append, patience)
    await made.open()
    try:
        yield sockets[0].getsockname()[1], failed
    finally:
        made.close()


async def test_the_door_answers_and_closes() -> None:
    async with door() as (port, _):
        assert (await asked(port, GET)).endswith(b"\r\n\r\nx 1\n")


async def test_a_request_without_an_end_is_refused() -> None:
    async with door() as (port, _):
        assert (await asked(port, b"GET /metrics HTTP/1.1\r\nX: " + b"x" * 9000)).startswith(b"HTTP/1.1 400 ")


async def test_few_at_once_and_not_for_long() -> None:
    async with door() as (port, _):
        waiting = [await raw(port) for _ in range(MOST_AT_ONCE)]
        assert await asked(port, GET) == b"", "no more at once"
        waiting[0][1].close()
        answered = b""
        async with asyncio.timeout(30):
            while not answered:
                answered = await asked(port, GET)
        assert answered.endswith(b"x 1\n")
        for _, writer in waiting:
            writer.close()
    async with door(patience=0.01) as (port, failed):
        assert await asked(port, b"GET /metr") == b"", "too slow"
        assert not failed


async def test_a_mistake_of_ours_ends_one_answer() -> None:
    async with door() as (port, failed):
        assert await asked(port, b"GET /fail HTTP/1.1\r\n\r\n") == b""
        assert [type(error) for error in failed] == [SystemExit]
        assert await asked(port, GET)
