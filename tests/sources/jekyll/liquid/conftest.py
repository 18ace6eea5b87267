"""Pages with Liquid, evaluated in sites of a few files."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from tui_home.model.problem import Problem
from tui_home.sources.folder import Folder, Source
from tui_home.sources.jekyll.config import read_config
from tui_home.sources.jekyll.front_matter import read_page
from tui_home.sources.jekyll.liquid import evaluated
from tui_home.sources.jekyll.reading import Reading

CONFIG = "url: https://x.org\nbaseurl: /me\n"


class Evaluated(NamedTuple):
    """What a text became."""

    text: str
    problems: tuple[Problem, ...]

    @property
    def messages(self) -> list[str]:
        """What is wrong in it."""
        return [problem.message for problem in self.problems]


Evaluate = Callable[..., Evaluated]


@pytest.fixture
def liquid(folder: Callable[[dict[str, str | bytes]], Folder]) -> Evaluate:
    """Return what evaluates the body of a page in a site of the given files."""

    def made(
        text: str, files: dict[str, str | bytes] | None = None, *, front: str = "", path: str = "_pages/x.md"
    ) -> Evaluated:
        site = folder({"_config.yml": CONFIG, **(files or {})})
        reading = Reading(site, read_config(site)[0])
        page = read_page(Source(path, f"---\n{front}---\n{text}" if front else text))
        return Evaluated(*evaluated(page.body, page.origin, page, reading))

    return made
