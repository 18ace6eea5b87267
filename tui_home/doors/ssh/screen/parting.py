"""What a visitor of the full screen finds on their normal screen afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.doors.ssh.stay import farewell
from tui_home.layout.spelling import spelt_signs
from tui_home.model.look import TERMINAL_PALETTE
from tui_home.output.receipt import receipt_of_several, receipt_text

if TYPE_CHECKING:
    from tui_home.doors.ssh.service import Newcomer
    from tui_home.doors.ssh.telling.journal import End
    from tui_home.terminal.visitor import Visitor
    from tui_home.tui.app import HomepageApp
    from tui_home.tui.kept_place import KeptPlace


def parting_words(end: End, who: Newcomer, visitor: Visitor, app: HomepageApp | KeptPlace | None) -> str:
    """Return why it is over, if that was our doing, and the receipt.

    Args:
        end: How it has ended.
        who: Who leaves.
        visitor: Likewise, with what they have copied and opened.
        app: What they have acted in, or what is kept of it; None for who has only looked.
    """
    calling, lobby = who.service.calling(), app.lobby if app else None
    name = lobby.name if lobby else who.name
    text = farewell(end, calling._replace(name=name).command())
    if who.service.houses.several:
        looked = {who.name: who.homepage.site} if who.homepage else {}
        visited = (lobby.visited if lobby else {}) or looked
        commands = [(site, calling._replace(name=name).command()) for name, site in visited.items()]
        text += receipt_of_several(commands, visitor.receipt, calling.command())
    elif site := app.reader.site if app else who.homepage and who.homepage.site:
        text += receipt_text(site, visitor.receipt)
    return spelt_signs(text, visitor.capabilities.look(TERMINAL_PALETTE))
