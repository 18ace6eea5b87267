"""Copying what has a number or a name, in words."""

from __future__ import annotations

from tui_home.linear.numbers import none_of, numbered
from tui_home.linear.place import Hit
from tui_home.linear.talk import Talk
from tui_home.model.site import Contact
from tui_home.terminal.clipboard import Copied, Rung
from tui_home.verbs.copy import contacts_named


def copy_one(talk: Talk, words: str) -> str:
    """Copy what has a number, or a way of contact by its name."""
    if not words:
        return talk.say("Copy what? copy takes a number, email, meeting, or a name from Contact.")
    if words.isdecimal():
        return _copy_number(talk, words)
    found = contacts_named(talk.site.contacts, words)
    if len(found) == 1:
        return copied(talk, found[0].link.copies, found[0].link.label)
    return talk.say(_unclear(talk, words, found))


def copied(talk: Talk, text: str, label: str) -> str:
    """Copy `text` by the visitor's ladder, and return how far it got; unless it is certain, the text as well."""
    done = talk.visitor.clipboard.copy(text, label)
    talk.visitor.receipt.record(done)
    if done.rung is Rung.LOCAL:
        return talk.say(f"{done.sentence()}.")
    return talk.say(_not_certain(done)) + talk.say_as_it_is(done.text.strip())


def tell_email(talk: Talk, _words: str) -> str:
    """Say the owner's email addresses."""
    if not talk.site.emails:
        return talk.say("No email address is given here.")
    return talk.say(*(contact.link.copies for contact in talk.site.emails), "copy email copies it.")


def tell_meeting(talk: Talk, _words: str) -> str:
    """Say where a meeting is arranged."""
    if talk.site.meeting is None:
        return talk.say("No meeting link is given here.")
    return talk.say(talk.site.meeting.link.copies, "copy meeting copies it, open meeting opens it.")


def _copy_number(talk: Talk, words: str) -> str:
    meant = numbered(talk, words)
    if meant is None:
        return talk.say(none_of(talk, words))
    if isinstance(meant, Hit) or not meant.copies:
        return talk.say(f"Number {int(words)} has nothing to copy; open {int(words)} reads it.")
    return copied(talk, meant.copies, meant.label)


def _unclear(talk: Talk, words: str, found: tuple[Contact, ...]) -> str:
    names = dict.fromkeys(contact.kind for contact in found or talk.site.contacts if contact.link.copies)
    if not names:
        return "This homepage has no address to copy."
    return f"{words} may be any of: {', '.join(names)}." if found else f"There is: {', '.join(names)}."


def _not_certain(done: Copied) -> str:
    if done.rung is Rung.ASKED:
        return f"Asked your terminal to copy {done.label}. Nothing to paste? Here it is:"
    return "There is no clipboard here. Here it is:"
