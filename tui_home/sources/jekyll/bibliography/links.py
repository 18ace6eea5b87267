"""Where a publication can be read, seen and used: al-folio's buttons, and every other field that holds a URL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tui_home.model.inline import Link, LinkKind
from tui_home.sources.jekyll.bibliography.link_names import LABELS, NO_LINKS, label_of
from tui_home.sources.jekyll.config import Config
from tui_home.text.paths import route_path
from tui_home.text.patterns import pattern
from tui_home.text.urls import safe_url

_PDF_FOLDER = "/assets/pdf/"
_WRAPPED = pattern(
    r"\\(?:url|href|path)\s{0,3}\{([^{}]*)\}|<a\s[^<>]{0,500}?href\s*=\s*[\"']?([^\s\"'<>]+)", re.IGNORECASE
)
_ARXIV_ID = r"((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Za-z]{2})?/\d{7})(?:v\d+)?)"
_ARXIV = pattern(
    rf"(?:(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf|html)/)?(?:arxiv:)?\s*(?:abs/)?{_ARXIV_ID}", re.IGNORECASE
)
_ARXIV_WITHIN = pattern(rf"arxiv[:\s]\s*{_ARXIV_ID}|^abs/{_ARXIV_ID}$", re.IGNORECASE)
_DOI = pattern(r"10\.\d{4,9}/[^\s{}]+")
_DOI_HOST = pattern(r"https?://(?:(?:www|dx)\.)?doi\.org/", re.IGNORECASE)
_ESCAPE = pattern(r"\\([%#&_~{}$])|\{\\?([%#&_~$])\}|\$\\sim\$|\\(?:textasciitilde|textunderscore)(?:\{\})?")
_NO_SCHEME = pattern(
    r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:[a-z]{2}|com|org|net|edu|gov|info|dev|app|page|ai)/\S*", re.IGNORECASE
)
_LONGEST = 4096


def links_of(fields: Mapping[str, str], config: Config) -> tuple[Link, ...]:
    """Return the links of an entry, each address once, in al-folio's order and then in the entry's own.

    Args:
        fields: What its fields say, by lower-case name, LaTeX kept.
        config: Where the site's own files are.
    """
    said = dict(fields)
    if "arxiv" not in said:
        said["arxiv"] = _preprint(said)
    links: dict[str, Link] = {}
    for name in (*LABELS, *(name for name in said if name not in LABELS)):
        text = said.get(name)
        if not text:
            continue
        url, path = _address(name, text, config), _page(name, text, config)
        if url or path:
            links.setdefault(_same(url) or path, Link(LinkKind.WEB, label_of(name), url, path=path))
    return tuple(links.values())


def doi_of(said: str) -> str:
    """Return the DOI that a field names, however it is written; "" for none."""
    number = _DOI.search(_ESCAPE.sub(_unescaped, said[:_LONGEST]))
    return number[0].rstrip(".,;") if number else ""


def arxiv_number(said: str) -> str:
    """Return the arXiv number that a field names, however it is written; "" for none."""
    number = _ARXIV.match(said[:_LONGEST].strip().strip("{}"))
    return number[1] if number else ""


def _preprint(said: Mapping[str, str]) -> str:
    """Return the arXiv number that an entry without the field ``arxiv`` names elsewhere."""
    archive = (said.get("archiveprefix") or said.get("eprinttype", "")).lower()
    if archive == "arxiv" or (not archive and "eprint" in said and arxiv_number(said["eprint"])):
        return said.get("eprint", "")
    for name in ("journal", "volume", "howpublished", "note", "eprint"):
        text = said.get(name, "")[:_LONGEST]
        if (name != "volume" or said.get("journal", "").lower() in {"corr", "arxiv"}) and (
            within := _ARXIV_WITHIN.search(text)
        ):
            return within[1] or within[2]
    return ""


def _address(name: str, said: str, config: Config) -> str:
    if len(said) > _LONGEST or name in NO_LINKS:
        return ""
    rule = _RULES.get(name)
    if rule is None and "/" not in said and "." not in said:
        return ""
    wrapped = _WRAPPED.search(said) if "\\" in said or "<" in said else None
    text = (wrapped[1] or wrapped[2]) if wrapped else said
    if "\\" in text or "$" in text:
        text = _ESCAPE.sub(_unescaped, text)
    text = text.strip().strip("<>{}").strip()
    ruled = safe_url(rule(text)) if rule else ""
    if ruled or "://" in text:
        return ruled or ("" if any(character.isspace() for character in text) else _web(text))
    if text.startswith("//"):
        return _web(text)
    return (_web("https://" + text) if name in LABELS and _NO_SCHEME.fullmatch(text) else "") or _file(
        name, text, config
    )


def _page(name: str, said: str, config: Config) -> str:
    """Return the path of a page of the same site that a field names from the root, with ``baseurl`` or without."""
    if name not in LABELS or not said.startswith("/") or said.startswith("//"):
        return ""
    within = config.baseurl and said.startswith(f"{config.baseurl}/")
    return route_path(said.removeprefix(config.baseurl) if within else said)


def _web(text: str) -> str:
    return safe_url(text, schemes=("http", "https"))


def _file(name: str, text: str, config: Config) -> str:
    """Return the address of a file of the site that al-folio's buttons would lead to."""
    path = text.removeprefix("./")
    while path.startswith("../"):
        path = path.removeprefix("../")
    if path.startswith("assets/"):
        path = f"/{path}"
    if name in ("pdf", "supp", "poster", "slides"):
        return config.asset(path, _PDF_FOLDER)
    if name == "html":
        return config.asset(path, "/assets/html/")
    if name in LABELS and path.startswith("/"):
        base = f"{config.baseurl}/"
        return config.asset(path.removeprefix(config.baseurl) if config.baseurl and path.startswith(base) else path)
    return ""


