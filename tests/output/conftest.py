from __future__ import annotations

import datetime as dt

import pytest

from tui_home.model.blocks import Align, CodeBlock, Details, Figure, Heading, ListBlock, ListItem, Paragraph, Table
from tui_home.model.inline import Link, LinkKind, Span, Style
from tui_home.model.problem import Problem, Severity
from tui_home.model.site import About, Author, Contact, Name, NewsItem, Profile, Publication, Site
from tui_home.sources import open_site
from tui_home.sources.packaged import packaged_content


@pytest.fixture(scope="session")
def packaged() -> Site:
    return open_site(packaged_content())


@pytest.fixture(scope="session")
def site() -> Site:
    """Return a homepage of ours with one of everything that is printed in a way of its own."""
    home = Link(LinkKind.WEB, "the lab", "https://lab.example.org/people/")
    mail = Link(LinkKind.EMAIL, "ada@example.org", "mailto:ada@example.org", "ada@example.org")
    hidden = Link(LinkKind.COPYABLE, "WeChat", copy="ada-id")
    return Site(
        revision="abc",
        name=Name("Ada", "", "Love"),
        title="Ada Love",
        about=About(
            profile=Profile(image="ada.jpg", address=("1 Street",)),
            news=True,
            blocks=(
                Heading(2, (Span("Work"),)),
                Paragraph((Span("I work at "), Span("the lab", link=home), Span(", with\nfriends."))),
                ListBlock(
                    (ListItem((Paragraph((Span("one"),)),)), ListItem((Paragraph((Span("two"),)),), checked=True))
                ),
                Table(
                    ((Span("a"),), (Span("b|c"),)),
                    (((Span("1", link=home),), (Span("2"),)),),
                    (Align.LEFT, Align.RIGHT),
                ),
                CodeBlock("a = '```'\n    b", "python"),
                Details("details:1", (Span("More"),), (Paragraph((Span("folded text"),)),)),
                Figure((Span("A picture"),), Link(LinkKind.FIGURE, "A picture", "https://example.org/p.png")),
            ),
        ),
        news=(
            NewsItem("n1", dt.date(2024, 2, 1), (Span("A title"),), (Paragraph((Span("The body."),)),), inline=False),
            NewsItem("n0", None, (), (Paragraph((Span("Without a date."),)),)),
        ),
        publications=(
            Publication(
                "p1",
                "article",
                (Span("On <things>"),),
                (Author("Ada Love", owner=True), Author("B. Byte")),
                "Journal",
                "J",
                2024,
                selected=True,
                links=(Link(LinkKind.WEB, "DOI", "https://doi.org/10.1/x"),),
                bibtex="@article{p1,\n}",
            ),
            Publication("p0", "misc", (Span("Undated"),), (), "", "", None),
        ),
        contacts=(
            Contact("email", "Email", "ada@example.org", mail),
            Contact("github", "GitHub", "ada", Link(LinkKind.WEB, "GitHub", "https://github.com/ada")),
            Contact("wechat", "WeChat", "ada-id", hidden),
        ),
        problems=(
            Problem(Severity.WARNING, "_pages/about.md", 3, "x → y", "mend it"),
            Problem(Severity.ERROR, "", None, "z"),
        ),
    )


@pytest.fixture(scope="session")
def styled() -> Style:
    return Style(bold=True)
