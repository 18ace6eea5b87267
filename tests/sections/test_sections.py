"""What each section says of a small site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tui_home.document.walk import links, text_of
from tui_home.model.blocks import Aside, Details, Entry, Heading, Paragraph, Portrait, Quote
from tui_home.model.inline import Span, plain_text
from tui_home.model.site import About, Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.sections import SECTIONS


def composed(section_id: str, site: Site, view: View = DEFAULT_VIEW) -> str:
    """Return the plain text of one section."""
    section = next(section for section in SECTIONS if section.id == section_id)
    return text_of(section.compose(site, view))


def entries(section_id: str, site: Site, view: View = DEFAULT_VIEW) -> list[Entry]:
    """Return the entries of one section."""
    section = next(section for section in SECTIONS if section.id == section_id)
    return [block for block in section.compose(site, view) if isinstance(block, Entry)]


def test_the_four_sections_stand_in_order() -> None:
    assert [section.id for section in SECTIONS[:4]] == ["about", "news", "papers", "contact"]


def test_sections_say_how_much_is_in_them(site: Site) -> None:
    assert [section.count(site) for section in SECTIONS[:4]] == ["", "3 items", "2 papers", ""]
    one = replace(site, news=site.news[:1], publications=site.publications[:1])
    assert [section.count(one) for section in SECTIONS[:4]] == ["", "1 item", "1 paper", ""]


def test_about_has_what_its_flags_ask_for(site: Site) -> None:
    text = composed("about", site)
    places = [
        text.index(words)
        for words in ("Analyst", "I write notes.", "News", "Notes printed.", "1 more item in News", "Selected papers")
    ]
    assert places == sorted(places)
    assert "Some day." not in text
    assert "Lost" not in text


@pytest.mark.parametrize(
    ("without", "words"),
    [
        (lambda about: replace(about, news=False), "Notes printed."),
        (lambda about: replace(about, selected_papers=False), "Memoirs"),
        (lambda about: replace(about, social=False), "GitHub"),
    ],
    ids=["news", "selected papers", "social"],
)
def test_about_leaves_out_what_its_flags_do_not_ask_for(
    site: Site, without: Callable[[About], About], words: str
) -> None:
    assert words in composed("about", site)
    assert words not in composed("about", replace(site, about=without(site.about)))


def test_the_profile_stands_beside_the_text_with_a_monogram(site: Site) -> None:
    aside = SECTIONS[0].compose(site, DEFAULT_VIEW)[0]
    assert isinstance(aside, Aside)
    portrait = aside.aside[0]
    assert isinstance(portrait, Portrait)
    assert (portrait.monogram, portrait.circular) == ("AB", True)
    assert "12 St James's Square" in text_of(aside.aside)


def test_without_a_profile_the_social_links_stand_below(site: Site) -> None:
    bare = replace(site, about=replace(site.about, profile=None))
    assert composed("about", bare).rstrip().endswith("GitHub")


def test_news_stands_under_its_year_and_undated_last(site: Site) -> None:
    blocks = SECTIONS[1].compose(site, DEFAULT_VIEW)
    headings = [plain_text(block.spans) for block in blocks if isinstance(block, Heading)]
    assert headings == ["1844", "1843", "Undated"]


def test_a_news_item_with_a_body_opens(site: Site) -> None:
    closed = entries("news", site)[0]
    assert closed.link is not None
    assert not closed.open
    opened = entries("news", site, DEFAULT_VIEW.toggle(closed.link.toggles))[0]
    assert opened.open
    assert "All of it." in text_of(opened.details)


def test_a_paper_tells_tag_title_authors_venue_and_links(site: Site) -> None:
    entry = entries("papers", site)[0]
    assert plain_text(entry.label) == "Memoirs"
    assert text_of(entry.blocks).split("\n")[:3] == ["Notes", "Ada Byron", "Scientific Memoirs, 1843 · selected"]
    assert [link.label for link in links(entry.blocks)] == ["arXiv", "BibTeX of notes"]


def test_a_year_that_the_venue_names_is_not_said_twice(site: Site) -> None:
    named = replace(site.publications[0], venue="Workshop at MobiCom 1843")
    entry = entries("papers", replace(site, publications=(named,)))[0]
    assert "Workshop at MobiCom 1843 · selected" in text_of(entry.blocks)


def test_a_long_tag_goes_to_the_meta_line(site: Site) -> None:
    entry = entries("papers", site)[1]
    assert entry.label == ()
    assert "An overly long tag" in text_of(entry.blocks)


def test_an_opened_paper_shows_abstract_addresses_and_bibtex(site: Site) -> None:
    entry = entries("papers", site, DEFAULT_VIEW.toggle("paper:notes"))[0]
    details = text_of(entry.details)
    assert entry.open
    assert all(words in details for words in ("On the Engine.", "https://arxiv.org/abs/1843.00001", "@article{notes}"))


def test_contact_names_the_keys_beside_the_first_email_and_the_meeting_link(site: Site) -> None:
    texts = [text_of(entry.blocks) for entry in entries("contact", site)]
    assert ["e\u00a0copies" in text for text in texts] == [True, False, False, False]
    assert ["c\u00a0copies" in text for text in texts] == [False, False, True, False]


def test_every_way_of_contact_is_something_to_act_on(site: Site) -> None:
    targets = [link.copies for entry in entries("contact", site) for link in links(entry.blocks)]
    assert targets == ["ada@example.org", "ada@example.com", "https://calendly.com/ada", "https://github.com/ada"]


@pytest.mark.parametrize("open_at_first", [False, True])
def test_a_fold_in_the_text_opens_and_closes_however_deep_it_is(site: Site, open_at_first: bool) -> None:
    fold = Details("details-1", (Span("More"),), (Paragraph((Span("inside"),)),), open=open_at_first)
    folded = replace(site, about=replace(site.about, blocks=(Quote((fold,)),)))

    def states(view: View) -> list[bool]:
        aside = SECTIONS[0].compose(folded, view)[0]
        assert isinstance(aside, Aside)
        quotes = [block for block in aside.main if isinstance(block, Quote)]
        return [block.open for quote in quotes for block in quote.blocks if isinstance(block, Details)]

    toggled = DEFAULT_VIEW.toggle("details-1")
    assert [states(view) for view in (DEFAULT_VIEW, toggled, toggled.toggle("details-1"))] == [
        [open_at_first],
        [not open_at_first],
        [open_at_first],
    ]


@pytest.mark.parametrize("section_id", ["news", "papers", "contact"])
def test_an_empty_section_says_so_kindly(site: Site, section_id: str) -> None:
    bare = replace(site, news=(), publications=(), contacts=())
    assert "here" in composed(section_id, bare)
