"""What a visit may cost, in counts that are the same on every machine: all bounds of the guards, in one place.

`make bench` measures seconds and MiB; these keep what was gained from being lost unnoticed. Each is a little above what
is so today. Raise one only together with a bench that shows what the change gives for it.
"""

from __future__ import annotations

from typing import NamedTuple


class Bound(NamedTuple):
    """How much of something there may be."""

    most: float
    unit: str
    why: str
    """What more of it would cost."""

    def check(self, found: float) -> None:
        """Fail, and say what that costs, when there is more of it."""
        assert found <= self.most, f"{found:g} {self.unit}, at most {self.most:g}: {self.why}"


# A visitor who looks
SCREENS_DRAWN = Bound(1, "ready screens drawn for fifty equal visits", "an app is started for each, some 20 ms")
LOOKERS_APPS = Bound(0, "apps of visitors who only look", "half a MiB and 20 ms each; all of the peer takes 8 ms")
LOOKERS_TASKS = Bound(1, "tasks of a visitor who only looks", "2 KiB each, and a part in every turn of the loop")
LOOKERS_TIMERS = Bound(2, "timers of a visitor who only looks", "a hundred who are idle may use 0.2 % of a processor")
"""asyncssh's, for connections that are dead, and ours, for visitors who are."""
LOOKERS_OBJECTS = Bound(440, "objects of a visitor who only looks, and of their client", "0.1 KiB each")
FIRST_FRAME = Bound(5000, "bytes of the first screen, 100×30", "a slow line carries 1 to 5 KB a second")

# A visitor who acts
WIDGETS = Bound(3, "widgets of a visitor who acts", "each is a task and a queue, 20 KiB and 1 ms of the first key")
TASKS = Bound(7, "tasks of a visitor who acts", "most are a widget's; each wakes with the others")
TIMERS = Bound(3, "timers of a visitor who acts", LOOKERS_TIMERS.why)
OBJECTS = Bound(
    1550,
    "objects of a visitor who acts, and of their client",
    "0.1 KiB each, and a microsecond of each full collection",
)
RESTING_OBJECTS = Bound(600, "objects of one who rests, and of their client", "a place is kept, and not an app")
FRAGMENTS = Bound(0, "Fragments laid out for one more visitor", "Pages are shared; a Page is most of a section's key")
SHEETS = Bound(0, "stylesheets parsed for one more visitor", "5 ms of the first key, and 90 KiB")
SCROLLED_LINE = Bound(4200, "bytes of a scrolled line, 100×30", "a held key sends 30 a second; the peer sends 17,434")
REMAINING = Bound(0, "apps of visitors who have left", "half a MiB for each visit there ever was")

# The program on one's own machine, with a warm cache
NEEDLESS = frozenset({
    "textual", "rich", "asyncio", "asyncssh", "PIL", "platformdirs", "argparse", "logging", "inspect", "dataclasses",
    "hashlib", "_hashlib", "ssl", "yaml", "markdown_it", "mdit_py_plugins", "linkify_it", "bibtexparser", "pylatexenc",
    "ftfy", "emoji", "html",
})  # fmt: skip
"""What nobody needs who says or shows again what was said or seen before; all else of it is counted."""
NEEDLESS_MODULES = Bound(0, "modules that nobody needs", "from 3 ms (inspect) to 100 (textual) of a start of 40")
SHOW_MODULES = Bound(98, "modules loaded by `tui-home show about`", "some 0.2 ms each, of the 60 that it may take")
PAINT_MODULES = Bound(105, "modules loaded before the first paint", "some 0.2 ms each, of the 75 that it may take")
FRAME_MODULES = Bound(550, "modules loaded before the app's first frame", "some 0.15 ms each, of the 215 it may take")
