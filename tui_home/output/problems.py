"""Problems for the owner of a site: by file, with place, meaning and remedy; as text, or with colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tui_home.layout import Ink, Line
from tui_home.model.look import Depth
from tui_home.model.problem import Problem, Severity
from tui_home.output.ansi import rendered
from tui_home.output.document import plain_line
from tui_home.output.wrapping import wrapped
from tui_home.text.safe import printable

_WITHOUT_EFFECT = {
    Severity.NOTE: "A visitor loses nothing",
    Severity.WARNING: "A visitor loses a little",
    Severity.ERROR: "A visitor loses content",
}
_TOLD = ("left out", "not shown", "not evaluated")
_COLOURS = {Severity.NOTE: "color(6)", Severity.WARNING: "color(3)", Severity.ERROR: "color(1)"}
"""The terminal's own cyan, yellow and red: whoever chose its background chose them for it."""
_INDENT, _HANGING = 2, 6
_BOLD, _DIM, _PLAIN = Ink(bold=True), Ink(dim=True), Ink()


def problems_text(problems: Sequence[Problem], width: int, depth: Depth | None = None) -> str:
    """Return the Problems, grouped by file, and how many there are; ends in a newline, empty when there are none.

    Args:
        problems: By file.
        width: Cells; lines are not longer, save for a single wide character.
        depth: How many colours the terminal has; None for text alone.
    """
    lines: list[Line] = []
    for file, group in groupby(problems, key=lambda problem: problem.file):
        heading = printable(file) or "The site"
        lines += [*wrapped([(heading, _BOLD)], width), *_group(tuple(group), width, depth), ()]
    if problems:
        lines += wrapped([(f"{counted(problems)}{_mendable(problems)}", _BOLD)], width)
    drawn = plain_line if depth is None else rendered
    return "".join(f"{drawn(line)}\n" for line in lines)


def counted(problems: Iterable[Problem]) -> str:
    """Return how many there are of each severity, as the beginning of a sentence and its end."""
    found = Counter(problem.severity for problem in problems)
    files = len({problem.file for problem in problems})
    parts = [_number(found[severity], severity.value) for severity in reversed(Severity) if found[severity]]
    return f"{_listed(parts)} in {_number(files, 'file')}."


def said(sentence: str) -> str:
    """Return what a Problem says as a sentence: a capital at its beginning, a full stop at its end."""
    sentence = printable(sentence.strip())
    if not sentence:
        return ""
    return f"{sentence[0].upper()}{sentence[1:]}{'' if sentence.endswith(tuple('.!?…')) else '.'}"


def effect_of(problem: Problem) -> str:
    """Return what a Problem means for a visitor, one sentence; "" when its message has said so."""
    told = "; " in problem.message or problem.message.endswith(_TOLD)
    return said(problem.effect or ("" if told else _WITHOUT_EFFECT[problem.severity]))


def place_of(problem: Problem) -> str:
    """Return where a Problem is, as editors and terminals understand it."""
    return f"{problem.file or 'site'}:{problem.line}" if problem.line else problem.file or "site"


def _group(problems: Sequence[Problem], width: int, depth: Depth | None) -> Iterator[Line]:
    """Yield the lines of one file's Problems; what several in a row have in common is said once, below them."""
    for remedy, group in groupby(problems, key=_remedy):
        alike = tuple(group)
        for problem in alike:
            colour = _COLOURS[problem.severity] if depth else ""
            yield from wrapped(
                [
                    (f"{printable(place_of(problem))}  ", _DIM),
                    (problem.severity.value, Ink(colour, bold=problem.severity is Severity.ERROR)),
                    (f"  {printable(problem.message)}", _PLAIN),
                ],
                width,
                _INDENT,
                _HANGING,
            )
        effect, hint, mendable = remedy
        fix = f"--fix mends {'it' if len(alike) == 1 else 'them'}." if mendable else ""
        if said_below := " ".join(filter(None, (effect, hint, fix))):
            yield from wrapped([(said_below, _DIM)], width, _HANGING)


def _remedy(problem: Problem) -> tuple[str, str, bool]:
    return effect_of(problem), said(problem.hint), bool(problem.edits)


def _mendable(problems: Iterable[Problem]) -> str:
    number = sum(bool(problem.edits) for problem in problems)
    return f" tui-home check --fix mends {number} of them." if number else ""


def _number(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
