"""Every real site as a conversation: all of it is heard, in lines that steer no terminal."""

from __future__ import annotations

from pathlib import Path

from tests.corpus.conftest import opened
from tests.linear.whole import missing, whole
from tui_home.linear.parts import parts
from tui_home.model.view import DEFAULT_VIEW
from tui_home.output.linear import pieces
from tui_home.sections import sections_of


def test_every_word_that_is_printed_is_heard_in_lines_that_steer_no_terminal(real: Path) -> None:
    heard = whole(opened(real))
    assert not missing(opened(real), heard)
    for line in heard.removesuffix("\n").split("\n"):
        assert line.isprintable() or not any(character < " " or "\x7f" <= character < "\xa0" for character in line)
        assert line == line.rstrip()


def test_parts_lose_and_repeat_nothing(real: Path) -> None:
    site = opened(real)
    for section in sections_of(site):
        read = pieces(section.compose(site, DEFAULT_VIEW))
        assert sum(parts(read), ()) == read
