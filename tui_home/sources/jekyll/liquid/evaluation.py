"""Evaluate one text: as far as it goes, and never less than its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from liquid.builtin.content import ContentNode
from liquid.exceptions import LiquidError, LiquidInterrupt, ResourceLimitError

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.jekyll.liquid.context import Context
from tui_home.sources.jekyll.liquid.environment import environment
from tui_home.sources.jekyll.liquid.parsing import parsed
from tui_home.sources.jekyll.liquid.run import Run
from tui_home.sources.jekyll.liquid.site_names import names_of

if TYPE_CHECKING:
    from liquid import Node

    from tui_home.sources.jekyll.front_matter import Page
    from tui_home.sources.jekyll.reading import Reading


def evaluate(text: str, origin: Origin, page: Page, reading: Reading) -> tuple[str, tuple[Problem, ...]]:
    """Return `text` with its Liquid evaluated, and what is wrong in it.

    Args:
        text: Text with Liquid in it.
        origin: Where its first line stands.
        page: Whose text it is.
        reading: The site.
    """
    run = Run(reading, page, origin, reading.liquid)
    env = environment(run.memory)
    tree = parsed(text, env, run)
    context = Context(env, run, names_of(run))
    buffer = context.get_buffer()
    render(tree, context, buffer)
    return buffer.getvalue(), run.problems


def render(tree: Iterable[Node], context: Context, buffer: TextIO) -> None:
    """Write what a tree evaluates to; when that is too much, what it is without its Liquid.

    Args:
        tree: The nodes.
        context: Their variables, and the run.
        buffer: Where they go.
    """
    for node in tree:
        if context.run.meter.exhausted:
            _write_text(node, context, buffer)
            continue
        try:
            node.render(context, buffer)
        except ResourceLimitError as error:
            context.run.meter.penalise()
            message = f"Liquid is not evaluated to its end: {error.args[0] if error.args else 'it asks for too much'}"
            context.run.note(Severity.ERROR, node.token.start_index, message, "ask for less, or write it out")
        except LiquidInterrupt:
            context.run.note(Severity.WARNING, node.token.start_index, "“break” stands in no loop", "delete it")
        except LiquidError as error:
            context.run.failed(error, node.token)


def _write_text(node: Node, context: Context, buffer: TextIO) -> None:
    """Write the text in a node, nothing evaluated."""
    if isinstance(node, ContentNode):
        try:
            buffer.write(node.text)
        except ResourceLimitError:
            return
    for child in node.children(context, include_partials=False):
        _write_text(child, context, buffer)
