"""Where a publication can be read, seen and used: al-folio's buttons, and every other field that holds a URL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tui_home.model.inline import Link, LinkKind
from tui_home.sources.jekyll.bibliography.records import Record
from tui_home.sources.jekyll.bibliography.values import text_of
from tui_home.sources.jekyll.config import Config
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.urls import safe_url

_PDF_FOLDER = "/assets/pdf/"
_URL = pattern(r"\\(?:url|href)\s*\{([^{}]*)\}")
_ARXIV = pattern(r"(?:arxiv:)?\s*((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Za-z]{2})?/\d{7})(?:v\d+)?)", re.IGNORECASE)
_DOI = pattern(r"10\.\d{4,9}/\S+")
_ESCAPE = pattern(r"\\([%#&_~{}$])")
_NO_LINK = frozenset(("biburl", "bibsource", "preview"))
"""Fields whose URL is not of the publication: where the entry came from, a picture."""

LABELS: dict[str, str] = {
    "arxiv": "arXiv",
    "doi": "DOI",
    "hal": "HAL",
    "html": "HTML",
    "pdf": "PDF",
    "supp": "Supp",
    "video": "Video",
    "blog": "Blog",
    "code": "Code",
    "poster": "Poster",
    "slides": "Slides",
    "website": "Website",
    "url": "Link",
    "pmid": "PubMed",
    "pubmed": "PubMed",
    "openreview": "OpenReview",
    "github": "GitHub",
    "eprint": "Eprint",
}
"""Field names in al-folio's order (``_layouts/bib.liquid``) and what their links are called; others follow."""


def links_of(record: Record, strings: Mapping[str, str], config: Config) -> tuple[Link, ...]:
    """Return the links of an entry, each address once, in al-folio's order and then in the entry's own."""
    said = {name.lower(): text_of(raw, strings) for name, raw in record.fields}
    if "arxiv" not in said and said.get("archiveprefix", said.get("eprinttype", "")).lower() == "arxiv":
        said["arxiv"] = said.get("eprint", "")
    links: dict[str, Link] = {}
    for name in (*LABELS, *(name for name in said if name not in LABELS)):
        url = _address(name, said.get(name, ""), config)
        if url:
            label = LABELS.get(name) or printable(name.replace("_", " ").replace("-", " ")).capitalize()
            links.setdefault(_same(url), Link(LinkKind.WEB, label, url))
    return tuple(links.values())


def _address(name: str, said: str, config: Config) -> str:
    if not said or name in _NO_LINK:
        return ""
    wrapped = _URL.search(said)
    text = _ESCAPE.sub(r"\1", (wrapped[1] if wrapped else said).strip().strip("<>{}").strip())
    if "://" in text:
        return "" if any(character.isspace() for character in text) else _web(text)
    rule = _RULES.get(name)
    return safe_url(rule(text)) if rule else _file(name, text, config)


def _web(text: str) -> str:
    return safe_url(text, schemes=("http", "https"))


def _file(name: str, text: str, config: Config) -> str:
    """Return the address of a file of the site that al-folio's buttons would lead to."""
    if name in ("pdf", "supp", "poster", "slides"):
        return config.asset(text, _PDF_FOLDER)
    if name == "html":
        return config.asset(text, "/assets/html/")
    if name in ("video", "blog", "code", "website") and text.startswith("/"):
        return config.asset(text)
    return ""


def _arxiv(text: str) -> str:
    number = _ARXIV.match(text)
    return f"https://arxiv.org/abs/{number[1]}" if number else ""


def _doi(text: str) -> str:
    number = _DOI.search(text)
    return f"https://doi.org/{number[0]}" if number else ""


def _hal(text: str) -> str:
    return f"https://hal.science/{text}" if text.startswith("hal-") else ""


def _pubmed(text: str) -> str:
    return f"https://pubmed.ncbi.nlm.nih.gov/{text}/" if text.isdecimal() else ""


_RULES: dict[str, Callable[[str], str]] = {
    "arxiv": _arxiv,
    "doi": _doi,
    "hal": _hal,
    "pmid": _pubmed,
    "pubmed": _pubmed,
}


def _same(url: str) -> str:
    """Return what two addresses of the same page have in common."""
    bare = url.partition("://")[2].removeprefix("www.").removeprefix("dx.").rstrip("/")
    return bare.casefold()
