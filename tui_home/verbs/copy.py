"""``copy``: a way of reaching the owner, to the clipboard."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui_home.model.site import Contact, Site
from tui_home.text.safe import printable
from tui_home.verbs.outcome import WRONG_USAGE, Outcome, Setting
from tui_home.verbs.parser import Parser

if TYPE_CHECKING:
    from tui_home.terminal.clipboard import Copied


def configure_copy(parser: Parser) -> None:
    """Add the words of ``copy``."""
    parser.add_argument(
        "name", metavar="NAME", nargs="+", help="email, meeting, or what Contact calls it; its beginning is enough"
    )


def copy(site: Site, options: Namespace, setting: Setting) -> Outcome:
    """Copy the contact named ``options.name``; without a clipboard its text alone is said."""
    wanted = " ".join(options.name).strip()
    found = contacts_named(site.contacts, wanted)
    if len(found) != 1:
        return Outcome(status=WRONG_USAGE, error=_neither(site, wanted, found))
    link = found[0].link
    return Outcome(_said(setting.visitor.clipboard.copy(link.copies, link.label)))


def contacts_named(contacts: Iterable[Contact], wanted: str) -> tuple[Contact, ...]:
    """Return the contacts that `wanted` may mean: one when it is plain, in any case.

    A whole name goes before a beginning; of several contacts of one kind (two addresses) the first is meant.
    """
    wanted = wanted.casefold()
    contacts = [contact for contact in contacts if contact.link.copies]
    whole = [contact for contact in contacts if wanted in _names(contact)]
    begun = [contact for contact in contacts if any(name.startswith(wanted) for name in _names(contact))]
    by_kind: dict[str, Contact] = {}
    for contact in whole or (begun if wanted else []):
        by_kind.setdefault(contact.kind, contact)
    return tuple(by_kind.values())


def _names(contact: Contact) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (contact.kind, contact.label, contact.text) if name)


def _neither(site: Site, wanted: str, found: tuple[Contact, ...]) -> str:
    shown = printable(wanted)
    names = dict.fromkeys(contact.kind for contact in found or site.contacts if contact.link.copies)
    if found:
        return f"“{shown}” may be any of: {', '.join(names)}\n"
    if not names:
        return "This homepage has nothing to copy.\n"
    return f"There is no “{shown}” to copy here. There is: {', '.join(names)}\n"


def _said(copied: Copied) -> str:
    """Return what the command line says: it has no key to select with, but the text itself."""
    from tui_home.terminal.clipboard import Rung  # noqa: PLC0415 - other verbs copy nothing

    if copied.rung is Rung.SHOWN:
        return f"{copied.text}\n"
    if copied.rung is Rung.LOCAL:
        return f"{copied.sentence()}\n"
    return f"Asked your terminal to copy {copied.label}. Nothing to paste? Select it here:\n{copied.text}\n"
