"""Who a CV is about: RenderCV's head, JSON Resume's ``basics``."""

from __future__ import annotations

from tui_home.model.blocks import Align, Block, Table
from tui_home.model.collections import CvPart
from tui_home.model.inline import Span, Spans
from tui_home.sources.jekyll.cv.values import BOLD, TECHNICAL, named, told
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.places import PLACES
from tui_home.sources.jekyll.yaml_values import Mapping, as_text
from tui_home.text.safe import printable

TITLE = "General information"
_SUMMARY = "Summary"
_ROWS = (
    *(("name", "Name"), ("headline", "Title"), ("label", "Title"), ("email", "Email"), ("phone", "Phone")),
    *(("location", "Location"), ("address", "Address"), ("website", "Website"), ("url", "Website")),
)
_NETWORKS = ("social_networks", "profiles", "custom_connections")
_ADDRESSES = frozenset(("website", "url"))


def read_head(writing: Writing, head: Mapping, *, ignored: frozenset[str]) -> tuple[CvPart, ...]:
    """Return the part that names the person, and that of the summary, where there is something in them.

    Args:
        writing: Reads the texts.
        head: The mapping that holds the name.
        ignored: Keys in it that are not the head's.
    """
    rows: list[tuple[Spans, ...]] = []
    used = {"summary", "basics", "sections", "cv", "photo", *ignored, *TECHNICAL}
    for key, label in _ROWS:
        if spans := _value(writing, head, key):
            rows.append(((Span(label, BOLD),), spans))
            used.add(key)
    for key in _NETWORKS:
        networks = head.get(key)
        for network in networks if isinstance(networks, list) else ():
            if isinstance(network, Mapping) and writing.spend() and (row := _network(writing, network)):
                rows.append(row)
                used.add(key)
    blocks: list[Block] = [Table((), tuple(rows), (Align.LEFT, Align.LEFT))] if rows else []
    for key, value in head.items():
        if key not in used and not isinstance(value, bool) and value not in ("", None, []) and writing.spend():
            blocks += named(writing, key, value, head.text_lines.get(key))
    summary = told(writing, head.get("summary"), head.text_lines.get("summary"))
    return (
        *((CvPart(TITLE, (), tuple(blocks)),) if blocks else ()),
        *((CvPart(_SUMMARY, (), summary),) if summary else ()),
    )


def _value(writing: Writing, head: Mapping, key: str) -> Spans:
    """Return a row's text: the parts of an address in one line, a text otherwise."""
    value = head.get(key)
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else (value,)
    if any(isinstance(part, Mapping | list) for part in parts):
        return ()
    text = ", ".join(filter(None, map(as_text, parts)))
    if not text or not writing.spend():
        return ()
    if key in _ADDRESSES and (link := writing.link(text, printable(text))):
        return (Span(_without_scheme(text), link=link),)
    return writing.line(text.removeprefix("tel:") if key == "phone" else text, head.text_lines.get(key))


def _network(writing: Writing, network: Mapping) -> tuple[Spans, ...] | None:
    """Return the row of an account elsewhere; None when nothing is said of it."""
    name, user = (printable(network.text(key)) for key in ("network", "username"))
    address = network.text("url") or _address(name, user)
    shown = user or printable(network.text("placeholder")) or _without_scheme(network.text("url"))
    if not shown:
        return None
    link = writing.link(address, name or shown) if address else None
    return (Span(name, BOLD),), (Span(shown, link=link),)


def _address(network: str, user: str) -> str:
    """Return where a user of a network is found; "" when the network is not known."""
    place = next((place for place in PLACES.values() if place.label.casefold() == network.casefold()), None)
    return place.template.format(user) if place and user and place.template != "{}" else ""


def _without_scheme(address: str) -> str:
    return printable(address.partition("://")[2] or address).rstrip("/")
