"""One line of Markdown."""

from __future__ import annotations

from tui_home.document.flatten import flattened
from tui_home.document.links import NO_BASE, Base
from tui_home.document.markdown import in_order, read
from tui_home.model.inline import Spans
from tui_home.model.problem import Origin, Problem


def inline(text: str, origin: Origin, *, base: Base = NO_BASE) -> tuple[Spans, tuple[Problem, ...]]:
    """Return what one line of Markdown and HTML says: a title, a piece of news.

    Args:
        text: The line.
        origin: Where it stands.
        base: As for `markdown`.
    """
    builder, marks, problems = read(text, origin, key="", base=base, line=True)
    blocks, found = builder.finish()
    return flattened(blocks, " "), in_order((*problems, *found, *marks.problems(origin)))
