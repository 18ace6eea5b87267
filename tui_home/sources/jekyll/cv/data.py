"""A site's data file: YAML or JSON, a mapping or a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui_home.model.problem import Origin, Problem
from tui_home.sources.folder import Source
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.cv import forgiving_json
from tui_home.sources.jekyll.yaml_values import Mapping

_LIST = "contents"
_MOST_PIECES = 500


class Data(NamedTuple):
    """What a file holds."""

    value: Mapping | list[object]
    problems: tuple[Problem, ...]


def read_data(source: Source) -> Data:
    """Return what a data file holds; of a list that YAML rejects, every item that can be read."""
    if source.path.lower().endswith(".json"):
        parsed = forgiving_json.parse(source)
        return Data(parsed.mapping, parsed.problems)
    lines = source.text.removeprefix("\ufeff").split("\n")
    first = next((at for at, line in enumerate(lines) if _says_something(line)), 0)
    if not lines[first].startswith(("-", " -", "  -", "[")):
        parsed = yaml.parse("\n".join(lines), source.origin)
        return Data(parsed.mapping, parsed.problems)
    body = "\n".join("" if line.rstrip() in ("---", "...") else line for line in lines)
    whole = yaml.parse(f"{_LIST}:\n{body}", Origin(source.path, 0))
    items = whole.mapping.get(_LIST)
    if isinstance(items, list):
        return Data(items, whole.problems)
    return _piecewise(body, source.path) or Data([], whole.problems)


def _piecewise(text: str, path: str) -> Data | None:
    """Return the items of a list, each read apart, so that a broken one leaves the others; None when there are none."""
    items: list[object] = []
    problems: list[Problem] = []
    for at, piece in _pieces(text):
        parsed = yaml.parse(f"{_LIST}:\n{piece}", Origin(path, at))
        problems += parsed.problems
        found = parsed.mapping.get(_LIST)
        items += found if isinstance(found, list) else []
    return Data(items, tuple(problems)) if items else None


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a list from dash to dash at the left margin, with the line, counted from 0, of each."""
    lines = text.split("\n")
    starts = [at for at, line in enumerate(lines) if line[:2] in ("- ", "-")]
    for start, end in pairwise((*starts[:_MOST_PIECES], len(lines))):
        yield start, "\n".join(lines[start:end])


def _says_something(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith(("#", "%")) and stripped not in ("---", "...")


def mapping_of(value: Mapping | list[object]) -> Mapping:
    """Return the mapping that a file holds; an empty one when it holds a list."""
    return value if isinstance(value, Mapping) else Mapping()
