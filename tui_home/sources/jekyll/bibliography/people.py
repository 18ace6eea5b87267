"""The authors of an entry."""

from __future__ import annotations

import re

from tui_home.model.problem import Origin
from tui_home.model.site import Author
from tui_home.sources.jekyll.bibliography.wording import plain
from tui_home.sources.jekyll.coauthors import Coauthors
from tui_home.sources.jekyll.config import Config
from tui_home.text.latex import latex_to_text
from tui_home.text.names import in_order, is_owner, parse_name
from tui_home.text.patterns import pattern

_AND = pattern(r"[{}]|(?<=\s)and(?=\s)|,?(?<=[\s,])(?=et\.?\s+al\b)", re.IGNORECASE)
_OTHER_AND = pattern(r"\s*;\s*|\s+\\?&(?:amp;)?\s+")
_RAISED = pattern(
    r"\$[^$]{0,60}\^[^$]{0,60}\$|<sup>[^<]{0,60}</sup>|\\(?:textsuperscript|thanks|footnote(?:mark)?)\s{0,3}\{[^{}]{0,200}\}",
    re.IGNORECASE,
)
"""What stands above a name: marks of equal contribution and numbers of affiliations."""
_MARKS = str.maketrans("", "", "*∗⁎✱†‡§¶‖&^#+⁺★☆⋆♠♣♦♥◊◇✉⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Their signs, of which al-folio's ``_layouts/bib.liquid`` takes off a few."""
_NUMBER = pattern(r"(?<=[^\W\d_])\d{1,2}(?:,\d{1,2})*(?=[\s,]|$)")
_NAMESAKE = pattern(r"(?<=\s)0\d{3}$")
"""DBLP's numbers of people of the same name."""
_PART = pattern(r"\s*(given|family|prefix|suffix)\s*=\s*\"?([^,\"=]*)\"?\s*(?:,|$)")
"""Of a name in biblatex's extended format."""
_GROUP = pattern(r"\{([^{}\\$]*[\s,][^{}\\$]*)\}")
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand for braces that hold a name together, while LaTeX is decoded."""
_BRACES = str.maketrans(_OPEN + _CLOSE, "{}")
_OTHERS = frozenset(("others", "et al", "et al.", "et. al.", "..."))
_MAX_AUTHORS = 5000
AND_OTHERS = Author("et al.")
"""What stands for BibTeX's ``and others``."""


def authors_of(written: str, config: Config, coauthors: Coauthors, origin: Origin) -> tuple[Author, ...]:
    """Return the authors that a field names, first names first, the owner marked.

    Args:
        written: The field's text: names joined by "and", LaTeX kept.
        config: Whose ``scholar`` names are the owner's.
        coauthors: Whose pages are known.
        origin: The entry's place.
    """
    found = (_author(name, config, coauthors, origin) for name in names(written)[:_MAX_AUTHORS])
    return tuple(author for author in found if author.name)


def names(written: str) -> list[str]:
    """Return the names in a list, split at "and" outside braces; where nothing else divides them, at other signs."""
    written = f" {written} "
    found: list[str] = []
    depth = start = 0
    for mark in _AND.finditer(written):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(depth - 1, 0)
        elif depth == 0:
            found.append(written[start : mark.start()])
            start = mark.end()
    found.append(written[start:])
    if len(found) == 1:
        found = _divided_otherwise(found[0])
    return [name.strip().strip(",").strip() for name in found if name.strip(" \t\r\n,")]


def _divided_otherwise(written: str) -> list[str]:
    """Return the names of a list that knows no "and": "Ann Doe, Bob Roe, Eve Poe", "Doe, Ann; Roe, Bob"."""
    if "{" in written and "\\" not in written:
        return [written]
    parts = _OTHER_AND.split(written)
    if len(parts) > 1:
        return parts
    parts = written.split(",")
    whole = len(parts) > 2 and all(len(part.split()) > 1 for part in parts)  # noqa: PLR2004 - two are Last, First
    return parts if whole else [written]


def _author(written: str, config: Config, coauthors: Coauthors, origin: Origin) -> Author:
    if written.lower() in _OTHERS:
        return AND_OTHERS
    text = _RAISED.sub("", written)
    if "\\" in text or "$" in text:
        text = latex_to_text(_GROUP.sub(rf"{_OPEN}\1{_CLOSE}", text)).translate(_BRACES)
    if text.startswith("{") and text.endswith("}") and text.count("{") == 1:
        return Author(plain(text, origin))  # braces round the whole: an organisation
    text = _NAMESAKE.sub("", _NUMBER.sub("", text.translate(_MARKS)))
    if "=" in text:
        text = _extended(text)
    if "<" in text or "&" in written:
        text = plain(text, origin)
    name = parse_name(text)
    owner = is_owner(name, config.owner_firsts, config.owner_lasts)
    return Author(plain(in_order(name) or text, origin), owner, "" if owner else coauthors.url(name))


def _extended(written: str) -> str:
    """Return ``family=Fontaine, given=Jean, prefix=de la`` as other names are written."""
    parts: dict[str, str] = {part[1]: part[2] for part in _PART.finditer(written)}
    last = " ".join(part for name in ("prefix", "family", "suffix") if (part := parts.get(name, "").strip()))
    return f"{last}, {parts.get('given', '')}" if last else written
