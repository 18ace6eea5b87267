"""Which of a site's files is its curriculum vitae, and what it says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui_home.model.collections import Cv, CvPart
from tui_home.model.inline import Link, LinkKind
from tui_home.model.problem import Problem
from tui_home.sources.folder import Source
from tui_home.sources.jekyll.cv import CV_FILES, RESUME, RESUME_FILES
from tui_home.sources.jekyll.cv.data import Data, mapping_of, read_data
from tui_home.sources.jekyll.cv.examples import without_examples
from tui_home.sources.jekyll.cv.listed_form import read_listed
from tui_home.sources.jekyll.cv.page import CvPage, cv_page
from tui_home.sources.jekyll.cv.sectioned_form import read_sectioned
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping

_RENDERCV, _JSONRESUME = "rendercv", "jsonresume"


class _Candidate(NamedTuple):
    source: Source
    data: Data


def read(reading: Reading, shown_on: Page | None) -> tuple[Cv | None, tuple[Problem, ...]]:
    """Return what `read_cv` does.

    Of several files the first that holds more than al-folio's example counts, in the order of al-folio's
    ``_layouts/cv.liquid``: the page's ``cv_format``; else RenderCV's form, then JSON Resume where the configuration
    fetches it, then al-folio's own form. A file without a page to show it counts
    where the owner has made all of it their own.

    Args:
        reading: The site.
        shown_on: The page that shows it, where the site publishes one.
    """
    page = cv_page(reading, shown_on)
    if page.hidden:
        return None, ()
    problems: list[Problem] = []
    parts: tuple[CvPart, ...] = ()
    for candidate in _candidates(reading, page):
        parts, more = _parts(reading, page, candidate)
        problems += more
        if parts:
            break
    pdf = _pdf(reading, page)
    return (Cv(parts, pdf) if parts or pdf else None), tuple(problems)


def _candidates(reading: Reading, page: CvPage) -> list[_Candidate]:
    """Return the files that there are, the likeliest first; a file is read only while it may still be needed."""
    wanted = page.front.text("cv_format").lower()
    cv = _first(reading.data(name) for name in CV_FILES)
    own = _first(reading.data(name) for name in RESUME_FILES)
    fetched = _fetched(reading)
    resume = own or _first(reading.folder.read(path) for path in (*fetched, RESUME))
    is_rendercv = cv is not None and "cv" in mapping_of(cv.data.value)
    is_fetched = bool(own or fetched)
    first_resume = bool(page.only) or wanted == _JSONRESUME or (wanted != _RENDERCV and not is_rendercv and is_fetched)
    ordered = (resume, cv) if first_resume else (cv, resume)
    return [candidate for candidate in ordered if candidate]


def _fetched(reading: Reading) -> list[str]:
    """Return the files that jekyll-get-json is configured to read as ``site.data.resume``."""
    value = reading.config.raw.get("jekyll_get_json")
    wanted = [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, Mapping)]
    files = [item.text("json").strip("/") for item in wanted if item.text("data") == "resume"]
    return [file for file in files if file and "://" not in file]


def _first(sources: Iterable[Source | None]) -> _Candidate | None:
    """Return the first file that there is, read; those after it are not opened."""
    source = next(filter(None, sources), None)
    return _Candidate(source, read_data(source)) if source else None


def _parts(reading: Reading, page: CvPage, candidate: _Candidate) -> tuple[tuple[CvPart, ...], list[Problem]]:
    """Return what a file says besides al-folio's example, and the Problems in it."""
    source, (value, faults) = candidate
    demo = reading.demo
    written = "\n".join(line for line in source.text.split("\n") if not line.lstrip().startswith("#"))
    if example := demo.cv(written, source.path):
        return (), [example]
    writing = Writing(reading, source, page.page, page.base)
    if isinstance(value, list):
        parts = read_listed(writing, value)
    else:
        parts = read_sectioned(writing, value, reading.config.raw.texts("jsonresume"), page.only)
    problems = [*faults, *writing.problems]
    if not demo.itself:
        parts, left_out = without_examples(parts, source.path)
        problems += left_out
        if left_out and page.missing:
            return (), problems
    return parts, problems


def _pdf(reading: Reading, page: CvPage) -> Link | None:
    """Return the CV as a file: a bare name means one in al-folio's folder, unless it lies at the root."""
    written = page.front.text("cv_pdf")
    if not written or reading.demo.file(written):
        return None
    folder = "/" if reading.folder.has(written) else "/assets/pdf/"
    url = reading.config.asset(written, folder if "/" not in written else "/")
    return Link(LinkKind.WEB, "CV as PDF", url) if url else None
