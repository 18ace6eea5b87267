"""Pages are made once, and never take more than they may."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from tests.layout.drawing import entry, paragraph
from tui_home.layout import DARK_PALETTE, Fragment, layout_block
from tui_home.model.blocks import Block, Blocks
from tui_home.model.inline import Link, LinkKind
from tui_home.model.look import PLAIN_LOOK, Depth, Look
from tui_home.model.site import About, Name, Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.pages import Pages, cache
from tui_home.pages.bounded import Bounded
from tui_home.pages.weight import fragment_bytes

SITE = Site("revision-1", Name("Wanru", "", "Zhao"), "Wanru Zhao", About())


@dataclass
class Counted:
    """A section that counts how often it is composed."""

    id: str = "papers"
    composed: int = 0
    compose: Callable[[Site, View], Blocks] = field(init=False)
    narrowed: Callable[[Blocks, View], Blocks] | None = None

    def __post_init__(self) -> None:
        self.compose = self._compose

    def _compose(self, site: Site, view: View) -> Blocks:
        self.composed += 1
        return tuple(
            entry(
                f"E{number}",
                4,
                f"entry {number} {site.revision}",
                details=(paragraph("details"),),
                link=Link(LinkKind.PUBLICATION, "it", toggles=f"E{number}"),
                is_open=f"E{number}" in view.expanded,
            )
            for number in range(20)
        )


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The Blocks that were laid out, in order."""
    seen: list[object] = []

    def counting(block: object, width: int, look: Look) -> Fragment:
        seen.append(block)
        return layout_block(block, width, look)  # type: ignore[arg-type]

    monkeypatch.setattr(cache, "layout_block", counting)
    return seen


def test_the_same_page_is_made_once() -> None:
    pages, section = Pages(), Counted()
    assert pages.page(SITE, section, DEFAULT_VIEW, 80, PLAIN_LOOK) is pages.page(SITE, section)
    assert section.composed == 1


def test_width_is_clamped_so_that_a_visitor_cannot_ask_for_thousands_of_pages() -> None:
    pages, section = Pages(), Counted()
    assert pages.page(SITE, section, width=120) is pages.page(SITE, section, width=100_000)
    assert pages.page(SITE, section, width=8) is pages.page(SITE, section, width=-1)
    assert pages.page(SITE, section, width=8).width == 8


def test_revision_section_and_look_make_other_pages() -> None:
    pages = Pages()
    one = pages.page(SITE, Counted())
    other = Site("revision-2", SITE.name, SITE.title, SITE.about)
    assert pages.page(other, Counted()) is not one
    assert pages.page(SITE, Counted("news")) is not one
    assert pages.page(SITE, Counted(), look=Look(DARK_PALETTE, Depth.TRUECOLOR)) is not one
    assert pages.page(SITE, Counted()) is one


def test_pages_of_articles_are_shared_and_those_with_something_toggled_are_not() -> None:
    pages, section = Pages(), Counted()
    article, opened = View(article="a"), View(frozenset({"E7"}), "a")
    assert pages.page(SITE, section, article) is pages.page(SITE, section, View(article="a"))
    assert pages.page(SITE, section, article) is not pages.page(SITE, section)
    assert pages.page(SITE, section, article) is not pages.page(SITE, section, View(article="b"))
    assert pages.page(SITE, section, opened) is not pages.page(SITE, section, opened)


def test_a_section_is_composed_once_for_all_widths_and_looks() -> None:
    pages, section = Pages(), Counted()
    for width in (70, 80):
        for look in (PLAIN_LOOK, Look(DARK_PALETTE, Depth.TRUECOLOR)):
            pages.page(SITE, section, width=width, look=look)
    assert section.composed == 1
    pages.page(SITE, section, View(article="a"))
    pages.page(replace(SITE, pending=("papers",)), section)
    assert section.composed == 3


def test_what_looks_the_same_in_two_widths_and_looks_is_kept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_home.pages.sharing._MOST", 5)
    pages, section = Pages(), Counted()
    section.compose = lambda _site, _view: (paragraph("as long as it is short"),)
    looks = Look(DARK_PALETTE, Depth.TRUECOLOR), Look(DARK_PALETTE, Depth.TRUECOLOR, hyperlinks=True)
    made = [pages.page(SITE, section, width=width, look=look).fragments[0] for width in (30, 40) for look in looks]
    assert len({id(fragment) for fragment in made}) == 4, "a Fragment belongs to one Look and one width"
    assert len({id(fragment.lines[0]) for fragment in made}) == len({id(fragment.anchors) for fragment in made}) == 1
    section.compose = lambda _site, _view: tuple(paragraph(f"another, the {number}th") for number in range(20))
    pages.page(replace(SITE, revision="revision-2"), section)
    assert len(pages._sharing._known) <= 5, "of no more is known that it is the same"


def test_what_is_still_being_read_is_not_taken_for_the_whole() -> None:
    pages = Pages()
    assert pages.page(replace(SITE, pending=("papers",)), Counted()) is not pages.page(SITE, Counted())


