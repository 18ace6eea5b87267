from __future__ import annotations

import pytest
from textual.fuzzy import Matcher

from tui_home.tui.matching import LinearSearch, linear_matcher

OFFERS = ("Go to Papers", "Go to Contact", "Copy the email address", "Theme: nord", "Theme: textual-dark", "Leave")


@pytest.mark.parametrize("query", ["go", "gpap", "them", "tnord", "td", "copy the email address", "LEAVE", "zzz", "e"])
def test_the_same_offers_match_and_the_same_comes_first_as_with_textuals_own(query: str) -> None:
    ours, theirs = (
        {offer: search.match(offer) for offer in OFFERS} for search in (linear_matcher(query), Matcher(query))
    )
    assert {offer for offer, score in ours.items() if score} == {offer for offer, score in theirs.items() if score}
    assert max(ours, key=lambda offer: ours[offer]) == max(theirs, key=lambda offer: theirs[offer])


def test_letters_that_are_marked_are_those_that_were_typed() -> None:
    _, places = LinearSearch().match("tnord", "Theme: nord")
    assert "".join("theme: nord"[place] for place in places) == "tnord"
    assert tuple(places) == (0, 7, 8, 9, 10)


def test_no_title_and_no_paste_makes_it_try_millions_of_ways() -> None:
    # There are 30,045,015 of them; all would take minutes and the machine's memory.
    score, places = LinearSearch().match("a" * 10, "Go to " + "ab" * 30)
    assert (score > 0, len(places)) == (True, 10)
    assert LinearSearch().match("a" * 65_536, "ab" * 2000) == (0.0, ())
    assert LinearSearch().match("", "anything") == (0.0, ())
