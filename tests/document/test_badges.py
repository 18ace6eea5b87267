from __future__ import annotations

import pytest

from tui_home.document.badges import Badge, badge

SHIELDS = "https://img.shields.io/"


@pytest.mark.parametrize(
    ("src", "text", "url"),
    [
        (SHIELDS + "github/stars/dmlc/dgl", "★ dmlc/dgl", "https://github.com/dmlc/dgl"),
        (SHIELDS + "github/stars/dmlc/dgl.svg?style=social", "★ dmlc/dgl", "https://github.com/dmlc/dgl"),
        (SHIELDS + "github/stars/dmlc", "★ dmlc", "https://github.com/dmlc"),
        (SHIELDS + "github/v/release/a/b", "release a/b", "https://github.com/a/b"),
        (SHIELDS + "github/actions/workflow/status/a/b/c.yml", "workflow a/b", "https://github.com/a/b"),
        (SHIELDS + "github/license/a/b", "license a/b", "https://github.com/a/b"),
        (SHIELDS + "pypi/v/numpy", "PyPI numpy", "https://pypi.org/project/numpy"),
        (SHIELDS + "npm/dm/@a/b", "npm @a/b", "https://www.npmjs.com/package/@a/b"),
        (SHIELDS + "badge/arXiv-2301.00001-b31b1b", "arXiv 2301.00001", ""),
        (SHIELDS + "badge/C%2B%2B__x-built--in_y-red.svg", "C++_x built-in y", ""),
        (SHIELDS + "badge/message-blue", "message", ""),
        (SHIELDS + "static/v1?label=a&message=b%20c&color=red", "a b c", ""),
        ("https://badge.fury.io/py/rich.svg", "PyPI rich", "https://pypi.org/project/rich"),
        ("https://badgen.net/github/stars/a/b", "★ a/b", "https://github.com/a/b"),
        ("https://badgen.net/badge/a/b/red", "a b", ""),
        ("https://github.com/a/b/actions/workflows/ci.yml/badge.svg", "ci a/b", "https://github.com/a/b/actions"),
        ("https://github.com/a/b/workflows/CI/badge.svg", "CI a/b", "https://github.com/a/b/actions"),
        ("https://zenodo.org/badge/DOI/10.5281/zenodo.1.svg", "DOI 10.5281/zenodo.1", "https://doi.org/10.5281/zenodo.1"),
        ("https://zenodo.org/badge/123.svg", "the alt", ""),
        ("https://readthedocs.org/projects/a/badge/?version=latest", "the alt", ""),
        ("https://unknown.example/a/badge.svg", "the alt", ""),
        (SHIELDS + "endpoint?url=x", "the alt", ""),
    ],
)  # fmt: skip
def test_badges_say_what_they_picture(src: str, text: str, url: str) -> None:
    assert badge(src, "the alt") == Badge(text, url)


@pytest.mark.parametrize("src", ["https://a.b/c.png", "badge.png", "/img/badge.svg", "https://a.b/diagram.svg", ""])
def test_pictures_are_no_badges(src: str) -> None:
    assert badge(src, "x") is None


def test_a_badge_without_words_is_called_badge() -> None:
    assert badge("https://zenodo.org/badge/1.svg", "") == Badge("badge")


def test_hostile_names_lead_nowhere() -> None:
    found = badge(SHIELDS + "github/stars/a%1b]0;x%07/b%0a", "alt\x1b[31m")
    assert found == Badge("alt")
