"""Homepages are read apart, one hurts no other, and what could be read last stays."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tui_home.doors.ssh.homepages.frames import Told
from tui_home.doors.ssh.homepages.front_faults import front_faults
from tui_home.doors.ssh.homepages.household import Household
from tui_home.doors.ssh.homepages.houses import Closed, Houses
from tui_home.doors.ssh.homepages.reader import UnreadableError
from tui_home.doors.ssh.homepages.reading_order import ReadingOrder
from tui_home.doors.ssh.homepages.upkeep import Upkeep
from tui_home.model.directory import Directory
from tui_home.model.problem import Problem, Severity
from tui_home.model.site import Site
from tui_home.sources.errors import NoSiteError
from tui_home.sources.opening import open_site
from tui_home.sources.packaged import packaged_content

SITE = open_site(packaged_content())


def edition(number: int) -> Site:
    return replace(SITE, revision=f"r{number}", description=f"edition {number}", about=replace(SITE.about, subtitle=()))


class Fake:
    """Answers what it is told to; an Event makes it wait."""

    def __init__(self) -> None:
        self.answers: dict[str, Told | Exception] = {}
        self.holds: dict[str, asyncio.Event] = {}
        self.read_in_turn: list[str] = []
        self.begun = asyncio.Event()

    async def read(self, folder: Path, known: str, front: Callable[[Site], None], *, urgent: bool = False) -> Told:
        del front, urgent
        self.read_in_turn.append(folder.name)
        self.begun.set()
        if hold := self.holds.get(folder.name):
            await hold.wait()
        answer = self.answers.get(folder.name, Told(edition(1), bytes=1 << 20))
        if isinstance(answer, Exception):
            raise answer
        return Told(None) if answer.site and answer.site.revision == known else answer


class Kept:
    def __init__(self, upkeep: Upkeep, reader: Fake, told: list[str]) -> None:
        self.upkeep, self.houses, self.reader, self.told = upkeep, upkeep.houses, reader, told
        self.now = 1000.0

    async def description(self, user: str) -> str:
        found = await self.houses.find(user)
        assert found is not None
        return found.site.description


@asynccontextmanager
async def keeping(*names: str, reader: Fake | None = None, folder: Path | None = None, resting: int = 1 << 30,
                  patience: float = 15) -> AsyncIterator[Kept]:  # fmt: skip
    reader, told = reader or Fake(), list[str]()
    order = ReadingOrder[Household]()

    def tell(text: str, _level: str) -> None:
        told.append(text)

    def clock() -> float:
        return kept.now

    def crashed(error: BaseException) -> None:
        raise AssertionError from error

    houses = Houses([Household(name, Path("/sites") / name, tell) for name in names], order, clock, patience)
    upkeep = Upkeep(
        houses, order, reader, folder=folder, resting=resting, tell=tell, crashed=crashed, clock=clock
    )  # fmt: skip
    kept = Kept(upkeep, reader, told)
    await upkeep.look_around()
    upkeep.begin()
    try:
        yield kept
    finally:
        await upkeep.end()


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


@pytest.mark.parametrize(
    "answer",
    [
        NoSiteError("No site at /sites/ada"),
        UnreadableError("the process that reads it has ended early"),
        Told(edition(2), ("_config.yml: no key",)),
        Told(replace(edition(2), about=replace(SITE.about, blocks=(), profile=None, subtitle=()), news=(), pages=(),
                     publications=(), projects=(), posts=(), courses=(), cv=None)),
    ],
)  # fmt: skip
async def test_what_could_be_read_last_stays_and_the_owner_hears_why_once(answer: Told | Exception) -> None:
    async with keeping("ada") as kept:
        assert await kept.description("ada") == "edition 1"
        kept.reader.answers["ada"] = answer
        await kept.upkeep.reload()
        await kept.upkeep.reload()
        assert await kept.description("ada") == "edition 1"
        assert len([line for line in kept.told if "stays as it was read last: " in line]) == 1
        kept.reader.answers["ada"] = Told(edition(3))
        await kept.upkeep.reload()
        assert await kept.description("ada") == "edition 3"


async def test_what_stayed_as_it_was_is_read_again_when_somebody_comes_later() -> None:
    async with keeping("ada") as kept:
        await kept.description("ada")
        kept.reader.answers["ada"] = UnreadableError("there was no memory for it")
        await kept.upkeep.reload()
        kept.reader.answers["ada"] = Told(edition(2))
        kept.now += 59
        assert await kept.description("ada") == "edition 1"
        await kept.upkeep.reload(())
        assert await kept.description("ada") == "edition 1", "not at every visit"
        kept.now += 2
        await kept.description("ada")
        await kept.upkeep.reload(())
        assert await kept.description("ada") == "edition 2"


async def test_a_fault_that_was_there_before_keeps_nothing_back() -> None:
    reader = Fake()
    reader.answers["ada"] = Told(edition(1), ("_config.yml: no key",))
    async with keeping("ada", reader=reader) as kept:
        await kept.description("ada")
        reader.answers["ada"] = Told(edition(2), ("_config.yml: no key",))
        await kept.upkeep.reload()
        assert await kept.description("ada") == "edition 2"


async def test_present_visitors_are_told_and_what_was_made_is_made_again() -> None:
    async with keeping("ada") as kept:
        homepage = await kept.houses.find("ada")
        assert homepage is not None
        seen, let_go = list[str](), list[str]()
        kept.houses.outdated.add(let_go.append)
        leave = homepage.follow(lambda site: seen.append(site.description))
        from tui_home.sections import sections_of  # noqa: PLC0415

        about = sections_of(SITE)[0]
        homepage.pages.page(homepage.site, about, width=60)
        kept.reader.answers["ada"] = Told(edition(2))
        await kept.upkeep.reload()
        assert seen == ["edition 2"]
        assert let_go == ["r1"]
        assert not homepage.pages.kinds("r1"), "let go"
        assert [kind.width for kind in homepage.pages.kinds("r2")] == [60], "made before anybody asks"
        kept.reader.answers["ada"] = Told(edition(3))
        await kept.upkeep.reload()
        await kept.upkeep.reload()
        assert kept.told == ["homepage ada has 9 problems; see: tui-home check /sites/ada"] + 2 * [
            "homepage ada has changed and has 9 problems; see: tui-home check /sites/ada"
        ], "one line for each time, and none when nothing has changed"
        leave()


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


def site_in(folder: Path) -> None:
    (folder / "_pages").mkdir(parents=True)


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


async def test_the_owner_hears_when_what_was_broken_is_mended_and_when_it_breaks_again() -> None:
    async with keeping("ada") as kept:
        await kept.description("ada")
        good = Told(edition(1))
        for answer in (NoSiteError("No site"), good, good, NoSiteError("No site")):
            kept.reader.answers["ada"] = answer
            await kept.upkeep.reload()
        stays = "homepage ada stays as it was read last: No site; see: tui-home check /sites/ada"
        assert kept.told[1:] == [stays, "homepage ada is again as it is shown", stays]


def test_half_of_a_front_page_is_a_fault_and_a_word_in_its_text_is_none() -> None:
    text = "---\ntitle: x\n---\n\nbody\n"
    found = [
        Problem(Severity.ERROR, "_config.yml", 9, "no key"),
        Problem(Severity.ERROR, "_pages/about.md", 2, "no value"),
        Problem(Severity.ERROR, "_pages/about.md", 5, "in the text"),
        Problem(Severity.ERROR, "_pages/cv.md", 1, "elsewhere"),
        Problem(Severity.WARNING, "_config.yml", 1, "odd"),
        Problem(Severity.WARNING, "_config.yml", 1, "The YAML is broken at “x”"),
        Problem(Severity.ERROR, "_pages/about.md", None, "cannot be read"),
    ]
    site = replace(SITE, problems=tuple(found))
    assert front_faults(site, lambda _: text) == (
        "_config.yml: no key", "_pages/about.md: no value", "_config.yml: The YAML is broken at “x”",
        "_pages/about.md: cannot be read",
    )  # fmt: skip
    assert front_faults(replace(SITE, problems=()), lambda _: " ") == ("_config.yml: nothing is in it",)
    # Nothing ends the front matter: all of it is that.
    assert "_pages/about.md: in the text" in front_faults(site, lambda _: text.replace("---\n\n", "\n\n"))
