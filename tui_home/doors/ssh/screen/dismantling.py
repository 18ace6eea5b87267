"""Takes an app that is over to pieces, so that its memory is free at once.

Every widget knows its parent and is known by it: without this, all of an app would wait for the collector of garbage,
which stops everybody while it works, and looks at nothing old while anybody is there (see `garbage`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from weakref import WeakSet

from textual._animator import Animator
from textual._compositor import Compositor
from textual.cache import LRUCache
from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.timer import Timer
from textual.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_home.tui.app import HomepageApp

T = TypeVar("T")
_PARTS = (MessagePump, DOMNode, RenderStyles, Compositor, Timer, Animator, Worker)
"""Of Textual (8.2): what belongs to one app alone, and is part of a circle."""


class _Widgets(WeakSet[DOMNode]):
    """The widgets of an app."""

    def __init__(self, present: Iterable[DOMNode]) -> None:
        self.ever = WeakSet[DOMNode]()
        """Those that were removed from it, too, as long as they are anywhere."""
        super().__init__(present)

    def add(self, item: DOMNode) -> None:
        """Take one in."""
        self.ever.add(item)
        super().add(item)

    def discard(self, item: DOMNode) -> None:
        """Let one go, and remember the nodes that it has styles of; nobody else does."""
        # Cleared right after this.
        _unlink(item._query_one_cache)
        self.ever.update(styles.node for styles in item._component_styles.values() if styles.node is not None)
        super().discard(item)


class _Workers(set[T], Generic[T]):
    """The workers of an app."""

    def __init__(self, present: Iterable[T]) -> None:
        self.ever = WeakSet[T](present)
        """Those that are done, too."""
        super().__init__(present)

    def add(self, element: T) -> None:
        """Take one in."""
        self.ever.add(element)
        super().add(element)


def remember(app: HomepageApp) -> None:
    """See to it that all that will have belonged to `app` is found in the end."""
    app._registry = _Widgets(app._registry)
    app._workers._workers = _Workers(app._workers._workers)


def dismantle(app: HomepageApp) -> None:
    """Let go of all that `app` and its widgets hold; none of them can be used any more."""
    waiting: list[object] = [app, *_remembered(app)]
    found: dict[int, object] = {id(each): each for each in waiting}
    while waiting:
        held = vars(waiting.pop())
        for each in _parts(tuple(held.values())):
            if isinstance(each, LRUCache):
                _unlink(each)
            elif id(each) not in found:
                found[id(each)] = each
                waiting.append(each)
        held.clear()
    # Whoever asks still is told that nobody is there.
    app._running, app._driver = False, None


def _remembered(app: HomepageApp) -> Iterator[object]:
    for members in (app._registry, app._workers._workers):
        if isinstance(members, _Widgets | _Workers):
            yield from (each for each in tuple(members.ever) if each is not app)


def _unlink(cache: LRUCache[Any, Any]) -> None:
    """Clear a cache, and the ring of its links, which `clear` leaves to the collector."""
    links = tuple(cache._cache.values())
    cache.clear()
    for link in links:
        link.clear()


def _parts(held: object) -> Iterator[object]:
    """Yield the parts of an app in `held`: they are there as they are, in lists, and in lists by name."""
    if isinstance(held, (*_PARTS, LRUCache)):
        yield held
    elif isinstance(held, list | tuple):
        for each in held:
            yield from _parts(each)
    elif isinstance(held, dict):
        yield from _parts(tuple(held.values()))
