"""From pieces to python-liquid's tokens: balanced, known and readable, so that its parser never refuses a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from liquid.token import TOKEN_CONTENT, TOKEN_EXPRESSION, TOKEN_ILLEGAL, TOKEN_OUTPUT, TOKEN_TAG, Token

from tui_home.model.problem import Severity
from tui_home.sources.jekyll.liquid.expressions import expression_of
from tui_home.sources.jekyll.liquid.run import Run, shown
from tui_home.sources.jekyll.liquid.scan import Kind, Piece
from tui_home.sources.jekyll.liquid.vanishing import guarded

if TYPE_CHECKING:
    from liquid import Environment

BLOCKS = frozenset(("capture", "case", "for", "if", "ifchanged", "tablerow", "unless"))
_MIDDLES = {
    "else": frozenset(("case", "for", "if", "unless")),
    "elsif": frozenset(("if", "unless")),
    "when": frozenset(("case",)),
}
_SILENT = frozenset(("#", "comment"))
_PSEUDO = frozenset((TOKEN_CONTENT, TOKEN_OUTPUT, TOKEN_ILLEGAL))
"""What python-liquid registers as tags and is none."""
_BARE = frozenset(("break", "continue", "else", "ifchanged"))
"""Tags after whose name nothing counts."""
_DEEPEST = 15


@dataclass(slots=True)
class _Block:
    """A block whose end has not come yet."""

    at: int
    name: str
    live: bool
    middles: list[int] = field(default_factory=list)
    last: bool = False
    """Whether its ``else`` has come."""


class _Prepared:
    """One text's pieces, with what becomes of each.

    Args:
        pieces: The scanner's.
        env: Which tags there are, and how they are read.
        run: Takes the Problems.
    """

    def __init__(self, pieces: Sequence[Piece], env: Environment, run: Run) -> None:
        self._pieces = pieces
        self._env = env
        self._run = run
        self._dropped = set[int]()
        self._expressions = dict[int, str]()
        self._owner = dict[int, int]()
        """Which block each ``else``, ``when`` and end tag belongs to."""
        self._stack: list[_Block] = []
        self._open = Counter[str]()
        self._unknown = set[str]()
        for at, piece in enumerate(pieces):
            if piece.kind is Kind.OUTPUT:
                self._expression(at, piece, TOKEN_OUTPUT)
            elif piece.kind is Kind.TAG:
                self._tag(at, piece)
        for block in self._stack:
            self._unwrap(
                block, f"“{block.name}” is never closed; what is in it is shown", f"write {{% end{block.name} %}}"
            )

    def tokens(self) -> list[Token]:
        """Return what python-liquid's parser takes; a token's place is its line, its source the expression."""
        found: list[Token] = []
        case: int | None = None
        for at, piece in enumerate(self._pieces):
            kept = piece.kind is not Kind.TEXT and at not in self._dropped
            if case is not None and not (kept and self._owner.get(at) == case):
                continue  # between ``case`` and the first ``when`` nothing is shown
            case = at if kept and piece.name == "case" else None
            if not kept:
                text = piece.text if piece.kind is Kind.TEXT else self._instead(piece)
                if text:
                    found.append(Token(TOKEN_CONTENT, text, piece.line, ""))
                continue
            bare = piece.name in _BARE or piece.name.startswith("end")
            expression = "" if bare else self._expressions.get(at, piece.text)
            value = piece.name if piece.kind is Kind.TAG else expression
            found.append(Token(TOKEN_TAG if piece.kind is Kind.TAG else TOKEN_OUTPUT, value, piece.line, expression))
            if expression:
                found.append(Token(TOKEN_EXPRESSION, expression, piece.line, expression))
        return found

    def _instead(self, piece: Piece) -> str:
        """Return what stands for Liquid that is not evaluated: itself in code, else nothing."""
        return guarded(piece.written) if piece.code else ""

    def _expression(self, at: int, piece: Piece, name: str) -> bool:
        """Return whether what a tag or output says can be read; note it when it cannot."""
        expression = expression_of(self._env, name, piece.text)
        if expression is not None:
            self._expressions[at] = expression
            return True
        self._dropped.add(at)
        if not piece.code:
            message = f"Liquid cannot be read: {shown(piece.written)}"
            self._run.note(Severity.WARNING, piece.line, message, "mend it, or write what it stands for")
        return False

    def _tag(self, at: int, piece: Piece) -> None:
        name = piece.name
        if name in BLOCKS:
            self._begin(at, piece)
        elif name in _MIDDLES:
            self._middle(at, piece)
        elif name.startswith("end") and name[3:] in BLOCKS:
            self._end(at, piece, name[3:])
        elif name in self._env.tags and name not in _PSEUDO:
            call = name not in {"assign", "break", "continue", "cycle", "decrement", "increment"}
            if call and piece.code:
                self._dropped.add(at)
            elif not call:
                self._expression(at, piece, name)
        else:
            self._dropped.add(at)
            self._vanish(piece)

    def _vanish(self, piece: Piece) -> None:
        """Note a tag that nobody knows; the end of its block says nothing new."""
        name = piece.name
        opener = name.removeprefix("end") if name.startswith("end") else name
        if not piece.code and name not in _SILENT and opener not in self._unknown:
            message = f"The tag “{shown(name)}” is not known here; it is left out" if name else "A tag has no name"
            self._run.note(Severity.WARNING, piece.line, message, "write what it stands for")
        self._unknown.add(opener)

    def _begin(self, at: int, piece: Piece) -> None:
        live = self._expression(at, piece, piece.name)
        if live and sum(block.live for block in self._stack[-_DEEPEST - 1 :]) >= _DEEPEST:
            self._dropped.add(at)
            live = False
            message = f"Blocks stand more than {_DEEPEST} deep in one another; what is in this one is shown"
            self._run.note(Severity.WARNING, piece.line, message, "take some apart")
        self._stack.append(_Block(at, piece.name, live))
        self._open[piece.name] += 1

    def _middle(self, at: int, piece: Piece) -> None:
        block = self._stack[-1] if self._stack else None
        name = piece.name
        if block is None or block.name not in _MIDDLES[name]:
            self._dropped.add(at)
            if not piece.code:
                self._run.note(Severity.WARNING, piece.line, f"“{name}” stands in no block that has one", "delete it")
            return
        known = not block.last and block.live
        if not known or (name != "else" and not self._expression(at, piece, name)):
            self._dropped.add(at)
            return
        block.last = name == "else"
        self._owner[at] = block.at
        block.middles.append(at)

    def _end(self, at: int, piece: Piece, name: str) -> None:
        if not self._open[name]:
            self._dropped.add(at)
            if not piece.code:
                self._run.note(Severity.WARNING, piece.line, f"“{piece.name}” ends nothing", "delete it")
            return
        while (block := self._stack.pop()).name != name:
            self._open[block.name] -= 1
            self._unwrap(
                block, f"“{block.name}” is not closed here; what is in it is shown", f"write {{% end{block.name} %}}"
            )
        self._open[name] -= 1
        self._owner[at] = block.at
        if not block.live:
            self._dropped.add(at)

    def _unwrap(self, block: _Block, message: str, hint: str) -> None:
        """Let a block without an end be what is in it."""
        piece = self._pieces[block.at]
        if block.live and not piece.code:
            self._run.note(Severity.WARNING, piece.line, message, hint)
        self._dropped.update((block.at, *block.middles))


def tokens_of(pieces: Sequence[Piece], env: Environment, run: Run) -> list[Token]:
    """Return the tokens of a text: every block closed, every expression readable, every tag known.

    What is not stays out, with a Problem; what stood in a broken block is shown, and so is what stands in code.

    Args:
        pieces: The scanner's.
        env: Which tags there are, and how they are read.
        run: Takes the Problems.
    """
    return _Prepared(pieces, env, run).tokens()
