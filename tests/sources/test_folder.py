from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_home.model.problem import Severity
from tui_home.sources import tree
from tui_home.sources.folder import PAGE_LIMIT, Folder
from tui_home.sources.tree import Tree

Made = Callable[[dict[str, str | bytes]], Folder]
posix = pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights on Windows")


@pytest.mark.parametrize("name", ["../outside", "/etc", "a/../../outside"])
def test_nothing_is_there_outside_the_folder(folder: Made, tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "outside").write_text("x")
    assert not folder({"a/b": "x"}).has(name)


def test_a_missing_file_is_no_problem(folder: Made) -> None:
    opened = folder({})
    assert opened.read("a.md") is None
    assert opened.problems == []


@pytest.mark.parametrize(
    ("content", "kept", "words"),
    [
        (b"\0\0", False, "binary"),
        (b"x" * (PAGE_LIMIT + 1), True, "too large; only its first 1024 KiB"),
        (b"na\xefve", True, "not UTF-8"),
        (b"text\n" * (4 << 20), True, "too large"),
    ],
    ids=["binary", "just too large", "Latin-1", "20 MB"],
)
def test_what_is_wrong_with_a_file_becomes_one_problem(folder: Made, content: bytes, kept: bool, words: str) -> None:
    opened = folder({"a.md": content})
    assert (opened.read("a.md") is not None) is kept
    assert [problem.file for problem in opened.problems] == ["a.md"]
    assert words in opened.problems[0].message
    assert opened.problems[0].hint


def test_a_folder_in_a_files_place_becomes_a_problem(folder: Made) -> None:
    opened = folder({"a.md/b.md": "x"})
    assert opened.read("a.md") is None
    assert "is a folder" in opened.problems[0].message
    assert opened.problems[0].severity is Severity.ERROR


def test_files_are_listed_sorted_without_hidden_ones_and_drafts(folder: Made) -> None:
    names = ("n/b.md", "n/a.MD", "n/sub/c.md", "n/.hidden.md", "n/_drafts/d.md", "n/e.txt")
    opened = folder(dict.fromkeys(names, ""))
    assert opened.list("n", (".md",)) == ("n/a.MD", "n/b.md", "n/sub/c.md")
    assert opened.list("n", (".md",), deep=False) == ("n/a.MD", "n/b.md")
    assert opened.list("none", (".md",)) == ()
    assert opened.list("", (".md",), deep=False) == ()
    assert opened.problems == []


@posix
def test_a_folder_that_links_to_itself_is_walked_once(tmp_path: Path, folder: Made) -> None:
    opened = folder({"n/a.md": ""})
    (tmp_path / "n" / "again").symlink_to(tmp_path / "n")
    (tmp_path / "n" / "out").symlink_to("/")
    assert opened.list("n", (".md",)) == ("n/a.md",)
    assert ["leads out" in problem.message for problem in opened.problems] == [True]


def test_the_number_of_files_is_bounded(folder: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "_MAX_FILES", 3)
    opened = folder({f"n/{number}.md": "" for number in range(9)})
    assert opened.list("n", (".md",)) == ("n/0.md", "n/1.md", "n/2.md")
    assert "more than 3 files" in opened.problems[0].message


def test_the_bytes_of_all_files_together_are_bounded(folder: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "_MAX_BYTES", 5)
    opened = folder({"a.md": "abc", "b.md": "defg"})
    texts = [source.text for name in ("a.md", "b.md") if (source := opened.read(name))]
    assert texts == ["abc", "de"]


def test_the_revision_depends_on_names_and_bytes_only(tmp_path: Path) -> None:
    revisions = []
    for number, files in enumerate(({"a": "1"}, {"a": "1"}, {"a": "2"}, {"b": "1"}, {"a": "\0"}, {"a": "\0\0"})):
        root = tmp_path / str(number)
        root.mkdir()
        opened = Folder(Tree(root))
        for name, text in files.items():
            (root / name).write_text(text)
            opened.read(name)
        revisions.append(opened.revision)
    assert revisions[0] == revisions[1]
    assert len(set(revisions)) == 5
    assert all(len(revision) == 16 for revision in revisions)
