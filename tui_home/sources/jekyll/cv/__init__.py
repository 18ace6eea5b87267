"""The curriculum vitae, in whichever form a site has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.model.problem import Problem

if TYPE_CHECKING:
    from tui_home.model.collections import Cv
    from tui_home.sources.jekyll.front_matter import Page
    from tui_home.sources.jekyll.reading import Reading

CV_FILES = ("cv.yml", "cv.yaml", "cv.json")
RESUME_FILES = ("resume.json", "resume.yml", "resume.yaml")
RESUME = "assets/json/resume.json"


def read_cv(reading: Reading, shown_on: Page | None) -> tuple[Cv | None, tuple[Problem, ...]]:
    """Return the curriculum vitae, and what is wrong in it; None when the site has none of its own, or hides it.

    Args:
        reading: The site.
        shown_on: The page that shows it, where the site publishes one.
    """
    if not shown_on and not _has_files(reading):
        return None, ()
    from tui_home.sources.jekyll.cv.reader import read  # noqa: PLC0415 - start-up: many sites have none

    return read(reading, shown_on)


def _has_files(reading: Reading) -> bool:
    if reading.languages.all or "jekyll_get_json" in reading.config.raw:
        return True
    return any(map(reading.folder.has, (*(f"_data/{name}" for name in (*CV_FILES, *RESUME_FILES)), RESUME)))


__all__ = ["read_cv"]
