"""Sections with colours and links for a terminal, printed and left there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from rich.color import ColorSystem

from tui_home.layout import Line, Segment
from tui_home.model.look import Look
from tui_home.model.site import Site
from tui_home.output.document import document
from tui_home.output.rich_style import rich_style
from tui_home.pages import Page
from tui_home.sections import Section
from tui_home.text.urls import safe_url

_LINK = "\x1b]8;;{}\x1b\\"
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def ansi(site: Site, sections: Sequence[Section], width: int, look: Look) -> str:
    """Return `sections` with SGR and, where `look` has them, OSC 8 hyperlinks; ends in a newline.

    Arguments as for `text`; here all of `look` counts, except that nobody acts on what is printed.
    """
    return document(site, sections, width, replace(look, interactive=False), _draw)


def _draw(page: Page, y: int) -> str:
    base = page.base(y)
    segments = _without_trailing_blanks(page.line(y))
    drawn: list[str] = []
    for url, linked in groupby(segments, key=lambda segment: _url(page, segment.target, base)):
        text = "".join(_rendered(segment) for segment in linked)
        drawn.append(f"{_LINK.format(url)}{text}{_LINK.format('')}" if url else text)
    return "".join(drawn)


def _url(page: Page, target: int, base: int) -> str:
    """Return where a Target leads; an entry that only unfolds on a screen is no link here."""
    if target < 0 or not page.look.hyperlinks:
        return ""
    link = page.targets[target + base].link
    return "" if link.toggles else safe_url(link.url)


def rendered(line: Line) -> str:
    """Return a line with SGR; its colours must be those of the terminal's depth."""
    return "".join(map(_rendered, _without_trailing_blanks(line)))


def _rendered(segment: Segment) -> str:
    text = segment.text.replace(_NO_BREAK_SPACE, " ")
    return rich_style(segment.ink).render(text, color_system=ColorSystem.TRUECOLOR)


def _without_trailing_blanks(line: Line) -> Iterable[Segment]:
    kept = list(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        last = kept[-1]
        kept[-1] = Segment(last.text.rstrip(), last.ink, last.target)
    return kept
