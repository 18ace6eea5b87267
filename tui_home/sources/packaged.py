"""Where the packaged homepage lies, and what a new one begins with."""

from __future__ import annotations

from pathlib import Path


def packaged_content() -> Path:
    """Return the folder of the packaged site: inside an installed package, else ``content/`` of the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_content"  # pyproject.toml's force-include puts content/ there
    return installed if installed.is_dir() else package.parent / "content"


def template_content() -> Path:
    """Return the folder of the small site that ``tui-home new`` writes; part of the package in every form of it."""
    return Path(__file__).resolve().parent / "template"
