from __future__ import annotations

import pytest

from tui_home.model.problem import Origin
from tui_home.model.site import Author
from tui_home.sources.jekyll.bibliography.people import authors_of, names
from tui_home.sources.jekyll.coauthors import Coauthors
from tui_home.sources.jekyll.config import Config

CONFIG = Config(owner_firsts=("Ann", "A."), owner_lasts=("Doe",))


def people(written: str) -> list[tuple[str, bool]]:
    found = authors_of(written, CONFIG, Coauthors(), Origin("papers.bib"))
    return [(author.name, author.owner) for author in found]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Doe, Ann and Roe, Bob", [("Ann Doe", True), ("Bob Roe", False)]),
        ("Ann Doe AND Bob Roe", [("Ann Doe", True), ("Bob Roe", False)]),
        ("A. Doe\n  and Alice Doe", [("A. Doe", True), ("Alice Doe", False)]),
        ("Doe*, Ann and Roe†, Bob", [("Ann Doe", True), ("Bob Roe", False)]),
        (r"Doe$^*$, Ann and M{\"u}ller, Bob", [("Ann Doe", True), ("Bob Müller", False)]),
        ("{The Big Team} and Doe, Ann", [("The Big Team", False), ("Ann Doe", True)]),
        ("{Rock and Roll Inc}", [("Rock and Roll Inc", False)]),
        ("Doe, Ann and others", [("Ann Doe", True), ("et al.", False)]),
        ("SS<sup>+</sup>, Yim and Sandy Anderson", [("Yim SS", False), ("Sandy Anderson", False)]),
        (r"Doe\textsuperscript{1,*}, Ann and Roe$^{\dagger}$, Bob", [("Ann Doe", True), ("Bob Roe", False)]),
        ("Ann Doe+ and Bob Roe1,2 and Eve Poe¹", [("Ann Doe", True), ("Bob Roe", False), ("Eve Poe", False)]),
        (
            r"Ana {da Costa} and {Team 42} and Garc{\'i}a, Ana",
            [("Ana da Costa", False), ("Team 42", False), ("Ana García", False)],
        ),
        (r"Jos{\'e} {de la Cruz} and others", [("José de la Cruz", False), ("et al.", False)]),
        ("Doe, Ann; Roe, Bob", [("Ann Doe", True), ("Bob Roe", False)]),
        (r"Ann Doe \& Bob Roe", [("Ann Doe", True), ("Bob Roe", False)]),
        ("Ann Doe, Bob Roe, Eve Poe", [("Ann Doe", True), ("Bob Roe", False), ("Eve Poe", False)]),
        ("Ann Doe et al.", [("Ann Doe", True), ("et al.", False)]),
        ("King, Jr., Martin Luther", [("Martin Luther King Jr.", False)]),
        ("Ann Doe and *", [("Ann Doe", True)]),
        ("and Ann Doe and", [("Ann Doe", True)]),
        ("", []),
        ("Ann Doe and\n Wei Roe 0001 and Agent 007", [("Ann Doe", True), ("Wei Roe", False), ("Agent 007", False)]),
        (
            "given=Ann, family=Doe and family=Fontaine, given=Jean, prefix=de la and x=y",
            [("Ann Doe", True), ("Jean de la Fontaine", False), ("x=y", False)],
        ),
    ],
)
def test_authors_are_named_first_names_first(written: str, found: list[tuple[str, bool]]) -> None:
    assert people(written) == found


def test_coauthors_have_their_pages() -> None:
    known = Coauthors({"muller": ((("bob", "b"), "https://a.example"),)})
    found = authors_of("Müller, Bob and Müller, Eve and Doe, Ann", CONFIG, known, Origin("papers.bib"))
    assert found == (Author("Bob Müller", url="https://a.example"), Author("Eve Müller"), Author("Ann Doe", owner=True))


def test_a_hostile_list_is_bounded() -> None:
    assert len(names("a and " * 50_000)) == 50_000
    assert len(authors_of("a and " * 50_000, CONFIG, Coauthors(), Origin("papers.bib"))) <= 5000
