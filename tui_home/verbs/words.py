"""From a command's words to its options, or to the answer that they deserve."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence

from tui_home.text.safe import printable
from tui_home.verbs.outcome import WRONG_USAGE, Outcome, UsageError
from tui_home.verbs.parser import WIDEST, HelpAsked, Parser


def options_of(
    name: str,
    summary: str,
    configure: Callable[[Parser], None],
    words: Sequence[str],
    program: str = "tui-home",
    *,
    widest: int = WIDEST,
) -> Namespace | Outcome:
    """Return the options that `words` are, or the answer to them: help, or what is wrong with them.

    Args:
        name: The command's.
        summary: What it does, one line.
        configure: Adds its options.
        words: What follows its name.
        program: What stands before its name.
        widest: Cells that an option may ask for.
    """
    description = f"{summary[:1].upper()}{summary[1:]}."
    if "%(prog)" in description:  # else argparse takes what is in it for formats; the name may be a stranger's
        description = description.replace("%", "%%")
    parser = Parser(f"{program} {name}", description=description, widest=widest)
    configure(parser)
    try:
        return parser.parse_args(list(words))
    except HelpAsked as help_asked:
        return Outcome(str(help_asked))
    except UsageError as error:
        return misunderstood(f"{error}\n{parser.format_usage().strip()}")


def misunderstood(message: str) -> Outcome:
    """Return the answer to words that make no sense."""
    return Outcome(status=WRONG_USAGE, error=f"tui-home: {printable(message, newlines=True)}\n")
