"""``_config.yml``: whose site it is, where it stands on the web, whose papers count as the owner's."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui_home.model.problem import Problem
from tui_home.model.site import Name
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.safe import printable
from tui_home.text.urls import safe_url

CONFIG_FILES = ("_config.yml", "_config.yaml")

DISPLAY_ONLY = frozenset(
    (
        *("abbr", "abstract", "additional_info", "altmetric", "annotation", "arxiv", "award", "award_name"),
        *("bibtex_show", "blog", "code", "dimensions", "google_scholar_id", "html", "inspirehep_id", "pdf", "poster"),
        *("preview", "selected", "slides", "supp", "video", "website"),
    )
)
"""BibTeX fields that mean something to al-folio only: the default of its ``filtered_bibtex_keywords``."""


@dataclass(frozen=True, slots=True)
class Config:
    """What other readers ask of the configuration."""

    raw: Mapping = field(default_factory=Mapping)
    file: str = CONFIG_FILES[0]
    name: Name = field(default_factory=Name)
    title: str = ""
    """The site's own title; empty when the owner's name stands for it."""
    url: str = ""
    """Address of the site's root on the web, without a slash at the end; empty when unknown."""
    host: str = ""
    """Its scheme and host alone: Jekyll's ``url``."""
    baseurl: str = ""
    """The folder of the site on that host, with a slash before it; empty for the host's root."""
    owner_firsts: tuple[str, ...] = ()
    owner_lasts: tuple[str, ...] = ()
    bibliography: str = ""
    """File or pattern below `bibliography_folder`; empty when the configuration names none."""
    bibliography_folder: str = "_bibliography"
    news_folder: str = "_news"
    news_limit: int | None = None
    display_only: frozenset[str] = DISPLAY_ONLY
    exclude: frozenset[str] = frozenset()
    """Files that the site leaves out."""

    def asset(self, path: str, folder: str = "") -> str:
        """Return the web address of a file of the site, or of anything that is an address already; "" if unknown.

        Args:
            path: A URL, a path from the site's root, or a file name.
            folder: Where a bare file name lies: "/assets/pdf/".
        """
        path = path.strip()
        if "://" in path or path.startswith(("//", "mailto:")):
            return safe_url(path)
        if not path or not self.url:
            return ""
        return safe_url(self.url + (path if path.startswith("/") else f"{folder or '/'}{path}"))


def read_config(folder: Folder) -> tuple[Config, tuple[Problem, ...]]:
    """Return the configuration and what is wrong in it; without a file, what al-folio takes for granted."""
    source = next((source for file in CONFIG_FILES if (source := folder.read(file))), None)
    if source is None:
        return Config(), ()
    parsed = yaml.parse(source.text, source.origin)
    raw = parsed.mapping
    scholar = raw.mapping("scholar")
    name = Name(*(printable(raw.text(f"{part}_name")) for part in ("first", "middle", "last")))
    title = printable(raw.text("title") or raw.text("name"))
    collections = raw.text("collections_dir").strip("/")
    owner = _owner(scholar, raw)
    host = safe_url(raw.text("url"), schemes=("http", "https")).rstrip("/")
    base = "/" + raw.text("baseurl").strip("/") if raw.text("baseurl").strip("/") else ""
    config = Config(
        raw,
        source.path,
        name,
        "" if title.lower() == "blank" else title,
        host + base if host else "",
        host,
        base,
        owner[0],
        owner[1],
        scholar.text("bibliography"),
        scholar.text("source").strip("./") or "_bibliography",
        f"{collections}/_news" if collections else "_news",
        raw.number("news_limit"),
        frozenset(word.lower() for word in raw.texts("filtered_bibtex_keywords")) or DISPLAY_ONLY,
        frozenset(raw.texts("exclude")),
    )
    return config, parsed.problems


def _owner(scholar: Mapping, raw: Mapping) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the owner's first and last names: ``scholar``'s, unless they are still al-folio's example."""
    firsts, lasts = scholar.texts("first_name"), scholar.texts("last_name")
    if lasts and tuple(word.lower() for word in lasts) != ("einstein",):
        return firsts or raw.texts("first_name"), lasts
    own = raw.texts("last_name")
    return (raw.texts("first_name"), own) if own else (firsts, lasts)
