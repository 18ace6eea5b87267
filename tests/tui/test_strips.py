"""Ready lines: shared, bounded, and what is laid over them."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from tests.tui.conftest import make_site
from tui_home.layout import DARK_PALETTE
from tui_home.model.look import Depth, Look
from tui_home.pages import Page, Pages
from tui_home.sections import SECTIONS
from tui_home.tui.selecting import selected_cells, selected_text
from tui_home.tui.strips import Strips, restyled

LOOK = Look(DARK_PALETTE, Depth.TRUECOLOR, hyperlinks=True)


def page(width: int = 76, look: Look = LOOK, index: int = 0) -> Page:
    return Pages().page(make_site(), SECTIONS[index], width=width, look=look)


def test_a_strip_says_what_the_page_says_and_is_made_once() -> None:
    shown, strips = page(), Strips()
    for y in range(shown.height):
        assert strips.line(shown, y).text == "".join(segment.text for segment in shown.line(y))
        if shown.line(y):
            assert strips.line(shown, y) is strips.line(shown, y)


def test_beyond_the_page_is_nothing() -> None:
    shown = page()
    assert Strips().line(shown, -1).text == Strips().line(shown, shown.height).text == ""


def test_what_is_kept_is_bounded_and_what_is_used_stays() -> None:
    strips, used = Strips(max_bytes=200_000), page()
    first = strips.line(used, 0)
    for width in range(40, 90):
        shown = page(width, index=2)
        for y in range(shown.height):
            strips.line(shown, y)
            assert strips.line(used, 0) is first
        assert strips.bytes <= 200_000
    strips.clear()
    assert strips.bytes == 0
    assert strips.line(used, 0) is not first


def test_a_ready_strip_is_as_any_other() -> None:
    shown, strips = page(), Strips()
    for y in range(shown.height):
        ready = strips.line(shown, y)
        usual = Strip([*ready])
        assert ready == usual
        assert ready.cell_length == usual.cell_length
        assert ready.cell_count == usual.cell_count
        for of in (ready, usual):
            assert of.apply_offsets(0, y) is of.apply_offsets(0, y)
        cut = (ready.crop(3, 20), ready.crop_extend(2, 99, None), ready.adjust_cell_length(30), *ready.divide([5, 12]))
        assert list(cut) == [
            *(usual.crop(3, 20), usual.crop_extend(2, 99, None), usual.adjust_cell_length(30), *usual.divide([5, 12]))
        ]
        assert ready.apply_style(Style(bold=True)) == usual.apply_style(Style(bold=True))
        assert ready.link_ids == usual.link_ids


def test_links_are_hyperlinks_only_where_the_terminal_knows_them() -> None:
    def links(look: Look) -> set[str]:
        shown, strips = page(look=look), Strips()
        styles = [segment.style for y in range(shown.height) for segment in strips.line(shown, y)]
        return {style.link for style in styles if style is not None and style.link}

    assert "https://slow.example/" in links(LOOK)
    assert links(Look(DARK_PALETTE, Depth.TRUECOLOR)) == set()


def test_restyling_cuts_at_cells() -> None:
    shown, strips = page(), Strips()
    y = next(y for y in range(shown.height) if "水車" in strips.line(shown, y).text)
    strip = strips.line(shown, y)
    start = strip.text.index("水")
    marked = restyled(strip, start, start + 4, Style(reverse=True))
    assert marked.text == strip.text
    assert marked.cell_length == strip.cell_length
    assert "".join(segment.text for segment in marked if segment.style and segment.style.reverse) == "水車"
    assert restyled(strip, 4, 4, Style(reverse=True)) is strip


def test_selected_cells_and_text() -> None:
    shown = page()
    y = next(y for y in range(shown.height) if "水車" in "".join(segment.text for segment in shown.line(y)))
    text = "".join(segment.text for segment in shown.line(y))
    start = text.index("水")
    one = Selection(Offset(start, y), Offset(start + 2, y))
    assert selected_cells(one, y, text) == (start, start + 4)
    assert selected_cells(one, y + 1, text) is None
    assert selected_text(shown, one) == "水車"
    assert selected_text(shown, Selection(Offset(-2, y), Offset(start, y))) == text[:start].rstrip()
    whole = selected_text(shown, Selection(None, None)).splitlines()
    assert len(whole) == shown.height
    assert all(line == line.rstrip() for line in whole)
