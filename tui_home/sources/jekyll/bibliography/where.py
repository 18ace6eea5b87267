"""Where a publication appeared, as a reader wants to have it said, for each type of entry."""

from __future__ import annotations

from collections.abc import Mapping

from tui_home.model.problem import Origin
from tui_home.sources.jekyll.bibliography.wording import plain

_NAMED = ("journal", "journaltitle", "booktitle", "eventtitle", "maintitle")
_MAKERS = ("school", "institution", "organization", "publisher")
_THESES = {
    **dict.fromkeys(("phdthesis", "dissertation"), "PhD thesis"),
    "thesis": "Thesis",
    **dict.fromkeys(("mastersthesis", "mathesis", "masterthesis"), "Master’s thesis"),
    **dict.fromkeys(("bachelorsthesis", "bathesis", "bachelorthesis"), "Bachelor’s thesis"),
    "habilitation": "Habilitation",
}
_REPORTS = frozenset(("techreport", "report", "manual", "standard"))
_BOOKS = frozenset(("book", "inbook", "incollection", "collection", "proceedings"))
_KEYWORDS = {**_THESES, "techreport": "Technical report", "resreport": "Research report", "software": "Software"}
"""What biblatex's ``type`` may say in one word."""


def venue_of(kind: str, fields: Mapping[str, str], origin: Origin) -> str:
    """Return the full name of journal, conference, school …; "" when nothing says it.

    Args:
        kind: The entry's type, lower case.
        fields: What its fields say, by lower-case name.
        origin: Its place.
    """

    def said(*names: str) -> str:
        return next((text for name in names if (text := plain(fields.get(name, ""), origin))), "")

    written = said("type")
    sort = _KEYWORDS.get(written.lower(), written)
    if kind in _THESES:
        return _joined(sort or _THESES[kind], said(*_MAKERS, "university"))
    if kind in _REPORTS:
        name = sort or ("Technical report" if kind == "techreport" else "")
        return _joined(
            f"{name} {said('number')}".strip() if name else "", said("institution", *_MAKERS, "howpublished")
        )
    if kind == "patent":
        return _joined(f"{sort or 'Patent'} {said('number')}".strip(), said("holder", "assignee"))
    if kind in _BOOKS:
        return said(*_NAMED, "series", "publisher", *_MAKERS)
    how = said("howpublished")
    named = said(*_NAMED, *_MAKERS) or ("" if "://" in how or how.startswith("www.") else how)
    return named or sort or ("arXiv" if _is_preprint(fields) else "")


def _is_preprint(fields: Mapping[str, str]) -> bool:
    return (
        bool(fields.get("arxiv")) or "arxiv" in (fields.get("archiveprefix", "") + fields.get("eprinttype", "")).lower()
    )


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
