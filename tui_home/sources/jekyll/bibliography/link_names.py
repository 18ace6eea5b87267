"""What the links of a publication are called."""

from __future__ import annotations

from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

LABELS: dict[str, str] = {
    "arxiv": "arXiv",
    "doi": "DOI",
    "hal": "HAL",
    "hal_id": "HAL",
    "html": "HTML",
    "pdf": "PDF",
    "paper": "Paper",
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
    "pmc": "PMC",
    "pmcid": "PMC",
    "openreview": "OpenReview",
    "github": "GitHub",
    "adsurl": "ADS",
    "awardurl": "Award",
    "award_url": "Award",
    "eprint": "Eprint",
    "howpublished": "Link",
    "note": "Link",
    "semantic_scholar_id": "Semantic Scholar",
}
"""Field names in al-folio's order (``_layouts/bib.liquid``) and what their links are called; others follow."""
NO_LINKS = frozenset(
    (
        *(
            "abstract",
            "additional_info",
            "annotation",
            "annote",
            "author",
            "biburl",
            "bibsource",
            "booktitle",
            "editor",
        ),
        *(
            "file",
            "google_scholar_id",
            "inspirehep_id",
            "altmetric",
            "dimensions",
            "isbn",
            "issn",
            "journal",
            "keywords",
        ),
        *("preview", "publisher", "school", "timestamp", "title", "urldate", "local-url", "img", "teaser", "thumbnail"),
    )
)
"""Fields that hold no address, or one that is not of the publication: where the entry came from, a picture."""
_NUMBERED = pattern(r"(.*?)[_ -]?\d{1,2}")


def label_of(name: str) -> str:
    """Return what the link of a field is called; fields that only a number tells apart have one name."""
    known = LABELS.get(name)
    if known is None and name.startswith("bdsk-url"):
        known = LABELS["url"]
    if known is None and (numbered := _NUMBERED.fullmatch(name)):
        known = LABELS.get(numbered[1])
    return known or printable(name.replace("_", " ").replace("-", " ")).capitalize()
