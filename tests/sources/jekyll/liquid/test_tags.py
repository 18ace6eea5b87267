"""Tags of Jekyll and of plug-ins."""

from __future__ import annotations

import pytest

from tests.sources.jekyll.liquid.conftest import Evaluate

_FILES: dict[str, str | bytes] = {
    "_posts/2024-01-02-a-post.md": "---\ntitle: A\n---\n",
    "_pages/p.md": "---\npermalink: /here/\n---\n",
    "assets/a.pdf": "x",
    "_i18n/en/pages/x.md": "English **text** {{ 1 | plus: 1 }}",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% link _pages/p.md %}", "/me/here/"),
        ("{% link assets/a.pdf %}", "/me/assets/a.pdf"),
        ("{% post_url 2024-01-02-a-post %}", "/me/2024/01/02/a-post.html"),
        ("{% file_exists assets/a.pdf %}{% file_exists b %}", "truefalse"),
        ("{% translate_file pages/x.md %}", "English **text** 2"),
        ("{% details Why & how %}\nb\n{% enddetails %}", "<details><summary>Why &amp; how</summary>\n\nb\n</details>"),
        ("{% tabs t %}\n{% tab t One two %}\nx\n{% endtab %}\n{% endtabs %}", "\n**One two**\n\nx\n\n"),
        (
            "{% twitter https://x.com/ada/status/1 maxwidth=5 %}",
            '<a href="https://x.com/ada/status/1">Post on X by @ada</a>',
        ),
        ("{% gist ada/123 f.py %}", '<a href="https://gist.github.com/ada/123">Gist ada/123 f.py</a>'),
        ("{% youtube abc %}", '<a href="https://www.youtube.com/watch?v=abc">Video on YouTube</a>'),
        (
            "{% assign n = 'a/b.ipynb' %}{% jupyter_notebook n %}",
            '<a href="/me/a/b.ipynb">Jupyter notebook b.ipynb</a>',
        ),
        ('{% responsive_image path: i.png alt: "An i" class: "a b" %}', '<img src="/me/i.png" alt="An i">'),
        ("{% img left /i.png %}", '<img src="/me/i.png">'),
        ("{% katex %}x{% endkatex %}", "$$x$$"),
        ("{% seo %}{% google_scholar_citations a b %}{% social_links %}", ""),
        ("{% mermaid %}\ngraph\n{% endmermaid %}", "```mermaid\ngraph\n```"),
    ],
)
def test_tags(liquid: Evaluate, text: str, expected: str) -> None:
    found = liquid(text, _FILES)
    assert found.text == expected
    assert not found.problems


@pytest.mark.parametrize("text", ["{% link _pages/none.md %}", "{% link ../a.md %}", "{% post_url 2020-01-01-none %}"])
def test_a_link_to_no_page_is_a_problem(liquid: Evaluate, text: str) -> None:
    found = liquid(f"a{text}b", _FILES)
    assert found.text == "ab"
    assert len(found.problems) == 1


def test_a_file_without_translation_is_a_problem(liquid: Evaluate) -> None:
    assert liquid("{% translate_file pages/none.md %}", _FILES).messages == [
        "There is no translation “pages/none.md”; nothing stands for it"
    ]
