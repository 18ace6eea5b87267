from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.coauthors import Coauthors, read_coauthors
from tui_home.text.names import parse_name

FILE = """
"bach":
  - firstname: ["Johann Sebastian", "J. S."]
    url: https://jsb.example
  - firstname: Carl
    url: https://cpe.example
"schrodinger": {firstname: ["Erwin"], url: https://es.example}
Da Costa:
  - firstname: ["Ana"]
    url: https://ana.example
"evil":
  - firstname: ["Eve"]
    url: javascript:alert(1)
  - not a person
"""
Folders = Callable[[dict[str, str]], Folder]


@pytest.fixture
def known(folder: Folders) -> Coauthors:
    return read_coauthors(folder({"_data/coauthors.yml": FILE}))[0]


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("Johann Sebastian Bach", "https://jsb.example"),
        ("Bach, J.S.", "https://jsb.example"),
        ("BACH, J. S.", "https://jsb.example"),
        ("Carl Philipp Bach", "https://cpe.example"),
        ("Erwin Schrödinger", "https://es.example"),
        ("Ana da Costa", "https://ana.example"),
        ("Anna Bach", ""),
        ("Eve Evil", ""),
        ("Bach", ""),
    ],
)
def test_a_person_is_found_as_al_folio_finds_them(known: Coauthors, name: str, url: str) -> None:
    assert known.url(parse_name(name)) == url


def test_without_the_file_nobody_is_known(folder: Folders) -> None:
    assert read_coauthors(folder({})) == (Coauthors(), ())
