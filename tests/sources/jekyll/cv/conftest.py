"""Curricula vitae of a few lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui_home.document.walk import text_of
from tui_home.model.collections import Cv
from tui_home.model.inline import plain_text
from tui_home.model.problem import Problem
from tui_home.sources.folder import Folder, Source
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.cv.page import cv_page
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.tree import Tree

ADDRESS = "_config.yml", "url: https://ada.example\n"


class Said:
    """What a CV says, as plain texts."""

    def __init__(self, cv: Cv | None, problems: tuple[Problem, ...]) -> None:
        self.cv = cv
        self.problems = problems

    @property
    def titles(self) -> list[str]:
        return [part.title for part in self.cv.parts] if self.cv else []

    def entries(self, title: str) -> list[tuple[str, str, str, str, str]]:
        """Return when, title, subtitle, place and text of each entry of a part."""
        assert self.cv
        part = next(part for part in self.cv.parts if part.title == title)
        return [
            (entry.when, plain_text(entry.title), plain_text(entry.subtitle), entry.place, text_of(entry.blocks))
            for entry in part.entries
        ]

    def text(self, title: str) -> str:
        """Return what stands in a part without being an entry."""
        assert self.cv
        return text_of(next(part for part in self.cv.parts if part.title == title).blocks)


@pytest.fixture
def said(site: Callable[..., object]) -> Callable[..., Said]:
    """Return what reads a site of the given files and says what its CV says."""

    def read(files: dict[str, str]) -> Said:
        opened = site({ADDRESS[0]: ADDRESS[1], **files})
        cv: Cv | None = opened.cv  # type: ignore[attr-defined] # a Site
        problems: tuple[Problem, ...] = opened.problems  # type: ignore[attr-defined] # likewise
        return Said(cv, problems)

    return read


@pytest.fixture(scope="session")
def writing(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Writing]:
    """Return what makes a Writing of an empty site."""
    root: Path = tmp_path_factory.mktemp("cv")

    def made() -> Writing:
        reading = Reading(Folder(Tree(root)), Config())
        page = cv_page(reading, None)
        return Writing(reading, Source("_data/cv.yml", ""), page.page, page.base)

    return made
