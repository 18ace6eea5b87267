"""A small site of ours, a visitor with a clipboard and a browser that only remember, and the app for both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from tui_home.document.markdown import markdown
from tui_home.model.blocks import Blocks
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.look import Depth
from tui_home.model.problem import Origin
from tui_home.model.site import About, Author, Contact, Name, NewsItem, Profile, Publication, Site
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.clipboard import Clipboard
from tui_home.terminal.opener import Opener
from tui_home.terminal.preferences import Preferences
from tui_home.terminal.visitor import Visitor
from tui_home.tui.app import HomepageApp

TEXT = """\
I study how **rivers** remember their floods, at the [Institute of Slow Water](https://slow.example/), with
[Ada Brook](https://brook.example/) and many others.

Rivers are patient. Whoever wants to know what a flood was like three hundred years ago can ask the bank, the
meadow and the mill; all of them still know.

- Levees and what they forget
- Meadows, [read as archives](https://meadow.example/archives)
- Mills 水車 that outlived their rivers

| river | years | floods |
|:------|------:|-------:|
| Isar  |   312 |     41 |
| Möll  |   180 |     17 |

More about the rivers is in the papers. A river is never quite the same, and neither is its archive.
"""

AUTHORS = tuple(Author(name, owner=name == "Rosa Marsh") for name in ("Ada Brook", "Rosa Marsh", "Ib Fjord"))


def text_blocks(text: str) -> Blocks:
    return markdown(text, Origin("_pages/about.md")).blocks


def web(label: str, url: str) -> Link:
    return Link(LinkKind.WEB, label, url=url)


def publication(number: int, title: str, year: int, *, selected: bool = False) -> Publication:
    key = f"marsh{year}{number}"
    return Publication(
        key,
        "article",
        (Span(title),),
        AUTHORS,
        "Journal of Slow Water",
        "JSW",
        year,
        selected=selected,
        links=(web("arXiv", f"https://arxiv.example/{number}"), web("code", f"https://code.example/{number}")),
        bibtex=f"@article{{{key},\n  title = {{{title}}},\n  year = {{{year}}}\n}}",
    )


def contact(kind: str, label: str, text: str, link: Link) -> Contact:
    return Contact(kind, label, text, link)


EMAIL = contact(
    "email",
    "Email",
    "rosa@slow.example",
    Link(LinkKind.EMAIL, "rosa@slow.example", "mailto:rosa@slow.example", "rosa@slow.example"),
)
MEETING = contact(
    "meeting",
    "Meeting",
    "cal.example/rosa",
    Link(LinkKind.MEETING, "https://cal.example/rosa", "https://cal.example/rosa"),
)
GITHUB = contact("github", "GitHub", "rosamarsh", web("GitHub", "https://github.example/rosamarsh"))
WECHAT = contact("wechat", "WeChat", "rosa-slow", Link(LinkKind.COPYABLE, "the WeChat name", copy="rosa-slow"))


@cache
def make_site() -> Site:
    """Return the site, which nobody can change: made once."""
    return Site(
        revision="test",
        name=Name("Rosa", "", "Marsh"),
        title="Rosa Marsh",
        about=About(
            title="about",
            profile=Profile(image="rosa.jpg", image_circular=True, address=("Room 7", "Weir Lane 3", "Brookham")),
            blocks=text_blocks(TEXT),
            news=True,
            selected_papers=True,
            social=True,
        ),
        news=(
            NewsItem("n3", dt.date(2024, 5, 2), (), text_blocks("A paper at [SlowConf](https://slowconf.example/).")),
            NewsItem(
                "n2",
                dt.date(2024, 2, 1),
                (Span("A prize for patience"),),
                text_blocks("The jury took *nine years*."),
                False,
            ),
            NewsItem("n1", dt.date(2023, 9, 9), (), text_blocks("Moved to Brookham.")),
        ),
        publications=(
            publication(1, "What a River Knows, and Whom It Tells", 2024, selected=True),
            publication(2, "Meadows as Archives", 2024),
            publication(3, "Levees Forget", 2023),
            publication(4, "Three Hundred Years of High Water in One Mill", 2021),
            publication(5, "A Field Guide to Patience", 2020),
        ),
        contacts=(EMAIL, MEETING, GITHUB, WECHAT),
    )


@dataclass
class FakeVisitor:
    """A visitor, and what was done for them."""

    visitor: Visitor
    copied: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)


MakeApp = Callable[..., HomepageApp]


@pytest.fixture
def site() -> Site:
    return make_site()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.json")


def make_visitor(preferences: Preferences, **able: object) -> FakeVisitor:
    capabilities = Capabilities(depth=Depth.TRUECOLOR, graphical=True)._replace(**able)  # type: ignore[arg-type]
    copied: list[str] = []
    opened: list[str] = []

    def copy(text: str) -> bool:
        copied.append(text)
        return True

    def launch(url: str) -> bool:
        opened.append(url)
        return True

    visitor = Visitor(
        capabilities, Clipboard(capabilities, local=copy), Opener(capabilities, launch=launch), preferences
    )
    return FakeVisitor(visitor, copied, opened)


@pytest.fixture
def fake(preferences: Preferences) -> FakeVisitor:
    return make_visitor(preferences)


@pytest.fixture
def app(site: Site, fake: FakeVisitor) -> HomepageApp:
    return HomepageApp(site, fake.visitor)
