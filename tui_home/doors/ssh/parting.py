"""What a visitor of the full screen finds on their normal screen afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.doors.ssh.stay import farewell
from tui_home.layout.spelling import spelt_signs
from tui_home.model.look import TERMINAL_PALETTE
from tui_home.output.receipt import receipt_of_several, receipt_text

if TYPE_CHECKING:
    from tui_home.doors.ssh.journal import End
    from tui_home.doors.ssh.service import Newcomer
    from tui_home.model.site import Site
    from tui_home.terminal.visitor import Visitor
    from tui_home.tui.lobby import Lobby


def parting_words(end: End, who: Newcomer, visitor: Visitor, site: Site, lobby: Lobby | None) -> str:
    """Return why it is over, if that was our doing, and the receipt.

    Args:
        end: How it has ended.
        who: Who leaves.
        visitor: Likewise, with what they have copied and opened.
        site: What was shown last.
        lobby: The way between several homepages; None when there is one.
    """
    calling = who.service.calling()
    name = lobby.name if lobby else who.name
    text = farewell(end, calling._replace(name=name).command())
    if lobby is None:
        text += receipt_text(site, visitor.receipt)
    else:
        visited = [(site, calling._replace(name=name).command()) for name, site in lobby.visited.items()]
        text += receipt_of_several(visited, visitor.receipt, calling.command())
    return spelt_signs(text, visitor.capabilities.look(TERMINAL_PALETTE))
