from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tui_home.model.inline import Span
from tui_home.model.look import TERMINAL_PALETTE, Depth, Look, Palette
from tui_home.model.site import Site
from tui_home.output.ansi import ansi
from tui_home.output.text import text
from tui_home.sections import SECTIONS

CODES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[!-~]*\x1b\\")
COLOURS = Palette(
    "c", dark=True, foreground="#eeeeee", background="#111111", muted="#999999", accent="#3aabcd", surface="#222222"
)


def look(depth: Depth = Depth.NONE, *, hyperlinks: bool = False, palette: Palette = TERMINAL_PALETTE) -> Look:
    return Look(palette, depth, hyperlinks=hyperlinks)


@pytest.mark.parametrize("width", [20, 40, 80, 160])
def test_without_its_codes_it_is_the_text(packaged: Site, width: int) -> None:
    assert CODES.sub("", ansi(packaged, SECTIONS, width, look())) == text(packaged, SECTIONS, width)


@pytest.mark.parametrize("depth", list(Depth))
@pytest.mark.parametrize("hyperlinks", [True, False])
def test_nothing_but_colours_and_links_comes_out(site: Site, depth: Depth, hyperlinks: bool) -> None:
    drawn = ansi(site, SECTIONS, 80, look(depth, hyperlinks=hyperlinks, palette=COLOURS))
    assert "\x1b" in drawn
    rest = CODES.sub("", drawn)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", rest)
    assert [line for line in rest.split("\n") if line != line.rstrip()] == []


def test_colours_are_those_the_terminal_has_whatever_was_drawn_before(site: Site) -> None:
    def drawn(depth: Depth) -> str:
        return ansi(site, SECTIONS, 80, look(depth, palette=COLOURS))

    for depth in (Depth.TRUECOLOR, Depth.EIGHT_BIT, Depth.TRUECOLOR, Depth.NONE, Depth.EIGHT_BIT):
        assert ("38;2;" in drawn(depth)) is (depth is Depth.TRUECOLOR)
        assert ("38;5;" in drawn(depth)) is (depth is Depth.EIGHT_BIT)


def test_links_are_hyperlinks_where_they_are_understood_and_numbers_elsewhere(site: Site) -> None:
    linked = ansi(site, SECTIONS[:1], 80, look(hyperlinks=True))
    assert re.search(r"\x1b\]8;;https://lab\.example\.org/people/\x1b\\[^\n]*the lab[^\n]*\x1b\]8;;\x1b\\", linked)
    assert "[1]" not in linked
    assert "[1] https://lab.example.org/people/" in ansi(site, SECTIONS[:1], 80, look())


def test_every_hyperlink_ends_on_its_line(packaged: Site) -> None:
    for line in ansi(packaged, SECTIONS, 40, look(hyperlinks=True)).split("\n"):
        ends = re.findall(r"\x1b\]8;;([!-~]*)\x1b\\", line)
        assert [bool(url) for url in ends] == [True, False] * (len(ends) // 2)


def test_an_unsafe_url_never_gets_into_an_escape_code(site: Site) -> None:
    unsafe = replace(site.contacts[1].link, url="https://a.b/\x1b]0;owned\x07")
    site = replace(site, contacts=(replace(site.contacts[1], link=unsafe),))
    drawn = ansi(site, SECTIONS[3:], 80, look(hyperlinks=True))
    assert "owned" not in drawn
    assert "\x07" not in drawn


def test_hostile_text_reaches_no_terminal(site: Site) -> None:
    site = replace(
        site, title="Ada\x1b[2J\x9b31m\u202e", about=replace(site.about, subtitle=(Span("\x1b]0;x\x07sub"),))
    )
    rest = CODES.sub("", ansi(site, SECTIONS, 80, look()))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", rest)
