"""Contact: every way to reach the owner, each something to open or to copy."""

from __future__ import annotations

from tui_home.model.blocks import Blocks, Entry, Paragraph
from tui_home.model.inline import Link, Span, Spans
from tui_home.model.site import Contact, Site
from tui_home.model.view import View
from tui_home.sections.words import KEY, KEY_NOTE, LINE_BREAK, MUTED, joined, kindly, muted

_LONGEST_LABEL = 18


def compose_contact(site: Site, _view: View) -> Blocks:
    """Return one Entry for each way of contact, with the key beside those that have one."""
    if not site.contacts:
        return kindly("No address is given here yet.")
    width = max(min(len(contact.label), _LONGEST_LABEL) for contact in site.contacts)
    note = (Paragraph(muted(site.contact_note)),) if site.contact_note else ()
    return (*(_entry(contact, contact_key(site, contact), width) for contact in site.contacts), *note)


def contact_key(site: Site, contact: Contact) -> str:
    """Return the key that copies `contact` from anywhere; empty for most."""
    if site.emails and contact is site.emails[0]:
        return "e"
    return "c" if contact is site.meeting else ""


def _entry(contact: Contact, key: str, width: int) -> Entry:
    lines: list[Spans] = [(Span(line),) for line in contact.text.splitlines()]
    shown = _linked(joined(lines, LINE_BREAK), contact.link)
    hint = (Span("   ", KEY_NOTE), Span(key, KEY), Span("\u00a0copies", KEY_NOTE)) if key else ()
    return Entry(f"contact:{contact.link.copies}", (Span(contact.label, MUTED),), width, (Paragraph((*shown, *hint)),))


def _linked(spans: Spans, link: Link) -> Spans:
    return tuple(Span(span.text, span.style, link) for span in spans)
