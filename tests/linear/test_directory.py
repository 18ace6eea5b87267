from __future__ import annotations

import pytest

from tui_home.linear.directory import DirectoryConversation
from tui_home.model.directory import Directory, Entry
from tui_home.terminal.visitor import Visitor

PEOPLE = tuple(Entry(f"p{number:02}", f"Person {number}", f"Subject {number}") for number in range(1, 25))


@pytest.fixture
def talk(visitor: Visitor) -> DirectoryConversation:
    return DirectoryConversation("homes.example", Directory(PEOPLE), _command, visitor, 72, "ssh -t read@homes.example")


def _command(name: str) -> str:
    return f"ssh {name}@homes.example"


def test_they_are_told_ten_at_a_time_each_with_its_number(talk: DirectoryConversation) -> None:
    told = talk.begin()
    assert told.startswith("homes.example: 24 homepages.\n")
    assert "Person 10: Subject 10 [10]\nssh p10@homes.example\n" in told
    assert "Person 11" not in told
    assert "Next: 10 more." in told
    assert "[11]" in talk.answer("")
    assert "That is the last." in talk.answer("n")
    assert "That was the last" in talk.answer("next")
    assert "[24]" in talk.answer("again")
    assert "[11]" in talk.answer("back")
    assert "[1]" in talk.answer("list")


@pytest.mark.parametrize("line", ["7", "open 7", "o7", "go p07", "p07", "Person 7", "open person 7"])
def test_a_number_or_a_name_goes_in(talk: DirectoryConversation, line: str) -> None:
    talk.begin()
    assert talk.answer(line) == ""
    assert talk.chosen == "p07"
    assert "You were in Person 7, number 7." in talk.returned("p07")
    assert talk.chosen == ""


def test_finding_tells_those_that_match_by_their_own_numbers(talk: DirectoryConversation) -> None:
    told = talk.answer("find SUBJECT 24")
    assert "1 of 24 homepages" in told
    assert "[24]" in told
    assert "nowhere here" in talk.answer("/nobody")
    assert "Find what?" in talk.answer("find")


def test_numbers_that_were_heard_stay(talk: DirectoryConversation) -> None:
    talk.begin()
    talk.replace(Directory((Entry("aaa", "New"), *PEOPLE[1:])))
    talk.answer("2")
    assert talk.chosen == "p02"
    assert "There is no 1 here" in talk.answer("1")
    assert "New: ssh aaa@homes.example [25]" in talk.answer("list")


def test_what_is_not_understood_is_answered(talk: DirectoryConversation) -> None:
    for line in ("99", "0", "9" * 400, "\x1b]0;x\x07", "p0", "open", "go nobody", "email", "copy", "copy 99", "up"):
        told = talk.answer(line)
        assert told.endswith("\n")
        assert talk.chosen == ""
        assert "\x1b" not in told
    assert "up returns here" in " ".join(talk.answer("help").split())
    assert "cannot" in talk.refused("It cannot be shown.")


def test_a_command_is_copied_and_stands_in_the_receipt(talk: DirectoryConversation) -> None:
    assert "ssh p03@homes.example" in talk.answer("copy 3")
    assert "quit leaves" in talk.interrupt()
    told = talk.interrupt()
    assert talk.over
    assert "ssh -t read@homes.example" in told
    assert "ssh p03@homes.example" in told
