"""A small site of ours with one of everything that is told in a way of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from tui_home.linear.conversation import Conversation
from tui_home.model.blocks import (
    Align,
    CodeBlock,
    Details,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from tui_home.model.collections import Article, Route, SitePage
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.site import About, Author, Contact, Name, NewsItem, Profile, Publication, Site
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.clipboard import Clipboard
from tui_home.terminal.opener import Opener
from tui_home.terminal.visitor import Visitor

LAB = Link(LinkKind.WEB, "the lab", "https://lab.example.org/people/")
TO_POST = Link(LinkKind.ARTICLE, "a post", path="/blog/first/")


def paragraph(text: str, link: Link | None = None) -> Paragraph:
    return Paragraph((Span(text, link=link),))


def item(text: str, *more: ListBlock, marker: str = "", checked: bool | None = None) -> ListItem:
    return ListItem((paragraph(text), *more), marker, checked)


def paper(number: int) -> Publication:
    return Publication(
        f"p{number}",
        "article",
        (Span(f"Paper number {number}"),),
        (Author("Ada Love", owner=True), *(Author(f"Author {index}") for index in range(number))),
        "Journal of Examples",
        "JoE",
        2020 + number // 4,
        links=(Link(LinkKind.WEB, "DOI", f"https://doi.org/10.1/{number}"),),
        bibtex=f"@article{{p{number},\n  year = {2020},\n}}",
        abstract=(paragraph(f"What paper {number} is about: engines."),),
    )


ABOUT = About(
    profile=Profile(image="ada.jpg", address=("1 Street", "London")),
    social=True,
    blocks=(
        Paragraph((Span("I work at "), Span("the lab", link=LAB), Span(" and write "), Span("a post", link=TO_POST))),
        Heading(2, (Span("Work"),)),
        ListBlock((item("one", ListBlock((item("deeper"),))), item("two", checked=True), item("three", marker="🚀"))),
        ListBlock((item("first"), item("second")), ordered=True, start=3),
        Table(
            ((Span("Name"),), (Span("Year"),)),
            (((Span("Engine", link=LAB),), (Span("1843"),)), ((Span("Notes"),), ())),
            (Align.LEFT, Align.RIGHT),
        ),
        Rule(),
        Quote((paragraph("It weaves."), paragraph("It may compose."))),
        CodeBlock("a = 1\n    b", "python"),
        Details("details:1", (Span("More about me"),), (paragraph("I ride horses."),)),
        Figure((Span("The engine"),), Link(LinkKind.FIGURE, "The engine", "https://example.org/engine.png")),
    ),
)


@pytest.fixture
def site() -> Site:
    post = Article(
        "first", (Span("First post"),), (paragraph("Dear reader."),), "/blog/first/", date=dt.date(2024, 5, 6)
    )
    second = Article("second", (Span("Second post"),), (paragraph("Dear all."),), "/blog/second/")
    mail = Link(LinkKind.EMAIL, "ada@example.org", "mailto:ada@example.org", "ada@example.org")
    street = Link(LinkKind.COPYABLE, "Address", copy="1 Street\nLondon")
    meeting = Link(LinkKind.MEETING, "meeting link", "https://calendly.com/ada")
    return Site(
        revision="abc",
        name=Name("Ada", "", "Love"),
        title="Ada Love",
        about=ABOUT,
        news=(
            NewsItem("n1", dt.date(2024, 2, 1), (Span("A prize"),), (paragraph("The body."),), inline=False),
            NewsItem("n0", dt.date(2023, 2, 1), (), (paragraph("Moved to London."),)),
        ),
        publications=tuple(paper(number) for number in range(9, 0, -1)),
        contacts=(
            Contact("email", "Email", "ada@example.org", mail),
            Contact("meeting", "Calendly", "calendly.com/ada", meeting),
            Contact("address", "Address", "1 Street\nLondon", street),
        ),
        posts=(post, second),
        pages=(SitePage("talks", "Talks", (paragraph("Three talks."),)),),
        routes=(Route("/blog/first/", "posts", "first"), Route("/blog/second/", "posts", "second")),
    )  # fmt: skip


def visitor_of(
    able: Capabilities, *, browser: bool = False, local: bool = False, sent: list[str] | None = None
) -> Visitor:
    write = sent.append if sent is not None else None
    return Visitor(able, Clipboard(able, write, local=lambda _: local), Opener(able, launch=lambda _: browser))


@pytest.fixture
def visitor() -> Visitor:
    """Return somebody in Emacs's shell on another machine: no clipboard, no browser."""
    return visitor_of(Capabilities(osc52=False, remote=True))


@pytest.fixture
def talk(site: Site, visitor: Visitor) -> Callable[..., str]:
    """Return a function that says lines one after the other, and returns the last answer."""
    conversation = Conversation(site, visitor)
    conversation.begin()

    def say(*lines: str) -> str:
        answer = ""
        for line in lines:
            answer = conversation.answer(line)
        return answer

    return say
