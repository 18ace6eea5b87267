"""Rest: who has not touched a key for a while has no app, sees what they saw, and does not notice when they wake."""

from __future__ import annotations

import asyncio
import random
import re

import pytest

from tests.doors.ssh.screen.reading import NOTHING, reading
from tests.doors.ssh.serving import Serving
from tui_home.doors.ssh.screen.visit import ScreenVisit

ESCAPE = b"\x1b[27u"
_TITLE = re.compile(rb"\x1b\]2;([^\x07\x1b]*)")
PLACES = (
    b"3dd\t\t",  # a link half-way down
    b"\x1b[Z\r",  # an entry that was opened
    b"4e",  # something said
    b"3/learning\rnn",  # find, kept at a match
    b"tG",  # a theme, at the end
    b"2\t\t\x03",  # the first of two presses
    b"1G\x1b[1;3D",  # back, and there is a way forward
)
KEYS = (
    *(b"1", b"2", b"3", b"4", b"j", b"d", b"u", b" ", b"g", b"G", b"\t", b"\t\t", b"\x1b[Z", b"\r", b"t", b"e", b"y"),
    *(b"o", b"b", b"n", b"N", b"/the\r", b"/zzz\r", ESCAPE, b"\x7f", b"\x1b[1;3D", b"\x1b[1;3C", b"\x03k", b"?x", b"h"),
    *(b"sx", b"\x1b[<0;9;9M\x1b[<0;9;9m", b"\x1b[<65;9;9M", b"\x1b[<0;20;2M\x1b[<0;20;2m", b":x" + ESCAPE + ESCAPE),
)


@pytest.mark.parametrize("size", [(80, 24), (44, 12)])
async def test_who_rests_sees_what_they_saw_and_wakes_unnoticed(
    server: Serving, visits: list[ScreenVisit], size: tuple[int, int]
) -> None:
    async with reading(server, visits, size) as visitor:
        for keys in PLACES:
            await visitor.press(keys)
            before = visitor.state()
            await visitor.rest()
            assert not visitor.said, keys
            assert not await visitor.press(NOTHING), keys
            assert not _TITLE.search(visitor.said), keys
            assert await visitor.painted() == before, keys
        assert visitor.app.reader.history.ahead
        await visitor.rest()
        await visitor.press(b"\x1b[1;3C")
        assert visitor.app.reader.section.id == "about"
        visitor.channel.write(b"q")
        written = await visitor.terminal.end()
        # The receipt knows of what was copied before the rests, and the log of all that was read.
        assert written.count(b"wz341") > 1
    server.wait_until_left()
    assert "sections=about,papers,contact,news" in server.log.rpartition("event=visit-end")[2]


async def test_keys_do_the_same_with_a_rest_after_each(server: Serving, visits: list[ScreenVisit]) -> None:
    chance = random.Random(6)  # noqa: S311 - the same each time
    pressed, rested, places = list[bytes](), 0, server.server.tunnel.gates.apps
    async with reading(server, visits) as one, reading(server, visits) as other:
        for _ in range(12):
            pressed.append(b"".join(chance.choices(KEYS, k=chance.choice((1, 1, 2, 3)))))
            await one.press(pressed[-1])
            await other.press(pressed[-1])
            assert other.state() == one.state(), pressed
            assert _TITLE.findall(other.said)[-1:] == _TITLE.findall(one.said)[-1:], pressed
            server.do(other.visit.rest)
            server.wait_until(lambda: places.present == 1 + (other.visit.phase.app is not None), "the app is gone")
            assert not await other.hear(), pressed
            rested += other.visit.phase.app is None
    assert rested > 8


