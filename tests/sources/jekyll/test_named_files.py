from __future__ import annotations

import pytest

from tui_home.model.problem import Origin
from tui_home.sources.jekyll.named_files import data_in_text, in_bibtex, in_mapping, in_text, names_file
from tui_home.sources.jekyll.yaml import parse


def written(text: str) -> list[tuple[str, int]]:
    return [(named.written, named.line) for named in in_text(text, 10)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("![a](/assets/img/a.png)", "/assets/img/a.png"),
        ('![a](<a.png> "title")', "a.png"),
        ("[talk]({{ site.baseurl }}/assets/pdf/a.pdf){:target='_blank'}", "/assets/pdf/a.pdf"),
        ("[talk]({{ '/assets/pdf/a.pdf' | relative_url }})", "/assets/pdf/a.pdf"),
        ('<img src="{{ "/assets/img/a.JPG" | prepend: site.baseurl }}">', "/assets/img/a.JPG"),
        ('{% include figure.liquid loading="eager" path="assets/img/a.jpg" %}', "assets/img/a.jpg"),
        ("<a href='files/a.zip#x'>", "files/a.zip#x"),
        ("[a]: ../a.pdf", "../a.pdf"),
    ],
)
def test_what_names_a_file(text: str, name: str) -> None:
    assert written(f"first\n{text}\n") == [(name, 11)]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- ![a](a.png) -->",
        "{% comment %}\n![a](a.png)\n{% endcomment %}",
        "`![a](a.png)`",
        "```\n![a](a.png)\n```",
        "[a](/publications/)",
        "[a](a.html)",
        "[a](../other.md)",
        "[a](//elsewhere.example/a.pdf)",
        "[a](mailto:a.pdf)",
        "[a]({{ page.paper }}/a.pdf)",
        "[a]({% link a.pdf %})",
        "![a](data:image/png;base64,a.png)",
    ],
)
def test_what_names_none(text: str) -> None:
    assert written(text) == []


def test_what_follows_a_comment_keeps_its_line() -> None:
    assert written("<!--\n\n-->\n{% comment %}\n{% endcomment %}\n[a](a.pdf)") == [("a.pdf", 15)]


def test_front_matter_names_files_under_keys_that_are_known() -> None:
    text = "profile:\n  image: me.jpg\nimg: assets/img/1.jpg\ncv_pdf: cv.pdf\nimage: bare.png\nother: a/b.pdf\n"
    text += "more: >\n  <a href='/a.pdf'>x</a>\nsidebar:\n  - preview: /b.png\n"
    named = [(name.written, name.line, name.folder) for name in in_mapping(parse(text, Origin("a.md")).mapping)]
    assert named == [
        ("me.jpg", 2, "assets/img/"),
        ("assets/img/1.jpg", 3, ""),
        ("cv.pdf", 4, "assets/pdf/"),
        ("/a.pdf", 8, ""),
        ("/b.png", 10, ""),
    ]


def test_bibtex_names_files_for_al_folios_buttons() -> None:
    text = '@article{a,\n pdf = {a.pdf},\n preview={{a.png}}, slides = "s.pdf",\n code = {/c.zip},\n'
    text += " doi = {10.1/a.pdf},\n file = {/x.pdf}, website = {a.pdf}\n}\n@comment{ @misc{b, pdf = {b.pdf}} }\n"
    assert [(name.written, name.line, name.folder) for name in in_bibtex(text, 3)] == [
        ("a.pdf", 4, "assets/pdf/"),
        ("a.png", 5, "assets/img/publication_preview/"),
        ("s.pdf", 5, "assets/pdf/"),
        ("/c.zip", 6, ""),
    ]


def test_data_that_a_page_goes_through() -> None:
    text = "{% if site.data.a %}\n{% for x in site.data.people %}{% endfor %}{% endif %}"
    assert [(name.written, name.line) for name in data_in_text(text, 1)] == [("people", 2)]


@pytest.mark.parametrize("name", ["a.pdf", "a b.PNG", "x/y.tar.gz", "a.pdf?raw=1", "a.pdf#page=2"])
def test_names_of_files(name: str) -> None:
    assert names_file(name)


@pytest.mark.parametrize("name", ["", "a", "a.", ".pdf/", "#a.pdf", "{{ a }}.pdf", "~/a.pdf", "a" * 400 + ".pdf"])
def test_other_words(name: str) -> None:
    assert not names_file(name)


HOSTILE = ("[", "](", "<!--", "{{ site.url ", "{% comment %}", 'src="', "a", "{{ 'x' | ", "[a]: ", " =", "{", "\t")


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_megabyte_of_anything_is_read_in_moments(piece: str) -> None:
    text = piece * ((1 << 20) // len(piece))
    assert list(in_text(text, 1)) == list(data_in_text(text, 1)) == list(in_bibtex(text, 1)) == []
