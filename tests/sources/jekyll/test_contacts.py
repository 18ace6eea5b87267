from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.model.inline import Link, LinkKind
from tui_home.model.site import Site
from tui_home.sources.jekyll.contacts import contact_of

Opened = Callable[..., Site]


def page(body: str, front: str = "") -> str:
    return f"---\nlayout: about\npermalink: /\n{front}---\n{body}\n"


def kinds(opened: Site) -> list[tuple[str, str]]:
    return [(contact.kind, contact.link.copies) for contact in opened.contacts]


def test_the_text_adds_what_the_data_lack(site: Opened) -> None:
    text = "Write to a@a.example or b (at) a.example, or [meet me](https://cal.com/ann)."
    opened = site({"_pages/about.md": page(text), "_data/socials.yml": "github_username: ann\nemail: a@a.example\n"})
    assert kinds(opened) == [
        ("email", "a@a.example"),
        ("email", "b@a.example"),
        ("meeting", "https://cal.com/ann"),
        ("github", "https://github.com/ann"),
    ]


@pytest.mark.parametrize(
    ("label", "url", "kind"),
    [
        ("GitHub", "https://github.com/ann", "github"),
        ("github", "https://www.github.com/ann/", "github"),
        ("Google Scholar", "https://scholar.google.co.uk/citations?user=x", "scholar"),
        ("LinkedIn", "https://uk.linkedin.com/in/ann", "linkedin"),
        ("Twitter", "https://twitter.com/ann", "x"),
        ("Bluesky", "https://bsky.app/profile/ann.example", "bluesky"),
        ("WeChat", "https://a.example/qr.png", "wechat"),
        ("微信", "https://a.example/qr.png", "wechat"),
        ("OpenReview", "https://openreview.net/profile?id=~Ann1", "openreview"),
    ],
)
def test_a_link_that_names_its_place_is_the_owners(label: str, url: str, kind: str) -> None:
    contact = contact_of(Link(LinkKind.WEB, label, url))
    assert contact is not None
    assert contact.kind == kind
    assert contact.link.url == url


@pytest.mark.parametrize(
    ("label", "url"),
    [
        ("Flower", "https://github.com/adap/flower"),
        ("GitHub", "https://github.com/adap/flower"),
        ("GitHub", "https://github.com/"),
        ("GitHub", "https://evil.example/github.com"),
        ("Dr. Ann", "https://github.com/ann"),
        ("Nic", "https://scholar.google.com/citations?user=x"),
        ("here", "https://a.example"),
        ("x", "https://a.example/x"),
        ("WeChat", ""),
    ],
)
def test_projects_and_other_people_are_no_contacts(label: str, url: str) -> None:
    assert contact_of(Link(LinkKind.WEB, label, url)) is None


def test_the_address_is_last_and_copied_in_lines(site: Opened) -> None:
    front = "profile:\n  address: >\n    <p>Room 1</p>\n    <p>ann (at) a.example</p>\n    <p>Town</p>\n"
    opened = site({"_pages/about.md": page("Hi.", front), "_data/socials.yml": "x_username: ann\n"})
    assert kinds(opened) == [
        ("email", "ann@a.example"),
        ("x", "https://x.com/ann"),
        ("address", "Room 1\nTown"),
    ]
    assert opened.contacts[-1].link.kind is LinkKind.COPYABLE


def test_what_stands_beside_the_portrait_counts_too(site: Opened) -> None:
    front = "profile:\n  more_info: <p>ann@a.example</p>\n"
    assert kinds(site({"_pages/about.md": page("Hi.", front)})) == [("email", "ann@a.example")]


def test_the_same_account_is_shown_once(site: Opened) -> None:
    text = "[GitHub](https://github.com/Ann), [GitHub](https://github.com/ann/), A@a.example, a@a.example"
    opened = site({"_pages/about.md": page(text), "_data/socials.yml": "github_username: ann\n"})
    assert [kind for kind, _ in kinds(opened)] == ["email", "github"]


def test_the_terminals_own_data_come_first(site: Opened) -> None:
    opened = site(
        {
            "_pages/about.md": page("[Calendly](https://calendly.com/ann)"),
            "_data/terminal.yml": "meeting: https://a.example/meet\nhost: ann.example\n",
        }
    )
    assert opened.meeting is not None
    assert (opened.meeting.label, opened.meeting.link.url) == ("Meeting", "https://a.example/meet")
    assert opened.host == "ann.example"


@pytest.mark.parametrize(
    "line", ["meeting: 'javascript:x'", "meeting: soon", "host: 'a b; rm'", "meting: https://a.example"]
)
def test_wrong_terminal_data_are_problems(site: Opened, line: str) -> None:
    opened = site({"_data/terminal.yml": f"{line}\n"})
    assert opened.host == ""
    assert [(problem.file, problem.line) for problem in opened.problems] == [("_data/terminal.yml", 1)]


def test_the_subtitle_counts_too(site: Opened) -> None:
    front = "subtitle: '<a href=\"mailto:ann@a.example\">mail</a>, Town'\n"
    assert kinds(site({"_pages/about.md": page("Hi.", front)})) == [("email", "ann@a.example")]


def test_an_account_on_two_hosts_is_one(site: Opened) -> None:
    text = "[Google Scholar](https://scholar.google.co.uk/citations?hl=en&user=Abc), [Scholar](https://scholar.google.com/citations?user=Abc)"
    assert len(site({"_pages/about.md": page(text)}).contacts) == 1


def test_an_email_of_the_address_may_be_spelled_out(site: Opened) -> None:
    front = "profile:\n  address: >\n    <p>a 'dot' doe 'at' uni 'dot' nl</p>\n    <p>Room 4 at The Point</p>\n"
    assert kinds(site({"_pages/about.md": page("Hi.", front)})) == [
        ("email", "a.doe@uni.nl"),
        ("address", "Room 4 at The Point"),
    ]


def test_the_contact_page_knows_an_email_that_is_nowhere_else(site: Opened) -> None:
    contact = "---\nlayout: page\ntitle: contact\npermalink: /contact/\nnav: true\n---\nann@a.example, old@a.example, [GitHub](https://github.com/x)\n"
    assert kinds(site({"_pages/contact.md": contact})) == [("email", "ann@a.example")]
    given = site({"_pages/contact.md": contact, "_data/socials.yml": "email: own@a.example\n"})
    assert kinds(given) == [("email", "own@a.example")]
