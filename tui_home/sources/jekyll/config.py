"""``_config.yml``: whose site it is, where it stands on the web, whose papers count as the owner's."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from tui_home.model.inline import plain_text
from tui_home.model.problem import Origin, Problem, Severity
from tui_home.model.site import Name
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.patterns import pattern
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

_DEMO_NAMES = frozenset(("your name", "you name", "you r. name"))
"""Whose site al-folio's own demo is."""
_DEMO_HOST = "https://alshedivat.github.io"
_DEMO_LASTS, _DEMO_FIRSTS = ("einstein",), frozenset(("albert", "a.", "a"))
_HOST_NAME = pattern(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?:/[^\s]*)?")
_NAME_WORDS = range(2, 5)
_LONGEST_NAME = 256
_MOST_EXCLUDED = 150
"""What the configuration may exclude; each is compared with every page."""


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
    posts_limit: int | None = None
    display_only: frozenset[str] = DISPLAY_ONLY
    exclude: frozenset[str] = frozenset()
    """Files, folders and patterns that the site leaves out."""

    def excludes(self, path: str) -> bool:
        """Return whether Jekyll leaves a file out: itself, its folder, or by a pattern.

        Args:
            path: From the site's folder.
        """
        return any(
            path == item or path.startswith(f"{item}/") or ("*" in item and fnmatchcase(path, item))
            for item in (written.strip("/") for written in self.exclude)
        )

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
    title = _title(raw)
    collections = raw.text("collections_dir").strip("/")
    firsts, lasts = _owner(scholar, raw, title)
    address, problems = _address(folder, raw, source.path, demo=name.full.lower() in _DEMO_NAMES)
    host, base = address
    config = Config(
        raw,
        source.path,
        name,
        title,
        host + base if host else "",
        host,
        base,
        firsts,
        lasts,
        scholar.text("bibliography"),
        scholar.text("source").strip("./") or "_bibliography",
        f"{collections}/_news" if collections else "_news",
        raw.number("news_limit") or raw.mapping("announcements").number("limit"),
        raw.mapping("latest_posts").number("limit"),
        frozenset(word.lower() for word in raw.texts("filtered_bibtex_keywords")) or DISPLAY_ONLY,
        frozenset(raw.texts("exclude")[:_MOST_EXCLUDED]),
    )
    return config, (*parsed.problems, *problems)


def _title(raw: Mapping) -> str:
    """Return the site's own title as plain text; "" when the owner's name stands for it."""
    written = raw.text("title") or raw.text("name")
    if any(sign in written for sign in "<&*_:`[\\"):
        from tui_home.document.inline import inline  # noqa: PLC0415 - most titles have no markup

        spans, _ = inline(written, Origin(CONFIG_FILES[0]))
        written = plain_text(spans)
    title = printable(written).strip()
    return "" if title.lower() == "blank" else title


def _owner(scholar: Mapping, raw: Mapping, title: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the owner's first and last names: ``scholar``'s, unless they are still al-folio's example."""
    firsts, lasts = scholar.texts("first_name"), scholar.texts("last_name")
    own_firsts, own_lasts = raw.texts("first_name"), raw.texts("last_name")
    if not own_lasts and len(title.split()) in _NAME_WORDS:
        own_firsts, own_lasts = (title.partition(" ")[0],), (title.rpartition(" ")[2],)
    if lasts and tuple(word.lower() for word in lasts) != _DEMO_LASTS:
        example = bool(firsts) and {word.lower() for word in firsts} <= _DEMO_FIRSTS and bool(own_firsts)
        return (own_firsts if example or not firsts else firsts), lasts
    return (own_firsts, own_lasts) if own_lasts else (firsts, lasts)


def _address(folder: Folder, raw: Mapping, file: str, *, demo: bool) -> tuple[tuple[str, str], tuple[Problem, ...]]:
    """Return scheme and host of the site, and its folder there: ``url`` and ``baseurl``, else what CNAME says.

    The theme's own address stands in many a copy; it leads to nothing of theirs.
    """
    written = raw.text("url")
    base = "/" + raw.text("baseurl").strip("/") if raw.text("baseurl").strip("/") else ""
    problems: tuple[Problem, ...] = ()
    if written.rstrip("/") == _DEMO_HOST and not demo:
        message = "“url” is still the theme’s own; no address of this site is known"
        problems = (Problem(Severity.WARNING, file, raw.line("url"), message, "write your site’s address"),)
        written = base = ""
    if not written and (named := folder.read("CNAME", limit=_LONGEST_NAME)):
        written = next(iter(named.text.split()), "")
    if _HOST_NAME.fullmatch(written):
        written = f"https://{written}"
    host = safe_url(written, schemes=("http", "https")).rstrip("/")
    return (host, base), () if host else problems
