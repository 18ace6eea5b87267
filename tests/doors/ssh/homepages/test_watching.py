"""What is heard of changes in folders: each once, when all is quiet again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path, PurePath

import pytest

from tui_home.doors.ssh.homepages.watching import ALL, Watching, is_read

PATIENCE = 30.0


class Heard:
    def __init__(self) -> None:
        self.names: asyncio.Queue[frozenset[str]] = asyncio.Queue()
        self.told: list[str] = []

    async def changed(self, names: frozenset[str]) -> None:
        self.names.put_nowait(names)

    async def next(self) -> frozenset[str]:
        async with asyncio.timeout(PATIENCE):
            return await self.names.get()


@asynccontextmanager
async def watching(places: dict[str, Path], folder: Path | None = None) -> AsyncIterator[Heard]:
    heard = Heard()
    watch = Watching(lambda: places, folder, heard.changed, lambda text, _: heard.told.append(text), 0.2)
    task = asyncio.create_task(watch.run())
    async with asyncio.timeout(PATIENCE):
        await watch.begun.wait()
    try:
        yield heard
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def folders(place: Path, *names: str) -> dict[str, Path]:
    for name in names:
        (place / name).mkdir()
    return {name: place / name for name in names}


async def until_watched(heard: Heard, write: Callable[[], object], name: str) -> None:
    """Write until it is heard: the system takes a moment until it watches."""
    async with asyncio.timeout(PATIENCE):
        while True:
            await asyncio.to_thread(write)
            try:
                async with asyncio.timeout(1):
                    if name in await heard.names.get():
                        return
            except TimeoutError:
                continue


async def test_a_pull_of_many_files_is_heard_once_and_builds_beside_it_never(tmp_path: Path) -> None:
    places = folders(tmp_path, "ada", "bob")
    async with watching(places) as heard:
        await until_watched(heard, (places["ada"] / "x.md").touch, "ada")
        (places["bob"] / "_site").mkdir()
        (places["bob"] / "_site" / "index.html").write_text("built")
        (places["bob"] / ".git").mkdir()
        for number in range(500):
            (places["ada"] / f"{number}.md").write_text("text")
        new = places["ada"] / ".about.md.swp"
        new.write_text("whole")
        new.replace(places["ada"] / "about.md")
        assert await heard.next() == {"ada"}
        (places["bob"] / "about.md").write_text("text")
        assert await heard.next() == {"bob"}, "and nothing in between"


async def test_a_folder_put_in_another_s_place_is_heard_and_watched(tmp_path: Path) -> None:
    places = folders(tmp_path, "ada")
    (tmp_path / "new").mkdir()
    async with watching(places) as heard:
        await until_watched(heard, (places["ada"] / "x.md").touch, "ada")
        places["ada"].rename(tmp_path / "old")
        (tmp_path / "new").rename(places["ada"])
        assert await heard.next() == {"ada", ALL}
        await until_watched(heard, (places["ada"] / "y.md").touch, "ada")


async def test_a_new_folder_among_the_subfolders_is_heard(tmp_path: Path) -> None:
    places = folders(tmp_path, "ada")
    async with watching(places, tmp_path) as heard:
        await until_watched(heard, (places["ada"] / "x.md").touch, "ada")
        (tmp_path / "bob").mkdir()
        assert await heard.next() == {ALL}


async def test_when_the_system_watches_no_more_the_owner_hears_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_paths: str, **_options: object) -> None:
        raise OSError("OS file watch limit reached.\nabout this folder")

    monkeypatch.setattr("tui_home.doors.ssh.homepages.watching.awatch", full)
    places, told = folders(tmp_path, "ada"), list[str]()
    async with asyncio.timeout(PATIENCE):
        await Watching(lambda: places, None, Heard().changed, lambda text, _: told.append(text)).run()
    [line] = told
    assert line.startswith("--watch has stopped: OS file watch limit reached.; ")
    assert "fs.inotify.max_user_watches" in line
    assert "systemctl reload" in line


@pytest.mark.parametrize(
    ("path", "read"),
    [("_pages/about.md", True), ("_site/index.html", False), (".git/index", False), ("_pages/.x.swp", False),
     ("node_modules/a/b.md", False), ("_news/_site.md", True)],
)  # fmt: skip
def test_what_is_no_part_of_a_site_does_not_count(path: str, read: bool) -> None:
    assert is_read(PurePath(path)) is read
