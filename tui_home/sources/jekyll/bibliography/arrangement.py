"""The order of the publications and their headings: jekyll-scholar's ``sort_by``, ``group_by`` and their kin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from tui_home.model.site import Publication
from tui_home.sources.jekyll.bibliography.entry import Shelved
from tui_home.sources.jekyll.yaml_values import Mapping as Settings
from tui_home.text.dates import MONTHS
from tui_home.text.latex import latex_to_text
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_SOON = pattern(r"appear|press|forthcoming|accepted|submitted|review|preprint|progress|preparation|soon|draft|tba|tbd")
_DIGITS = 18
_NEXT = 10**6
"""The year of what is still to appear, for sorting."""
_LONGEST = 40
"""Characters of a heading."""
_PUBSTATES = {"inpress": "In press", "inpreparation": "In preparation", "prepublished": "To appear"}
_TYPE_NAMES = {
    "article": "Journal Articles",
    "book": "Books",
    "conference": "Conference Articles",
    "dataset": "Data Sets",
    "inbook": "Book Chapters",
    "incollection": "Book Chapters",
    "inproceedings": "Conference Articles",
    "manual": "Manuals",
    "mastersthesis": "Master’s Theses",
    "misc": "Miscellaneous",
    "patent": "Patents",
    "phdthesis": "PhD Theses",
    "report": "Reports",
    "techreport": "Technical Reports",
    "thesis": "Theses",
}
_TYPE_ALIASES = {"phdthesis": "thesis", "mastersthesis": "thesis"}

Rank = tuple[int, int, str]
"""Missing values first, numbers, then words."""
Keys = tuple[tuple[str, bool], ...]
_MISSING: Rank = (0, 0, "")
_MONTH = frozenset(("month", "month_numeric"))


def arranged(shelf: Iterable[Shelved], scholar: Settings) -> tuple[Publication, ...]:
    """Return the publications in the order of the page, each with the headings under which it stands.

    Without ``group_by`` they stand by year, newest first, as on al-folio's pages of every era; within a group without
    ``sort_by``, as in the files.

    Args:
        shelf: The publications in the order of the files.
        scholar: The configuration's ``scholar``.
    """
    kinds = _Kinds(scholar)
    papers = list(shelf)
    for name, descending in reversed(_keys(scholar, "sort_by", "order", ())):
        papers.sort(key=partial(_rank, name=name, kinds=kinds), reverse=descending)
    groups = _keys(scholar, "group_by", "group_order", (("year", True),))
    for name, descending in reversed(groups):
        last = (-1, 0, "") if descending else (9, 0, "")
        papers.sort(key=partial(_in_group, name=name, kinds=kinds, last=last), reverse=descending)
    names = [name for name, _ in groups]
    return tuple(_headed(one, names, kinds) for one in papers)


def _keys(scholar: Settings, by: str, order: str, default: Keys) -> Keys:
    """Return fields, each with whether its greatest value comes first; of the orders the last counts for the rest."""
    names, orders = _words(scholar.texts(by)), _words(scholar.texts(order)) or ("ascending",)
    if not names:
        return default
    directions = (orders[min(index, len(orders) - 1)] for index in range(len(names)))
    return tuple(
        (name, direction.startswith(("desc", "reverse")))
        for name, direction in zip(names, directions, strict=True)
        if name != "none"
    )


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.strip().lower() for text in texts for word in text.split(",") if word.strip())


class _Kinds:
    """What the configuration says about types of entries."""

    def __init__(self, scholar: Settings) -> None:
        names, own = scholar.mapping("type_names"), scholar.mapping("type_aliases")
        self.names = _TYPE_NAMES | {kind.lower(): printable(names.text(kind)) for kind in names}
        self.order = [word.lower() for word in scholar.texts("type_order")]
        asked = {*map(str.lower, names), *self.order}  # a type that is named by itself is not one with others
        self._aliases = {kind: other for kind, other in _TYPE_ALIASES.items() if kind not in asked}
        if "type_aliases" in scholar:
            self._aliases = {kind.lower(): own.text(kind).lower() for kind in own}

    def group(self, kind: str) -> str:
        """Return the type that stands for a type: all theses are one."""
        return self._aliases.get(kind) or kind

    def rank(self, kind: str) -> Rank:
        return (1, self.order.index(kind), "") if kind in self.order else (2, 0, kind)


def _in_group(one: Shelved, *, name: str, kinds: _Kinds, last: Rank) -> Rank:
    if name == "type":
        return kinds.rank(kinds.group(one.paper.type))
    rank = _rank(one, name=name, kinds=kinds)
    return last if rank == _MISSING else rank


def _rank(one: Shelved, *, name: str, kinds: _Kinds) -> Rank:
    """Return where a publication stands by a field, from the least."""
    paper = one.paper
    if name == "year":
        year = paper.year or (_NEXT if _soon(one.fields) else 0)
        return (1, year, "") if year else _MISSING
    if name in _MONTH:
        return (1, paper.month, "") if paper.month else _MISSING
    if name == "type":
        return kinds.rank(paper.type)
    text = one.fields.get(name, "").strip()
    if text.isdecimal() and len(text) <= _DIGITS:
        return (1, int(text), "")
    return (2, 0, latex_to_text(text).casefold()) if text else _MISSING


def _soon(fields: Mapping[str, str]) -> str:
    """Return what an entry says in place of its year: "To appear"."""
    state = fields.get("pubstate", "").lower()
    said = _PUBSTATES.get(state, state) or fields.get("year", "")
    text = printable(latex_to_text(said)).strip() if said and _SOON.search(said.lower()) else ""
    return text[:1].upper() + text[1:_LONGEST]


def _headed(one: Shelved, names: Iterable[str], kinds: _Kinds) -> Publication:
    headings = tuple(_heading(one, name, kinds) for name in names) or ("",)
    return one.paper if headings == (str(one.paper.year),) else replace(one.paper, groups=headings)


def _heading(one: Shelved, name: str, kinds: _Kinds) -> str:
    paper = one.paper
    if name == "year":
        return str(paper.year) if paper.year else _soon(one.fields) or "Undated"
    if name in _MONTH:
        return MONTHS[paper.month - 1] if paper.month else "Undated"
    if name == "type":
        kind = kinds.group(paper.type)
        return kinds.names.get(kind) or printable(kind).capitalize()
    return printable(latex_to_text(one.fields.get(name, ""))).strip()[:_LONGEST] or "Other"
