"""al-folio, the Jekyll theme: ``_config.yml``, ``_pages/``, ``_news/``, ``_bibliography/``, ``_data/``."""

from __future__ import annotations

from tui_home.model.site import Site
from tui_home.sources.folder import Folder

LOOKED_FOR = "_config.yml or _pages/about.md"


def recognises(folder: Folder) -> bool:
    """Return whether the folder is laid out as al-folio's."""
    from tui_home.sources.jekyll import site  # noqa: PLC0415 - a Site that was kept needs no reader

    return site.recognises(folder)


def read(folder: Folder) -> Site:
    """Return the Site in the folder. Whatever is wrong becomes a Problem and leaves the rest as it is."""
    from tui_home.sources.jekyll import site  # noqa: PLC0415 - a Site that was kept needs no reader

    return site.read(folder)
