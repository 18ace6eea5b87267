"""Where the packaged homepage lies."""

from __future__ import annotations

from pathlib import Path


def packaged_content() -> Path:
    """Return the folder of the packaged site: inside an installed package, else ``content/`` of the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_content"  # pyproject.toml's force-include puts content/ there
    return installed if installed.is_dir() else package.parent / "content"
