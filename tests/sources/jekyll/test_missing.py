from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sources.conftest import ABOUT, Files
from tui_home.model.problem import Problem, Severity
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.missing import missing_files

Opened = Callable[[Files], Folder]


def found(folder: Folder) -> list[tuple[str, int | None, str]]:
    return [(problem.file, problem.line, problem.message) for problem in missing_files(folder)]


def page(text: str, front: str = "") -> str:
    return f"---\nlayout: page\n{front}---\n{text}\n"


def test_what_is_there_is_no_problem(folder: Opened) -> None:
    files: Files = {
        "_config.yml": "url: https://me.example\nbaseurl: /site\n",
        "assets/img/a b.png": b"",
        "assets/pdf/p.pdf": b"",
        "assets/img/publication_preview/p.gif": b"",
        "_pages/x.md": page(
            "![](/site/assets/img/a%20b.png) [a](https://me.example/site/assets/pdf/p.pdf) [b](../assets/pdf/p.pdf)\n"
            "{% for x in site.data.people %}",
            "permalink: /x/\n",
        ),
        "_data/people.yml": "[]",
        "_bibliography/papers.bib": "@misc{p, title={P}, pdf={p.pdf}, preview={p.gif}, html={https://a.example/x.pdf}}",
        "_projects/p.md": page("<img src='../../assets/img/a b.png'>", "img: assets/img/a b.png\n"),
    }
    assert found(folder(files)) == []


def test_what_is_missing_is_named_with_its_place(folder: Opened) -> None:
    files: Files = {
        "_pages/about.md": ABOUT.replace("title: about", "profile:\n  image: me.jpg") + "\n[a](/assets/pdf/cv.pdf)\n",
        "_bibliography/papers.bib": "@misc{p,\n title = {P},\n pdf = {p.pdf}\n}",
        "_pages/x.md": page("{% for x in site.data.people %}"),
        "_data/socials.yml": "cv_pdf: /assets/pdf/me.pdf\n",
    }
    assert found(folder(files)) == [
        ("_pages/about.md", 4, "There is no “me.jpg” in assets/img/"),
        ("_pages/about.md", 9, "There is no “/assets/pdf/cv.pdf”"),
        ("_pages/x.md", 4, "There is no _data/people.yml"),
        ("_data/socials.yml", 1, "There is no “/assets/pdf/me.pdf”"),
        ("_bibliography/papers.bib", 3, "There is no “p.pdf” in assets/pdf/"),
    ]


def test_a_problem_says_what_a_visitor_loses_and_what_to_do(folder: Opened) -> None:
    opened = folder({"_pages/x.md": page("[a](a.pdf) ![b](b.png)")})
    link, picture = missing_files(opened)
    hint = "Put the file there, or mend its name"
    message = "There is no “a.pdf”"
    assert link == Problem(Severity.WARNING, "_pages/x.md", 4, message, hint, "The link leads nowhere")
    assert picture.effect == "There is no picture to open"


def test_a_name_in_other_capitals_is_said(folder: Opened) -> None:
    (problem,) = missing_files(folder({"_pages/x.md": page("[a](/files/foo.pdf)"), "files/Foo.PDF": b""}))
    assert problem.message == "There is no “/files/foo.pdf”; the file is called “Foo.PDF”"
    assert problem.hint == "Write “Foo.PDF”"


@pytest.mark.parametrize("front", ["published: false\n", "draft: true\n"])
def test_what_nobody_sees_is_not_looked_at(folder: Opened, front: str) -> None:
    files: Files = {
        "_pages/x.md": page("[a](a.pdf)", front),
        "README.md": "[a](a.pdf)",
        "_drafts/d.md": page("[a](a.pdf)"),
    }
    assert found(folder(files)) == []


def test_a_bibliography_that_is_not_shown_is_not_looked_at(folder: Opened) -> None:
    entry = "@misc{p, title = {P}, pdf = {p.pdf}}"
    files: Files = {"_bibliography/papers.bib": "", "_bibliography/old.bib": entry}
    assert found(folder(files)) == []


def test_the_themes_example_document_is_not_the_owners_to_mend(folder: Opened) -> None:
    files: Files = {"_pages/x.md": page("[a](/assets/pdf/example_pdf.pdf) [b](/assets/pdf/b.pdf)")}
    assert [message for _, _, message in found(folder(files))] == ["There is no “/assets/pdf/b.pdf”"]


def test_nothing_outside_the_site_is_asked_for(folder: Opened, tmp_path: Path) -> None:
    (tmp_path.parent / "outside.pdf").write_bytes(b"")
    assert found(folder({"_pages/x.md": page("[a](/../outside.pdf) [b](../../../outside.pdf)")})) == []
