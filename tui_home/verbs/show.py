"""``show``: sections, printed."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from tui_home.model.collections import Article
from tui_home.model.look import TERMINAL_PALETTE
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections import SECTIONS, Section, sections_of
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.suggest import closest
from tui_home.verbs.formats import FORMATS
from tui_home.verbs.outcome import Outcome, Setting, UsageError
from tui_home.verbs.parser import Parser

NARROWEST = 20
"""Cells that `--width` may ask for."""
FORMAT_OPTION, WIDTH_OPTION = "--format", "--width"

_ALL = "all"
_DATE = pattern(r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-")
_SEPARATOR = "/"


def configure_show(parser: Parser) -> None:
    """Add the words of ``show``."""
    known = ", ".join(section.id for section in SECTIONS)
    parser.add_argument(
        "sections",
        metavar="SECTION",
        nargs="*",
        help=f"{known}, or another page of the site; posts/NAME for one post; all by default",
    )
    configure_section(parser)


def configure_section(parser: Parser) -> None:
    """Add the options of ``show``, for verbs that know their section."""
    parser.add_argument(FORMAT_OPTION, choices=tuple(FORMATS), help="ansi on a terminal, else text by default")
    configure_width(parser)


def configure_width(parser: Parser, otherwise: int = 80) -> None:
    """Add the option that says how wide lines are: `otherwise` where there is no terminal that would say it."""
    default = f"by default the terminal's, else {otherwise}"
    parser.add_argument(
        WIDTH_OPTION, metavar="N", type=partial(_width, parser.widest), help=f"cells of a line; {default}"
    )


def show(site: Site, options: Namespace, setting: Setting) -> Outcome:
    """Return the sections in ``options.sections`` (all when there are none), each once.

    Raises:
        UsageError: The site has no such section.
    """
    chosen = sections_named(site, options.sections, setting.program)
    able = setting.visitor.capabilities
    # What a background is like is not known here: the terminal's own colours are legible on it.
    look = able.look(TERMINAL_PALETTE, interactive=False)
    render = FORMATS[options.format or setting.format]
    return Outcome(render(site, chosen, options.width or setting.width, look))


def sections_named(site: Site, names: Iterable[str], program: str = "tui-home") -> tuple[Section, ...]:
    """Return the sections of `site` with these ids, in any case, each once; every one for ``all`` and for no names.

    A section's id and the name of one of its articles, with a slash between them, mean that article alone.

    Args:
        site: Where they are.
        names: What was written.
        program: What is written before them, for the message.

    Raises:
        UsageError: There is none; the message names those there are.
    """
    by_id = {section.id: section for section in sections_of(site)}
    chosen: dict[str, Section] = {}
    for name in names or (_ALL,):
        wanted = name.lower()
        found = by_id.values() if wanted == _ALL else (_one(site, by_id, wanted, program),)
        chosen.update((section.id, section) for section in found)
    return tuple(chosen.values())


def begun_with(site: Site, section: str) -> str | None:
    """Return the id of the section, or ``posts/NAME``, to begin with, empty for the first; None while it may yet come.

    Raises:
        UsageError: The site has none such, and all of it has been read.
    """
    try:
        return sections_named(site, [section])[0].id if section else ""
    except UsageError:
        if site.pending:
            return None
        raise


def _one(site: Site, by_id: dict[str, Section], wanted: str, program: str) -> Section:
    if wanted in by_id:
        return by_id[wanted]
    section, _, article = wanted.partition(_SEPARATOR)
    if not (article and section in by_id):
        raise UsageError(f"there is no section “{printable(wanted)}”{_guess(wanted, by_id)}", by_id)
    names = {name: found for found in reversed(by_id[section].articles(site)) for name in _names(found)}
    if article not in names:
        near = closest(article, names)
        guess = f"; did you mean {section}/{near}?" if near else f"; {program} {section} lists what there is"
        raise UsageError(f"there is no “{printable(article)}” in {section}{guess}")
    return _alone(by_id[section], names[article].key)


def _names(article: Article) -> tuple[str, ...]:
    """Return what an article may be called: by its file, without folder, without date."""
    file = article.key.lower().rpartition(_SEPARATOR)[2]
    return article.key.lower(), file, _DATE.sub("", file)


def _alone(section: Section, article: str) -> Section:
    """Return one article of `section` as a section of its own."""
    view = View(article=article)
    return replace(
        section, id=f"{section.id}{_SEPARATOR}{article}", compose=lambda site, _: section.compose(site, view)
    )


def _guess(wanted: str, known: Iterable[str]) -> str:
    near = closest(wanted, known)
    return f"; did you mean {near}?" if near else ""


def _width(widest: int, text: str) -> int:
    cells = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(widest)) else 0
    if not NARROWEST <= cells <= widest:
        raise ArgumentTypeError(f"a number of cells from {NARROWEST} to {widest}, not “{printable(text)}”")
    return cells
