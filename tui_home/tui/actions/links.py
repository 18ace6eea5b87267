"""Opening and copying: the link at the cursor, and what can be copied from anywhere."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui_home.model.inline import Link, LinkKind, MainAction
from tui_home.tui.background import in_background

if TYPE_CHECKING:
    from tui_home.tui.screens.home import HomeScreen

COPYING = "copying"
"""The group of workers that are copying something."""


def main(home: HomeScreen, _key: str = "") -> None:
    """Do the main thing of the link at the cursor."""
    if home.here.target:
        act_on(home, home.here.target)


def act_on(home: HomeScreen, link: Link) -> None:
    """Do the main thing of `link`."""
    if link.kind is LinkKind.HOMEPAGE:
        home.go_in(link)
    elif link.main is MainAction.TOGGLE:
        home.navigator.toggle(link.toggles)
    elif link.main is MainAction.FOLLOW and home.navigator.follow(link):
        return
    elif link.main is MainAction.FOLLOW and home.reader.site.pending:
        home.say("That page is still being read; try again in a moment.")
    elif link.url and link.kind is not LinkKind.EMAIL:
        _open(home, link)
    elif link.copies:
        home.copy(link.copies, link.label)


def open_link(home: HomeScreen, _key: str = "") -> None:
    """Open the link at the cursor."""
    if home.here.target and home.here.target.url:
        _open(home, home.here.target)


def copy_link(home: HomeScreen, _key: str = "") -> None:
    """Copy what the link at the cursor gives."""
    link = home.here.target
    if link and link.copies:
        home.copy(link.copies, link.label)


def copy_bibtex(home: HomeScreen, _key: str = "") -> None:
    """Copy the BibTeX of the paper at the cursor."""
    link = home.here.bibtex
    if link:
        home.copy(link.bibtex, link.label)


def copy_email(home: HomeScreen, _key: str = "") -> None:
    """Copy the owner's first email address."""
    emails = home.reader.site.emails
    if emails:
        home.copy(emails[0].link.copies, emails[0].link.label)
    else:
        home.say("No email address is given on this page.")


def copy_meeting(home: HomeScreen, _key: str = "") -> None:
    """Copy the owner's meeting link."""
    meeting = home.reader.site.meeting
    if meeting:
        home.copy(meeting.link.copies, meeting.link.label)
    else:
        home.say("No meeting link is given on this page.")


def copy(home: HomeScreen, text: str, label: str) -> None:
    """Copy `text` by the visitor's ladder, and say how far it got; on the last rung show the text itself."""
    if home.visitor.clipboard.has_local:
        in_background(home, _copy_here, home, text, label, group=COPYING)
    else:
        # At once: whoever types ahead finds it done at the next key.
        _ask(home, text, label)


async def _copy_here(home: HomeScreen, text: str, label: str) -> None:
    # This machine's clipboard may take its time, and everybody waits for the event loop.
    local = await asyncio.to_thread(home.visitor.clipboard.fill, text)
    _ask(home, text, label, local=local)


def _ask(home: HomeScreen, text: str, label: str, *, local: bool = False) -> None:
    from tui_home.terminal.clipboard import Rung  # noqa: PLC0415 - it is there by now, and not for the first frame

    copied = home.visitor.clipboard.ask(text, label, local=local)
    home.visitor.receipt.record(copied)
    given = copied.rung is Rung.SHOWN and home.is_on_top
    if given:
        give(home, copied.text)
    if not given or home.arranger.has_room_for((copied.sentence(),)):
        home.say(copied.sentence())


def give(home: HomeScreen, text: str) -> None:
    """Show `text` alone, to be selected with the terminal's own mouse."""
    from tui_home.tui.screens.given import GivenScreen  # noqa: PLC0415 - only when it is asked for

    home.app.push_screen(GivenScreen(home, text))


def _open(home: HomeScreen, link: Link) -> None:
    opened = home.visitor.opener.open(link.url)
    home.visitor.receipt.record(opened)
    if home.visitor.capabilities.remote and opened.url:
        # Alone on its line, it can be selected or clicked as it is.
        home.say(opened.url)
    else:
        home.say(opened.sentence())
