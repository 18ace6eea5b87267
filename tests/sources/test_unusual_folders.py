"""Folders and files as people's disks hold them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.sources.conftest import Files, write
from tui_home.document.walk import text_of
from tui_home.model.problem import Severity
from tui_home.model.site import Site
from tui_home.sources import open_site

posix = pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights on Windows")
SITE: Files = {
    "_config.yml": "first_name: Ann\nlast_name: Doe\nurl: https://a.example\n",
    "_pages/about.md": "---\nlayout: about\npermalink: /\nprofile:\n  address: >\n    <p>One</p>\n---\nNaïve *text*.\n",
    "_news/2024-01-02-a.md": "---\ninline: true\n---\nNews — here.\n",
    "_bibliography/papers.bib": "@article{a, title={Naïve}, author={Doe, Ann}, year={2024}}\n",
    "_data/socials.yml": "email: ann@a.example\n",
}


def said(site: Site) -> tuple[object, ...]:
    address = site.about.profile.address if site.about.profile else ()
    return (
        site.name.full,
        text_of(site.about.blocks).strip(),
        address,
        [text_of(item.blocks).strip() for item in site.news],
        [contact.text for contact in site.contacts if contact.kind == "email"],
        len(site.publications),
    )


@pytest.fixture
def plain(tmp_path: Path) -> Site:
    write(tmp_path / "plain", SITE)
    return open_site(tmp_path / "plain")


@pytest.mark.parametrize("name", ["my site", "Ann's (new) homepage", "été 网站", "a/../b c", "-x", "#1", "a%20b"])
def test_folders_may_be_called_anything(tmp_path: Path, plain: Site, name: str) -> None:
    (tmp_path / "a").mkdir()
    write(tmp_path / name, SITE)
    opened = open_site(tmp_path / name)
    assert said(opened) == said(plain)
    assert opened.problems == plain.problems == ()


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"], ids=["CRLF", "CR", "LF"])
def test_marks_and_line_ends_do_not_count(tmp_path: Path, plain: Site, mark: str, end: str) -> None:
    files: Files = {name: (mark + str(text)).replace("\n", end).encode() for name, text in SITE.items()}
    write(tmp_path / "site", files)
    opened = open_site(tmp_path / "site")
    assert said(opened) == said(plain)
    assert opened.problems == ()


def test_latin_1_is_understood_and_said(tmp_path: Path, plain: Site) -> None:
    files: Files = {name: str(text).replace("—", "-").encode("latin-1") for name, text in SITE.items()}
    write(tmp_path / "site", files)
    opened = open_site(tmp_path / "site")
    assert said(opened)[:2] == said(plain)[:2]
    assert {problem.file for problem in opened.problems} == {"_pages/about.md", "_bibliography/papers.bib"}
    assert all("not UTF-8" in problem.message and problem.hint for problem in opened.problems)


def test_news_in_folders_with_blanks(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "_news/New folder (2)/old news/2023-01-01 b.md": "---\ninline: true\n---\nOld.\n"})
    assert [item.key for item in open_site(tmp_path).news] == [
        "_news/2024-01-02-a",
        "_news/New folder (2)/old news/2023-01-01 b",
    ]


def test_a_huge_page_is_cut_and_said_once(tmp_path: Path) -> None:
    body = "---\nlayout: about\npermalink: /\nlang: en\n---\n" + ("All work and no play. " * 400 + "\n\n") * 150
    write(tmp_path, {**SITE, "_pages/about.md": body})
    problems = open_site(tmp_path).problems
    assert {problem.file for problem in problems} == {"_pages/about.md"}
    assert ["too large" in problem.message for problem in problems].count(True) == 1


@posix
@pytest.mark.parametrize("path", sorted(SITE))
def test_a_file_that_may_not_be_read_costs_itself(tmp_path: Path, path: str) -> None:
    write(tmp_path, SITE)
    (tmp_path / path).chmod(0)
    if os.access(tmp_path / path, os.R_OK):
        (tmp_path / path).unlink()
        (tmp_path / path).symlink_to("/etc/passwd")  # this user may read everything, but not out of the site
    opened = open_site(tmp_path)
    assert {problem.file for problem in opened.problems if problem.severity is Severity.ERROR} == {path}
    assert "root:" not in repr(opened)


@posix
@pytest.mark.parametrize("path", ["_pages", "_news", "_data", "_bibliography"])
def test_a_folder_that_leads_out_of_the_site_is_not_followed(tmp_path: Path, path: str) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "site"
    write(outside, {"about.md": "secret", "a.md": "secret", "papers.bib": "@misc{secret,}", "socials.yml": "x: secret"})
    write(inside, {name: text for name, text in SITE.items() if not name.startswith(path)})
    (inside / path).symlink_to(outside)
    opened = open_site(inside)
    assert "secret" not in repr(opened)
    assert any("leads out" in problem.message for problem in opened.problems)


def test_a_work_tree_of_git_may_hold_the_site_or_a_part_of_it(tmp_path: Path, plain: Site) -> None:
    inner: Files = {
        ".git": "gitdir: ../.git/worktrees/site\n",
        "_bibliography/.git": "gitdir: ../.git/modules/bib\n",
        "_news/.git/HEAD": "ref: refs/heads/main\n",
        "_news/.git/2024-05-05-no.md": "---\ninline: true\n---\nNo news.\n",
    }
    write(tmp_path / "repository" / "site", {**SITE, **inner})
    write(tmp_path / "repository", {".git/HEAD": "ref: refs/heads/main\n", "_pages/about.md": "Not this."})
    opened = open_site(tmp_path / "repository" / "site")
    assert said(opened) == said(plain)
    assert opened.problems == ()


def test_a_copy_of_the_site_inside_it_is_not_taken_for_it(tmp_path: Path, plain: Site) -> None:
    copy: Files = {
        f"_site/{name}": "---\nlayout: about\npermalink: /\n---\nOld." for name in ("index.html", "about.md")
    }
    old: Files = {f"old site/{name}": str(text).replace("Naïve", "Old") for name, text in SITE.items()}
    write(tmp_path / "site", {**SITE, **copy, **old})
    assert said(open_site(tmp_path / "site")) == said(plain)
