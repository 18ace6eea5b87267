"""``read`` as a word of the command line, and of whoever comes over the network."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from tui_home.linear.conversation import DEFAULT_WIDTH
from tui_home.verbs.outcome import Outcome
from tui_home.verbs.parser import WIDEST, Parser
from tui_home.verbs.show import configure_width
from tui_home.verbs.words import options_of

READ = "read"
"""The verb's name. It is in no table of Verbs: what it gives is no Outcome, but a conversation."""


def read_options(words: Sequence[str], program: str = "tui-home", widest: int = WIDEST) -> Namespace | Outcome:
    """Return what the words after ``read`` say (``section``, empty for none, and ``width``), or the answer to them.

    Args:
        words: Those words.
        program: What stands before ``read``.
        widest: Cells of a line at most.
    """
    summary = "read the homepage as a conversation, line by line"
    return options_of(READ, summary, _configure, words, program, widest=widest)


def _configure(parser: Parser) -> None:
    parser.add_argument(
        "section", metavar="SECTION", nargs="?", default="", help="where to begin; posts/NAME for one post"
    )
    configure_width(parser, DEFAULT_WIDTH)
