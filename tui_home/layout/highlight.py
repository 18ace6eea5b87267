"""Colours of fenced code; Pygments is imported only where its colours will be seen."""

from __future__ import annotations

from tui_home.layout.flow import Flow, safe_flow
from tui_home.layout.fragment import Ink
from tui_home.layout.ink import Inks
from tui_home.layout.spelling import spelt
from tui_home.model.blocks import CodeBlock
from tui_home.model.inline import Style
from tui_home.model.look import Depth

_MOST_HIGHLIGHTED = 50_000
"""Characters; a longer listing is data."""
_TAB = 4


def code_lines(block: CodeBlock, inks: Inks, owner: int) -> list[Flow]:
    """Return the lines of code in the Inks of its syntax, all of them on the surface."""
    text = spelt(block.text.rstrip("\n").replace("\r\n", "\n").expandtabs(_TAB), inks.look)
    base = inks.of(Style(code=True))
    if not block.language or inks.look.depth is Depth.NONE or len(text) > _MOST_HIGHLIGHTED:
        return [safe_flow(((line, base),), owner) for line in text.split("\n")]
    return [safe_flow(line, owner) for line in _tokens(text, block.language, inks, base)]


def _tokens(text: str, language: str, inks: Inks, base: Ink) -> list[list[tuple[str, Ink]]]:
    """Return the pieces of each line with their Inks."""
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - 40 ms, for pages with code only
    from pygments.util import ClassNotFound  # noqa: PLC0415 - likewise

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return [[(line, base)] for line in text.split("\n")]
    lines: list[list[tuple[str, Ink]]] = [[]]
    for token, value in lexer.get_tokens(text):
        ink = inks.syntax(str(token))
        for number, part in enumerate(value.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append((part, ink))
    return lines
