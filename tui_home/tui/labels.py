"""What the footer calls a command where the visitor is."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.model.inline import LinkKind, MainAction
from tui_home.tui.command import Here


def when(condition: Callable[[Here], object], words: str) -> Callable[[Here], str]:
    """Return a label that is `words` where `condition` holds, and else nothing."""
    return lambda here: words if condition(here) else ""


def main_action(here: Here) -> str:
    """Say what `enter` does."""
    if here.target is None:
        return ""
    if here.target.main is MainAction.TOGGLE:
        return "close" if here.opened else "details"
    if here.target.main is MainAction.COPY:
        return "copy"
    if here.target.main is MainAction.FOLLOW:
        if here.directory:
            return "go in"
        return "read" if here.target.kind is LinkKind.ARTICLE else "go there"
    return "show address" if here.remote else "open"


def open_action(here: Here) -> str:
    """Say what `o` does, unless `enter` does it."""
    if here.target is None or not here.target.url or here.target.main is MainAction.OPEN:
        return ""
    return "show address" if here.remote else "open"


def back_action(here: Here) -> str:
    """Say what `esc` does."""
    if here.finding:
        return "end search" if here.directory else "end find"
    return "back" if here.article else ""


def copy_action(here: Here) -> str:
    """Say what `y` does, unless `enter` does it."""
    if here.target is None or not here.target.copies or here.target.main is MainAction.COPY:
        return ""
    if here.directory:
        return "copy command"
    return "copy link" if here.target.copies == here.target.url or here.target.kind is LinkKind.MEETING else "copy"