def _arxiv(text: str) -> str:
    if "://" in text and "arxiv.org/abs/" not in text.lower():
        return ""  # the PDF itself, or a page elsewhere: as it is written
    number = arxiv_number(text)
    return f"https://arxiv.org/abs/{number}" if number else ""


def _doi(text: str) -> str:
    if "://" in text and not _DOI_HOST.match(text):
        return ""  # a publisher's page, as it is written
    number = doi_of(text)
    return f"https://doi.org/{number}" if number else ""


def _hal(text: str) -> str:
    return f"https://hal.science/{text}" if text.startswith("hal-") else ""


def _pubmed(text: str) -> str:
    return f"https://pubmed.ncbi.nlm.nih.gov/{text}/" if text.isdecimal() else ""


def _pmc(text: str) -> str:
    number = text.upper().removeprefix("PMC")
    return f"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC{number}/" if number.isdecimal() else ""


def _openreview(text: str) -> str:
    return f"https://openreview.net/forum?id={text}" if text.replace("-", "").replace("_", "").isalnum() else ""


def _semantic_scholar(text: str) -> str:
    return f"https://www.semanticscholar.org/paper/{text}" if text.isalnum() else ""


_RULES: dict[str, Callable[[str], str]] = {
    "arxiv": _arxiv,
    "doi": _doi,
    "hal": _hal,
    "hal_id": _hal,
    "openreview": _openreview,
    "pmc": _pmc,
    "pmcid": _pmc,
    "pmid": _pubmed,
    "pubmed": _pubmed,
    "semantic_scholar_id": _semantic_scholar,
}


def _unescaped(match: re.Match[str]) -> str:
    return match[1] or match[2] or ("_" if "underscore" in match[0] else "~")


def _same(url: str) -> str:
    """Return what two addresses of the same page have in common."""
    bare = url.partition("://")[2].removeprefix("www.").removeprefix("dx.").rstrip("/")
    return bare.casefold()
