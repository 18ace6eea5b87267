"""Pages of a site, and what is shown of them."""

from __future__ import annotations

from collections.abc import Callable

from tests.sources.conftest import Files
from tui_home.document.walk import text_of
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.sections import sections_of

Open = Callable[..., Site]


CONFIG = "url: https://ada.example\nfirst_name: Ada\nlast_name: Byron\npermalink: /blog/:year/:title/\n"


POST = "---\ntitle: A post\n---\nIt weaves.\n"


def page(title: str, body: str = "Some words.", **front: str) -> str:
    lines = (f"{key}: {value}" for key, value in {"layout": "page", "title": title, **front}.items())
    return "\n".join(("---", *lines, "---", body, ""))


def opened(site: Open, files: Files) -> Site:
    return site({"_config.yml": CONFIG, **files})


def bar(site: Site) -> list[str]:
    return [section.title for section in sections_of(site)][4:]


def shown(site: Site, name: str, article: str = "") -> str:
    section = next(section for section in sections_of(site) if section.id == name)
    return text_of(section.compose(site, View(article=article) if article else DEFAULT_VIEW))
