from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_home.model.blocks import (
    Align,
    Aside,
    Blocks,
    CodeBlock,
    Details,
    Entry,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Portrait,
    Quote,
    Rule,
    Table,
)
from tui_home.model.inline import Link, LinkKind, Span, Style
from tui_home.model.problem import Problem
from tui_home.model.site import About, Author, Contact, Name, NewsItem, Profile, Publication, Site
from tui_home.sources import open_site
from tui_home.sources.codec import decode, encode
from tui_home.sources.packaged import packaged_content
from tui_home.sources.plain_values import UnfitError
from tui_home.text.safe import copyable

URLS = ("", "https://a.example/%20?x=1", "http://b.example", "mailto:ann@a.example")
LARGEST = 10**9


def proper(value: Any) -> Any:  # noqa: ANN401 - any part of a Site
    """Return what a source could have made instead of `value`."""
    made: Any
    match value:
        case StrEnum():
            made = value
        case str():
            made = copyable(value)
        case tuple():
            made = tuple(map(proper, value))
        case Portrait() | Entry() | Aside():
            made = Rule()
        case Heading():
            made = Heading(abs(value.level) % 6 + 1, proper(value.spans))
        case Table():
            made = Table(
                value.header and ((),), tuple((proper(row[0]) if row else (),) for row in value.rows), (Align.LEFT,)
            )
        case _ if is_dataclass(value) and not isinstance(value, type):
            made = type(value)(*(proper(getattr(value, field.name)) for field in fields(value)))
            made = replace(made, url=URLS[len(made.url) % len(URLS)]) if hasattr(made, "url") else made
        case _:
            made = value % LARGEST if type(value) is int else value
    return made


def site(*blocks: Any, **more: Any) -> Site:  # noqa: ANN401 - any Block, any field
    return Site("r", Name("Ann"), "Ann", About(blocks=tuple(blocks)), **more)


def few(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return tuples of at most two: making large ones takes hypothesis much longer than proving something of them."""
    return st.lists(of, max_size=2).map(tuple)


def anything(made: type, **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return what a type may hold in all of its fields, also those that need not be given."""
    wanted: dict[str, Any] = {field.name: ... for field in fields(made)} | parts
    return st.builds(made, **wanted)


def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    items = st.builds(ListItem, few(inner), st.text(max_size=3), st.none() | st.booleans())
    return st.one_of(
        st.builds(Quote, few(inner)),
        st.builds(Details, st.text(max_size=3), SPANS, few(inner), st.booleans()),
        st.builds(ListBlock, few(items), st.booleans(), st.integers()),
    )


SPANS = few(st.from_type(Span))
BLOCKS = few(
    st.recursive(
        st.one_of(
            st.builds(Paragraph, SPANS),
            st.builds(Heading, st.integers(), SPANS),
            st.builds(Table, few(SPANS), few(few(SPANS)), few(st.sampled_from(Align))),
            *map(st.from_type, (CodeBlock, Figure, Rule)),
            st.just(Portrait("A", circular=True, alt="")),
        ),
        nested,
        max_leaves=4,
    )
)
LINKS = few(st.from_type(Link))
PARTS: dict[str, st.SearchStrategy[Any]] = {
    "about": anything(
        About,
        subtitle=SPANS,
        blocks=BLOCKS,
        profile=st.none() | st.builds(Profile, address=few(st.text()), more_info=BLOCKS),
    ),
    "news": st.tuples(anything(NewsItem, blocks=BLOCKS, title=SPANS)),
    "publications": st.tuples(
        anything(
            Publication,
            title=SPANS,
            note=SPANS,
            authors=few(st.from_type(Author)),
            links=LINKS,
            more_links=LINKS,
            abstract=BLOCKS,
        )
    ),
    "contacts": st.tuples(st.from_type(Contact), st.from_type(Contact)),
    "problems": st.tuples(st.from_type(Problem), st.from_type(Problem)),
}


@pytest.mark.parametrize("name", PARTS)
@settings(suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow], max_examples=40)
@given(data=st.data())
def test_what_is_decoded_is_what_was_encoded(name: str, data: st.DataObject) -> None:
    parts: dict[str, Any] = {name: data.draw(PARTS[name])}
    value: Site = proper(replace(site(), **parts))
    again = decode(json.loads(json.dumps(encode(value))))
    assert again == value
    assert again.problems == value.problems


def test_equal_links_and_styles_become_one() -> None:
    blocks: Blocks = tuple(
        Paragraph((Span("x", Style(bold=True), Link(LinkKind.WEB, "x", URLS[1])),)) for _ in range(9)
    )
    again = decode(encode(site(*blocks))).about.blocks
    spans = [block.spans[0] for block in again if isinstance(block, Paragraph)]
    assert len(spans) == 9
    assert len({id(span.link) for span in spans}) == len({id(span.style) for span in spans}) == 1


