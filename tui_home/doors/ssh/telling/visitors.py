"""Who comes over the network: nothing on this machine is done for them."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.clipboard import Clipboard
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.opener import Opener
from tui_home.terminal.visitor import Visitor


def remote_visitor(
    able: Capabilities, *, write: Callable[[str], None] | None = None, dialogue: Dialogue | None = None
) -> Visitor:
    """Return a Visitor without this machine's clipboard and browser, and without a file of preferences.

    Args:
        able: What their terminal can do.
        write: Sends escape codes to it; None where the full screen sets it, or nobody can be asked to copy.
        dialogue: What asks the terminal for more.
    """
    able = able._replace(remote=True, graphical=False)
    clipboard = Clipboard(able, write, local=lambda _: False)
    return Visitor(able, clipboard, Opener(able, launch=lambda _: False), dialogue=dialogue)


def nobody(able: Capabilities) -> Visitor:
    """Return whom an app is made for that no terminal sees yet: what is for a terminal alone is left unsaid.

    Args:
        able: What a terminal can do on which all looks as it shall.
    """
    return remote_visitor(able._replace(osc=False, synchronized=False))
