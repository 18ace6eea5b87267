"""What the packaged homepage says, fact by fact."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from tui_home.document.walk import links, text_of
from tui_home.model.blocks import Align
from tui_home.model.problem import Severity
from tui_home.model.site import Site
from tui_home.sources import open_site
from tui_home.sources.packaged import packaged_content

_SEED = Path(__file__).parents[3] / "shared" / "seed" / "about.md"


@pytest.fixture(scope="module")
def packaged() -> Site:
    return open_site(packaged_content())


@pytest.fixture
def alone(tmp_path: Path) -> Site:
    (tmp_path / "_pages").mkdir()
    shutil.copy(packaged_content() / "_pages" / "about.md", tmp_path / "_pages" / "about.md")
    return open_site(tmp_path)


def test_the_page_is_the_owners_byte_for_byte() -> None:
    if not _SEED.exists():
        pytest.skip("../shared/seed is not here")
    assert (packaged_content() / "_pages" / "about.md").read_bytes() == _SEED.read_bytes()


def test_who_it_is(packaged: Site) -> None:
    assert packaged.name.full == packaged.title == "Wanru Zhao"
    assert packaged.name.monogram == "WZ"


def test_the_front_matter_is_understood(packaged: Site) -> None:
    about = packaged.about
    assert about.subtitle == ()
    assert (about.news, about.news_limit, about.selected_papers, about.social) == (True, 5, True, True)
    assert about.profile is not None
    assert about.profile.align is Align.RIGHT
    assert about.profile.image == "graduation.jpg"
    assert about.profile.image_circular is False
    assert about.profile.address == ("William Gates Building", "15 JJ Thomson Ave", "Cambridge CB3 0FD")


def test_contacts_are_emails_meeting_the_rest_and_the_address(packaged: Site) -> None:
    assert [(contact.kind, contact.link.copies) for contact in packaged.contacts] == [
        ("email", "wz341@cam.ac.uk"),
        ("email", "zhaowrenee@gmail.com"),
        ("meeting", "https://calendly.com/wanru-zhao"),
        ("scholar", "https://scholar.google.com/citations?user=XrkIQQoAAAAJ"),
        ("github", "https://github.com/Ryan0v0"),
        ("x", "https://x.com/Renee42581826"),
        ("bluesky", "https://bsky.app/profile/wanru.bsky.social"),
        ("wechat", "https://github.com/Ryan0v0/Ryan0v0.github.io/blob/master/assets/img/wechat.jpg"),
        ("address", "William Gates Building\n15 JJ Thomson Ave\nCambridge CB3 0FD"),
    ]


def test_news_is_newest_first(packaged: Site) -> None:
    assert [item.date for item in packaged.news] == [dt.date(2024, 2, 1), dt.date(2023, 3, 1), dt.date(2023, 3, 1)]
    assert ["ICLR" in text_of(item.blocks) for item in packaged.news] == [True, False, False]
    assert [link.url.startswith("https://www.cam.ac.uk/") for link in links(packaged.news[1].blocks)] == [True]
    assert all(item.inline and not item.title for item in packaged.news)


def test_papers_are_seven_and_the_owner_is_in_each(packaged: Site) -> None:
    assert [paper.year for paper in packaged.publications] == [2024, 2024, 2024, 2023, 2023, 2023, 2022]
    assert [paper.selected for paper in packaged.publications] == [True, True, False, True, False, False, True]
    for paper in packaged.publications:
        assert [author.name for author in paper.authors if author.owner] == ["Wanru Zhao"]
        assert paper.links[0].url.startswith("https://arxiv.org/abs/")
        assert paper.bibtex.startswith(f"@inproceedings{{{paper.key},\n")


def test_the_owner_is_sixteenth_of_twenty_two(packaged: Site) -> None:
    paper = next(paper for paper in packaged.publications if paper.key == "chan2023harms")
    assert len(paper.authors) == 22
    assert paper.authors[15].owner


def test_every_damage_is_a_problem_with_its_line_and_nothing_else_is(packaged: Site) -> None:
    found = [(problem.severity, problem.line) for problem in packaged.problems]
    assert {problem.file for problem in packaged.problems} == {"_pages/about.md"}
    assert found[:2] == [(Severity.NOTE, 5), (Severity.WARNING, 10)]
    assert {line for severity, line in found if severity is Severity.WARNING} == {10, 21, 23, 29, 30, 31, 36}
    assert all(problem.hint for problem in packaged.problems)
    signs = "".join(problem.message for problem in packaged.problems)
    assert all(emoji in signs for emoji in "🧗👋🔐🛡🚀")


def test_the_page_alone_is_a_site(alone: Site, packaged: Site) -> None:
    assert alone.about == packaged.about
    assert alone.news == ()
    assert alone.publications == ()
    assert alone.name.full == "Homepage"
    assert [(contact.kind, contact.label, contact.link.copies) for contact in alone.contacts] == [
        ("email", "Email", "wz341@cam.ac.uk"),
        ("email", "Email", "zhaowrenee@gmail.com"),
        ("meeting", "Calendly", "https://calendly.com/wanru-zhao"),
        ("wechat", "WeChat", "https://github.com/Ryan0v0/Ryan0v0.github.io/blob/master/assets/img/wechat.jpg"),
        ("address", "Address", "William Gates Building\n15 JJ Thomson Ave\nCambridge CB3 0FD"),
    ]


def test_the_revision_follows_the_content(alone: Site, packaged: Site) -> None:
    assert open_site(packaged_content()).revision == packaged.revision
    assert alone.revision != packaged.revision
