"""Opening what has a number or a name: details and pages are read here, the web is the browser's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui_home.linear.copying import copied
from tui_home.linear.details import folded_at
from tui_home.linear.naming import place_named
from tui_home.linear.numbers import none_of, numbered
from tui_home.linear.parts import parts
from tui_home.linear.place import Hit, Place
from tui_home.linear.talk import Talk
from tui_home.model.blocks import CodeBlock
from tui_home.model.inline import Link, LinkKind, MainAction
from tui_home.output.linear import Piece, pieces
from tui_home.verbs.copy import contacts_named


def open_one(talk: Talk, words: str) -> str:
    """Read, show or open what has a number; a way of contact or a section by its name."""
    if not words:
        return talk.say("Open which number? links tells them all.")
    if words.isdecimal():
        meant = numbered(talk, words)
        return talk.say(none_of(talk, words)) if meant is None else _open(talk, meant)
    found = contacts_named(talk.site.contacts, words)
    if len(found) == 1:
        return _open(talk, found[0].link)
    place = place_named(talk, words)
    return talk.read(place) if place else talk.say(f"There is no {words} to open. open takes a number, or a name.")


def more_details(talk: Talk) -> str:
    """Read on in the details that were asked for."""
    part, *rest = talk.state.rest
    talk.state = replace(talk.state, rest=tuple(rest))
    told = talk.read_on(part)
    return told + talk.say(
        "Next: more of these details." if rest else f"End of the details. back returns to {talk.title}."
    )


def _open(talk: Talk, meant: Link | Hit) -> str:
    if isinstance(meant, Hit):
        part, piece = talk.here.of(meant.place).part_of(meant.piece)
        return talk.read(meant.place._replace(part=part), piece)
    if meant.main is MainAction.TOGGLE:
        return _details(talk, meant)
    if meant.main is MainAction.FOLLOW:
        return _follow(talk, meant)
    if meant.main is MainAction.OPEN:
        return _browse(talk, meant)
    if meant.kind is LinkKind.BIBTEX:
        return _begin_details(talk, pieces((CodeBlock(meant.copies, "bibtex"),)))
    return copied(talk, meant.copies, meant.label)


def _follow(talk: Talk, link: Link) -> str:
    route = talk.site.route(link.path)
    if route and talk.here.is_there(Place(route.section, route.article)):
        return talk.read(Place(route.section, route.article))
    if talk.site.pending:
        return talk.say("That page is still being read; try again in a moment.")
    return _browse(talk, link)


def _browse(talk: Talk, link: Link) -> str:
    opened = talk.visitor.opener.open(link.url)
    talk.visitor.receipt.record(opened)
    if opened.done or not opened.url:
        return talk.say(opened.sentence())
    # Alone on its line, it can be selected as it is.
    return talk.say("Open this on your machine:", opened.url)


def _details(talk: Talk, link: Link) -> str:
    found = folded_at(talk, link.toggles)
    if found is None:
        return talk.say("This is no longer there; again reads what is.")
    return _begin_details(talk, found)


def _begin_details(talk: Talk, told: Sequence[Piece]) -> str:
    talk.state = replace(talk.state, rest=parts(told), hits=(), aside=True)
    return more_details(talk) if talk.state.rest else talk.say("There is nothing more to it.")
