"""Homepages are read apart, one hurts no other, and what could be read last stays."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.doors.ssh.homepages.keeping import SITE, Fake, edition, keeping, site_in
from tui_home.doors.ssh.homepages.frames import Told
from tui_home.doors.ssh.homepages.houses import Closed
from tui_home.doors.ssh.homepages.reader import UnreadableError
from tui_home.model.directory import Directory
from tui_home.sources.errors import NoSiteError


async def test_whoever_comes_need_not_wait_for_the_others() -> None:
    reader = Fake()
    reader.holds["ada"] = asyncio.Event()
    async with keeping("ada", "bob", "cleo", reader=reader) as kept:
        await reader.begun.wait()
        assert reader.read_in_turn == ["ada"], "which hangs"
        assert await kept.description("cleo") == "edition 1"
        assert kept.houses.directory.pending == 2
        reader.holds["ada"].set()
        await kept.upkeep.reload()
        assert kept.houses.directory.pending == 0


async def test_a_broken_one_is_told_of_in_one_line_and_hurts_no_other() -> None:
    reader = Fake()
    reader.answers |= {"ada": UnreadableError("it took too long"), "bob": NoSiteError("No site at /sites/bob.")}
    async with keeping("ada", "bob", "cleo", reader=reader) as kept:
        await kept.upkeep.reload()
        assert await kept.description("cleo") == "edition 1"
        for name in ("ada", "bob"):
            with pytest.raises(Closed) as closed:
                await kept.houses.find(name)
            assert "\n" not in str(closed.value)
            assert "/" not in str(closed.value), "no path of the server"
        assert [line for line in kept.told if line.startswith("homepage ada")] == [
            "homepage ada cannot be shown: it took too long; see: tui-home check /sites/ada"
        ]
        # Later it may be better, and somebody comes.
        del reader.answers["ada"]
        kept.now += 61
        assert await kept.description("ada") == "edition 1"


async def test_one_that_takes_too_long_is_told_of_and_not_waited_for() -> None:
    reader = Fake()
    reader.holds["ada"] = asyncio.Event()
    async with keeping("ada", reader=reader, patience=0.01) as kept:
        with pytest.raises(Closed, match="still being read"):
            await kept.houses.find("ada")
        reader.holds["ada"].set()
        await kept.upkeep.reload()
        assert await kept.description("ada") == "edition 1"


async def test_those_that_nobody_visits_rest_and_are_read_again_for_whoever_comes() -> None:
    async with keeping("ada", "bob", resting=1 << 20) as kept:
        homepage = await kept.houses.find("ada")
        assert homepage is not None
        leave = homepage.follow(lambda _: None)
        await kept.houses.find("bob")
        await kept.upkeep.reload()
        kept.now += 100
        kept.upkeep.tidy()
        by_name = {each.name: each.homepage is not None for each in kept.houses.all}
        assert by_name == {"ada": True, "bob": False}
        assert [entry.title for entry in kept.houses.directory.entries] == [SITE.name.full] * 2, "it is known"
        assert await kept.description("bob") == "edition 1"
        leave()


async def test_subfolders_come_and_go_and_whoever_reads_stays(tmp_path: Path) -> None:
    site_in(tmp_path / "ada")
    async with keeping(folder=tmp_path) as kept:
        heard: list[Directory] = []
        kept.houses.follow(heard.append)
        ada = await kept.houses.find("ada")
        assert kept.houses.directory.pending == 0
        site_in(tmp_path / "bob")
        (tmp_path / "ada" / "_pages").rmdir()
        (tmp_path / "ada").rmdir()
        await kept.upkeep.reload()
        assert [entry.name for entry in heard[-1].entries] == ["bob"]
        assert await kept.houses.find("ada") is None
        assert ada is not None
        assert ada.site.description == "edition 1", "for those who are there"
        tmp_path.rename(tmp_path.parent / "away")  # noqa: ASYNC240 - at once
        await kept.upkeep.reload()
        assert [entry.name for entry in kept.houses.directory.entries] == ["bob"], "a disk that is gone for a moment"
        assert "cannot be listed" in kept.told[-1]


async def test_visitors_of_one_that_is_put_in_its_place_anew_see_what_is_new_in_it(tmp_path: Path) -> None:
    site_in(tmp_path / "ada")
    async with keeping(folder=tmp_path) as kept:
        ada = await kept.houses.find("ada")
        assert ada is not None
        leave = ada.follow(lambda _site: None)
        for number in (2, 3):
            (tmp_path / "ada").rename(tmp_path / f".away {number}")
            await kept.upkeep.reload()
            assert await kept.houses.find("ada") is None
            site_in(tmp_path / "ada")
            kept.reader.answers["ada"] = Told(edition(number))
            await kept.upkeep.reload()
            assert ada.site.description == f"edition {number}"
            assert await kept.houses.find("ada") is ada
            assert kept.houses.reloads == number - 1
        assert [line for line in kept.told if "there" in line] == 2 * [
            "homepage ada is no longer there", "homepage ada is there again",
        ]  # fmt: skip
        leave()


async def test_nobody_waits_for_one_that_is_gone_meanwhile(tmp_path: Path) -> None:
    site_in(tmp_path / "ada")
    site_in(tmp_path / "bob")
    reader = Fake()
    reader.holds |= {"ada": asyncio.Event(), "bob": asyncio.Event()}
    async with keeping(folder=tmp_path, reader=reader) as kept:
        waiting = [asyncio.create_task(kept.houses.find(name)) for name in ("ada", "bob", "bob")]
        (tmp_path / "bob").rename(tmp_path / ".away")
        await kept.upkeep.look_around()
        async with asyncio.timeout(30):
            found = await asyncio.gather(*waiting[1:], return_exceptions=True)
        assert [type(each) for each in found] == 2 * [Closed]
        waiting[0].cancel()
