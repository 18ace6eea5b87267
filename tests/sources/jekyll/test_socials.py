from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.model.inline import LinkKind, MainAction
from tui_home.model.site import Contact, Site
from tui_home.sources.jekyll.places import ALIASES, NAMED_HOSTS, PLACES

Opened = Callable[..., Site]
SCHOLAR = "https://scholar.google.com/citations?user="


def one(site: Opened, line: str, config: str = "") -> Contact:
    (contact,) = site({"_data/socials.yml": line, "_config.yml": config}).contacts
    return contact


@pytest.mark.parametrize(
    ("line", "kind", "label", "text", "url"),
    [
        ("github_username: ann", "github", "GitHub", "ann", "https://github.com/ann"),
        ("github_username: https://github.com/ann/", "github", "GitHub", "ann", "https://github.com/ann/"),
        (
            "scholar_userid: Abc_-1AAAAAJ&hl=en",
            "scholar",
            "Google Scholar",
            "scholar.google.com/citations?user=Abc_-1AAAAAJ",
            "https://scholar.google.com/citations?user=Abc_-1AAAAAJ",
        ),
        ("x_username: '@ann'", "x", "X", "@ann", "https://x.com/ann"),
        ("twitter_username: ann", "x", "X", "@ann", "https://x.com/ann"),
        ("bluesky_url: ann.example", "bluesky", "Bluesky", "@ann.example", "https://bsky.app/profile/ann.example"),
        (
            "bluesky_url: https://bsky.app/profile/ann.example",
            "bluesky",
            "Bluesky",
            "@ann.example",
            "https://bsky.app/profile/ann.example",
        ),
        (
            "orcid_id: 0000-0002-1825-0097",
            "orcid",
            "ORCID",
            "0000-0002-1825-0097",
            "https://orcid.org/0000-0002-1825-0097",
        ),
        ("inspirehep_id: 1234567", "inspirehep", "INSPIRE HEP", "inspirehep.net/authors/1234567", None),
        ("mastodon_username: social.example/@ann", "mastodon", "Mastodon", "social.example/@ann", None),
        ("mastodon_username: '@ann@social.example'", "mastodon", "Mastodon", "social.example/@ann", None),
        ("work_url: https://www.a.example/~ann/", "work", "Work", "a.example/~ann", "https://www.a.example/~ann/"),
        ("academia_edu:\n  organization: uni\n  username: Ann", "academia", "Academia.edu", "Ann", None),
        ("letterboxd_id:\n  value: ann\n  logo: fa-x", "letterboxd", "Letterboxd", "ann", "https://letterboxd.com/ann"),
        (
            "acl:\n  logo: a.png\n  title: ACL Anthology\n  url: https://a.example/p/",
            "acl",
            "ACL Anthology",
            None,
            None,
        ),
        ("my_page:\n  url: https://a.example", "my_page", "My page", "a.example", "https://a.example"),
        ("homepage_url: https://www.a.example/", "homepage", "Homepage", "a.example", "https://www.a.example/"),
        ("linkedin_username: linkedin.com/in/ann", "linkedin", "LinkedIn", "ann", "https://linkedin.com/in/ann"),
        ("research_gate_profile: profile/Ann-Doe", "researchgate", "ResearchGate", "Ann-Doe", None),
        ("linkedin_username: in/ann", "linkedin", "LinkedIn", "ann", "https://www.linkedin.com/in/ann"),
        ("scholar_userid: citations?user=Abc&hl=en", "scholar", "Google Scholar", None, f"{SCHOLAR}Abc"),
        ("whatsapp_number: +1 (555) 010-9999", "whatsapp", "WhatsApp", None, "https://wa.me/15550109999"),
        ("openreview_id: ~Ann_Doe1", "openreview", "OpenReview", None, "https://openreview.net/profile?id=~Ann_Doe1"),
        ("x: ann", "x", "X", "@ann", "https://x.com/ann"),
        ("orcid:\n  title: Orcid\n  url: https://orcid.org/1-2", "orcid", "Orcid", None, "https://orcid.org/1-2"),
        ("orcid_id:\n  logo: a.png\n  url: https://orcid.org/1-2", "orcid", "ORCID", None, "https://orcid.org/1-2"),
        (
            "github_username:\n  github_username: ann\n  logo: a.svg",
            "github",
            "GitHub",
            "ann",
            "https://github.com/ann",
        ),
        ("wechat_qr: https://a.example/qr.png", "wechat", "WeChat", "QR code", "https://a.example/qr.png"),
    ],
)
def test_an_account_becomes_a_contact(
    site: Opened, line: str, kind: str, label: str, text: str | None, url: str | None
) -> None:
    contact = one(site, line)
    assert (contact.kind, contact.label) == (kind, label)
    assert contact.link.kind is LinkKind.WEB
    assert contact.text == (text or contact.text)
    assert contact.link.url == (url or contact.link.url)
    assert contact.link.url.startswith(("https://", "http://"))


