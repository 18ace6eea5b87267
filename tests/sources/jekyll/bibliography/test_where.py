from __future__ import annotations

import pytest

from tui_home.model.problem import Origin
from tui_home.sources.jekyll.bibliography.where import venue_of


@pytest.mark.parametrize(
    ("kind", "fields", "venue"),
    [
        ("article", {"journal": "J", "booktitle": "B"}, "J"),
        ("article", {"journaltitle": "J"}, "J"),
        ("inproceedings", {"booktitle": "B", "publisher": "P"}, "B"),
        ("inproceedings", {"eventtitle": "E"}, "E"),
        ("phdthesis", {"school": "S"}, "PhD thesis, S"),
        ("phdthesis", {"school": "S", "type": "Doctoral dissertation"}, "Doctoral dissertation, S"),
        ("thesis", {"institution": "S", "type": "mathesis"}, "Master’s thesis, S"),
        ("mastersthesis", {}, "Master’s thesis"),
        ("techreport", {"institution": "I", "number": "12"}, "Technical report 12, I"),
        ("manual", {"organization": "O"}, "O"),
        ("patent", {"number": "US 1"}, "Patent US 1"),
        ("book", {"publisher": "P"}, "P"),
        ("incollection", {"booktitle": "B", "publisher": "P"}, "B"),
        ("misc", {"howpublished": "Talk at X"}, "Talk at X"),
        ("misc", {"howpublished": r"\url{https://a.example}"}, ""),
        ("misc", {"arxiv": "2403.04529"}, "arXiv"),
        ("misc", {"archiveprefix": "arXiv", "publisher": "arXiv.org"}, "arXiv.org"),
        ("online", {"organization": "O"}, "O"),
        ("software", {"type": "software"}, "Software"),
        ("article", {}, ""),
        ("thesis", {"school": "U"}, "Thesis, U"),
        ("thesis", {"type": "mathesis", "school": "U"}, "Master’s thesis, U"),
    ],
)
def test_each_type_says_where(kind: str, fields: dict[str, str], venue: str) -> None:
    assert venue_of(kind, fields, Origin("papers.bib")) == venue