def test_opening_one_entry_lays_out_only_that_one(laid_out: list[object]) -> None:
    pages, section = Pages(), Counted()
    folded = pages.page(SITE, section)
    assert len(laid_out) == 20
    opened = pages.page(SITE, section, View(frozenset({"E7"})))
    assert len(laid_out) == 21
    assert sum(one is other for one, other in zip(folded.fragments, opened.fragments, strict=True)) == 19
    assert opened.height > folded.height


def test_blocks_that_stay_the_very_same_are_not_even_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    section = Counted()
    kept, opened = section.compose(SITE, DEFAULT_VIEW), section.compose(SITE, View(frozenset({"E7"})))
    one_opened = (*kept[:7], opened[7], *kept[8:])
    section.compose = lambda _site, view: one_opened if view.expanded else kept
    pages = Pages()
    folded = pages.page(SITE, section)
    looked_up: list[Block] = []
    look_up = pages._fragment

    def counting(block: Block, width: int, look: Look) -> Fragment:
        looked_up.append(block)
        return look_up(block, width, look)

    monkeypatch.setattr(pages, "_fragment", counting)
    page = pages.page(SITE, section, View(frozenset({"E7"})))
    assert looked_up == [opened[7]]
    assert sum(one is other for one, other in zip(folded.fragments, page.fragments, strict=True)) == 19


def test_the_cache_never_takes_more_than_it_may_and_keeps_what_was_used_last() -> None:
    pages, section = Pages(max_bytes=200_000), Counted()
    first = pages.page(SITE, section, width=80)
    for width in range(20, 120):
        pages.page(SITE, section, width=width)
        assert pages.page(SITE, section, width=80) is first
        assert pages.bytes <= 200_000


def test_two_pages_are_kept_however_large_they_are(laid_out: list[object]) -> None:
    pages, section = Pages(max_bytes=100), Counted()
    for width in (70, 80, 70, 80):
        pages.page(SITE, section, width=width)
    assert len(laid_out) == 2 * 20
    pages.page(SITE, section, width=90)
    assert len(pages.kinds(SITE.revision)) == 2


def test_whoever_tries_every_width_takes_no_place_from_the_others() -> None:
    pages, section = Pages(max_bytes=1_000_000), Counted()
    polite = [pages.page(SITE, section, width=width) for width in (80, 100)]
    for width in (80, 100, 80):
        pages.page(SITE, section, width=width)
        pages.page(SITE, section, width=120)
    for width in range(8, 80):
        pages.page(SITE, section, width=width)
    assert len(pages.kinds(SITE.revision)) < 30, "there was no room for all"
    assert [pages.page(SITE, section, width=width) for width in (80, 100)] == polite


def test_one_sites_pages_take_no_place_from_anothers() -> None:
    pages, others, section = Pages(max_bytes=300_000), Pages(max_bytes=300_000), Counted()
    page = pages.page(SITE, section)
    for width in range(8, 120):
        others.page(replace(SITE, revision="revision-2"), section, width=width)
    assert pages.page(SITE, section) is page


@pytest.mark.parametrize("block", [entry("E", 4, "words " * 40), paragraph("words " * 40)])
def test_what_is_no_wider_for_more_room_is_laid_out_once(block: Block, laid_out: list[object]) -> None:
    pages, section = Pages(), Counted()
    section.compose = lambda _site, _view: (block,)
    wide = [pages.page(SITE, section, width=width).fragments[0] for width in (100, 110, 120)]
    assert len(laid_out) == 1
    assert wide == [layout_block(block, width, PLAIN_LOOK) for width in (100, 110, 120)]


def test_the_estimate_is_no_less_than_the_text_and_its_segments_take() -> None:
    fragment = layout_block(paragraph("wörd 我 " * 500), 40, PLAIN_LOOK)
    segments = [segment for line in fragment.lines for segment in line]
    real = sum(sys.getsizeof(segment) + sys.getsizeof(segment.text) for segment in segments)
    real += sum(sys.getsizeof(region) for anchor in fragment.anchors for region in anchor.regions)
    assert real <= fragment_bytes(fragment) <= 4 * real


def test_what_is_asked_for_while_it_is_made_is_not_asked_for_again() -> None:
    kept: Bounded[str, str] = Bounded(100)
    for key in "abcd":
        kept.keep(key, key.upper(), 20)
        assert key in kept
        assert kept.get(key) == key.upper()
    assert kept.get("b") == "B"
    for key in "efgh":
        kept.keep(key, key.upper(), 20)
    assert [key for key in "abcdefgh" if key in kept] == ["b", "e", "f", "g", "h"]
    kept.drop(lambda key, _: key in {"b", "g"})
    assert (kept.bytes, list(kept), kept.values()) == (60, ["e", "f", "h"], ("E", "F", "H"))
    kept.keep("i", "I", 101)
    assert kept.get("i") is None
