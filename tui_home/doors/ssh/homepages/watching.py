"""``--watch``: tells which homepages' folders have changed, once all is quiet again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path, PurePath
from typing import NamedTuple

from watchfiles import awatch

from tui_home.text.safe import printable

QUIET = 0.5
"""Seconds without a change after which a save, a `git pull` or a build counts as done."""
_LONGEST = 10.0
"""Seconds after which all is read even so: somewhere something changes all the time."""
_UNREAD = frozenset({"_site", "node_modules", "vendor"})
"""Folders that are no part of a site; Jekyll writes its output into the first. Hidden ones are none either."""
_DEBOUNCE, _STEP = 100, 50
"""Milliseconds."""
_INSTEAD = "many folders need a larger fs.inotify.max_user_watches (sysctl); meanwhile: systemctl reload tui-home"
ALL = ""
"""Told in place of a name when there may be other homepages than before."""


class Watched(NamedTuple):
    """What is watched."""

    inside: list[str]
    """With all in it."""
    above: list[str]
    """By itself."""
    roots: dict[str, PurePath]


class Watching:
    """Watches the folders of some homepages.

    Args:
        places: Where each is, by name; asked again whenever one may have moved.
        folder: Whose subfolders are homepages, too.
        changed: Awaited with the names of those in which something has changed.
        tell: Told what the owner should know.
        quiet: Seconds.
    """

    def __init__(
        self,
        places: Callable[[], Mapping[str, Path]],
        folder: Path | None,
        changed: Callable[[frozenset[str]], Awaitable[object]],
        tell: Callable[[str, str], None],
        quiet: float = QUIET,
    ) -> None:
        self._places, self._folder, self._changed, self._tell, self._quiet = places, folder, changed, tell, quiet
        self._touched: set[str] = set()
        self._something = asyncio.Event()
        self._moved = asyncio.Event()
        self._roots: dict[str, PurePath] = {}
        """The folder, without symbolic links, that each name means; under `ALL` that of the subfolders."""
        self._watched = Watched([], [], {})
        self.begun = asyncio.Event()
        """Set while changes are seen."""

    async def run(self) -> None:
        """Watch until cancelled."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._report())
                while True:
                    await self._look()
        except* Exception as errors:  # noqa: BLE001 - who watches no more says so, and visits go on
            why = printable(str(errors.exceptions[0]).partition("\n")[0]) or type(errors.exceptions[0]).__name__
            self._tell(f"--watch has stopped: {why}; {_INSTEAD}", "error")

    async def _report(self) -> None:
        """Tell what has changed when nothing has for a while."""
        clock = asyncio.get_running_loop().time
        while True:
            await self._something.wait()
            latest = clock() + _LONGEST
            while self._something.is_set() and clock() < latest:
                self._something.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._quiet):
                        await self._something.wait()
            names, self._touched = frozenset(self._touched), set()
            if names:
                await self._changed(names)
            if ALL in names:
                found = await asyncio.to_thread(self._find)
                self._roots = found.roots
                # Watching anew takes a second for a thousand folders.
                if found[:2] != self._watched[:2]:
                    self._moved.set()

    async def _look(self) -> None:
        """Watch the folders where they are now, until one of them may have moved."""
        self._moved.clear()
        again = bool(self._roots)
        found = await asyncio.to_thread(self._find)
        self._watched, self._roots = found, found.roots
        inside, above, _ = found
        stop = asyncio.Event()
        watches = [
            asyncio.create_task(self._follow(paths, stop, heed, recursive=recursive))
            for paths, heed, recursive in ((inside, self._heed, True), (above, self._heed_above, False))
            if paths
        ]
        moved = asyncio.create_task(self._moved.wait())
        await asyncio.sleep(0)  # in which the watches begin
        self.begun.set()
        if again:
            # What happened meanwhile, nobody has seen.
            self._touched.update(self._roots, (ALL,))
            self._something.set()
        try:
            done, _ = await asyncio.wait((moved, *watches), return_when=asyncio.FIRST_COMPLETED)
            for watch in done - {moved}:
                watch.result()
        finally:
            # The threads that watch see it at their next step.
            stop.set()
            moved.cancel()
            await asyncio.gather(moved, *watches, return_exceptions=True)

    def _find(self) -> Watched:
        """Find out where everything is."""
        places = dict(self._places())
        if self._folder:
            places[ALL] = self._folder
        roots: dict[str, PurePath] = {name: place.resolve() for name, place in places.items()}
        folder = roots.get(ALL)
        # What lies in the folder of all is watched with it.
        own = {root for name, root in roots.items() if name == ALL or folder is None or not root.is_relative_to(folder)}
        inside = {str(root) for root in own if Path(root).is_dir()}
        # A folder that is put in another's place is seen from above it alone.
        above = {str(place.parent) for place in places.values() if place.parent != self._folder}
        return Watched(sorted(inside), sorted(path for path in above if Path(path).is_dir()), roots)

    async def _follow(
        self, paths: list[str], stop: asyncio.Event, heed: Callable[[PurePath], bool], *, recursive: bool
    ) -> None:
        async for changes in awatch(
            *paths,
            watch_filter=None,
            debounce=_DEBOUNCE,
            step=_STEP,
            stop_event=stop,
            recursive=recursive,
            force_polling=False,
            ignore_permission_denied=True,
        ):
            heard = [heed(PurePath(path)) for _, path in changes]
            if any(heard):
                self._something.set()

    def _heed(self, path: PurePath) -> bool:
        """Heed a change in a folder; say whether it is one."""
        own = [name for name, root in self._roots.items() if name and path.is_relative_to(root)]
        for name in own:
            if not is_read(path.relative_to(self._roots[name])):
                return False
            self._touched.add(name)
        if any(path == self._roots[name] for name in own):
            self._touched.add(ALL)
        elif not own:
            folder = self._roots.get(ALL)
            if folder is None or not is_read(path.relative_to(folder)):
                return False
            self._touched.add(ALL)
        return True

    def _heed_above(self, path: PurePath) -> bool:
        """Heed a change beside a folder, which matters if it is that folder."""
        found = [name for name, place in self._places().items() if place == path]
        if not found and path != self._folder:
            return False
        self._touched.update(found, (ALL,))
        self._moved.set()
        return True


def is_read(below: PurePath) -> bool:
    """Say whether what stands at `below` in a site's folder can be part of the site."""
    return not any(part.startswith(".") or part in _UNREAD for part in below.parts)