def test_an_email_may_be_disguised_and_is_copied_as_it_is(site: Opened) -> None:
    contact = one(site, "email: ann [AT] a.example")
    assert (contact.kind, contact.label, contact.text) == ("email", "Email", "ann@a.example")
    assert contact.link.kind is LinkKind.EMAIL
    assert (contact.link.url, contact.link.copies) == ("mailto:ann@a.example", "ann@a.example")


def test_several_emails_are_several_contacts(site: Opened) -> None:
    contacts = site({"_data/socials.yml": "email: [a@a.example, b@a.example]"}).contacts
    assert [contact.text for contact in contacts] == ["a@a.example", "b@a.example"]


@pytest.mark.parametrize(
    ("key", "url", "label"),
    [
        ("calendly", "ann/30min", "Calendly"),
        ("calendly_url", "https://calendly.com/ann", "Calendly"),
        ("cal", "ann", "Cal.com"),
    ],
)
def test_a_meeting_page_may_be_named_by_its_service(site: Opened, key: str, url: str, label: str) -> None:
    contact = one(site, f"{key}: {url}")
    assert (contact.kind, contact.label, contact.link.kind) == ("meeting", label, LinkKind.MEETING)


def test_an_own_entry_that_asks_to_book_is_a_meeting_page(site: Opened) -> None:
    contact = one(site, "own:\n  title: Book a meeting\n  url: https://tools.uni.example/ann")
    assert (contact.kind, contact.label) == ("meeting", "Book a meeting")


def test_what_leads_nowhere_is_shown_as_text(site: Opened) -> None:
    contact = one(site, "discord_id: Ann D#1234")
    assert (contact.text, contact.link.main, contact.link.copies) == ("Ann D#1234", MainAction.COPY, "Ann D#1234")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("linkedin_username: Ann Doe", "holds a blank"),
        ("shoe_size: 42", "no place that is known"),
        ("own:\n  title: Mine\n  logo: a.png", "has no address"),
        ("email: write to my secretary", "no address that is understood"),
        ("acm_id: [1, [2]]", "holds"),
    ],
)
def test_what_cannot_be_used_is_a_problem_with_a_hint(site: Opened, line: str, words: str) -> None:
    problems = site({"_data/socials.yml": f"{line}\n"}).problems
    assert [words in problem.message and bool(problem.hint) and problem.line == 1 for problem in problems] == [True]


def test_the_themes_examples_are_left_out_unless_the_site_is_the_demo(site: Opened) -> None:
    socials = "email: you@example.com\nscholar_userid: qc6CJjYAAAAJ\ncustom_social:\n  title: C\n  url: https://www.alberteinstein.com/\n"
    own = site({"_config.yml": "first_name: Ann\nlast_name: Doe\n", "_data/socials.yml": socials})
    assert own.contacts == ()
    assert ["al-folio’s example" in problem.message for problem in own.problems] == [True, True, True]
    demo = site({"_config.yml": "first_name: You\nmiddle_name: R.\nlast_name: Name\n", "_data/socials.yml": socials})
    assert len(demo.contacts) == 3


@pytest.mark.parametrize("config", ["social:\n  github: ann\n", "author:\n  name: Ann\n  github: ann\n"])
def test_accounts_gathered_in_the_config_are_found_when_there_are_no_others(site: Opened, config: str) -> None:
    assert [contact.kind for contact in site({"_config.yml": config}).contacts] == ["github"]


def test_an_empty_data_file_leaves_the_configs(site: Opened) -> None:
    opened = site({"_config.yml": "github_username: ann\n", "_data/socials.yml": "# nothing yet\n"})
    assert [contact.kind for contact in opened.contacts] == ["github"]


def test_a_meeting_page_is_recognised_whatever_its_key(site: Opened) -> None:
    contact = one(site, "talk_to_me:\n  title: Book\n  url: https://calendly.com/ann")
    assert (contact.kind, contact.label, contact.text) == ("meeting", "Calendly", "calendly.com/ann")
    assert contact.link.kind is LinkKind.MEETING


def test_a_wechat_name_is_copied(site: Opened) -> None:
    contact = one(site, "wechat_username: ann_x")
    assert contact.link.main is MainAction.COPY
    assert contact.link.copies == "ann_x"


