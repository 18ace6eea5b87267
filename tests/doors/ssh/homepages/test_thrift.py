from __future__ import annotations

from pathlib import Path

from tests.doors.ssh.homepages.keeping import SITE
from tui_home.doors.ssh.homepages.homepage import Homepage
from tui_home.doors.ssh.homepages.household import Household
from tui_home.doors.ssh.homepages.thrift import keep_within
from tui_home.sections import sections_of


def household(name: str, width: int, wanted: float) -> Household:
    """Return one with a page that was laid out, which somebody wanted at that time."""
    homepage = Homepage(SITE)
    homepage.pages.page(SITE, sections_of(SITE)[0], width=width)
    made = Household(name, Path("/sites") / name, homepage=homepage)
    made.wanted = wanted
    return made


def test_of_those_that_nobody_visits_the_longest_unvisited_rest() -> None:
    households = [household("ada", 60, 100.0), household("bob", 60, 300.0), household("cleo", 60, 200.0)]
    keep_within(2 * households[0].weight, households, 1000.0)
    assert [each.homepage is not None for each in households] == [False, True, True]


def test_who_has_just_come_counts_as_a_visitor() -> None:
    households = [household("ada", 60, 999.0)]
    keep_within(0, households, 1000.0)
    assert households[0].homepage is not None


def test_of_those_that_are_visited_what_was_made_most_of_is_let_go() -> None:
    households = [household("ada", 60, 100.0), household("bob", 60, 100.0)]
    ada, bob = [each.homepage for each in households if each.homepage]
    for homepage in (ada, bob):
        homepage.follow(lambda _: None)
    bob.pages.page(SITE, sections_of(SITE)[0], width=61)
    keep_within(bob.cached, households, 1000.0)
    assert ada.cached
    assert not bob.cached
