"""Sections one below the other as lines: what text and ANSI have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tui_home.layout import Line
from tui_home.model.blocks import Blocks, Paragraph
from tui_home.model.inline import Span, Style
from tui_home.model.look import Depth, Look
from tui_home.model.site import Site
from tui_home.output.printed import printed_blocks, titled
from tui_home.output.references import References, reference_lines
from tui_home.pages import Page, compose
from tui_home.sections import Section

_BETWEEN_SECTIONS = 2


def document(site: Site, sections: Sequence[Section], width: int, look: Look, draw: Callable[[Page, int], str]) -> str:
    """Return the owner's name and `sections`, each followed by where its links lead unless the links say it.

    Args:
        site: What to print.
        sections: Which of it.
        width: Cells; no line is wider, from 20 on.
        look: How to draw; nobody acts on what is printed.
        draw: Returns one line of a Page.
    """
    name: Blocks = (Paragraph((Span(site.title, Style(bold=True)),)),)
    lines = list(_drawn(compose("", name, width, look), draw))
    for number, section in enumerate(sections):
        lines.extend([""] * (_BETWEEN_SECTIONS if number else 1))
        references = References()
        blocks = titled(section, printed_blocks(section, site, portrait=look.depth > Depth.NONE))
        page = compose(section.id, blocks if look.hyperlinks else references.numbered(blocks), width, look)
        lines.extend(_drawn(page, draw))
        if references.urls:
            lines.extend(["", *reference_lines(references.urls.items(), width)])
    return "\n".join(lines).strip("\n") + "\n"


def _drawn(page: Page, draw: Callable[[Page, int], str]) -> Iterator[str]:
    return (draw(page, y) for y in range(page.height))


def plain_line(line: Line) -> str:
    """Return a line's text; blanks that only keep words together are ordinary ones to whoever searches."""
    return "".join(segment.text for segment in line).replace("\N{NO-BREAK SPACE}", " ").rstrip()
