"""Which ``.bib`` files count, and their publications in order."""

from __future__ import annotations

from fnmatch import fnmatchcase

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.model.site import Publication
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.bibliography.entry import Context, publication
from tui_home.sources.jekyll.bibliography.records import parse
from tui_home.sources.jekyll.coauthors import Coauthors
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.demo import demo_of
from tui_home.sources.jekyll.front_matter import split
from tui_home.text.safe import printable

_BIB_LIMIT = 8 << 20
"""Bytes of one ``.bib`` file that are read."""
_DEFAULT = "papers.bib"


def read_publications(
    folder: Folder, config: Config, coauthors: Coauthors
) -> tuple[tuple[Publication, ...], tuple[Problem, ...]]:
    """Return the publications, newest first, and what is wrong in the files.

    Within a year the months count, then the order of the file, as in al-folio.
    """
    publications: list[Publication] = []
    problems: list[Problem] = []
    taken: dict[str, int] = {}
    demo = demo_of(config)
    for path in bib_files(folder, config):
        source = folder.read(path, limit=_BIB_LIMIT)
        if source is None:
            continue
        parts = split(source.text)  # al-folio's files begin with an empty YAML header
        found = parse(parts.body, Origin(source.path, parts.body_line))
        problems += found.problems
        by_key = {record.key.lower(): record for record in found.records}
        context = Context(found.strings, config, coauthors, by_key)
        for record in found.records:
            if example := demo.publication(record.key, record.raw("author"), record.origin):
                problems.append(example)
                continue
            publications.append(made := publication(record, _unique(record.key, taken), context))
            if not made.title:
                message = f"The entry “{printable(record.key)}” has no title"
                problems.append(record.origin.problem(Severity.WARNING, message, "give it a title"))
    publications.sort(key=lambda paper: (paper.year or 0, paper.month), reverse=True)
    return tuple(publications), tuple(problems)


def bib_files(folder: Folder, config: Config) -> tuple[str, ...]:
    """Return the files that hold the papers: those that the configuration names, else papers.bib, else all."""
    root = config.bibliography_folder
    every = folder.list(root, (".bib", ".bibtex"))
    for wanted in (config.bibliography, _DEFAULT):
        pattern = f"{root}/{wanted.lstrip('/')}"
        named = tuple(
            path for path in every if path == pattern or fnmatchcase(path, pattern) or path == f"{pattern}.bib"
        )
        if wanted and named:
            return named
    return every


def _unique(key: str, taken: dict[str, int]) -> str:
    """Return the key, with a number when another entry has it already; remember it."""
    unique = base = printable(key) or "untitled"
    while unique in taken:
        taken[base] += 1
        unique = f"{base}-{taken[base]}"
    taken[unique] = 1
    return unique
