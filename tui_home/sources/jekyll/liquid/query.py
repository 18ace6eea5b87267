"""jekyll-scholar's queries: ``@article[year=2024 && selected=true]*``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui_home.model.inline import plain_text
from tui_home.model.site import Publication
from tui_home.text.patterns import pattern

_QUERY = pattern(r"@(\*|\w{1,40})(?:\[([^\[\]]{0,500})\])?\*?")
_CONDITION = pattern(r"\s*([\w-]{1,40})\s*(!=|~=|\^=|>=|<=|==|=|>|<)\s*(.*?)\s*")
_FIELD = r"^[ \t]*{}[ \t]*=[ \t]*[{{\"](.*)[}}\"],?$"


_NO_FIELDS: Mapping[str, str] = {}


def matching(paper: Publication, query: str, fields: Mapping[str, str] = _NO_FIELDS) -> bool:
    """Return whether a publication is one that a query asks for; all are when it asks for nothing that can be read.

    Args:
        paper: The publication.
        query: As BibTeX-Ruby reads it: a type, and conditions joined by ``&&`` or ``||``.
        fields: What its fields say, by lower-case name, where that is known better than from its BibTeX.
    """
    found = _QUERY.match(query.strip())
    if not found:
        return True
    if found[1] != "*" and found[1].lower() != paper.type.lower():
        return False
    if not found[2]:
        return True
    return any(all(_holds(paper, condition, fields) for condition in part.split("&&")) for part in found[2].split("||"))


def _holds(paper: Publication, condition: str, fields: Mapping[str, str]) -> bool:
    found = _CONDITION.fullmatch(condition)
    if not found:
        return value_of(paper, condition.strip(), fields) != ""
    value, operator, wanted = value_of(paper, found[1], fields).lower(), found[2], found[3].strip("\"'").lower()
    compared = {
        "=": value == wanted,
        "==": value == wanted,
        "!=": value != wanted,
        "~=": wanted.strip("/") in value,
        "^=": value.startswith(wanted),
    }
    return compared[operator] if operator in compared else _ordered(value, operator, wanted)


def _ordered(value: str, operator: str, wanted: str) -> bool:
    """Return whether two whole numbers stand as an operator says."""
    if not (value.isdecimal() and wanted.isdecimal() and len(value) + len(wanted) < 20):  # noqa: PLR2004 - digits
        return False
    left, right = int(value), int(wanted)
    return {">": left > right, "<": left < right, ">=": left >= right, "<=": left <= right}[operator]


def value_of(paper: Publication, name: str, fields: Mapping[str, str] = _NO_FIELDS) -> str:
    """Return a field of a publication as text; "" when it has none."""
    known = {
        "year": str(paper.year or ""),
        "month": str(paper.month or ""),
        "key": paper.key,
        "type": paper.type,
        "abbr": paper.abbr,
        "selected": "true" if paper.selected else "",
        "author": " and ".join(author.name for author in paper.authors),
        "title": plain_text(paper.title),
        **dict.fromkeys(("journal", "booktitle", "venue"), paper.venue),
    }
    if name in known:
        return known[name]
    if name.lower() in fields:
        return fields[name.lower()].strip()
    found = re.search(_FIELD.format(re.escape(name)), paper.bibtex[:20_000], re.MULTILINE | re.IGNORECASE)
    return found[1] if found else ""