@pytest.mark.parametrize(
    "unfit",
    [
        site(Portrait("A", circular=True, alt="")),
        site(Entry("k", (), 10**8, ())),
        replace(site(), news=(NewsItem("k", dt.date(2024, 1, 1), (), (), 1.5),)),  # type: ignore[arg-type]
    ],
    ids=["a section's portrait", "a section's entry", "a fraction"],
)
def test_what_no_source_makes_is_not_encoded(unfit: Site) -> None:
    with pytest.raises(UnfitError):
        encode(unfit)


def link(url: str) -> Link:
    return Link(LinkKind.WEB, "x", url)


@pytest.mark.parametrize(
    "hostile",
    [
        replace(site(), title="x\x1b[2J"),
        replace(site(), host="x\x9b2J"),
        site(CodeBlock("a\n\x07")),
        site(Paragraph((Span("\u202edesrever"),))),
        site(Paragraph((Span("\ud800"),))),
        *(
            site(Paragraph((Span("x", link=link(url)),)))
            for url in ("javascript:alert(1)", "file:///etc/passwd", "https://a.example/ b", "https://a.example/\x07")
        ),
        replace(site(), url="data:,x"),
        replace(
            site(),
            publications=(Publication("k", "misc", (), (Author("A", url="HTTPS://\u0430.example"),), "", "", 2024),),
        ),
        site(Heading(7, ())),
        site(Heading(0, ())),
        site(Table((), (((), ()),), (Align.LEFT,))),
        site(Table(((), ()), (), (Align.LEFT,))),
        replace(site(), about=About(news_limit=LARGEST + 1)),
    ],
)
def test_what_reading_would_never_have_let_through_is_refused(hostile: Site) -> None:
    with pytest.raises(UnfitError):
        decode(encode(hostile))


@pytest.mark.parametrize(
    "plain",
    [
        None, 1, "x", {}, [], [[]], [[], []], [[], [], {}], [[], [], []], [[], [], ["r", ["Ann"], "Ann"]],
        [{}, [], ["r", ["Ann"], "Ann", []]], [[], {}, ["r", ["Ann"], "Ann", []]], [[], [[]], ["r", ["Ann"], "Ann", []]],
        [[], [], ["r", ["Ann"], "Ann", ["", [["x", 0]]]]], [[[]], [], ["r", ["Ann"], "Ann", ["", [["x", -1]]]]],
        [[[]], [], ["r", ["Ann"], "Ann", ["", [["x", False]]]]], [[], [], ["r", ["Ann"], "Ann", ["", [], {}]]],
        [[], [], ["r", ["Ann"], "Ann", ["", [], None, [["__class__"]]]]],
        [[], [], ["r", ["Ann"], "Ann", ["", [], None, [["Portrait", "A", True, ""]]]]],
        [[], [], ["r", ["Ann"], "Ann", ["", [], None, [[["Rule"]]]]]],
        [[], [], ["r", ["Ann"], "Ann", ["", [], None, [], 1]]],
        [[], [], ["r", ["Ann"], "Ann", ["", [], None, [], True, True]]],
        [[], [], ["r", ["Ann"], "Ann", [], [["k", "2024-13-01", [], []]]]],
        [[], [], ["r", ["Ann"], "Ann", [], [["k", 2024, [], []]]]],
        [[], [["zz", "x"]], ["r", ["Ann"], "Ann", []]], [[], [["web"]], ["r", ["Ann"], "Ann", []]],
    ],
)  # fmt: skip
def test_what_stands_for_no_site_is_refused(plain: object) -> None:
    with pytest.raises(UnfitError):
        decode(plain)


def test_the_smallest_site_is_one() -> None:
    assert decode([[], [], ["r", ["Ann"], "Ann", []]]) == site()


def test_a_damaged_site_is_refused_or_another_and_never_an_error() -> None:
    chance = random.Random(7)  # noqa: S311 - damage, not a secret
    whole = encode(open_site(packaged_content()))
    texts = json.dumps(whole)
    refused = 0
    for _ in range(300):
        at = chance.randrange(len(texts))
        try:
            plain = json.loads(texts[:at] + chance.choice('[]{}",0x-') + texts[at + 1 :])
        except ValueError:
            continue
        try:
            decode(plain)
        except UnfitError:
            refused += 1
    assert refused


def test_quotes_within_quotes_are_decoded() -> None:
    nested: Blocks = (Rule(),)
    for _ in range(20):
        nested = (Quote(nested),)
    assert decode(encode(site(*nested))) == site(*nested)