def test_files_of_the_site_need_its_address(site: Opened) -> None:
    line = "cv_pdf: /assets/cv.pdf\nrss_icon: true\nwechat_qr: qr.png"
    urls = [
        contact.link.url
        for contact in site({"_data/socials.yml": line, "_config.yml": "url: https://a.example"}).contacts
    ]
    assert urls == [
        "https://a.example/assets/cv.pdf",
        "https://a.example/feed.xml",
        "https://a.example/assets/img/qr.png",
    ]
    unknown = site({"_data/socials.yml": line, "_config.yml": ""})
    assert unknown.contacts == ()
    assert unknown.problems == ()


def test_the_order_is_the_owners_and_empty_keys_are_nothing(site: Opened) -> None:
    opened = site(
        {"_data/socials.yml": "x_username: a\nkaggle_id:\nrss_icon: false\norcid_id: 1\ngithub_username: b\n"}
    )
    assert [contact.kind for contact in opened.contacts] == ["x", "orcid", "github"]
    assert opened.problems == ()


def test_an_older_config_holds_the_same_keys(site: Opened) -> None:
    old = "email: a@a.example\ngithub_username: ann\nscholar:\n  last_name: [Doe]\ngithub: [metadata]\ntitle: T\n"
    assert [contact.kind for contact in site({"_config.yml": old}).contacts] == ["email", "github"]


def test_the_data_file_wins_over_the_config(site: Opened) -> None:
    opened = site({"_config.yml": "x_username: old\n", "_data/socials.yml": "x_username: new\n"})
    assert [contact.text for contact in opened.contacts] == ["@new"]


def test_a_slip_is_understood_and_an_unusable_value_is_a_problem(site: Opened) -> None:
    opened = site({"_data/socials.yml": "github_usrname: ann\nwork_url: 'javascript:alert(1)'\n"})
    assert [contact.kind for contact in opened.contacts] == ["github"]
    assert [(problem.file, problem.line) for problem in opened.problems] == [
        ("_data/socials.yml", 1),
        ("_data/socials.yml", 2),
    ]


def test_nothing_hostile_comes_through(site: Opened) -> None:
    opened = site(
        {"_data/socials.yml": 'github_username: "a\\e]0;x\\ab"\nown:\n  title: "t\\u202e"\n  url: https://a.example/\n'}
    )
    assert all(contact.label.isprintable() and contact.text.isprintable() for contact in opened.contacts)
    assert all(contact.link.url.isprintable() for contact in opened.contacts)


def test_every_place_makes_an_address() -> None:
    for key, place in PLACES.items():
        assert place.template == "{}" or place.template.format("x").startswith(("https://", "http://")), key
        assert place.kind
        assert place.label
    assert set(ALIASES.values()) <= set(PLACES) | {"email"}
    assert {key for key, _ in NAMED_HOSTS.values()} <= set(PLACES)


def test_of_very_many_entries_only_the_first_count(site: Opened) -> None:
    opened = site({"_data/socials.yml": "".join(f"place_of_mine_{number}: x\n" for number in range(9000))})
    assert len(opened.problems) < 1000


def test_accounts_may_stand_in_a_list(site: Opened) -> None:
    socials = (
        "# mine\n- github: ann\n- name: LinkedIn\n  icon: fab fa-linkedin\n  url: https://www.linkedin.com/in/ann/\n"
    )
    opened = site({"_data/socials.yml": socials, "_config.yml": "first_name: Ann\nlast_name: Doe\n"})
    assert [(contact.label, contact.link.url) for contact in opened.contacts] == [
        ("GitHub", "https://github.com/ann"),
        ("LinkedIn", "https://www.linkedin.com/in/ann/"),
    ]
    assert [problem.message for problem in opened.problems if problem.file == "_data/socials.yml"] == [
        "The accounts stand in a list, which al-folio does not read; they are shown here as they are meant"
    ]


@pytest.mark.parametrize("address", ["your.email@example.com", "you@example.org", "YourEmail@university.edu"])
def test_an_address_that_stands_for_the_owners_is_no_contact(site: Opened, address: str) -> None:
    opened = site({"_data/socials.yml": f"email: {address}\n"})
    assert not opened.contacts
    assert any("left out" in problem.message for problem in opened.problems)


def test_an_older_name_of_the_scholar_account_counts_in_the_configuration(site: Opened) -> None:
    (contact,) = site({"_data/socials.yml": "scholar_authorid: Abc_-1AAAAAJ\n"}).contacts
    assert contact.link.url == SCHOLAR + "Abc_-1AAAAAJ"


def test_the_blanks_of_a_telephone_number_are_no_fault(site: Opened) -> None:
    assert site({"_data/socials.yml": "whatsapp_number: +49 30 1234\n"}).problems == ()
