"""What a page's Liquid can ask for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.sources.jekyll.liquid.conftest import Evaluate
from tui_home.model.problem import Origin
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.liquid import evaluated
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping

_FILES: dict[str, str | bytes] = {
    "_config.yml": "title: Site\nurl: https://x.org\ncollections: {talks: {output: true}}\nsocial: {a: 1}\n",
    "_posts/2023-01-02-old.md": "---\ntitle: Old\ntags: a b\n---\nFirst {{ x }}.\n\nSecond.",
    "_posts/2024-01-02-new.md": "---\ntags: [b]\ncategories: c\n---\n",
    "_talks/one.md": "---\ntitle: One\ndate: 2020-05-06\n---\n",
    "_pages/a.md": "---\ntitle: P\npermalink: /p/\n---\n",
    "_data/list.yml": "# people\n---\n- {name: x}\n- {name: y}\n",
    "_data/table.csv": "a,b\n1,2\n",
    "_data/j.json": '{"k": [1, 2]}',
    "_data/deep/er.yml": "v: 7\n",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ site.title }} {{ site.social.a }} {{ site.url }}{{ site.baseurl }}", "Site 1 https://x.org"),
        (
            "{% for p in site.posts %}{{ p.title }} {{ p.date | date: '%Y' }} {{ p.url }};{% endfor %}",
            "New 2024 /c/2024/01/02/new.html;Old 2023 /2023/01/02/old.html;",
        ),
        ("{{ site.posts[1].excerpt }}|{{ site.posts[1].tags | join: '+' }}", "First .|a+b"),
        ("{{ site.posts[0].id }}", "/c/2024/01/02/new.html"),
        ("{{ site.tags.b.size }}{% for t in site.tags %} {{ t[0] }}{{ t[1].size }}{% endfor %}", "2 b2 a1"),
        ("{{ site.time | date: '%Y' }}", "2024"),
        ("{{ site.talks[0].title }} {{ site.talks.first.collection }}", "One talks"),
        ("{{ site.pages | map: 'title' | join }}", "P"),
        ("{{ site.data.list[1].name }} {{ site.data.table[0].b }}", "y 2"),
        ("{{ site.data.j.k.last }} {{ site.data.deep.er.v }}", "2 7"),
        ("[{{ site.data.none }}{{ site.none.none }}{{ layout.x }}{{ site.data['../x'] }}]", "[]"),
        ("{{ paginator.posts.size }} {{ jekyll.environment }}", "0 production"),
        ("{{ page.title }} {{ page.path }} {{ page.name }} {{ page.own.deep }}", "T _pages/x.md x.md v"),
        ("{{ page.url }}", "/mine/"),
    ],
)
def test_names(liquid: Evaluate, text: str, expected: str) -> None:
    found = liquid(text, _FILES, front="title: T\nown: {deep: v}\npermalink: /mine/\n")
    assert found.text == expected
    assert not found.problems


def test_nothing_is_read_that_is_not_asked_for(folder: Callable[[dict[str, str | bytes]], Folder]) -> None:
    site = folder(_FILES)
    before = site.revision
    reading = Reading(site, Config())
    found = evaluated("{% if true %}a{% endif %}", Origin("x"), Page("x", Mapping(), "", Origin("x"), ()), reading)
    assert found == ("a", ())
    assert site.revision == before
