"""The receipt: what a visitor finds on their own screen after leaving, ready to be selected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    again = [f"ssh {site.host} papers   prints the papers again"] if site.host and site.publications else []
    return _text([_owner(site)], receipt, again)


def receipt_of_several(visited: Sequence[tuple[Site, str]], receipt: Receipt, again: str) -> str:
    """Return the same after a visit to several homepages.

    Args:
        visited: The last of them, each with the command that leads there.
        receipt: What was copied and opened.
        again: The command that leads to all.
    """
    return _text([f"{_owner(site)} · {command}" for site, command in visited] or [again], receipt, [])


def _text(owners: Sequence[str], receipt: Receipt, again: Sequence[str]) -> str:
    said = [(_said(thing), thing) for thing in receipt.things]
    width = max((len(words) for words, _ in said), default=0)
    lines = [*owners, *(f"{words.ljust(width)}   {_named(thing)}" for words, thing in said)]
    if any(isinstance(thing, Copied) and thing.rung is Rung.ASKED for thing in receipt.things):
        lines.append("Nothing to paste? Not every terminal lets programs copy; select it here.")
    lines.extend(again)
    for thing in receipt.things:
        lines.extend(_whole(thing))
    return "".join(f"{_MARGIN}{printable(line)}".rstrip() + "\n" for line in lines)


def _owner(site: Site) -> str:
    parts = [site.name.full or site.title]
    parts.extend(contact.link.copies for contact in site.emails[:1])
    if site.meeting:
        parts.append(site.meeting.link.copies)
    return " · ".join(part for part in parts if part)


def _said(thing: Copied | Opened) -> str:
    return _SAID[thing.rung] if isinstance(thing, Copied) else _OPENED[thing.done]


def _named(thing: Copied | Opened) -> str:
    """Return what was taken, in one line."""
    if isinstance(thing, Opened):
        return thing.url
    return thing.label if "\n" in thing.text.strip() else thing.text.strip()


def _whole(thing: Copied | Opened) -> Iterator[str]:
    """Yield text of several lines below all else, unless the clipboard holds it for certain."""
    if isinstance(thing, Copied) and thing.rung is not Rung.LOCAL and "\n" in thing.text.strip():
        yield ""
        yield from thing.text.strip("\n").split("\n")
