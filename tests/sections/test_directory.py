from __future__ import annotations

import json

import pytest

from tui_home.model.directory import Directory, Entry
from tui_home.model.look import PLAIN_LOOK
from tui_home.model.view import View
from tui_home.output.directory import directory_json, directory_lines
from tui_home.output.linear import pieces
from tui_home.output.linear_lines import Numbers, linear_lines
from tui_home.pages import Pages
from tui_home.sections.directory import counted, directory_blocks, directory_section, directory_site, matching
from tui_home.verbs.formats import FORMATS

PEOPLE = Directory(
    (
        Entry("ada", "Ada Brook", "Rivers and how they remember"),
        Entry("bjorn", "Bj\u00f8rn \u00c5ngstr\u00f6m", "Spectral lines"),
        Entry("new", "new"),
    ),
    pending=1,
)


def command(name: str) -> str:
    return f"ssh {name}@homes.example"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ANGSTROM", ["bjorn"]), ("lines  spectral", ["bjorn"]), ("  ", ["ada", "bjorn", "new"]), ("nobody", []),
        ("new", ["new"]), ("r", ["ada", "bjorn"]),
    ],
)  # fmt: skip
def test_a_search_heeds_neither_case_nor_accents(words: str, found: list[str]) -> None:
    assert [entry.name for entry in matching(PEOPLE, words).entries] == found


def test_every_door_says_the_same_of_everybody_in_the_same_order() -> None:
    blocks = directory_blocks(PEOPLE, command)
    site, section = directory_site("homes.example", PEOPLE), directory_section(PEOPLE, command)
    said = [
        directory_lines(PEOPLE, command),
        "\n".join(linear_lines(pieces(blocks), Numbers(), 72)),
        *(FORMATS[form](site, (section,), 72, PLAIN_LOOK) for form in ("text", "ansi", "markdown")),
    ]
    for text in said:
        words = [word for entry in PEOPLE.entries for word in (entry.title, entry.work, command(entry.name))]
        assert all(word in text for word in words), text
        assert text.index("ada@") < text.index("bjorn@") < text.index("new@")
    found = json.loads(directory_json(PEOPLE, command))
    assert found["homepages"][0] == {
        "name": "ada",
        "title": "Ada Brook",
        "work": "Rivers and how they remember",
        "command": "ssh ada@homes.example",
    }
    assert found["pending"] == 1
    assert [len(found["homepages"]), counted(PEOPLE)] == [3, "3 homepages, 1 still being read"]


def test_a_line_each_and_none_at_all() -> None:
    assert len(directory_lines(PEOPLE, command).splitlines()) == 3
    assert directory_lines(Directory(), command) == ""
    assert directory_blocks(Directory(), command) != directory_blocks(Directory(), command, "x") != ()


def test_what_somebody_looks_for_is_kept_for_nobody() -> None:
    pages = Pages()
    site, section = directory_site("homes.example", PEOPLE), directory_section(PEOPLE, command)
    whole = pages.page(site, section)
    found = pages.page(site, section, View(filter="ada"))
    assert len(found.targets) == 1
    assert found.fragments[0] is whole.fragments[0], "laid out once, with the columns of all"
    assert pages.page(site, section) is whole


@pytest.mark.parametrize("words", ["ANGSTROM", "nobody", "r"])
def test_what_is_found_is_the_same_whether_all_has_been_shown_before(words: str) -> None:
    site, section = directory_site("homes.example", PEOPLE), directory_section(PEOPLE, command)
    shown = Pages()
    whole = shown.page(site, section)
    found, anew = (pages.page(site, section, View(filter=words)) for pages in (shown, Pages()))
    assert found.text((0, 0), (found.height, 0)) == anew.text((0, 0), (anew.height, 0))
    assert found.targets == anew.targets
    laid_out = {id(fragment) for fragment in whole.fragments}
    assert words == "nobody" or all(id(fragment) in laid_out for fragment in found.fragments)
