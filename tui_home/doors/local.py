"""The terminal this was started in: the homepage on the whole screen, and the receipt after it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from tui_home.doors.places import preferences_file
from tui_home.doors.started import started
from tui_home.model.site import Site
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment, open_terminal
from tui_home.terminal.preferences import Preferences
from tui_home.terminal.visitor import Visitor

if TYPE_CHECKING:
    from textual.driver import Driver

    from tui_home.doors.first_screen import FirstScreen
    from tui_home.tui.app import HomepageApp

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
_BY_SIGNAL = 128
"""What a shell adds to a signal's number to tell who ended by it."""


def has_keyboard(environment: Environment) -> bool:
    """Return whether keys can be read; when standard input is something else, the terminal itself is put there."""
    if environment.stdin_tty:
        return True
    if environment.platform == "win32" or sys.__stdin__ is None:
        return False
    terminal = open_terminal()
    if terminal is None:
        return False
    # Textual reads descriptor 0, whatever it was.
    os.dup2(terminal, 0)
    os.close(terminal)
    return True


def visit(sites: Iterator[Site], environment: Environment, section: str = "", first: FirstScreen | None = None) -> int:
    """Show a homepage until the visitor leaves, then print the receipt; return the exit code.

    Args:
        sites: Successive readings of it; the first is shown at once.
        environment: The terminal's.
        section: The id of the section to begin with; empty for the first.
        first: What the terminal shows until there is an app.
    """
    dialogue = Dialogue(environment)
    visitor = Visitor(dialogue.capabilities, preferences=Preferences(preferences_file()), dialogue=dialogue)
    site, error, status = _run(sites, visitor, section, first)
    if first is not None:
        first.give_back()
    from tui_home.doors.pipe import say  # noqa: PLC0415 - the page comes first
    from tui_home.output.receipt import receipt_text  # noqa: PLC0415 - likewise
    from tui_home.verbs.outcome import Outcome  # noqa: PLC0415 - likewise

    if error:
        from tui_home.doors.failure import failure  # noqa: PLC0415 - only after a failure

        return say(failure(error))
    return say(Outcome(receipt_text(site, visitor.receipt))) or status


def _run(
    sites: Iterator[Site], visitor: Visitor, section: str, first: FirstScreen | None
) -> tuple[Site, Exception | None, int]:
    """Run the app; return what was read, what went wrong, and the exit code, after it has put the terminal back."""
    from tui_home.doors.keyboard import ending_by  # noqa: PLC0415 - for the full screen only
    from tui_home.tui.app import HomepageApp  # noqa: PLC0415 - Textual is for the full screen only

    site = next(sites)
    try:
        with started() as over:
            # Even after the last there is something to do: it is kept for the next start.
            app = HomepageApp(site, visitor, section=section, later=sites, painted=over, driver=_driver(first))
            with ending_by(lambda number: _leave(app, _BY_SIGNAL + number), _ENDING):
                app.run()
    except Exception as error:  # noqa: BLE001 - whatever it is, the visitor gets one line
        return site, error, 1
    return app.reader.site, app.failure, app.return_code or 0


def _leave(app: HomepageApp, status: int) -> None:
    """Let `app`, which runs in this thread, put the terminal back and end."""
    import asyncio  # noqa: PLC0415 - it is running

    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        # Not begun yet, or over.
        raise SystemExit(status) from None
    loop.call_soon_threadsafe(app.exit, None, status)


def _driver(first: FirstScreen | None) -> type[Driver] | None:
    """Return our driver; Windows keeps Textual's own, which asks nothing."""
    if sys.platform == "win32":
        return None
    from tui_home.doors.driver import TerminalDriver  # noqa: PLC0415 - there is no termios on Windows

    # Textual only calls it.
    return partial(TerminalDriver, first=first)  # type: ignore[return-value]
