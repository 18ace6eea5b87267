"""Badges: pictures of a line of text, shown as the text they are pictures of."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote

from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.urls import safe_url

STAR = "★"

_ADDRESS = pattern(r"(?:https?:)?//(?:www\.)?([^/?#]+)/?([^?#]*)\??([^#]*)", re.IGNORECASE)
_HOSTS = frozenset((
    "img.shields.io", "shields.io", "badge.fury.io", "badgen.net", "flat.badgen.net", "forthebadge.com", "codecov.io",
    "coveralls.io", "readthedocs.org", "travis-ci.org", "travis-ci.com", "api.travis-ci.com", "komarev.com",
    "hits.seeyoufarm.com", "visitor-badge.laobi.icu", "mybinder.org", "circleci.com", "ci.appveyor.com", "pepy.tech",
    "static.pepy.tech", "anaconda.org", "app.codacy.com", "api.codeclimate.com", "bestpractices.coreinfrastructure.org",
))  # fmt: skip
_NAME = pattern(r"@?[A-Za-z0-9][\w.-]{0,99}|[\w.-]{1,100}")
_PACKAGES = {
    # registry: (what it is called, its page of a package, how many parts a name may have)
    "pypi": ("PyPI", "https://pypi.org/project/{}", 1),
    "npm": ("npm", "https://www.npmjs.com/package/{}", 2),
    "crates": ("crates.io", "https://crates.io/crates/{}", 1),
    "conda": ("conda", "https://anaconda.org/{}", 2),
    "gem": ("RubyGems", "https://rubygems.org/gems/{}", 1),
    "cran": ("CRAN", "https://cran.r-project.org/package={}", 1),
    "docker": ("Docker", "https://hub.docker.com/r/{}", 2),
}
_FURY = {"py": "pypi", "js": "npm", "rb": "gem"}
_METRICS = {
    # metric: (path segments before the owner, what we write for it)
    "stars": (1, STAR),
    "v": (2, "release"),
    "actions": (3, "workflow"),
    "workflow": (2, "workflow"),
    "languages": (2, "languages"),
    "commit-activity": (2, "commits"),
    "last-commit": (1, "last commit"),
}
_DASH, _UNDERSCORE = "\ue000", "\ue001"


class Badge(NamedTuple):
    """What a badge says, and where it leads ("" for nowhere)."""

    text: str
    url: str = ""


def badge(src: str, alt: str) -> Badge | None:
    """Return the badge that an image is; None when it is a picture like any other.

    Addresses are as shields.io, badgen.net, badge.fury.io, GitHub Actions and Zenodo document them.

    Args:
        src: The image's address.
        alt: Its alternative text.
    """
    matched = _ADDRESS.match(src.strip()[:2000])
    if not matched:
        return None
    host, query = matched[1].lower(), matched[3]
    path = [unquote(part) for part in matched[2].removesuffix(".svg").removesuffix(".png").split("/") if part]
    found = _known(host, path, query)
    if found is None:
        if host not in _HOSTS and not (src.lower().split("?")[0].endswith(".svg") and "badge" in matched[2].lower()):
            return None
        found = Badge("")
    text = " ".join(printable(found.text or alt).split()) or "badge"
    return Badge(text, safe_url(found.url) if found.url else "")


def _known(host: str, path: list[str], query: str) -> Badge | None:
    """Return what the address says; None when it says nothing we understand."""
    if host in {"img.shields.io", "shields.io"}:
        return _shields(path, query)
    if host.endswith("badgen.net"):
        static = path[:1] == ["badge"] and len(path) > 2  # noqa: PLR2004 - label and message
        return Badge(f"{path[1]} {path[2]}") if static else _shields(path, query)
    if host == "badge.fury.io" and len(path) > 1:
        return _repository(path[1:], "") if path[0] == "gh" else _package(_FURY.get(path[0], ""), path[1:])
    if host == "github.com" and "badge" in path[-1:]:
        return _workflow(path)
    return _zenodo(path) if host == "zenodo.org" and path[:1] == ["badge"] else None


def _zenodo(path: list[str]) -> Badge:
    """Return what a badge of Zenodo says: ``badge/DOI/10.5281/…``, or ``badge/NUMBER``."""
    doi = "/".join(path[2:])
    return Badge(f"DOI {doi}", f"https://doi.org/{doi}") if path[1:2] == ["DOI"] and doi else Badge("")


def _shields(path: list[str], query: str) -> Badge | None:
    """Return what an address at shields.io, or one like it, says."""
    if path[:1] == ["badge"] and len(path) > 1:
        return Badge(_static("/".join(path[1:])))
    if path[:1] == ["static"]:
        given = parse_qs(query[:1000])
        return Badge(" ".join(given.get("label", []) + given.get("message", [])))
    if path[:1] == ["github"] and len(path) > 2:  # noqa: PLR2004 - a metric and an owner
        return _github(path[1:])
    return _package(path[0], path[2:]) if len(path) > 2 else None  # noqa: PLR2004 - registry, metric, name


def _static(written: str) -> str:
    """Return the text of ``label-message-colour``, with shields.io's escapes undone."""
    text = written.replace("--", _DASH).replace("__", _UNDERSCORE).replace("_", " ")
    parts = [part for part in text.split("-") if part]
    return " ".join(parts[:-1] or parts).replace(_DASH, "-").replace(_UNDERSCORE, "_")


def _github(parts: list[str]) -> Badge | None:
    """Return what ``github/…`` says: a metric of a repository, or of an owner."""
    words, sign = _METRICS.get(parts[0], (1, parts[0]))
    return _repository(parts[words:], sign)


def _repository(names: list[str], sign: str) -> Badge | None:
    """Return a badge of ``owner/repository``, or of an owner."""
    names = names[:2]
    if not names or not all(_NAME.fullmatch(name) for name in names):
        return None
    return Badge(" ".join(filter(None, (sign, "/".join(names)))), "https://github.com/" + "/".join(names))


def _package(registry: str, names: list[str]) -> Badge | None:
    """Return a badge of a package."""
    if registry not in _PACKAGES or not names:
        return None
    called, page, most = _PACKAGES[registry]
    names = names[: most if names[0].startswith("@") or registry in {"docker", "conda"} else 1]
    if not all(_NAME.fullmatch(name) for name in names):
        return None
    return Badge(f"{called} {names[-1] if registry == 'conda' else '/'.join(names)}", page.format("/".join(names)))


def _workflow(path: list[str]) -> Badge | None:
    """Return a badge of GitHub Actions: ``OWNER/REPO/actions/workflows/FILE/badge`` or ``…/workflows/NAME/badge``."""
    repository = _repository(path[:2], "")
    if repository is None or "workflows" not in path:
        return None
    name = path[-2].removesuffix(".yml").removesuffix(".yaml")
    return Badge(f"{name} {repository.text}", repository.url + "/actions")
