"""Names in BibTeX's forms, and the owner among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.model.site import Name
from tui_home.text.names import in_order, is_owner, parse_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Wanru Zhao", Name("Wanru", "", "Zhao")),
        ("Zhao, Wanru", Name("Wanru", "", "Zhao")),
        ("Nicholas D. Lane", Name("Nicholas", "D.", "Lane")),
        ("Lane, Nicholas D.", Name("Nicholas", "D.", "Lane")),
        ("Pedro Porto Buarque de Gusmão", Name("Pedro", "Porto Buarque", "de Gusmão")),
        ("de Gusmão, Pedro Porto Buarque", Name("Pedro", "Porto Buarque", "de Gusmão")),
        ("Ludwig van der Rohe", Name("Ludwig", "", "van der Rohe")),
        ("King, Jr., Martin Luther", Name("Martin", "Luther", "King Jr.")),
        ("Martin Luther King Jr.", Name("Martin", "Luther", "King Jr.")),
        ("{Google Inc}", Name("", "", "Google Inc")),
        ("{Barnes and Noble, Inc.}", Name("", "", "Barnes and Noble, Inc.")),
        ("W.~Zhao", Name("W.", "", "Zhao")),
        ("Plato", Name("", "", "Plato")),
        ("赵婉如", Name("", "", "赵婉如")),
        ("  Wanru \n Zhao ", Name("Wanru", "", "Zhao")),
        ("{\\'E}lie", Name("", "", "\\'Elie")),
        ("", Name("", "", "")),
        (",", Name("", "", "")),
    ],
)
def test_parts(written: str, name: Name) -> None:
    assert parse_name(written) == name


FIRSTS, LASTS = ["Wanru", "W."], ["Zhao"]


@pytest.mark.parametrize(
    "written",
    [
        "Wanru Zhao",
        "Zhao, Wanru",
        "W. Zhao",
        "W Zhao",
        "Zhao, W.",
        "Zhao, W",
        "WANRU ZHAO",
        "wanru Zhao",
        "Wanru R. Zhao",
        "W. R. Zhao",
        "W.R. Zhao",
        "WR Zhao",
        "Wan-Ru Zhao",
        "Wan Ru Zhao",
        "Wanru Zhao*",
        "Wanru Zhao†",
        "Wanrú Zhāo",
    ],
)
def test_the_owner_in_many_spellings(written: str) -> None:
    assert is_owner(parse_name(written), FIRSTS, LASTS)


@pytest.mark.parametrize(
    "written", ["X. Zhao", "Xin Zhao", "Wei Zhao", "Zhao", "Wanru Zhang", "W. Zhang", "Wan Zhao", "", "R. W. Zhao"]
)
def test_others(written: str) -> None:
    assert not is_owner(parse_name(written), FIRSTS, LASTS)


def test_an_initial_in_the_config_does_not_stand_for_every_name() -> None:
    assert is_owner(parse_name("W. Zhao"), ["W."], LASTS)
    assert not is_owner(parse_name("Wei Zhao"), ["W."], LASTS)


def test_without_a_first_name_in_the_config_the_last_name_decides() -> None:
    assert is_owner(parse_name("Paul Groth"), [], ["groth"])
    assert not is_owner(parse_name("Paul Groth"), [], ["Grothe"])
    assert not is_owner(parse_name("Paul Groth"), [], [])


@pytest.mark.parametrize(
    ("written", "firsts", "lasts"),
    [
        ("Yim SS", ["Sung Sun"], ["Yim"]),
        ("SS, Yim", ["Sung Sun"], ["Yim"]),
        ("Zhao W", ["Wanru"], ["Zhao"]),
        ("Zhao W.", ["Wanru"], ["Zhao"]),
        ("Zhao Wanru", ["Wanru"], ["Zhao"]),
        ("赵婉如", ["婉如"], ["赵"]),
        ("R. Mortensen, David", ["David"], ["Mortensen"]),
    ],
)
def test_the_last_name_may_come_first(written: str, firsts: list[str], lasts: list[str]) -> None:
    assert is_owner(parse_name(written), firsts, lasts)


@pytest.mark.parametrize("written", ["Zhao X", "Zhao Xin", "Wanru W", "赵婉", "Zhao Wei", "W Z"])
def test_others_whose_last_name_comes_first(written: str) -> None:
    assert not is_owner(parse_name(written), ["Wanru", "婉如"], ["Zhao", "赵"])


@pytest.mark.parametrize(
    ("written", "firsts", "lasts"),
    [
        ("Victor da Costa", ["Victor"], ["da Costa"]),
        ("Victor da Costa", ["Victor"], ["Costa"]),
        ("Victor Costa", ["Victor"], ["da Costa"]),
        ("Søren Łukasz", ["Soren"], ["Lukasz"]),
        ("Jürgen Müller", ["Jurgen"], ["Muller"]),
        ("J.-P. Serre", ["Jean-Pierre"], ["Serre"]),
        ("Conor O'Brien", ["Conor"], ["O’Brien"]),
        ("Ana García-López", ["Ana"], ["García López"]),
        ("Martin Luther King, Jr.", ["Martin Luther"], ["King"]),
    ],
)
def test_accents_particles_and_hyphens_do_not_count(written: str, firsts: list[str], lasts: list[str]) -> None:
    assert is_owner(parse_name(written), firsts, lasts)


def test_second_names_that_contradict_are_two_people() -> None:
    assert not is_owner(parse_name("Wei Min Zhao"), ["Wei Jie"], ["Zhao"])
    assert is_owner(parse_name("Wei J. Zhao"), ["Wei Jie"], ["Zhao"])


@given(st.text(st.characters() | st.sampled_from("{},~ .-aZ"), max_size=40))
def test_no_name_raises_and_no_letter_is_lost(text: str) -> None:
    name = parse_name(text)
    is_owner(name, [name.first], [name.last])
    assert sorted(c for c in name.full if c.isalnum()) == sorted(c for c in text if c.isalnum())


@given(
    st.text(st.sampled_from("abcdefghij"), min_size=2, max_size=8),
    st.text(st.sampled_from("klmnopq"), min_size=2, max_size=8),
)
def test_everybody_is_themselves(first: str, last: str) -> None:
    first, last = first.title(), last.title()
    for written in (f"{first} {last}", f"{last}, {first}", f"{first[0]}. {last}", f"{last}, {first[0]}."):
        assert is_owner(parse_name(written), [first], [last])


@pytest.mark.parametrize(
    ("written", "said"),
    [("李, 雷", "李雷"), ("김, 철수", "김철수"), ("李雷", "李雷"), ("Li, 雷", "雷 Li"), ("Doe, Ann B.", "Ann B. Doe")],
)
def test_names_in_signs_without_blanks_begin_with_the_familys(written: str, said: str) -> None:
    assert in_order(parse_name(written)) == said
