from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.model.blocks import Paragraph
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.site import About, Contact, Name, Site
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.clipboard import Clipboard
from tui_home.terminal.opener import Opener
from tui_home.terminal.visitor import Visitor
from tui_home.verbs import Outcome, Setting, perform


def contact(kind: str, label: str, text: str, copy: str) -> Contact:
    return Contact(kind, label, text, Link(LinkKind.WEB, text, copy=copy))


@pytest.fixture
def site() -> Site:
    return Site(
        "r", Name("Ada", "", "Love"), "Ada Love", About(blocks=(Paragraph((Span("Some words about Ada. " * 9),)),)),
        contacts=(
            contact("email", "Email", "ada@example.org", "ada@example.org"),
            contact("email", "Email", "love@example.org", "love@example.org"),
            contact("meeting", "Calendly", "calendly.com/ada", "https://calendly.com/ada"),
            contact("github", "GitHub", "ada", "https://github.com/ada"),
            contact("gitlab", "GitLab", "ada", "https://gitlab.com/ada"),
            contact("scholar", "Google Scholar", "X1", "https://scholar.google.com/citations?user=X1"),
            contact("rss", "RSS", "feed", ""),
        ),
    )  # fmt: skip


def setting_of(*, local: bool = False, write: Callable[[str], None] | None = None) -> Setting:
    able = Capabilities(graphical=local)
    clipboard = Clipboard(able, write, local=lambda _: local)
    return Setting(Visitor(able, clipboard, Opener(able)), 60)


@pytest.fixture
def say(site: Site) -> Callable[..., Outcome]:
    """Perform words on the site, in a pipe unless a setting says more."""

    def performed(*words: str, setting: Setting | None = None) -> Outcome:
        return perform(words, lambda: site, setting or setting_of())

    return performed
