"""Takes an app that is over to pieces, so that its memory is free at once.

Every widget knows its parent and is known by it: without this, all of an app would wait for the collector of garbage,
which stops everybody while it works (see `garbage`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_home.tui.app import HomepageApp


def dismantle(app: HomepageApp) -> None:
    """Let go of all that `app` and its widgets hold; none of them can be used any more."""
    found: dict[int, MessagePump] = {id(app): app}
    waiting: list[MessagePump] = [app]
    while waiting:
        held = vars(waiting.pop())
        for each in _pumps(tuple(held.values())):
            if id(each) not in found:
                found[id(each)] = each
                waiting.append(each)
        held.clear()
    # Whoever asks still is told that nobody is there.
    app._running, app._driver = False, None


def _pumps(held: object) -> Iterator[MessagePump]:
    """Yield the screens and widgets in `held`: Textual (8.2) keeps them as they are, in lists, and in lists by name."""
    if isinstance(held, MessagePump):
        yield held
    elif isinstance(held, list | tuple):
        for each in held:
            yield from _pumps(each)
    elif isinstance(held, dict):
        yield from _pumps(tuple(held.values()))
