"""``show``: sections, printed."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace

from tui_home.model.look import TERMINAL_PALETTE
from tui_home.model.site import Site
from tui_home.sections import SECTIONS, Section
from tui_home.text.safe import printable
from tui_home.text.suggest import closest
from tui_home.verbs.formats import FORMATS
from tui_home.verbs.outcome import Outcome, Setting
from tui_home.verbs.parser import Parser

NARROWEST, WIDEST = 20, 1000
"""Cells that `--width` may ask for."""

_ALL = "all"
_BY_ID = {section.id: section for section in SECTIONS}


def configure_show(parser: Parser) -> None:
    """Add the words of ``show``."""
    parser.add_argument(
        "sections", metavar="SECTION", nargs="*", type=section_named, help=f"{', '.join(_BY_ID)}; all by default"
    )
    configure_section(parser)


def configure_section(parser: Parser) -> None:
    """Add the options of ``show``, for verbs that know their section."""
    parser.add_argument("--format", choices=tuple(FORMATS), help="ansi on a terminal, else text by default")
    parser.add_argument("--width", metavar="N", type=_width, help="cells of a line; by default the terminal's, else 80")


def show(site: Site, options: Namespace, setting: Setting) -> Outcome:
    """Return the sections in ``options.sections`` (all when there are none), each once."""
    chosen = tuple(dict.fromkeys(section for sections in options.sections for section in sections)) or SECTIONS
    able = setting.visitor.capabilities
    # What a background is like is not known here: the terminal's own colours are legible on it.
    look = able.look(TERMINAL_PALETTE, interactive=False)
    render = FORMATS[options.format or setting.format]
    return Outcome(render(site, chosen, options.width or setting.width, look))


def section_named(name: str) -> tuple[Section, ...]:
    """Return the section with this id, in any case, or every one for ``all``.

    Raises:
        ArgumentTypeError: There is none; the message names those there are.
    """
    wanted = name.lower()
    if wanted == _ALL:
        return SECTIONS
    if wanted in _BY_ID:
        return (_BY_ID[wanted],)
    near = closest(wanted, _BY_ID)
    guess = f"; did you mean {near}?" if near else f". There is: {', '.join(_BY_ID)}"
    raise ArgumentTypeError(f"there is no section “{printable(name)}”{guess}")


def _width(text: str) -> int:
    cells = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(WIDEST)) else 0
    if not NARROWEST <= cells <= WIDEST:
        raise ArgumentTypeError(f"a number of cells from {NARROWEST} to {WIDEST}, not “{printable(text)}”")
    return cells