async def test_twenty_keys_at_once_wake_and_are_all_done_in_order(server: Serving, visits: list[ScreenVisit]) -> None:
    async with reading(server, visits) as visitor:
        await visitor.press(b"3")
        server.do(visitor.visit.rest)
        # Some come while the app is being taken down.
        visitor.channel.write(b"jjj2")
        visitor.channel.write(b"341/federated\r3")
        visitor.channel.write(b"4")
        order = [b"News", b"Papers", b"Contact", b"About", b"Papers", b"Contact"]
        written = b""
        while _TITLE.findall(written)[len(order) - 1 :] == []:
            written += await visitor.terminal.until(b"\x1b]2;")
        assert [title.rpartition(b" ")[2] for title in _TITLE.findall(written)] == order


async def test_a_click_a_size_and_other_colours_wake_too(server: Serving, visits: list[ScreenVisit]) -> None:
    async with reading(server, visits) as visitor:
        await visitor.press(b"3d\t")
        await visitor.rest()
        # What comes by itself wakes nobody.
        visitor.channel.write(b"\x1b[<35;9;9M\x1b[I\x1b[O")
        await asyncio.sleep(0.05)
        assert visitor.visit.phase.app is None
        cursor, y = server.do(visitor.place)
        visitor.channel.write(b"\x1b[<65;9;9M")
        await visitor.woken()
        assert server.do(lambda: visitor.app.home.page_view.scroll_offset.y) > y
        await visitor.press(b"\x1b[<64;9;9M")
        await visitor.rest()
        visitor.channel.change_terminal_size(100, 30)
        visitor.screen.resize(30, 100)
        assert await visitor.woken()
        assert "ICLR" in visitor.text() or "Papers" in visitor.text()
        assert visitor.app.size == (100, 30)
        assert visitor.app.home.page_view.cursor == cursor
        await visitor.rest()
        light = b"\x1b]10;rgb:10/10/10\x07\x1b]11;rgb:f0/f0/f0\x07"
        dark = visitor.state()
        visitor.channel.write(b"\x1b[I")
        await asyncio.sleep(0.6)
        visitor.channel.write(light)
        assert await visitor.woken()
        assert visitor.state() != dark
        assert await visitor.painted() != dark


async def test_a_find_is_kept_for_who_wakes_at_another_size(server: Serving, visits: list[ScreenVisit]) -> None:
    async with reading(server, visits) as visitor:
        await visitor.press(b"3")
        await visitor.press(b"/learning\rnn")
        assert "“learning”: 3 of" in visitor.text()
        await visitor.rest()
        visitor.channel.change_terminal_size(100, 30)
        visitor.screen.resize(30, 100)
        assert await visitor.woken()
        assert visitor.app.home.page_view.match == 2
        assert "“learning”: 3 of" in visitor.text()


@pytest.mark.parametrize(
    "keys", ["?", ":", "s", "/", "/the", "\x1b[<0;9;9M", "\x1b[<0;9;9M|\x1b[<32;12;12M|\x1b[<0;12;12m"]
)
async def test_who_is_in_the_middle_of_something_does_not_rest(
    server: Serving, visits: list[ScreenVisit], keys: str
) -> None:
    async with reading(server, visits) as visitor:
        for each in keys.split("|"):
            await visitor.press(each.encode())
        before = visitor.app
        server.do(visitor.visit.rest)
        assert visitor.visit.phase.app is before


async def test_all_homepages_and_the_way_between_them_are_kept(several: Serving, visits: list[ScreenVisit]) -> None:
    async with reading(several, visits) as visitor:
        await visitor.press(b"jj")
        for keys, name in ((b"", ""), (b"\r", "cleo"), (b"", "cleo"), (ESCAPE, "")):
            if keys:
                await visitor.press(keys)
            before = visitor.state()
            await visitor.rest()
            assert not await visitor.press(NOTHING)
            assert visitor.app.lobby is not None
            assert visitor.app.lobby.name == name
            assert await visitor.painted() == before
        await visitor.rest()
        site = several.homepages["cleo"].site
        several.do(lambda: several.homepages["cleo"].replace(site))
        visitor.channel.write(b"q")
        assert b"Cleo Vidal" in await visitor.terminal.end()
