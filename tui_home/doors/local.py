"""The terminal this was started in: the homepage on the whole screen, and the receipt after it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui_home.doors.pipe import say
from tui_home.model.site import Site
from tui_home.output.receipt import receipt_text
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment
from tui_home.terminal.preferences import user_preferences
from tui_home.terminal.visitor import Visitor
from tui_home.verbs.outcome import Outcome

if TYPE_CHECKING:
    from textual.driver import Driver

_TERMINAL = "/dev/tty"


def has_keyboard(environment: Environment) -> bool:
    """Return whether keys can be read; when standard input is something else, the terminal itself is put there."""
    if environment.stdin_tty:
        return True
    if environment.platform == "win32" or sys.__stdin__ is None:
        return False
    try:
        terminal = os.open(_TERMINAL, os.O_RDWR)
    except OSError:
        return False
    # Textual reads descriptor 0, whatever it was.
    os.dup2(terminal, 0)
    os.close(terminal)
    return True


def visit(sites: Iterator[Site], environment: Environment, section: str = "") -> int:
    """Show a homepage until the visitor leaves, then print the receipt; return the exit code.

    Args:
        sites: Successive readings of it; the first is shown at once.
        environment: The terminal's.
        section: The id of the section to begin with; empty for the first.
    """
    dialogue = Dialogue(environment)
    visitor = Visitor(dialogue.capabilities, preferences=user_preferences(), dialogue=dialogue)
    site, error = _run(sites, visitor, section)
    if error:
        from tui_home.doors.failure import failure  # noqa: PLC0415 - only after a failure

        return say(failure(error))
    return say(Outcome(receipt_text(site, visitor.receipt)))


def _run(sites: Iterator[Site], visitor: Visitor, section: str) -> tuple[Site, Exception | None]:
    """Run the app; return what was read, and what went wrong, after it has put the terminal back."""
    from tui_home.tui.app import HomepageApp  # noqa: PLC0415 - Textual is for the full screen only

    site = next(sites)
    # Even after the last there is something to do: it is kept for the next start.
    app = HomepageApp(site, visitor, section=section, later=sites, driver=_driver())
    # The start is over (see cli.main): what it made is not looked at again, what the visit makes is.
    gc.freeze()
    gc.enable()
    try:
        app.run()
    except Exception as error:  # noqa: BLE001 - whatever it is, the visitor gets one line
        return site, error
    finally:
        gc.unfreeze()
    return app.reader.site, app.failure


def _driver() -> type[Driver] | None:
    """Return our driver; Windows keeps Textual's own, which asks nothing."""
    if sys.platform == "win32":
        return None
    from tui_home.doors.driver import TerminalDriver  # noqa: PLC0415 - there is no termios on Windows

    return TerminalDriver
