"""Email addresses that a script puts together: ``document.write('name' + '@' + host)``, without running anything."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tui_home.text.addresses import find_emails
from tui_home.text.hidden_emails import address_in
from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

_HINTS = ("@", "\\x40", "\\u0040", "%40", "&#64;", "&#x40;", "mailto", "fromCharCode", "atob", "reverse")
_TOKEN = pattern(
    r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`|//[^\n]*|/\*.*?\*/"
    r"|[A-Za-z_$][\w$]*+|\d+(?:\.\d+)?|[^\s\w]",
    re.DOTALL,
)
_ESCAPE = pattern(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|([\s\S]))")
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r"}
_LONGEST = 8000
_MOST = 2000
"""So long is what a script puts together; the rest is cut off."""
_DEEPEST = 20

_Value = str | list[str] | None
_CALLS: dict[str, Callable[[str], str]] = {
    "atob": address_in,
    "unescape": unquote,
    "decodeURIComponent": unquote,
    "decodeURI": unquote,
}


def scripted_emails(script: str) -> tuple[str, ...]:
    """Return the addresses that a script writes, each once.

    Only what is plain is understood: literals, variables set to them, ``+``, ``join``, ``split``, ``reverse``,
    ``replace``, ``String.fromCharCode`` and ``atob``.

    Args:
        script: JavaScript: an element's text, or what follows ``javascript:``.
    """
    if len(script) > _LONGEST or not any(hint in script for hint in _HINTS):
        return ()
    tokens = [token for token in _TOKEN.findall(script) if not token.startswith(("//", "/*"))]
    texts = (unescape(unquote(text)) for text in _Script(tokens).texts())
    return tuple(dict.fromkeys(match.address for text in texts if "@" in text for match in find_emails(text)))


class _Script:
    """One pass over a script's tokens."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._known: dict[str, _Value] = {}

    def texts(self) -> list[str]:
        """Return all texts that the script puts together."""
        found: list[str] = []
        while self._at < len(self._tokens):
            start, name = self._at, self._token()
            if name.isidentifier() and self._token(1) == "=" and self._token(2) != "=":
                self._at += 2
                self._known[name] = self._sum()
                value = self._known[name]
            else:
                value = self._sum()
            if isinstance(value, str):
                found.append(value)
            self._at = max(self._at, start + 1)
        return found

    def _token(self, ahead: int = 0) -> str:
        return self._tokens[self._at + ahead] if self._at + ahead < len(self._tokens) else ""

    def _take(self, sign: str) -> bool:
        """Pass over a token if it is `sign`."""
        taken = self._token() == sign
        self._at += taken
        return taken

    def _sum(self) -> _Value:
        """Return terms put together; None when one of them is not known."""
        value = self._term()
        while isinstance(value, str) and self._token() == "+":
            before = self._at
            self._at += 1
            following = self._term()
            if not isinstance(following, str):
                self._at = before
                break
            value = (value + following)[:_MOST]
        return value

    def _term(self) -> _Value:
        """Return a literal, a variable, a list or a call, with the methods called on it."""
        if self._depth >= _DEEPEST:
            return None
        self._depth += 1
        value = self._primary()
        while value is not None and self._token() == "." and self._token(2) == "(":
            method = self._token(1)
            self._at += 3
            called = _called(value, method, self._arguments(")"))
            value = called if called is None else called[:_MOST]
        self._depth -= 1
        return value

    def _primary(self) -> _Value:
        token = self._token()
        if token[:1] in {'"', "'", "`"} and len(token) > 1:
            self._at += 1
            return _literal(token)
        if self._take("("):
            inner = self._sum()
            return inner if self._take(")") else None
        if self._take("["):
            return self._arguments("]")
        if token == "String" and self._token(2) == "fromCharCode":  # noqa: S105 - JavaScript's
            self._at += 4
            return "".join(map(_character, self._arguments(")")))
        if token in _CALLS and self._token(1) == "(":
            self._at += 2
            return "".join(map(_CALLS[token], self._arguments(")")))
        value = token if token.isdigit() else self._known.get(token)
        self._at += value is not None
        return value

    def _arguments(self, closing: str) -> list[str]:
        """Return what stands up to a bracket, as far as it is known."""
        found: list[str] = []
        while self._at < len(self._tokens) and not self._take(closing):
            start = self._at
            value = self._sum()
            if isinstance(value, str):
                found.append(value)
            elif value:
                found += value
            if self._at == start:
                self._at += 1
        return found


def _character(code: str) -> str:
    """Return the character with a number."""
    plain = code.isascii() and code.isdigit() and len(code) < 7  # noqa: PLR2004 - Unicode's numbers are shorter
    return chr(int(code)) if plain and int(code) < 0x110000 else ""  # noqa: PLR2004 - Unicode's last


def _literal(token: str) -> str:
    """Return the text of a string literal."""

    def character(found: re.Match[str]) -> str:
        code = found[1] or found[2]
        return chr(int(code, 16)) if code else _CONTROLS.get(found[3], found[3])

    return _ESCAPE.sub(character, token[1:-1]) if "\\" in token else token[1:-1]


def _called(value: str | list[str], method: str, arguments: list[str]) -> _Value:
    """Return what a method makes of a text or a list; None for one that is not known."""
    if method == "reverse":
        return value[::-1]
    if isinstance(value, list):
        return (arguments[0] if arguments else ",").join(value) if method == "join" else None
    if method == "split":
        return value.split(arguments[0]) if arguments and arguments[0] else list(value)
    if method == "replace":
        return value.replace(arguments[0], arguments[1]) if len(arguments) == 2 else None  # noqa: PLR2004
    if method == "concat":
        return value + "".join(arguments)
    return value if method in {"toString", "trim", "toLowerCase"} else None
