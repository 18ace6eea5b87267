"""Terminals whose character set is not UTF-8 get ASCII and nothing else; consoles what their fonts have."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.strip import Strip

from tests.tui.capture import captured
from tests.tui.conftest import make_site, make_visitor, text_blocks
from tests.tui.pilots import bar, footer, lines, press, said, shown
from tests.tui.sites import blog
from tui_home.model.inline import Span
from tui_home.model.look import Depth
from tui_home.model.site import Name, Site
from tui_home.sources import open_site
from tui_home.sources.packaged import packaged_content
from tui_home.terminal.preferences import Preferences
from tui_home.tui.app import HomepageApp
from tui_home.tui.spelling import SpellingFilter

TEXT = """\
I am Zoë – “flood” historian… 👋 赵婉茹, Łódź, λ → ∞

- 🔐 privacy ✓
- [Grüße](https://slow.example/grüße) · naïve

> ‹quoted›

| Größe | 水車 |
|:------|-----:|
| Möll  | ½ m² |
"""
EVERYWHERE = (
    ("tab",),
    ("2",),
    ("3", "enter"),
    ("4",),
    ("question_mark",),
    ("colon", "ü", "水"),
    ("slash", "ü", "水"),
    ("s",),
)
CONSOLE = re.compile("[\x00-\x7f\u00a0-\u00ff\u2022\u2190-\u2193\u2500\u2502\u25a0]*")


def foreign() -> Site:
    """Return a site with little in it that is ASCII."""
    site = make_site()
    title = (Span("Über 水 — “α·β” ∀x"),)
    titled = tuple(replace(paper, title=title, bibtex="@misc{x, title={Grüße – 水}}") for paper in site.publications)
    return replace(
        site,
        name=Name("Zoë", "", "Müller"),
        title="Zoë Müller",
        about=replace(site.about, title="Über mich", blocks=text_blocks(TEXT)),
        publications=titled,
    )


def packaged() -> Site:
    return open_site(packaged_content())


def app_for(site: Site, **able: object) -> HomepageApp:
    return HomepageApp(site, make_visitor(Preferences(), **able).visitor)


@pytest.mark.parametrize(
    ("make", "size"),
    [(foreign, (80, 24)), (packaged, (40, 20))],
    ids=["foreign-80", "packaged-40"],
)
async def test_nothing_but_ascii_reaches_the_terminal(make: Callable[[], Site], size: tuple[int, int]) -> None:
    written = await captured(app_for(make(), unicode=False, depth=Depth.ANSI), *EVERYWHERE, size=size)
    assert "earch for commands" in written
    assert not re.findall("[^\x00-\x7f]", written)


async def test_an_article_is_ascii_too() -> None:
    written = await captured(app_for(blog(), unicode=False), ("5", "tab", "enter", "tab"))
    assert "On weirs" in written
    assert written.isascii()


async def test_the_console_gets_only_what_its_fonts_have() -> None:
    app = app_for(foreign(), few_glyphs=True, depth=Depth.EIGHT, osc=False, osc52=False)
    written = await captured(app, ("tab",), ("3", "enter"), ("colon", "ü", "水"))
    assert "─" in written
    assert CONSOLE.fullmatch(written)


async def test_names_are_spelt_in_bar_page_and_footer() -> None:
    app = app_for(foreign(), unicode=False)
    async with app.run_test(size=(80, 24)) as pilot:
        home = await press(pilot)
        assert bar(home)[0].startswith("  Zoe Muller")
        assert 'I am Zoe - "flood" historian... :wave: Zhao Wan Ru, Lodz, lambda -> inf' in shown(home)
        assert "Grusse | naive" in shown(home)
        assert footer(home).isascii()
        assert all(len(line) <= 80 for line in lines(home.page_view))


@pytest.mark.parametrize("typed", ["zoe", "Zoë", "zhao", "赵", "λ", "“flood”", "historian…"])
async def test_what_is_typed_is_found_in_what_is_shown(typed: str) -> None:
    app = app_for(foreign(), unicode=False)
    async with app.run_test(size=(80, 24)) as pilot:
        home = await press(pilot, "slash", *typed)
        assert "1 of" in said(home)


async def test_copies_keep_their_characters() -> None:
    fake = make_visitor(Preferences(), unicode=False)
    async with HomepageApp(foreign(), fake.visitor).run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "b")
    assert "Grüße – 水" in fake.copied[0]


@given(st.lists(st.text(), max_size=4), st.booleans())
def test_the_last_gate_keeps_every_line_as_wide_as_it_was(texts: list[str], unicode: bool) -> None:
    segments = [Segment(text.replace("\n", " ")) for text in texts if text.isprintable()]
    spelling = SpellingFilter(unicode=unicode, few_glyphs=True)
    passed = spelling.apply(segments, Color(0, 0, 0))
    assert [cell_len(segment.text) for segment in passed] == [cell_len(segment.text) for segment in segments]
    text = Strip(passed).text
    assert CONSOLE.fullmatch(text) if unicode else text.isascii()


def test_borders_become_lines_and_scrollbars_blanks() -> None:
    spelling = SpellingFilter(unicode=False, few_glyphs=False)
    (passed,) = spelling.apply([Segment("┌──┐│▁▌🔎x")], Color(0, 0, 0))
    assert passed.text == "+--+|  :mx"
