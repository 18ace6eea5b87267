"""What was found about a visitor's terminal and why, with samples: the report of ``tui-home doctor``.

A pure function of Facts, so that any door can show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.color import ColorSystem

from tui_home.layout import Ink, Line, Segment
from tui_home.output.doctor_advice import advice_for
from tui_home.output.doctor_facts import Facts
from tui_home.output.doctor_samples import colour_lines, link_lines, palette_lines, sign_lines
from tui_home.output.doctor_tables import finding_lines, variable_lines, width_lines
from tui_home.output.document import plain_line
from tui_home.output.encodable import encodable
from tui_home.output.rich_style import rich_style
from tui_home.output.wrapping import wrapped

NARROWEST, WIDEST = 40, 80
_LINK = "\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\"
_BOLD, _PLAIN = Ink(bold=True), Ink()


def doctor_text(facts: Facts, width: int) -> str:
    """Return the report as lines of at most `width` cells (40 to 80); what is amiss comes first. Ends in a newline."""
    width = min(max(width, NARROWEST), WIDEST)
    lines = [*_beginning(facts, width), *_advice(facts, width)]
    for title, body in (
        ("What was found, and why", finding_lines(facts, width)),
        ("What the environment says", variable_lines(facts, width)),
        ("Colours", colour_lines(facts, width)),
        ("Palettes, with their contrast", palette_lines(facts, width)),
        ("Signs", sign_lines(facts, width)),
        ("Widths", width_lines(facts, width)),
    ):
        lines += [*_heading(title), *body]
    text = "".join(f"{_drawn(line, facts)}\n" for line in lines)
    text += "".join(f"{_drawn(line, facts)}\n" for line in _heading("A hyperlink"))
    text += "".join(f"{_linked(line, url, facts)}\n" for line, url in link_lines(facts, width))
    if number := len(advice_for(facts)):
        ending = f"{number} thing{'s' if number > 1 else ''} could be better here: see the top, after the mark !."
        text += "".join(f"{_drawn(line, facts)}\n" for line in ((), *wrapped([(ending, _PLAIN)], width)))
    return said_plainly(text, facts)


def said_plainly(text: str, facts: Facts) -> str:
    """Return `text` in ASCII where the terminal has nothing else."""
    return text if facts.capabilities.unicode else encodable(text, "ascii")


def _beginning(facts: Facts, width: int) -> Iterator[Line]:
    versions = ", ".join(f"{name} {version}" for name, version in facts.versions)
    yield from wrapped([(versions, _PLAIN)], width)
    yield from wrapped([(_answered(facts), _PLAIN)], width)


def _answered(facts: Facts) -> str:
    if facts.asked.not_asked:
        return f"The terminal was asked nothing: {facts.asked.not_asked}."
    if facts.silent:
        return f"The terminal answered nothing within {facts.asked.waited:g} s; what follows is from variables alone."
    return f"The terminal answered within {facts.asked.milliseconds} ms."


def _advice(facts: Facts, width: int) -> Iterator[Line]:
    found = advice_for(facts)
    yield from _heading("What could be better" if found else "Nothing was found that could be better")
    for advice in found:
        yield from wrapped([("! ", _BOLD), (f"{advice.about}: {advice.text}", _PLAIN)], width, 2, 4)


def _heading(title: str) -> Iterable[Line]:
    return ((), (Segment(title, _BOLD),))


def _drawn(line: Line, facts: Facts) -> str:
    # A ramp of colours is blanks on backgrounds: those at its end count, too.
    return "".join(map(_segment, line)) if facts.ansi else plain_line(line)


def _segment(segment: Segment) -> str:
    return rich_style(segment.ink).render(segment.text, color_system=ColorSystem.TRUECOLOR)


def _linked(line: Line, url: str, facts: Facts) -> str:
    if not url:
        return _drawn(line, facts)
    *before, words = line
    return "".join(part.text for part in before) + _LINK.format(url, _segment(words))
