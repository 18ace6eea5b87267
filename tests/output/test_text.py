from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tui_home.model.blocks import Entry, Paragraph
from tui_home.model.collections import Article
from tui_home.model.inline import Link, LinkKind, Span, plain_text
from tui_home.model.look import PLAIN_LOOK, Depth, Look
from tui_home.model.site import Site
from tui_home.output.references import References
from tui_home.output.text import text
from tui_home.sections import SECTIONS, sections_of
from tui_home.text.width import cell_width

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
ABOUT = SECTIONS[:1]


def words(written: str) -> str:
    return " ".join(written.split())


@pytest.mark.parametrize("width", [20, 21, 27, 40, 57, 80, 100, 133, 200])
@pytest.mark.parametrize("name", ["packaged", "site"])
def test_text_is_text_and_no_wider_than_asked_for(name: str, width: int, request: pytest.FixtureRequest) -> None:
    written = text(request.getfixturevalue(name), SECTIONS, width)
    lines = written.split("\n")
    assert not CONTROL.search(written)
    assert [line for line in lines if line != line.rstrip()] == []
    assert max(map(cell_width, lines)) <= width
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert not written.startswith("\n")


def test_it_says_who_and_which_section(packaged: Site) -> None:
    lines = text(packaged, SECTIONS, 80).splitlines()
    assert lines[:4] == ["Wanru Zhao", "", "About", "━━━━━"]
    assert [line for line in lines if line in {"News", "Papers", "Contact"}] == ["News", "News", "Papers", "Contact"]


def test_keys_and_pictures_are_for_screens(packaged: Site) -> None:
    written = text(packaged, SECTIONS, 80)
    assert "copies" not in written
    assert "BibTeX" not in written
    assert "W Z" not in written


def test_every_hidden_url_stands_below_its_section_by_number(site: Site) -> None:
    written = text(site, ABOUT, 80)
    assert "at the lab [1], with" in written
    assert "\n[1] https://lab.example.org/people/\n[2] https://example.org/p.png\n" in written
    assert "▣ A picture [2]" in written


def test_a_url_or_address_that_can_be_read_gets_no_number(site: Site) -> None:
    shown = Link(LinkKind.WEB, "x", "https://www.example.org/ada/")
    site = replace(
        site, about=replace(site.about, profile=None, blocks=(Paragraph((Span("example.org/ada", link=shown),)),))
    )
    written = text(site, ABOUT, 80)
    assert "[1]" not in written
    contact = text(site, SECTIONS[3:], 80)
    assert "ada@example.org\n" in contact
    assert "mailto:" not in contact


def test_each_section_counts_for_itself(packaged: Site) -> None:
    both = text(packaged, SECTIONS, 80)
    for section in SECTIONS:
        alone = text(packaged, [section], 80).removeprefix("Wanru Zhao\n\n")
        assert alone in both + "\n"


def test_long_urls_go_on_below_themselves(packaged: Site) -> None:
    written = text(packaged, SECTIONS[1:2], 40)
    listed = written[written.rindex("[1] ") :]
    joined = "".join(line.strip() for line in listed.splitlines())
    assert joined.startswith("[1] https://www.cam.ac.uk/research/news/uk-us-summit-for-democracy-announces-")
    assert joined.endswith("challenge-to-detect")


def test_what_a_reader_could_not_unfold_is_unfolded(site: Site) -> None:
    assert "folded text" in text(site, ABOUT, 80)
    assert "The body." in text(site, SECTIONS[1:2], 80)
    assert "The body." not in text(site, ABOUT, 80), "the about page names its news only"
    assert "@article" not in text(site, SECTIONS, 80)


def test_a_terminal_without_unicode_gets_ascii_signs(site: Site) -> None:
    written = text(site, ABOUT, 80, Look(unicode=False))
    assert "About\n=====" in written
    assert "━" not in written


def test_only_unicode_counts_of_the_look(site: Site) -> None:
    rich = Look(depth=Depth.TRUECOLOR, hyperlinks=True, interactive=True)
    assert text(site, SECTIONS, 80, rich) == text(site, SECTIONS, 80, PLAIN_LOOK)


def test_blanks_are_ordinary_ones(site: Site) -> None:
    assert "\N{NO-BREAK SPACE}" not in text(site, SECTIONS, 80)


def test_articles_have_their_addresses(site: Site) -> None:
    post = Article("a", (Span("A post"),), url="https://lab.example.org/post/", tags=("notes",))
    shown = replace(site, posts=(post,))
    section = next(section for section in sections_of(shown) if section.id == "posts")
    printed = text(shown, [section], 60)
    assert "A post [1]\nnotes\n" in printed
    assert "[1] https://lab.example.org/post/" in printed


def test_a_link_within_the_site_prints_its_address_when_that_is_known(site: Site) -> None:
    known = Link(LinkKind.WEB, "On weirs", "https://a.example/weirs/", path="/weirs/")
    unknown = Link(LinkKind.WEB, "On mills", path="/mills/")
    both = Paragraph((Span("weirs", link=known), Span(" and "), Span("mills", link=unknown)))
    written = text(replace(site, about=replace(site.about, blocks=(both,), profile=None)), ABOUT, 80)
    assert "weirs [1] and mills\n" in written
    assert "[1] https://a.example/weirs/" in written


def test_a_label_in_a_column_gets_no_number() -> None:
    venue = Link(LinkKind.WEB, "ICML", "https://icml.example")
    label, text = (Span("ICML", link=venue),), (Paragraph((Span("A title"),)),)
    numbered = References().numbered((Entry("a", label, 6, text), Entry("b", label, 0, text)))
    shown = [plain_text(block.label) for block in numbered if isinstance(block, Entry)]
    assert shown == ["ICML", "ICML\xa0[1]"]
