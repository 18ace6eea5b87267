"""The receipt: what a visitor finds on their own screen after leaving, ready to be selected."""

from __future__ import annotations

from collections.abc import Iterator

from tui_home.model.site import Site
from tui_home.terminal.clipboard import Copied, Rung
from tui_home.terminal.opener import Opened
from tui_home.terminal.receipt import Receipt
from tui_home.text.safe import printable

_MARGIN = "  "
_SAID = {Rung.LOCAL: "You copied", Rung.ASKED: "Asked to copy", Rung.SHOWN: "Not copied"}
_OPENED = {True: "You opened", False: "To open"}


def receipt_text(site: Site, receipt: Receipt) -> str:
    """Return who the owner is, what was copied and opened in this visit, and how it went, as plain lines."""
    said = [(_said(thing), thing) for thing in receipt.things]
    width = max((len(words) for words, _ in said), default=0)
    lines = [_owner(site)]
    for words, thing in said:
        lines.extend(_lines(words.ljust(width), thing))
    if any(isinstance(thing, Copied) and thing.rung is Rung.ASKED for thing in receipt.things):
        lines.append("Nothing to paste? Not every terminal lets programs copy; select it here.")
    if site.host and site.publications:
        lines.append(f"ssh {site.host} papers   prints the papers again")
    return "".join(f"{_MARGIN}{printable(line)}".rstrip() + "\n" for line in lines)


def _owner(site: Site) -> str:
    parts = [site.name.full or site.title]
    parts.extend(contact.link.copies for contact in site.emails[:1])
    if site.meeting:
        parts.append(site.meeting.link.copies)
    return " · ".join(part for part in parts if part)


def _said(thing: Copied | Opened) -> str:
    return _SAID[thing.rung] if isinstance(thing, Copied) else _OPENED[thing.done]


def _lines(words: str, thing: Copied | Opened) -> Iterator[str]:
    """Yield what was taken; text of several lines whole, unless the clipboard holds it for certain."""
    if isinstance(thing, Opened):
        yield f"{words}   {thing.url}"
    elif "\n" not in thing.text.strip():
        yield f"{words}   {thing.text.strip()}"
    else:
        yield f"{words}   {thing.label}"
        if thing.rung is not Rung.LOCAL:
            yield from thing.text.strip("\n").split("\n")
