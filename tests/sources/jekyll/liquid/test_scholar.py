"""jekyll-scholar's tags in pages."""

from __future__ import annotations

import pytest

from tests.sources.jekyll.liquid.conftest import Evaluate

_BIB = r"""---
---
@article{curie, author={Curie, Marie and Curie, Pierre}, title={On *radium*}, journal={Comptes}, year=1903,
  selected={true}, html={https://y.org/r}}
@inproceedings{trio, author={A. One and B. Two and C. Three}, title={Three}, booktitle={Proc}, year=2020, keywords={x}}
@misc{solo, author={Noether, Emmy}, title={Solo}, year=1918}
"""
_FILES: dict[str, str | bytes] = {
    "_bibliography/papers.bib": _BIB,
    "_bibliography/other.bib": "@misc{o, title={Other}, year=1}",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% cite curie %}", "(Curie &amp; Curie, 1903)"),
        ("{% cite trio solo %}", "(One et al., 2020; Noether, 1918)"),
        ("{% cite solo -l 7 %}", "(Noether, 1918)"),
        ("{% cite {{ page.key }} %}", "(Noether, 1918)"),
        ("{% nocite solo %}", ""),
        ("{% reference solo %}", "Emmy Noether. Solo. 1918."),
        (
            "{% reference curie %}",
            'Marie Curie, Pierre Curie. <a href="https://y.org/r">On &#42;radium&#42;</a>. <i>Comptes</i>. 1903.',
        ),
        ("{% bibliography %}", ""),
        ("{% cite solo %}{% bibliography --cited %}", "(Noether, 1918)<ul><li>Emmy Noether. Solo. 1918.</li></ul>"),
        ("{% bibliography -q @misc %}", "<ul><li>Emmy Noether. Solo. 1918.</li></ul>"),
        ("{% bibliography --query @*[year<=1918 && selected!=true] %}", "<ul><li>Emmy Noether. Solo. 1918.</li></ul>"),
        ("{% bibliography -f other %}", "<ul><li>Other.</li></ul>"),
        ("{% bibliography -q @*[year=1900] %}", ""),
        ("{% bibliography_count %}", "3"),
        ("{% bibliography_count -q @*[keywords=x]* %}", "1"),
        ("{% quote solo %}\nq\n{% endquote %}", "<blockquote>\n\nq\n<cite>(Noether, 1918)</cite>\n\n</blockquote>"),
        ("{% enquote solo %}q{% endenquote %}", "“q” (Noether, 1918)"),
    ],
)
def test_publications_are_cited(liquid: Evaluate, text: str, expected: str) -> None:
    found = liquid(text, _FILES, front="key: solo\n")
    assert found.text == expected
    assert not found.problems


def test_the_page_of_publications_lists_none_itself(liquid: Evaluate) -> None:
    text = "{% for y in page.years %}{% bibliography -f papers -q @*[year={{y}}]* %}{% endfor %}"
    front = "permalink: /publications/\nyears: [1918]\n"
    assert liquid(text, _FILES, front=front).text == ""
    assert "Noether" in liquid(text, _FILES, front="years: [1918]\n").text


def test_an_unknown_key_is_noted(liquid: Evaluate) -> None:
    found = liquid("a {% cite nobody %} b", _FILES)
    assert found.text == "a  b"
    assert found.messages == ["“nobody” is cited, and no publication has this key"]
