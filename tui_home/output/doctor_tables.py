"""The doctor's two tables: what was found and why, and how wide characters are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_home.layout import Ink, Line, Segment
from tui_home.output.doctor_facts import SHOWN_VARIABLES, TOLD_VARIABLES, Facts
from tui_home.output.doctor_samples import own_palette
from tui_home.output.wrapping import wrapped
from tui_home.terminal.capabilities import Finding, in_words
from tui_home.terminal.measuring import Measured
from tui_home.text.safe import printable
from tui_home.text.width import cell_width

_LABELS = {
    "depth": "colours",
    "unicode": "all characters",
    "hyperlinks": "hyperlinks",
    "remote": "over SSH",
    "osc": "control strings",
    "osc52": "asking to copy",
    "graphical": "desktop here",
    "multiplexer": "multiplexer",
    "interactive": "full screen",
    "dim": "faint text",
    "few_glyphs": "few glyphs",
    "program": "calls itself",
    "foreground": "foreground",
    "background": "background",
    "synchronized": "synchronised",
    "scheme_reports": "tells light/dark",
    "kitty_keyboard": "kitty keyboard",
    "kitty_graphics": "kitty graphics",
    "sixel": "sixel graphics",
    "cell": "cell in pixels",
}
NOT_ASKED = "not asked: "
"""What the reason begins with where nobody was asked."""
_NAME, _VALUE, _KIND = 18, 16, 15
_TABLE = 64
"""Cells from which on the reasons stand beside the values."""
_LONGEST = 64


def finding_lines(facts: Facts, width: int) -> Iterator[Line]:
    """Yield what was found, each with its reason."""
    for finding in facts.findings:
        if not finding.why.startswith(NOT_ASKED):
            yield from _row(_label(finding), finding.value, finding.why, facts, width)
    mouse = "the full screen asks for it; s lets it go" if facts.capabilities.interactive else "no full screen here"
    yield from _row("theme", *_theme(facts), facts, width)
    yield from _row("mouse", in_words(facts.capabilities.interactive), mouse, facts, width)
    yield from _unasked(facts, width)


def _unasked(facts: Facts, width: int) -> Iterator[Line]:
    """Yield once for many of them why nothing is known."""
    reasons = dict.fromkeys(finding.why for finding in facts.findings if finding.why.startswith(NOT_ASKED))
    for reason in reasons:
        names = ", ".join(_label(finding) for finding in facts.findings if finding.why == reason)
        yield from wrapped([(f"{names}: {printable(reason)}", Ink(dim=facts.capabilities.dim))], width, 2, 4)


def _label(finding: Finding) -> str:
    return _LABELS.get(finding.name, finding.name)


def _theme(facts: Facts) -> tuple[str, str]:
    """Return how the homepage begins to look when no theme was chosen, and why."""
    background = facts.capabilities.background
    if not background:
        return "terminal's own", "light or dark is not known"
    palette = own_palette(facts)
    if not palette.accent:
        return "terminal's own", f"no colour of ours can be read on all of its shades with background {background}"
    return f"for {'dark' if palette.dark else 'light'}", f"its background is {background}"


def variable_lines(facts: Facts, width: int) -> Iterator[Line]:
    """Yield what the environment says, without anything private."""
    said = [(name, value[:_LONGEST]) for name in SHOWN_VARIABLES if (value := facts.environment.get(name))]
    said += [(name, "is set") for name in TOLD_VARIABLES if facts.environment.get(name)]
    for name, value in said:
        yield from _row(name, value, "", facts, width)
    for name in ("TERM", "COLORTERM"):
        if not facts.environment.get(name):
            yield from _row(name, "not set", "", facts, width)


def _row(name: str, value: str, why: str, facts: Facts, width: int) -> Iterator[Line]:
    aside = Ink(dim=facts.capabilities.dim)
    label, value = f"  {name.ljust(_NAME - 1)} ", printable(value)
    if not why:
        yield from wrapped([(f"{label}{value}", Ink())], width, 0, len(label))
    elif width >= _TABLE:
        pieces = [(f"{label}{value.ljust(_VALUE - 2)}  ", Ink()), (printable(why), aside)]
        yield from wrapped(pieces, width, 0, len(label) + _VALUE)
    else:
        yield from wrapped([(f"{label}{value}", Ink())], width, 0, len(label))
        yield from wrapped([(printable(why), aside)], width, 4)


def width_lines(facts: Facts, width: int) -> Iterator[Line]:
    """Yield a row for each kind of cluster: our reckoning, the terminal's, and a sample between bars."""
    if not facts.capabilities.unicode:
        yield from wrapped([(f"Only ASCII is drawn here: {facts.why('unicode')}.", Ink())], width, 2)
        return
    if facts.capabilities.few_glyphs:
        yield from wrapped([(f"Only narrow letters are drawn here: {facts.why('few_glyphs')}.", Ink())], width, 2)
        return
    measured = any(row.terminal is not None for row in facts.widths)
    yield from wrapped([(_explained(facts, measured=measured), Ink())], width, 2)
    yield ()
    heading = "kind".ljust(_KIND) + ("ours theirs" if measured else "ours")
    yield (Segment(f"  {heading}", Ink(dim=facts.capabilities.dim)),)
    widest = max((row.ours for row in facts.widths), default=0)
    for row in facts.widths:
        yield _width_row(row, widest, measured=measured)
    rewritten = [row for row in facts.widths if row.drawn != row.text]
    if rewritten:
        yield ()
        yield from wrapped([(_rewritten(rewritten), Ink())], width, 2)


def _explained(facts: Facts, *, measured: bool) -> str:
    if not measured:
        return "Not measured; compare by eye: the bars at the right of the samples should stand below each other."
    by = facts.capabilities.multiplexer
    who = f"Measured by {by}, which stands between" if by else "Measured by asking where the cursor is"
    return f"{who}. Cells in our reckoning, and in theirs; the bars should stand below each other."


def _width_row(row: Measured, widest: int, *, measured: bool) -> Line:
    theirs = f"{'?' if row.terminal is None else row.terminal}".ljust(3) if measured else ""
    verdict = {True: "same   ", False: "DIFFERS", None: "       "}[row.agrees] if measured else ""
    between = " " if measured else ""
    # The sample comes last: whatever its width, nothing stands beside it.
    sample = f"|{row.drawn}{' ' * (widest - cell_width(row.drawn))}|"
    words = f"  {row.name.ljust(_KIND)}{str(row.ours).ljust(5)}{theirs}{between}"
    differs = row.agrees is False
    return (Segment(words), Segment(verdict, Ink(bold=differs)), Segment(f" {sample}" if measured else sample))


def _rewritten(rows: Sequence[Measured]) -> str:
    names = ", ".join(row.name for row in rows)
    shown = [f"{row.name} {row.as_written}" for row in rows if row.as_written not in {None, row.ours}]
    wide = f" Written out they would take: {', '.join(shown)}." if shown else ""
    return f"Drawn in a form whose width all terminals agree on, and copied whole: {names}.{wide}"
