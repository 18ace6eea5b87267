"""al-folio, the Jekyll theme: ``_config.yml``, ``_pages/``, ``_news/``, ``_bibliography/``, ``_data/``."""

from __future__ import annotations

from tui_home.model.problem import Problem
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.site import LOOKED_FOR, read, recognises


def inspect(folder: Folder, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return what `inspection.inspect` does; it is loaded for a check alone."""
    from tui_home.sources.jekyll.inspection import inspect  # noqa: PLC0415 - start-up

    return inspect(folder, problems)


__all__ = ["LOOKED_FOR", "inspect", "read", "recognises"]
