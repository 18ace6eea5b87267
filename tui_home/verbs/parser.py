"""An argparse that neither prints nor exits, so that words from a network are parsed as those of the command line."""

from __future__ import annotations

import argparse
from typing import NoReturn

from tui_home.verbs.outcome import UsageError

_HELP_CELLS = 78
WIDEST = 1000
"""Cells of a line that may be asked for."""


class HelpAsked(Exception):  # noqa: N818 - a wish, not an error
    """Somebody wants help; the message is the help."""


class Parser(argparse.ArgumentParser):
    """Raises `UsageError` or `HelpAsked` where argparse would print and exit; options are never abbreviated."""

    def __init__(self, prog: str, *, description: str = "", add_help: bool = True, widest: int = WIDEST) -> None:
        """Make a parser for `prog`, as it stands in the usage line; no line asked for may have over `widest` cells."""
        self.widest = widest
        # Width and colour would come from this process's terminal.
        super().__init__(
            prog,
            description=description,
            add_help=add_help,
            allow_abbrev=False,
            formatter_class=lambda prog: argparse.HelpFormatter(prog, width=_HELP_CELLS),
        )
        self.color = False

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        raise UsageError(message)

    def print_help(self, file: object = None) -> NoReturn:  # noqa: ARG002 - argparse's signature
        """Raise what argparse would print."""
        raise HelpAsked(self.format_help())
