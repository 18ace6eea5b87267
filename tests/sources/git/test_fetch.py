"""Real git over ``file://``: what comes, what does not, and what is said when nothing comes."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.sources.git.conftest import ABOUT, VARIABLES, Commit
from tui_home.sources import open_site
from tui_home.sources.checking import check_site
from tui_home.sources.git import FetchError, GitUrl, fetch, git_url
from tui_home.sources.git.program import Git, GitError, _reason


def url_of(folder: Path) -> GitUrl:
    url = git_url(f"file://{folder}")
    assert url is not None
    return url


def text_at(folder: Path) -> str:
    return (folder / "_pages" / "about.md").read_text()


def test_a_repository_is_a_site(origin: Path, commit: Commit, tmp_path: Path) -> None:
    commit({"_pages/about.md": ABOUT, "_config.yml": "first_name: Ann\nlast_name: Doe\n"})
    fetched = fetch(url_of(origin), tmp_path / "cache", VARIABLES)
    assert open_site(fetched.folder).title == "Ann Doe"
    assert not fetched.warning


def test_only_the_newest_state_is_fetched(
    origin: Path, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit({"_pages/about.md": ABOUT})
    commit({"_pages/about.md": ABOUT + "More.\n"})
    commits: list[str] = []
    git = Git.run

    def counted(self: Git, words: Sequence[str], folder: Path) -> str:
        if words[0] == "checkout":
            commits.append(git(self, ("rev-list", "--count", "HEAD"), folder).strip())
        return git(self, words, folder)

    monkeypatch.setattr(Git, "run", counted)
    fetch(url_of(origin), tmp_path / "cache", VARIABLES)
    assert commits == ["1"]


def test_where_a_copy_came_from_is_not_written_down(origin: Path, commit: Commit, tmp_path: Path) -> None:
    commit({"_pages/about.md": ABOUT})
    cache = tmp_path / "cache"
    fetch(url_of(origin), cache, VARIABLES)
    kept = [path for path in cache.rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept if os.fsencode(origin) in path.read_bytes()]


def test_a_copy_is_not_checked_for_the_files_that_were_left_out(origin: Path, commit: Commit, tmp_path: Path) -> None:
    commit({"_pages/about.md": ABOUT + "![](/assets/img/a.png)\n", "assets/img/a.png": "x"})
    folder = fetch(url_of(origin), tmp_path / "cache", VARIABLES).folder
    (problem,) = check_site(folder).problems
    assert "only some of the files" in problem.message


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system does not tell")
@pytest.mark.parametrize("mine", ["", "key"])
def test_a_folder_that_others_may_write_to_is_not_used(origin: Path, commit: Commit, tmp_path: Path, mine: str) -> None:
    cache, url = tmp_path / "cache", url_of(origin)
    commit({"_pages/about.md": ABOUT})
    fetch(url, cache, VARIABLES)
    folders = cache, cache / url.key
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}
    folders[bool(mine)].chmod(0o777)
    with pytest.raises(FetchError, match="others may write to"):
        fetch(url, cache, VARIABLES)


def test_the_copy_is_used_until_a_newer_one_is_asked_for(origin: Path, commit: Commit, tmp_path: Path) -> None:
    cache, url = tmp_path / "cache", url_of(origin)
    commit({"_pages/about.md": ABOUT})
    first = fetch(url, cache, VARIABLES).folder
    commit({"_pages/about.md": ABOUT + "More.\n"})
    assert fetch(url, cache, VARIABLES).folder == first
    assert fetch(url, cache, VARIABLES, older_than=3600).folder == first
    second = fetch(url, cache, VARIABLES, older_than=0).folder
    assert (text_at(first), text_at(second)) == (ABOUT, ABOUT + "More.\n"), "who reads the older copy still can"
    assert fetch(url, cache, VARIABLES).folder == second
    os.utime(second, (0, 0))
    assert fetch(url, cache, VARIABLES, older_than=3600).folder != second


def test_only_text_is_written(origin: Path, commit: Commit, tmp_path: Path) -> None:
    files = {
        "_pages/about.md": ABOUT,
        "assets/img/a.png": "x",
        "assets/pdf/B.PDF": "x",
        "assets/json/resume.json": "{}",
    }
    commit(files)
    folder = fetch(url_of(origin), tmp_path / "cache", VARIABLES).folder
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {name for name in written if not name.startswith(".git/")} == {"_pages/about.md", "assets/json/resume.json"}


def test_nothing_is_executed_and_no_link_is_made(origin: Path, commit: Commit, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    (origin / "_pages").mkdir(exist_ok=True)
    (origin / "_pages" / "secret.md").symlink_to("/etc/passwd")
    commit(
        {
            "_pages/about.md": ABOUT,
            ".gitattributes": "*.md filter=evil\n",
            ".gitmodules": f'[submodule "a"]\n\tpath = a\n\turl = file://{tmp_path}/other\n',
            ".githooks/post-checkout": f"#!/bin/sh\ntouch {ran}\n",
        }
    )
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text(
        f'[core]\n\thooksPath = {origin}/.githooks\n[filter "evil"]\n\tsmudge = touch {ran}\n'
        f"[core]\n\tsymlinks = true\n\tfsmonitor = touch {ran}\n"
    )
    (origin / ".githooks" / "post-checkout").chmod(0o755)
    variables = {**VARIABLES, "HOME": str(home), "GIT_DIR": str(tmp_path / "nowhere"), "GIT_TRACE": str(ran)}
    folder = fetch(url_of(origin), tmp_path / "cache", variables).folder
    assert not ran.exists()
    assert not (folder / "_pages" / "secret.md").is_symlink()
    assert (folder / "_pages" / "secret.md").read_text() == "/etc/passwd"


def test_progress_is_told(origin: Path, commit: Commit, tmp_path: Path) -> None:
    commit({"_pages/about.md": ABOUT})
    told: list[str] = []
    fetch(url_of(origin), tmp_path / "cache", VARIABLES, progress=told.append)
    assert any("100%" in line for line in told)


@pytest.mark.parametrize(
    ("path", "variables", "message"),
    [
        ("nowhere", VARIABLES, "does not appear to be a git repository"),
        ("nowhere", {"PATH": "/nowhere"}, "the git program is not installed. Install git, or give a folder."),
    ],
)
def test_what_cannot_be_fetched_is_said_in_one_line(
    tmp_path: Path, path: str, variables: dict[str, str], message: str
) -> None:
    url = url_of(tmp_path / path)
    with pytest.raises(FetchError) as raised:
        fetch(url, tmp_path / "cache", variables)
    assert str(raised.value).startswith(f"{url.url} cannot be fetched: ")
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
    assert not list((tmp_path / "cache" / url.key).iterdir()), "nothing half done stays"


def test_an_empty_repository_is_said_to_be_empty(origin: Path, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="the repository is empty"):
        fetch(url_of(origin), tmp_path / "cache", VARIABLES)


def test_an_older_copy_serves_when_no_newer_one_can_be_had(origin: Path, commit: Commit, tmp_path: Path) -> None:
    cache, url = tmp_path / "cache", url_of(origin)
    commit({"_pages/about.md": ABOUT})
    first = fetch(url, cache, VARIABLES)
    origin.rename(tmp_path / "gone")
    again = fetch(url, cache, VARIABLES, older_than=0)
    assert again.folder == first.folder
    assert again.warning.endswith("This is the copy from before.")


def test_a_cache_that_cannot_be_written_is_said(origin: Path, commit: Commit, tmp_path: Path) -> None:
    commit({"_pages/about.md": ABOUT})
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(FetchError, match=r"cannot be written"):
        fetch(url_of(origin), tmp_path / "cache", VARIABLES)


@pytest.mark.parametrize("current", ["", "../../etc", "gone", "\0"])
def test_a_damaged_pointer_is_ignored(origin: Path, commit: Commit, tmp_path: Path, current: str) -> None:
    cache, url = tmp_path / "cache", url_of(origin)
    commit({"_pages/about.md": ABOUT})
    fetch(url, cache, VARIABLES)
    (cache / url.key / "current").write_text(current)
    assert text_at(fetch(url, cache, VARIABLES).folder) == ABOUT


def test_copies_without_readers_go(origin: Path, commit: Commit, tmp_path: Path) -> None:
    cache, url = tmp_path / "cache", url_of(origin)
    commit({"_pages/about.md": ABOUT})
    first = fetch(url, cache, VARIABLES).folder
    os.utime(first, (0, 0))
    second = fetch(url, cache, VARIABLES, older_than=0).folder
    assert first.is_dir(), "it was the newest one until now"
    os.utime(first, (0, 0))
    third = fetch(url, cache, VARIABLES, older_than=0).folder
    assert {path.name for path in (cache / url.key).iterdir()} == {"current", second.name, third.name}


@pytest.mark.parametrize(("seconds", "most", "message"), [(0.0, 1 << 30, "stopped after"), (60.0, 10, "larger than")])
@pytest.mark.usefixtures("origin")
def test_git_is_stopped_at_its_limits(tmp_path: Path, seconds: float, most: int, message: str) -> None:
    (tmp_path / "there").write_text("more than ten bytes")
    git = Git("file", VARIABLES, seconds=seconds, most_bytes=most)
    with pytest.raises(GitError, match=message):
        git.run(("-c", "alias.last=!sleep 30", "last"), tmp_path)


def test_only_the_transport_of_the_address_is_allowed(origin: Path, commit: Commit, tmp_path: Path) -> None:
    commit({"_pages/about.md": ABOUT})
    git = Git("https", VARIABLES, seconds=60, most_bytes=1 << 30)
    with pytest.raises(GitError, match="transport 'file' not allowed"):
        git.run(("clone", "--", f"file://{origin}", "x"), tmp_path)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("Cloning\nfatal: it fails.\nfatal: more", "it fails"),
        (
            "Host key verification failed.\nfatal: Could not read from remote repository.",
            "Host key verification failed",
        ),
        ("fatal: Could not read from remote repository.", "Could not read from remote repository"),
        ("", "git failed"),
    ],
)
def test_the_reason_is_the_line_that_helps(told: str, reason: str) -> None:
    assert _reason(told) == reason
