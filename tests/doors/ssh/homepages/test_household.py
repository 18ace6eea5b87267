"""What could be read last stays; the owner hears of it once, and whoever is there sees what is new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.doors.ssh.homepages.keeping import SITE, Fake, edition, keeping
from tui_home.doors.ssh.homepages.frames import Told
from tui_home.doors.ssh.homepages.reader import UnreadableError
from tui_home.sources.errors import NoSiteError


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


async def test_the_owner_hears_when_what_was_broken_is_mended_and_when_it_breaks_again() -> None:
    async with keeping("ada") as kept:
        await kept.description("ada")
        good = Told(edition(1))
        for answer in (NoSiteError("No site"), good, good, NoSiteError("No site")):
            kept.reader.answers["ada"] = answer
            await kept.upkeep.reload()
        stays = "homepage ada stays as it was read last: No site; see: tui-home check /sites/ada"
        assert kept.told[1:] == [stays, "homepage ada is again as it is shown", stays]
