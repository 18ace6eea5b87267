"""The headings under which a site's own page lists its publications: "Working papers", with a query for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui_home.model.site import Publication
from tui_home.sources.jekyll.bibliography.entry import Shelved
from tui_home.text.paths import stem
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_PIECE = pattern(
    r"\{%-?\s{0,9}(?P<tag>bibliography|for|tablerow|endfor|endtablerow)\b(?P<args>[^%]{0,600})%\}"
    r"|<h[1-6](?:\s[^<>]{0,300})?>(?P<html>[^\n]{1,200}?)</h[1-6]>"
    r"|^[ ]{0,3}#{1,6}[ \t]+(?P<line>[^\n]{1,200})$",
    re.MULTILINE,
)
_FILE = pattern(r"(?:-f|--file)[\s=]{1,9}[\"']?([\w./*-]{1,100})")
_QUERY = pattern(r"(?:-q|--query)[\s=]{1,9}[\"']?(@(?:\*|\w{1,40})(?:\[[^\[\]]{0,500}\])?)")
_UNGROUPED = pattern(r"(?:-g|--group_by)[\s=]{1,9}[\"']?none\b")
_MARKUP = pattern(r"<[^<>]{0,300}>|\{[:#][^{}\n]{0,300}\}|#+\s*$|[*_`]")
_LONGEST = 60
_MOST = 40


class Part(NamedTuple):
    """One list of the page."""

    heading: str
    file: str = ""
    """The ``.bib`` file that it lists, as the page names it; empty for all."""
    query: str = ""
    """What it lists of them; empty for everything."""
    grouped: bool = True
    """Whether the usual groups stand below the heading."""


def parts_of(body: str) -> tuple[Part, ...]:
    """Return the lists of a page of publications; none when it has but one, or they are no list with a heading each.

    Args:
        body: The page without its HTML comments.
    """
    parts: list[Part] = []
    heading, loops = "", 0
    for found in _PIECE.finditer(body):
        tag, args = found["tag"], found["args"] or ""
        if not tag:
            heading = _MARKUP.sub("", found["html"] or found["line"]).strip()
        elif tag != "bibliography":
            loops += -1 if tag.startswith("end") else 1
        else:
            file, query = _FILE.search(args), _QUERY.search(args)
            if loops or not heading or "{" in heading or not (file or query) or len(parts) >= _MOST:
                return ()
            written = (file[1] if file else "", query[1] if query else "")
            parts.append(Part(printable(heading)[:_LONGEST], *written, grouped=not _UNGROUPED.search(args)))
    return tuple(parts) if len({part.heading for part in parts}) > 1 else ()


def under_headings(
    papers: Sequence[Publication], shelf: Iterable[Shelved], files: Mapping[str, str], parts: Sequence[Part]
) -> tuple[Publication, ...]:
    """Return the publications as the page lists them, each where it comes first; those it leaves out stand last.

    Args:
        papers: All of them, in the order of the site.
        shelf: The same with their fields.
        files: The file of each, by key.
        parts: What the page lists. When that is less than half of them, it says nothing of their order.
    """
    fields = {one.paper.key: one.fields for one in shelf} if parts else {}
    place = {paper.key: _place(paper, fields[paper.key], files, parts) for paper in papers} if parts else {}
    left = sum(number == len(parts) for number in place.values())
    if not parts or 2 * left > len(papers) or len(set(place.values())) == 1:
        return tuple(papers)
    return tuple(_placed(paper, place[paper.key], parts) for paper in sorted(papers, key=lambda one: place[one.key]))


def _place(paper: Publication, fields: Mapping[str, str], files: Mapping[str, str], parts: Sequence[Part]) -> int:
    from tui_home.sources.jekyll.liquid.query import matching  # noqa: PLC0415 - liquid itself reads publications

    for number, part in enumerate(parts):
        name = part.file.rpartition("/")[2].removesuffix(".bib")
        if name and stem(files.get(paper.key, "")) != name:
            continue
        if not part.query or matching(paper, part.query, fields):
            return number
    return len(parts)


def _placed(paper: Publication, number: int, parts: Sequence[Part]) -> Publication:
    usual = paper.groups or (str(paper.year) if paper.year else "Undated",)
    if number == len(parts):
        return replace(paper, groups=("Other", *usual))
    part = parts[number]
    if not part.grouped:
        return replace(paper, groups=(part.heading,))
    return paper if usual[0] == part.heading else replace(paper, groups=(part.heading, *usual))
