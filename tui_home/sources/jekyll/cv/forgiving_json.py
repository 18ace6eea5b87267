"""JSON as people write it: with comments and commas too many; with lines for what it cannot be."""

from __future__ import annotations

import json
import re

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.folder import Source
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.yaml import Parsed
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_STRING = r'"(?:[^"\\\n]|\\.)*+"?'
"""Also one that does not end on its line, so that no other is looked for in it."""
_STRING_OR_COMMENT = pattern(rf"(?P<string>{_STRING})|//[^\n]*|/\*.*?\*/|/\*.*", re.DOTALL)
_STRING_OR_COMMA = pattern(rf"(?P<string>{_STRING})|,(?=\s*[\]}}])")
_NOT_A_BREAK = pattern(r"[^\n]")
_LONGEST_NUMBER = 18
_MOST_COMMAS = 20
_NO_COMMA = "Expecting ',' delimiter"
_BEGINNINGS = frozenset('"{[')


def parse(source: Source) -> Parsed:
    """Return the object that a JSON file holds; what is no JSON is read as far as it goes, with Problems."""
    text = _forgiven(source.text.removeprefix("\ufeff"))
    problems: list[Problem] = []

    def mapping(pairs: list[tuple[str, object]]) -> Mapping:
        made = Mapping()
        for key, value in pairs:
            if key in made:
                message = f"The key “{printable(key)}” stands twice; the last one counts"
                problems.append(Problem(Severity.WARNING, source.path, None, message, "delete one of them"))
            made[key] = value
        return made

    value: object = None
    for _ in range(_MOST_COMMAS):
        try:
            value = json.loads(text, object_pairs_hook=mapping, parse_int=_whole, parse_float=str, parse_constant=str)
            break
        except json.JSONDecodeError as error:
            if error.msg != _NO_COMMA or text[error.pos : error.pos + 1] not in _BEGINNINGS:
                return _read_as_yaml(text, source.path, error)
            problems.append(_missing_comma(source.path, text, error))
            text = f"{text[: error.pos]},{text[error.pos :]}"
        except RecursionError:
            message = "The JSON is nested deeper than anybody reads; it is left out"
            return Parsed(Mapping(), (Problem(Severity.ERROR, source.path, None, message),), frozenset())
    if not isinstance(value, Mapping):
        message = "The JSON is no object of keys and values; it is left out"
        problems.append(Problem(Severity.ERROR, source.path, 1, message, "begin it with { and end it with }"))
        value = Mapping()
    return Parsed(value, tuple(dict.fromkeys(problems)), frozenset())


def _missing_comma(path: str, text: str, error: json.JSONDecodeError) -> Problem:
    """Return the Problem of a comma that is missing before the place of the error."""
    line = text.count("\n", 0, len(text[: error.pos].rstrip())) + 1
    return Problem(Severity.WARNING, path, line, "A comma is missing at the end of the value", "write it")


def _read_as_yaml(text: str, path: str, error: json.JSONDecodeError) -> Parsed:
    """Return what can be read of a text that is no JSON."""
    message = f"This is no JSON: {printable(error.msg[:1].lower() + error.msg[1:])}"
    hint = "write it as in “key”: “value”, with straight quotation marks and a comma between two"
    parsed = yaml.parse(text, Origin(path))
    fault = Problem(Severity.ERROR, path, error.lineno, message, hint)
    return Parsed(parsed.mapping, (fault, *parsed.problems), parsed.covered)


def _forgiven(text: str) -> str:
    """Return the text with comments and commas before a closing bracket blanked; all else stays on its line."""
    text = _STRING_OR_COMMENT.sub(lambda found: found["string"] or _NOT_A_BREAK.sub(" ", found[0]), text)
    return _STRING_OR_COMMA.sub(lambda found: found["string"] or " ", text)


def _whole(written: str) -> int | str:
    return int(written) if len(written) <= _LONGEST_NUMBER else written
