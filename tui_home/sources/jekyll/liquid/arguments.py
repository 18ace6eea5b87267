"""What stands after a tag's name: words, ``key="value"`` pairs, variables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from liquid.builtin.expressions import FilteredExpression, tokenize
from liquid.stream import TokenStream
from liquid.token import TOKEN_EXPRESSION, Token

from tui_home.sources.jekyll.liquid.expressions import readable
from tui_home.sources.jekyll.liquid.strings import written
from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from tui_home.sources.jekyll.liquid.context import Context

_PAIR = pattern(
    r"([\w-]{1,60})\s{0,20}[=:]\s{0,20}(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|([^\s\"',]{1,500}))", re.DOTALL
)
_ESCAPED = pattern(r"\\([\"'])")
_OUTPUT = pattern(r"\{\{-?([^{}]{0,500})\}\}")
_QUOTED = pattern(r"\"[^\"]*\"|'[^']*'")
_WORD = pattern(r"\"[^\"]*\"|'[^']*'|[^\s\"']+")


def pairs(context: Context, written_as: str) -> dict[str, object]:
    """Return the parameters of an include: what is quoted as it is, what is not as the value that it names."""
    found: dict[str, object] = {}
    for name, double, single, bare in _PAIR.findall(written_as):
        found[name] = value_of(context, bare) if bare else filled(context, _ESCAPED.sub(r"\1", double or single))
    return found


def value_of(context: Context, expression: str) -> object:
    """Return what an expression gives; None when it cannot be read."""
    if not readable(context.env, "output", expression):
        return None
    token = Token(TOKEN_EXPRESSION, expression, 0, expression)
    return FilteredExpression.parse(context.env, TokenStream(tokenize(expression, token))).evaluate(context)


def filled(context: Context, args: str) -> str:
    """Return arguments with the outputs in them evaluated: ``-f {{ site.scholar.bibliography }}``."""
    if "{{" not in args:
        return args
    return _OUTPUT.sub(lambda output: written(value_of(context, output[1].strip())), args)


def text_of(context: Context, args: str) -> str:
    """Return a tag's only argument: a quoted text, a variable's, or else itself."""
    args = filled(context, args).strip()
    if _QUOTED.fullmatch(args):
        return args[1:-1]
    if "/" in args or " " in args:
        return args
    return written(value_of(context, args)) or args


def words(args: str) -> list[str]:
    """Return the words of a tag's arguments, quoted ones as one."""
    return [word[1:-1] if word[0] in "\"'" else word for word in _WORD.findall(args)]
