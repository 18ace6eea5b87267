from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.linear.asked import MOST_CHARACTERS, asked
from tui_home.linear.commands import COMMANDS


@pytest.mark.parametrize(
    ("line", "command", "words"),
    [
        ("", "next", ""),
        ("  \n", "next", ""),
        ("n", "next", ""),
        ("NEXT\r\n", "next", ""),
        ("nex", "next", ""),
        ("12", "open", "12"),
        ("o 12", "open", "12"),
        ("o12", "open", "12"),
        ("c3", "copy", "3"),
        ("copy  my   email", "copy", "my email"),
        ("f Deep Learning", "find", "Deep Learning"),
        ("/deep", "find", "deep"),
        ("?", "help", ""),
        ("exit", "quit", ""),
        ("prev", "back", ""),
        ("\x1b[Aquit\x07", "quit", ""),
    ],
)
def test_a_line_means_a_command(line: str, command: str, words: str) -> None:
    meant = asked(line)
    assert meant.command is not None
    assert (meant.command.name, meant.words) == (command, words)


@pytest.mark.parametrize("line", ["papers", "x", "qq", "o1x", "1 2"])
def test_what_is_no_command_stays_as_it_was_typed(line: str) -> None:
    assert asked(line) == (None, line)


def test_no_two_commands_begin_alike_and_no_word_means_two() -> None:
    words = [word for command in COMMANDS for word in {command.name, command.name[0], *command.also}]
    assert len(set(words)) == len(words)


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(line: str) -> None:
    assert not any(character < " " or "\x7f" <= character < "\xa0" for character in asked(line).words)


def test_of_a_long_line_only_the_beginning_counts() -> None:
    assert len(asked("find " + "x" * 100_000).words) == MOST_CHARACTERS - len("find ")
