"""The authors of an entry."""

from __future__ import annotations

import re

from tui_home.model.problem import Origin
from tui_home.model.site import Author
from tui_home.sources.jekyll.bibliography.wording import plain
from tui_home.sources.jekyll.coauthors import Coauthors
from tui_home.sources.jekyll.config import Config
from tui_home.text.latex import latex_to_text
from tui_home.text.names import is_owner, parse_name
from tui_home.text.patterns import pattern

_AND = pattern(r"[{}]|(?<=\s)and(?=\s)", re.IGNORECASE)
_MARKS = str.maketrans("", "", "*∗†‡§¶‖&^")
"""The signs of equal contribution that al-folio's ``_layouts/bib.liquid`` takes off names."""
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
    return tuple(_author(name, config, coauthors, origin) for name in names(written)[:_MAX_AUTHORS])


def names(written: str) -> list[str]:
    """Return the names in a list, split at "and" outside braces."""
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
    return [name.strip().strip(",").strip() for name in found if name.strip(" \t\r\n,")]


def _author(written: str, config: Config, coauthors: Coauthors, origin: Origin) -> Author:
    if written.lower() == "others":
        return AND_OTHERS
    unmarked = latex_to_text(written).translate(_MARKS) if "\\" in written else written.translate(_MARKS)
    text = plain(unmarked, origin)
    if written.startswith("{") and written.endswith("}") and "," not in text:
        return Author(text)  # braces round the whole: an organisation
    name = parse_name(text)
    owner = is_owner(name, config.owner_firsts, config.owner_lasts)
    return Author(name.full or text, owner, "" if owner else coauthors.url(name))
