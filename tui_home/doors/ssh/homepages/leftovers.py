"""What large Pages were made of when nobody shows them any more: let go a little at a time.

After a reading of 5,000 publications the Page before it is freed, some 20 ms in one stretch for which everybody waits.
"""

from __future__ import annotations

import asyncio
from collections import deque
from functools import partial
from math import inf
from typing import TYPE_CHECKING
from weakref import ref

from tui_home.doors.ssh.share import own_context

if TYPE_CHECKING:
    from tui_home.layout import Fragment
    from tui_home.pages import Page

LARGE = 500
"""Fragments of a Page, some 2 ms."""
AT_ONCE = 200
"""Fragments that are let go at once, some 0.8 ms."""
MOST = 4
"""Pages that wait: where there is always somebody who waits for something, what is over is let go whole."""


class Leftovers:
    """Those of one homepage.

    Args:
        loop: On which they are let go, while nobody waits for anything.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._pages: set[ref[Page]] = set()
        """Each knows this: it is there as long as one of them is, also when the homepage is not."""
        self._left: deque[list[Fragment]] = deque()
        """Of each Page that waits; it is let go by as many calls under way."""

    def heed(self, page: Page) -> None:
        """Heed that there is a Page; in any thread."""
        if len(page.fragments) >= LARGE:
            self._pages.add(ref(page, partial(self._gone, list(page.fragments))))

    def _gone(self, left: list[Fragment], page: ref[Page]) -> None:
        """Heed that nobody has a Page any more: what it was made of is `left`. In any thread."""
        self._pages.discard(page)
        if len(self._left) < MOST and not self._loop.is_closed():
            self._left.append(left)
            self._loop.call_soon_threadsafe(self._let_go, context=own_context(inf))

    def _let_go(self) -> None:
        left = self._left[0]
        del left[-AT_ONCE:]
        if left:
            self._loop.call_soon(self._let_go)
        else:
            self._left.popleft()
