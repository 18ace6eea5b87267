"""Values that the configuration gives to pages."""

from __future__ import annotations

import pytest

from tui_home.model.problem import Origin
from tui_home.sources.folder import Source
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.defaults import with_defaults
from tui_home.sources.jekyll.front_matter import read_page

CONFIG = """
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, author: Ada}
  - scope: {path: _posts/notes}
    values: {layout: note}
  - scope: {path: "_pages/*.html"}
    values: {nav: true}
  - nonsense
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ("_posts/a.md", "layout", "post"),
        ("_posts/notes/a.md", "layout", "note"),
        ("_posts/notes/a.md", "author", "Ada"),
        ("_posts/notes2/a.md", "layout", "post"),
        ("_pages/a.md", "layout", ""),
    ],
)
def test_a_page_has_what_its_kind_has(path: str, key: str, value: str) -> None:
    page = read_page(Source(path, "---\ntitle: A\n---\n"))
    config = Config(yaml.parse(CONFIG, Origin("_config.yml")).mapping)
    assert with_defaults(page, config).front.text(key) == value


def test_what_a_page_says_itself_stays_with_its_line() -> None:
    page = read_page(Source("_posts/a.md", "---\ntitle: A\nlayout: own\n---\n"))
    config = Config(yaml.parse(CONFIG, Origin("_config.yml")).mapping)
    front = with_defaults(page, config).front
    assert (front.text("layout"), front.line("layout"), front.line("author")) == ("own", 3, None)


def test_patterns_and_flags() -> None:
    config = Config(yaml.parse(CONFIG, Origin("_config.yml")).mapping)
    assert with_defaults(read_page(Source("_pages/a.html", "---\ntitle: A\n---\n")), config).front.flag("nav")
    assert not with_defaults(read_page(Source("_pages/a.md", "---\ntitle: A\n---\n")), config).front.flag("nav")


def test_without_defaults_the_page_is_as_it_was() -> None:
    page = read_page(Source("_posts/a.md", "---\ntitle: A\n---\n"))
    assert with_defaults(page, Config()) is page
    config = Config(yaml.parse(CONFIG, Origin("_config.yml")).mapping)
    assert not with_defaults(read_page(Source("_posts/a.md", "No front matter.\n")), config).front


def test_only_so_many_sets_count() -> None:
    sets = "".join(f"  - scope: {{path: ''}}\n    values: {{number{number}: 1}}\n" for number in range(9000))
    config = Config(yaml.parse(f"defaults:\n{sets}", Origin("_config.yml")).mapping)
    front = with_defaults(read_page(Source("_posts/a.md", "---\ntitle: A\n---\n")), config).front
    assert 20 < len(front) < 100
