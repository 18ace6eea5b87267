"""The footer and the state line, by width."""

from __future__ import annotations

import pytest

from tests.tui.conftest import EMAIL, make_site
from tui_home.model.inline import Link, LinkKind
from tui_home.model.look import Look
from tui_home.text.width import cell_width
from tui_home.tui.column import column_of
from tui_home.tui.command import Here
from tui_home.tui.commands import COMMANDS
from tui_home.tui.widgets.chrome import shortened
from tui_home.tui.widgets.footer import Footer
from tui_home.tui.widgets.state_line import wrapped

READING = Here(sections=4, targets=True, email=True, meeting=True, scrolls=True)
PAPER = Link(LinkKind.PUBLICATION, "Levees Forget", "https://arxiv.example/3", toggles="paper:3", bibtex="@article{3}")
AT_PAPER = Here(sections=4, target=PAPER, bibtex=PAPER, targets=True, email=True, meeting=True, scrolls=True)


def line(here: Here, width: int, *, unicode: bool = True) -> str:
    (words,) = Footer(COMMANDS, here, Look(unicode=unicode)).lines_of(column_of(width))
    return "".join(word.text for word in words)


def test_what_the_footer_says_while_reading() -> None:
    assert line(READING, 100) == (
        "1-4 sections  ↓ ↑ scroll  tab links  e copy email  c copy meeting link  / find  ? help  q leave"
    )
    assert line(READING, 80) == "1-4 sections  tab links  e email  c meeting  / find  ? help  q leave"
    assert line(READING, 40) == "e email  c meeting  ? help  q leave"


def test_what_it_says_at_a_paper() -> None:
    assert line(AT_PAPER, 80) == "enter details  b BibTeX  o open  y copy link  e email  ? help  q leave"
    assert line(AT_PAPER, 40) == "enter details  o open  ? help  q leave"


@pytest.mark.parametrize(
    "here", [READING, AT_PAPER, Here(), Here(finding=True, found=3), Here(finding=True, typing=True)]
)
@pytest.mark.parametrize("width", range(24, 130, 7))
def test_it_always_fits_and_always_ends_the_same(here: Here, width: int) -> None:
    said = line(here, width)
    assert cell_width(said) <= column_of(width).text
    assert said.endswith("? help  q leave")


def test_it_speaks_only_of_what_is_there() -> None:
    assert line(Here(), 120) == "/ find  s select text  t theme  ? help  q leave"


def test_ascii_where_there_is_nothing_else() -> None:
    assert line(READING, 120, unicode=False).isascii()


def test_actions_of_an_email_address() -> None:
    said = line(Here(target=EMAIL.link, sections=4), 80)
    assert said.startswith("enter copy  o open  ")
    assert make_site().emails[0] is EMAIL


def test_wrapping_loses_nothing_and_breaks_long_words() -> None:
    assert wrapped("Asked your terminal to copy it", 12) == ["Asked your", "terminal to", "copy it"]
    assert wrapped("https://example.org/abcdefgh", 10) == ["https://ex", "ample.org/", "abcdefgh"]
    assert wrapped("水車水車水", 4) == ["水車", "水車", "水"]
    assert wrapped("", 10) == [""]


def test_names_are_shortened_between_words() -> None:
    assert shortened("Rosa Maria Marsh", 20) == "Rosa Maria Marsh"
    assert shortened("Rosa Maria Marsh", 12) == "Rosa Maria …"
    assert shortened("Rosa Maria Marsh", 11) == "Rosa …"
