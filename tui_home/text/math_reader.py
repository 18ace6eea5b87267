"""What each command of a formula prints."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping

from tui_home.text import math_signs as signs
from tui_home.text.math_atoms import SPACE, Atom, Kind, bracketed, joined
from tui_home.text.scripts import lowered, raised

_DEEPEST = 30
_OPEN, _CLOSE = "{", "}"
_SILENT = frozenset((_CLOSE, "&", "$", "\\"))
_OPERATORS = frozenset("+-=<>")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}


class Formula:
    """One pass over the tokens of a formula."""

    def __init__(self, tokens: list[str], depth: int = 0) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = depth
        self._text = False

    def atoms(self, until: str = "") -> list[Atom]:
        """Return what stands here up to a closing token, which is passed over."""
        found: list[Atom] = []
        while (sign := self._next()) not in {"", until}:
            if sign in {"^", "_"} and not self._text:
                self._script(found, raised if sign == "^" else lowered)
            else:
                found += self._atom(sign)
        return found

    def argument(self, *, text: bool = False) -> str:
        """Return the next argument, without blanks round its operators; of `text`, with all its blanks."""
        while self._following().isspace():
            self._at += 1
        sign = self._following()
        if sign in {"", _CLOSE, "&"} or self._depth >= _DEEPEST:
            return ""
        if sign.isdigit() and len(sign) > 1:
            self._tokens[self._at] = sign[1:]
            return sign[0]
        self._at += 1
        before, self._text, self._depth = self._text, text, self._depth + 1
        found = self._atom(sign)
        self._text, self._depth = before, self._depth - 1
        return joined(found, tight=not text)

    def optional(self) -> str:
        """Return an argument in square brackets; "" without one."""
        if self._following() != "[":
            return ""
        self._at += 1
        return joined(self._group("]"), tight=True)

    def delimiter(self) -> list[Atom]:
        """Pass over the dot that stands for no delimiter."""
        if self._following() == ".":
            self._at += 1
        return []

    def environment(self) -> list[Atom]:
        """Begin an environment: matrices and cases have brackets and stay on one line."""
        if (name := self.argument(text=True).rstrip("*")) == "array":
            self.argument(text=True)
        if name not in signs.BRACKETS:
            return []
        opening, closing, between = signs.BRACKETS[name]
        inner, depth = self._at, 1
        while depth and (sign := self._next()):
            depth += {"\\begin": 1, "\\end": -1}.get(sign, 0)
        body = self._tokens[inner : self._at - (not depth)] if self._depth < _DEEPEST else []
        if not depth:
            self.argument(text=True)
        return [Atom(f"{opening}{_matrix(body, between, self._depth + 1)}{closing}", Kind.WORD)]

    def _next(self) -> str:
        """Return the next token and pass over it; "" at the end."""
        sign = self._following()
        self._at += 1
        return sign

    def _following(self) -> str:
        """Return the next token; "" at the end."""
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _atom(self, sign: str) -> list[Atom]:
        """Return what one token, with the arguments it takes, prints."""
        if sign[0] == "\\" and len(sign) > 1:
            return self._command(sign[1:].rstrip("*") or sign[1:])
        if sign == _OPEN:
            return self._group()
        if sign in _SILENT or sign[0] == "%":
            return []
        if self._text:
            return [Atom(" " if sign == "~" else sign)]
        if sign.isspace() or sign == "~":
            return [SPACE]
        return [self._plain(sign)]

    def _plain(self, sign: str) -> Atom:
        """Return a character; an operator with a blank behind it has one before it, too."""
        if sign not in _OPERATORS:
            return Atom("′" if sign == "'" else sign)
        return Atom("−" if sign == "-" else sign, Kind.RELATION if self._following().isspace() else Kind.ORDINARY)

    def _group(self, until: str = _CLOSE) -> list[Atom]:
        """Return what stands up to the bracket that closes; too deep, brackets mean nothing."""
        if self._depth >= _DEEPEST:
            return []
        self._depth += 1
        found = self.atoms(until)
        self._depth -= 1
        return found

    def _script(self, found: list[Atom], small: Callable[[str], str]) -> None:
        """Put an exponent or an index behind what stands before it."""
        while found and found[-1].kind is Kind.BLANK:
            found.pop()
        base = found.pop() if found else Atom("")
        script = small(self.argument())
        kind = Kind.INDEXED if script[:1] in {"^", "_"} and base.kind is Kind.ORDINARY else base.kind
        found.append(Atom(base.text + script, kind))

    def _command(self, name: str) -> list[Atom]:
        """Return what a command prints."""
        if action := _ACTIONS.get(name):
            return action(self)
        if name in signs.DROPPED:
            return []
        if name in signs.BLANK:
            return [SPACE]
        if name in signs.ALPHABETS:
            return [Atom(signs.lettered(self.argument(), signs.ALPHABETS[name]))]
        if name in signs.ACCENTS:
            return [Atom(signs.accented(self.argument(), signs.ACCENTS[name]))]
        return [_printed(name)]


def _printed(name: str) -> Atom:
    """Return what a command without arguments prints; one that nobody knows, its name."""
    text = signs.symbol(name)
    if text is None:
        return Atom(name, Kind.WORD if len(name) > 1 else Kind.ORDINARY)
    if name in signs.FUNCTIONS or text in signs.LARGE or name == "bmod":
        return Atom(text, Kind.WORD)
    return Atom(text, Kind.RELATION if name == "mid" or signs.is_relation(text) else Kind.ORDINARY)


def _matrix(tokens: Iterable[str], between: str, depth: int) -> str:
    """Return the rows of a matrix or of cases on one line."""
    cells = Formula([signs.CELL if sign == "&" else sign for sign in tokens], depth)
    rows = (row.split(signs.CELL) for row in joined(cells.atoms()).split("\n"))
    return "; ".join(filter(None, (between.join(filter(None, map(str.strip, row))) for row in rows)))


def _fraction(part: Formula) -> list[Atom]:
    """Return a fraction on one line."""
    over, under = part.argument(), part.argument()
    return [Atom(f"{bracketed(over)}/{bracketed(under)}", Kind.WORD)]


def _root(part: Formula) -> list[Atom]:
    """Return a root."""
    degree = part.optional()
    return [Atom((_ROOTS.get(degree) or f"{raised(degree)}√") + bracketed(part.argument()), Kind.WORD)]


def _over(part: Formula) -> list[Atom]:
    """Return a sign with another one above it."""
    above, base = part.argument(), part.argument()
    return [Atom(base + raised(above), Kind.WORD)]


def _under(part: Formula) -> list[Atom]:
    """Return a sign with another one below it."""
    below, base = part.argument(), part.argument()
    return [Atom(base + lowered(below), Kind.WORD)]


def _break(part: Formula) -> list[Atom]:
    """Begin a new row; how far below does not matter."""
    part.optional()
    return [Atom("\n", Kind.BREAK)]


def _nothing(part: Formula) -> list[Atom]:
    """Pass over an argument: a label, a colour."""
    part.argument(text=True)
    return []


def _second(part: Formula) -> list[Atom]:
    """Return the second of two arguments, without the colour or the address before it."""
    return [*_nothing(part), Atom(part.argument())]


def _negated(part: Formula) -> list[Atom]:
    """Return a relation struck through."""
    return [Atom(unicodedata.normalize("NFC", f"{part.argument()}\u0338"), Kind.RELATION)]


def _definition(part: Formula) -> list[Atom]:
    """Pass over the definition of a command: its name, how many arguments, what it stands for."""
    part.argument()
    while part.optional():
        pass
    part.argument()
    return []


_ACTIONS: Mapping[str, Callable[[Formula], list[Atom]]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"), _fraction),
    **dict.fromkeys(
        ("binom", "dbinom", "tbinom"), lambda part: [Atom(f"({part.argument()} choose {part.argument()})", Kind.WORD)]
    ),
    **dict.fromkeys(("overset", "stackrel"), _over),
    **dict.fromkeys(("\\", "cr", "newline"), _break),
    **dict.fromkeys(("label", "color", "phantom", "hphantom", "vphantom", "hspace", "vspace", "tag", "end"), _nothing),
    **dict.fromkeys(("textcolor", "colorbox", "href", "class", "cssId", "style"), _second),
    **dict.fromkeys(signs.TEXTS, lambda part: [Atom(part.argument(text=True))]),
    **dict.fromkeys(("left", "right", "middle"), Formula.delimiter),
    **dict.fromkeys(("pmod", "pod"), lambda part: [SPACE, Atom(f"(mod {part.argument()})", Kind.WORD)]),
    "operatorname": lambda part: [Atom(part.argument(text=True), Kind.WORD)],
    **dict.fromkeys(("newcommand", "renewcommand", "providecommand", "def", "DeclareMathOperator"), _definition),
    "sqrt": _root,
    "underset": _under,
    "not": _negated,
    "begin": Formula.environment,
}
