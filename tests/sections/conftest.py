"""A small site of ours, with one of everything that a section shows."""

from __future__ import annotations

import datetime as dt

import pytest

from tui_home.model.blocks import Align, Paragraph
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.site import About, Author, Contact, Name, NewsItem, Profile, Publication, Site


@pytest.fixture
def site() -> Site:
    """Ada's homepage: two papers, three news items, four ways of contact."""
    web = Link(LinkKind.WEB, "arXiv", "https://arxiv.org/abs/1843.00001")
    return Site(
        revision="0",
        name=Name("Ada", "", "Byron"),
        title="Ada Byron",
        about=About(
            subtitle=(Span("Analyst"),),
            profile=Profile(Align.RIGHT, "ada.jpg", image_circular=True, address=("12 St James's Square", "London")),
            blocks=(Paragraph((Span("I write notes."),)),),
            news=True,
            news_limit=2,
            selected_papers=True,
            social=True,
        ),
        news=(
            NewsItem("b", dt.date(1844, 2, 1), (Span("A talk"),), (Paragraph((Span("All of it."),)),), inline=False),
            NewsItem("a", dt.date(1843, 9, 1), (), (Paragraph((Span("Notes printed."),)),)),
            NewsItem("z", None, (), (Paragraph((Span("Some day."),)),)),
        ),
        publications=(
            Publication(
                "notes",
                "article",
                (Span("Notes"),),
                (Author("Ada Byron", owner=True),),
                "Scientific Memoirs",
                "Memoirs",
                1843,
                selected=True,
                links=(web,),
                bibtex="@article{notes}",
                abstract=(Paragraph((Span("On the Engine."),)),),
            ),
            Publication("lost", "misc", (Span("Lost"),), (), "", "An overly long tag", None),
        ),
        contacts=(
            Contact("email", "Email", "ada@example.org", Link(LinkKind.EMAIL, "email", copy="ada@example.org")),
            Contact("email", "Email", "ada@example.com", Link(LinkKind.EMAIL, "email", copy="ada@example.com")),
            Contact(
                "meeting",
                "Meeting",
                "calendly.com/ada",
                Link(LinkKind.MEETING, "meeting link", "https://calendly.com/ada"),
            ),
            Contact("github", "GitHub", "ada", Link(LinkKind.WEB, "GitHub", "https://github.com/ada")),
        ),
    )
