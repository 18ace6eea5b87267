"""The publications of a site, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.model.site import Publication
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.bibliography.arrangement import arranged
from tui_home.sources.jekyll.bibliography.entry import Context, Shelved, publication
from tui_home.sources.jekyll.bibliography.files import bib_files, listed_parts
from tui_home.sources.jekyll.bibliography.headings import under_headings
from tui_home.sources.jekyll.bibliography.metrics import metrics_of
from tui_home.sources.jekyll.bibliography.records import Bibliography, Record, parse
from tui_home.sources.jekyll.bibliography.values import text_of, undefined
from tui_home.sources.jekyll.coauthors import Coauthors
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.demo import Demo, demo_of
from tui_home.sources.jekyll.front_matter import split
from tui_home.sources.jekyll.venues import read_venues
from tui_home.text.safe import printable
from tui_home.text.unique import unique

_BIB_LIMIT = 8 << 20
"""Bytes of one ``.bib`` file that are read."""
_MOST_NAMES = 20
"""Undefined names of a file that are listed."""


def read_publications(
    folder: Folder, config: Config, coauthors: Coauthors
) -> tuple[tuple[Publication, ...], tuple[Problem, ...]]:
    """Return the publications in the order of the site, and what is wrong in the files."""
    files, problems = _parsed(folder, config)
    if not files:
        return (), tuple(problems)
    venues, more = read_venues(folder)
    problems += more
    strings = {name: text for found in reversed(files) for name, text in found.strings.items()}
    every = [record for found in files for record in (*found.data, *found.records)]
    by_key = {record.key.lower(): record for record in reversed(every)}
    context = Context(config, coauthors, venues, metrics_of(folder, config), by_key)
    taken: dict[str, int] = {}
    seen: dict[tuple[str, str], int] = {}
    shelf: list[Shelved] = []
    places: dict[str, str] = {}
    for number, found in enumerate(files):
        known = {**strings, **found.strings}
        problems += _undefined(found, known)
        for record in found.records:
            identity = (record.key.lower(), text_of(record.raw("title"), known).casefold())
            if seen.setdefault(identity, number) == number:  # within one file each entry counts
                shelf.append(publication(record, unique(printable(record.key) or "untitled", taken), known, context))
                places[shelf[-1].paper.key] = record.origin.file
                problems += _untitled(record, shelf[-1])
    papers = _asked(arranged(shelf, config.raw.mapping("scholar")), config)
    return under_headings(papers, shelf, places, listed_parts(folder)), tuple(problems)


def _parsed(folder: Folder, config: Config) -> tuple[list[Bibliography], list[Problem]]:
    files: list[Bibliography] = []
    problems: list[Problem] = []
    demo = demo_of(config)
    for path in bib_files(folder, config):
        source = folder.read(path, limit=_BIB_LIMIT)
        if source is not None:
            parts = split(source.text)  # al-folio's files begin with an empty YAML header
            found, more = _without_examples(parse(parts.body, Origin(source.path, parts.body_line)), demo)
            files.append(found)
            problems += (*found.problems, *more)
    return files, problems


def _without_examples(found: Bibliography, demo: Demo) -> tuple[Bibliography, list[Problem]]:
    """Return a file without the publications that the theme brings, and a Problem for each of them."""
    told = {record: demo.publication(record.key, record.raw("author"), record.origin) for record in found.records}
    kept = tuple(record for record in found.records if told[record] is None)
    return found._replace(records=kept), [problem for problem in told.values() if problem]


def _asked(papers: tuple[Publication, ...], config: Config) -> tuple[Publication, ...]:
    """Return the publications that the configuration's query asks for; all of them when it asks for none at all."""
    query = config.raw.mapping("scholar").text("query")
    if query in {"", "@*"}:
        return papers
    from tui_home.sources.jekyll.liquid.query import matching  # noqa: PLC0415 - liquid itself reads publications

    return tuple(paper for paper in papers if matching(paper, query)) or papers


def _untitled(record: Record, made: Shelved) -> Iterator[Problem]:
    if not made.fields.get("title"):
        message = f"The entry “{printable(record.key)}” has no title; its key is shown"
        yield record.origin.problem(Severity.WARNING, message, "give it a title")


def _undefined(found: Bibliography, strings: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a Problem for each name that no ``@string`` defines, once a file."""
    seen: set[str] = set()
    for record in found.records:
        for name, raw in record.fields:
            for word in undefined(name, raw, strings):
                if word.lower() in seen or len(seen) >= _MOST_NAMES:
                    continue
                seen.add(word.lower())
                message = f"No @string defines “{printable(word)}”; the name itself is shown"
                yield record.origin.problem(Severity.WARNING, message, "define it, or put braces round the text")
