"""jekyll-scholar's ways of sorting and grouping."""

from __future__ import annotations

import pytest

from tui_home.model.problem import Origin
from tui_home.model.site import Publication
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.bibliography.arrangement import arranged
from tui_home.sources.jekyll.bibliography.entry import Shelved


def one(key: str, kind: str, year: int | None, month: int = 0, **fields: str) -> Shelved:
    return Shelved(Publication(key, kind, (), (), "", "", year, month), {"year": str(year or ""), **fields})


SHELF = (
    one("a", "article", 2023, 2, abbr="Z", title="{B}eta"),
    one("b", "inproceedings", 2024, 1, abbr="A", title="Alpha"),
    one("c", "phdthesis", 2022, abbr="M"),
    one("d", "article", 2024, 3, title="gamma"),
    one("e", "misc", None),
)


def shown(scholar: str) -> list[tuple[str, tuple[str, ...]]]:
    settings = yaml.parse(scholar, Origin("_config.yml")).mapping
    return [(paper.key, paper.groups) for paper in arranged(SHELF, settings)]


@pytest.mark.parametrize(
    ("scholar", "keys"),
    [
        ("", "bdace"),
        ("group_by: year\ngroup_order: descending", "bdace"),
        ("group_by: year", "cabde"),
        ("sort_by: month\norder: descending", "dbace"),
        ("sort_by: year,month_numeric\norder: descending", "dbace"),
        ("sort_by: [year, month]\norder: [descending, ascending]", "bdace"),
        ("sort_by: abbr", "dbace"),
        ("sort_by: none\norder: ascending", "bdace"),
        ("group_by: none", "abcde"),
        ("group_by: none\nsort_by: title", "cebad"),
        ("group_by: none\nsort_by: year\norder: descending", "bdace"),
        ("group_by: type", "adbec"),
        ("group_by: type\ntype_order: [thesis, inproceedings]", "cbade"),
        ("group_by: type, year\ngroup_order: ascending, descending", "dabec"),
        ("group_by: [year, type]\ngroup_order: [descending, ascending]", "dbace"),
        ("group_by: abbr", "bcade"),
        ("sort_by:\ngroup_by: 3\norder: {x: 1}", "abcde"),
    ],
)
def test_order(scholar: str, keys: str) -> None:
    assert "".join(key for key, _ in shown(scholar)) == keys


@pytest.mark.parametrize(
    ("scholar", "headings"),
    [
        ("", [(), (), (), (), ("Undated",)]),
        ("group_by: none", [("",)] * 5),
        (
            "group_by: type",
            [
                ("Journal Articles",),
                ("Journal Articles",),
                ("Conference Articles",),
                ("Miscellaneous",),
                ("Theses",),
            ],
        ),
        (
            "group_by: type\ntype_names: {article: Papers, phdthesis: Doctorate}",
            [("Papers",), ("Papers",), ("Conference Articles",), ("Miscellaneous",), ("Doctorate",)],
        ),
        (
            "group_by: year, month\ngroup_order: descending",
            [("2024", "March"), ("2024", "January"), ("2023", "February"), ("2022", "Undated"), ("Undated", "Undated")],
        ),
        ("group_by: abbr", [("A",), ("M",), ("Z",), ("Other",), ("Other",)]),
    ],
)
def test_headings(scholar: str, headings: list[tuple[str, ...]]) -> None:
    assert [groups for _, groups in shown(scholar)] == headings


@pytest.mark.parametrize("said", ["to appear", "in press", "Forthcoming", "Under review"])
def test_what_is_still_to_appear_comes_first(said: str) -> None:
    shelf = (*SHELF, one("f", "article", None, year_said="")._replace(fields={"year": said}))
    first = arranged(shelf, yaml.parse("", Origin("_config.yml")).mapping)[0]
    assert (first.key, first.groups) == ("f", (said[0].upper() + said[1:],))
