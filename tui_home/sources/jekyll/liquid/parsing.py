"""One text's tree of nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.model.problem import Severity
from tui_home.sources.jekyll.liquid.nodes import FAULTS
from tui_home.sources.jekyll.liquid.prepare import tokens_of
from tui_home.sources.jekyll.liquid.scan import Scan

if TYPE_CHECKING:
    from liquid import Node

    from tui_home.sources.jekyll.liquid.environment import JekyllEnvironment
    from tui_home.sources.jekyll.liquid.run import Run


def parsed(text: str, env: JekyllEnvironment, run: Run) -> list[Node]:
    """Return the tree of a text; what is wrong in it is noted, and what cannot be read is left out."""
    scan = Scan(text)
    for fault in scan.faults:
        run.note(Severity.WARNING, fault.line, fault.message, fault.hint)
    tokens = tokens_of(scan.pieces, env, run)
    try:
        return env.nodes(tokens)
    except FAULTS:
        run.note(Severity.ERROR, 0, "The text’s Liquid cannot be read; none of it is evaluated", "mend its tags")
        return env.nodes([token for token in tokens if token.kind == "content"])
