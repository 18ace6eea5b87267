"""A large Site comes in two goes: first what About shows, then all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.kept.conftest import Reads, only, same
from tui_home.model.site import Site
from tui_home.sources import open_site, open_sites
from tui_home.sources.parts import joined, split

_ABOUT = "---\nlayout: about\npermalink: /\nnews: true\nselected_papers: true\n---\nHello, *you*.\n"


@pytest.fixture
def large(root: Path) -> Path:
    """Return the site with so much in it that it is not read in a moment."""
    entries = [
        f"@article{{k{number}, title={{T{number}}}, author={{Doe, Ann}}, year={{{1950 + number % 70}}}, "
        f"selected={{{'true' if number < 3 else 'false'}}}, abstract={{{'word ' * 100}}}}}"
        for number in range(150)
    ]
    (root / "_bibliography" / "papers.bib").write_text("\n".join(entries))
    (root / "_pages" / "about.md").write_text(_ABOUT)
    for number in range(60):
        (root / "_news" / f"n{number}.md").write_text(f"---\ndate: 2020-01-{1 + number % 28:02}\n---\nItem {number}.")
    return root


def test_a_large_site_shows_about_before_the_rest_is_read(large: Path) -> None:
    first, whole = open_sites(large)
    assert first.pending == ("news", "papers")
    assert first.about == whole.about
    assert first.contacts == whole.contacts
    assert (len(first.publications), len(whole.publications)) == (0, 150)
    assert not whole.pending
    assert same(whole, open_site(large))
    assert first.revision != whole.revision


def test_a_small_site_comes_at_once(root: Path, keep: Path) -> None:
    (site,) = open_sites(root, keep)
    (again,) = open_sites(root, keep)
    assert not site.pending
    assert same(site, again)


def test_a_small_site_shows_about_first_to_who_waits(root: Path, keep: Path) -> None:
    first, whole = open_sites(root, keep, soon=True)
    assert first.pending == ("news", "papers")
    assert (first.about, first.contacts) == (whole.about, whole.contacts)
    assert same(whole, open_site(root))
    (again,) = open_sites(root, keep, soon=True)
    assert same(again, whole), "what has been kept is there at once"


def test_where_the_owner_orders_the_sections_nobody_begins_with_another(root: Path) -> None:
    (root / "_data").mkdir()
    (root / "_data" / "terminal.yml").write_text("sections: [papers, about]\n")
    (site,) = open_sites(root, soon=True)
    assert site.order == ("papers", "about")


def test_a_large_site_that_was_kept_begins_with_what_about_shows(large: Path, keep: Path, reads: Reads) -> None:
    *_, whole = open_sites(large, keep)
    assert reads() == 1
    first, again = open_sites(large, keep)
    assert reads() == 0
    assert same(again, whole)
    assert first.pending == ("papers", "news")
    assert first.news == whole.news[:5]
    assert [paper.key for paper in first.publications] == [paper.key for paper in whole.publications if paper.selected]
    assert first.about == whole.about
    assert first.revision != whole.revision


def test_a_damaged_part_is_read_again(large: Path, keep: Path, reads: Reads) -> None:
    *_, whole = open_sites(large, keep)
    place = only(keep)
    sound = place.read_bytes()
    place.write_bytes(sound[:-100] + b"!" + sound[-99:])
    reads()
    first, *_, again = open_sites(large, keep)
    assert reads() == 1
    assert first.pending
    assert same(again, whole)
    assert place.read_bytes() == sound


def test_what_is_small_stays_with_the_front(large: Path) -> None:
    *_, whole = open_sites(large)
    front, parts = split(whole)
    assert set(parts) == {"publications", "news"}
    assert joined(front, parts) == whole
    small = Site("r", whole.name, "t", whole.about, news=whole.news[:3])
    assert split(small) == (small, {})


def test_a_site_in_one_language_is_not_taken_for_the_other(root: Path, keep: Path, reads: Reads) -> None:
    list(open_sites(root, keep, "en"))
    list(open_sites(root, keep, "de"))
    assert reads() == 2
    list(open_sites(root, keep, "en"))
    assert reads() == 0
