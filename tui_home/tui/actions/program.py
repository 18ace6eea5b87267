"""Selecting, themes, palette, help, and leaving."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkerError

from tui_home.tui.actions.links import COPYING, give
from tui_home.tui.background import in_background
from tui_home.tui.themes import called, toggled

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.worker import Worker

    from tui_home.terminal.clipboard import Copied
    from tui_home.terminal.opener import Opened
    from tui_home.tui.screens.home import HomeScreen

AGAIN = "ctrl+c again leaves"


def back(home: HomeScreen, _key: str = "") -> None:
    """Go one step back: the selection, the find, the article; then to all homepages, or what is said, the cursor."""
    if home.selections:
        home.clear_selection()
    elif home.here.finding:
        home.finder.end()
    elif home.here.article:
        home.navigator.back()
    elif home.here.directory or home.here.among:
        to_all(home)
    elif not home.had_said:
        home.page_view.put_cursor(None)


def to_all(home: HomeScreen, _key: str = "") -> None:
    """Show all homepages of the server; go to none of them after all."""
    app = home.homepage
    if app.lobby is not None and not app.lobby.stay(app) and home.here.among:
        app.lobby.leave(app)


def interrupt(home: HomeScreen, _key: str = "") -> None:
    """Copy the selection; without one, leave on the second press."""
    selected = home.get_selected_text()
    if selected:
        home.copy(selected, "the selection")
    elif AGAIN in home.had_said:
        leave(home)
    else:
        home.say(AGAIN)


def leave(home: HomeScreen, _key: str = "") -> None:
    """Leave, once what is being copied has got as far as it can; the exit code is 0."""
    copying = _being_copied(home)
    if copying:
        # Otherwise the receipt would not know of a copy made just before leaving.
        in_background(home, _after, copying, home.app.exit, group="leaving")
    else:
        home.app.exit()


def _being_copied(home: HomeScreen) -> list[Worker[None]]:
    return [worker for worker in home.workers if worker.group == COPYING and not worker.is_finished]


async def _after(copying: list[Worker[None]], do: Callable[[], None]) -> None:
    for worker in copying:
        with suppress(WorkerError):
            await worker.wait()
    do()


def select(home: HomeScreen, _key: str = "") -> None:
    """Show the section as plain text and give the mouse to the terminal; right after copying or opening, only that."""
    copying = _being_copied(home)
    if copying:
        in_background(home, _after, copying, partial(_select, home), group="selecting")
    else:
        _select(home)


def _select(home: HomeScreen) -> None:
    if not home.is_on_top:
        # What was being copied is shown already.
        return
    taken = next((thing for thing in home.visitor.receipt.things if _just_said(home, thing)), None)
    if taken is not None:
        give(home, taken.given)
        return
    from tui_home.tui.screens.select import SelectScreen, plain_text_of  # noqa: PLC0415 - only when it is asked for

    home.homepage.ahead.make(plain_text_of(home), lambda page: home.app.push_screen(SelectScreen(home, page)))


def _just_said(home: HomeScreen, thing: Copied | Opened) -> bool:
    """Tell whether `thing` is what the visitor was last told of, and they may not have got it."""
    from tui_home.terminal.clipboard import Rung  # noqa: PLC0415 - it is there by now, and not for the first frame
    from tui_home.terminal.opener import Opened  # noqa: PLC0415 - likewise

    # While something was being copied, it is said after the key.
    said = home.said or home.had_said
    if isinstance(thing, Opened):
        return not thing.done and (thing.url in said or thing.sentence() in said)
    return thing.rung is not Rung.LOCAL and thing.sentence() in said


def show_help(home: HomeScreen, _key: str = "") -> None:
    """Show all commands."""
    from tui_home.tui.screens.help import HelpScreen  # noqa: PLC0415 - only when it is asked for

    home.app.push_screen(HelpScreen(home))


def palette(home: HomeScreen, _key: str = "") -> None:
    """Show the command palette."""
    from tui_home.tui.palette import QuietPalette  # noqa: PLC0415 - only when it is asked for

    home.homepage.dress()
    home.app.push_screen(QuietPalette())


def toggle_theme(home: HomeScreen, _key: str = "") -> None:
    """Change between our light and our dark theme and the terminal's own colours, and remember which."""
    if not home.here.themes:
        home.say("This terminal has too few colours for themes; its own are used.")
        return
    name = toggled(home.homepage.current_theme, home.visitor.capabilities)
    home.homepage.choose_theme(name)
    home.say(called(name))
