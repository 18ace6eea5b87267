"""Where a publication is counted and listed: the badges of al-folio's ``_layouts/bib.liquid``, as links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui_home.model.inline import Link, LinkKind
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.bibliography.links import arxiv_number, doi_of
from tui_home.sources.jekyll.config import Config
from tui_home.text.patterns import pattern
from tui_home.text.urls import safe_url

_USER = pattern(r"(?:.{0,200}[?&]user=)?([\w-]{8,20})(?:[&#].*)?")
_NUMBER = pattern(r"\d{1,12}")
_ID = pattern(r"[\w.:-]{1,80}")
_NO = frozenset(("", "false", "no", "0"))
_LABELS = {
    "google_scholar_id": "Google Scholar",
    "inspirehep_id": "INSPIRE",
    "altmetric": "Altmetric",
    "dimensions": "Dimensions",
}
_SWITCHES = {"google_scholar_id": "google_scholar", "inspirehep_id": "inspirehep"}


class Metrics(NamedTuple):
    """What the links of all publications share."""

    scholar_user: str = ""
    """The owner's id at Google Scholar."""
    off: frozenset[str] = frozenset()
    """Fields whose badges the configuration has switched off."""

    def links(self, fields: Mapping[str, str]) -> tuple[Link, ...]:
        """Return the links that an entry's fields ask for, in al-folio's order."""
        asked = [name for name in _LABELS if fields.get(name, "").lower() not in _NO and name not in self.off]
        urls = ((_LABELS[name], safe_url(self._url(name, fields[name].strip(), fields))) for name in asked)
        return tuple(Link(LinkKind.WEB, label, url) for label, url in urls if url)

    def _url(self, name: str, said: str, fields: Mapping[str, str]) -> str:
        if said.startswith(("http://", "https://")):
            return said
        if name == "google_scholar_id":
            known = self.scholar_user and _ID.fullmatch(said)
            page = "https://scholar.google.com/citations?view_op=view_citation&citation_for_view="
            return f"{page}{self.scholar_user}:{said.rpartition(':')[2]}" if known else ""
        if name == "inspirehep_id":
            return f"https://inspirehep.net/literature/{said}" if _NUMBER.fullmatch(said) else ""
        doi = doi_of(fields.get("doi", ""))
        if name == "altmetric":
            return _altmetric(said, doi, fields)
        if said.startswith("pub."):
            return f"https://badge.dimensions.ai/details/id/{said}" if _ID.fullmatch(said) else ""
        return f"https://badge.dimensions.ai/details/doi/{doi}" if doi else ""


def metrics_of(folder: Folder, config: Config) -> Metrics:
    """Return what the configuration and the socials say about such links."""
    source = folder.read("_data/socials.yml")
    socials = yaml.parse(source.text, source.origin).mapping.text("scholar_userid") if source else ""
    user = _USER.fullmatch((socials or config.raw.text("scholar_userid")).strip())
    badges = config.raw.mapping("enable_publication_badges")
    off = (name for name in _LABELS if (key := _SWITCHES.get(name, name)) in badges and not badges.flag(key))
    return Metrics(user[1] if user else "", frozenset(off))


def _altmetric(said: str, doi: str, fields: Mapping[str, str]) -> str:
    page = "https://www.altmetric.com/details"
    if _NUMBER.fullmatch(said):
        return f"{page}/{said}"
    number = arxiv_number(fields.get("arxiv", ""))
    return f"{page}/doi/{doi}" if doi else f"{page}/arxiv/{number}" if number else ""
