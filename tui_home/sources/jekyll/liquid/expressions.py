"""Whether Liquid's expressions can be read, and how those are meant that only Ruby's tolerance reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liquid.builtin.expressions import tokenize
from liquid.exceptions import LiquidError
from liquid.stream import TokenStream
from liquid.token import (
    TOKEN_EXPRESSION,
    TOKEN_INTEGER,
    TOKEN_OUTPUT,
    TOKEN_RANGE_LITERAL,
    TOKEN_TAG,
    Token,
)

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from liquid import Environment

_LONGEST = 2000
_MOST_BRACKETS = 30
_MOST_WORDS = 200
_MOST_ITEMS = 1000
_LOGIC = pattern(r"\b(?:and|or)\b|[,|]")
_RUBY = ((pattern(r"&&"), " and "), (pattern(r"\|\|"), " or "), (pattern(r"(?<![=!<>])=(?!=)"), "=="))
_COMPARING = frozenset(("if", "unless", "elsif"))
_AROUND = {
    "elsif": ((("if", "true"),), "endif"),
    "when": ((("case", "0"),), "endcase"),
    **{name: ((), f"end{name}") for name in ("if", "unless", "for", "tablerow", "case", "capture", "ifchanged")},
}
_LOOPS = frozenset(("for", "tablerow"))


def expression_of(env: Environment, name: str, written: str) -> str | None:
    """Return an expression that python-liquid can read in place of `written`; None when there is none.

    Args:
        env: How tags are read.
        name: The tag in which it stands, or "output".
        written: What stands there.
    """
    if readable(env, name, written):
        return written
    if len(written) > _LONGEST:
        return None
    if name in _COMPARING:
        meant = written
        for ruby, liquid in _RUBY:
            meant = ruby.sub(liquid, meant)
        return meant if meant != written and readable(env, name, meant) else None
    if name in {TOKEN_OUTPUT, "assign"}:
        for _ in range(3):  # Ruby's Liquid leaves out a filter that it cannot read
            written, pipe, _lost = written.rpartition("|")
            if not pipe:
                return None
            if readable(env, name, written.rstrip()):
                return written.rstrip()
    return None


def readable(env: Environment, name: str, written: str) -> bool:
    """Return whether python-liquid can read an expression, and evaluate it without going too deep or too far."""
    if len(written) > _LONGEST or written.count("[") + written.count("(") > _MOST_BRACKETS:
        return False
    if len(written) > _MOST_WORDS and len(_LOGIC.findall(written)) > _MOST_WORDS:
        return False
    kind = TOKEN_OUTPUT if name == TOKEN_OUTPUT else TOKEN_TAG
    expression = [Token(TOKEN_EXPRESSION, written, 0, "")] if written or kind == TOKEN_OUTPUT else []
    before, end = _AROUND.get(name, ((), ""))
    tokens = [
        *(
            token
            for tag, text in before
            for token in (Token(TOKEN_TAG, tag, 0, ""), Token(TOKEN_EXPRESSION, text, 0, ""))
        ),
        Token(kind, name, 0, ""),
        *expression,
        *([Token(TOKEN_TAG, end, 0, "")] if end else []),
    ]
    try:
        env.tags[before[0][0] if before else name].parse(TokenStream(iter(tokens)))
        return ".." not in written or _short_ranges(written, after=name in _LOOPS)
    except (LiquidError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError):
        return False


def _short_ranges(written: str, *, after: bool) -> bool:
    """Return whether the ranges in an expression are plainly short; python-liquid may go through them one by one.

    Args:
        written: The expression.
        after: Whether the first range is what a loop goes through, which is bounded when it is evaluated.
    """
    tokens = list(tokenize(written, Token(TOKEN_EXPRESSION, written, 0, "")))
    for at, token in enumerate(tokens):
        if token.kind != TOKEN_RANGE_LITERAL:
            continue
        if after:
            after = False
            continue
        ends = tokens[at + 1 : at + 4]
        if [end.kind for end in ends[::2]] != [TOKEN_INTEGER] * 2 or int(ends[2].value) - int(
            ends[0].value
        ) > _MOST_ITEMS:
            return False
    return True
