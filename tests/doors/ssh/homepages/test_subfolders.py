from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui_home.doors.ssh.homepages.naming import NAME, user_name
from tui_home.doors.ssh.homepages.subfolders import subfolders


def site(folder: Path) -> Path:
    (folder / "_pages").mkdir(parents=True)
    return folder


def test_each_subfolder_with_a_site_is_one(tmp_path: Path) -> None:
    for name in ("grace", "ada", ".hidden"):
        site(tmp_path / name)
    for name in ("_pages", "notes", "lost+found"):
        (tmp_path / name).mkdir()
    (tmp_path / "_pages" / "about.md").write_text("")
    (tmp_path / "README.md").write_text("")
    found = subfolders(tmp_path, {})
    assert found.places == {"ada": tmp_path / "ada", "grace": tmp_path / "grace"}
    assert not found.notes


def test_names_of_folders_become_user_names_and_the_owner_hears_of_it(tmp_path: Path) -> None:
    for name in ("Ada Lovelace", "émilie", "read", "日本", "emilie-2", "Emilie.2"):
        site(tmp_path / name)
    site(tmp_path / "EMILIE")
    found = subfolders(tmp_path, {})
    assert list(found.places) == ["ada-lovelace", "emilie", "emilie-2", "emilie.2"]
    told = "\n".join(found.notes)
    for part in (
        "Ada Lovelace is served as ada-lovelace",
        "“read” is reserved",
        "“emilie” is taken",
        "is no user name",
    ):
        assert part in told


def test_a_link_to_a_folder_is_one(tmp_path: Path) -> None:
    site(tmp_path / "elsewhere" / "x")
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "ada").symlink_to(tmp_path / "elsewhere" / "x")
    assert list(subfolders(tmp_path / "sites", {}).places) == ["ada"]


def test_a_link_to_itself_or_to_nothing_keeps_no_other_from_being_found(tmp_path: Path) -> None:
    site(tmp_path / "ada")
    (tmp_path / "itself").symlink_to("itself")
    (tmp_path / "nothing").symlink_to("nowhere")
    found = subfolders(tmp_path, {})
    assert list(found.places) == ["ada"]
    assert found.notes == tuple(
        f"{tmp_path / name} is left out: it is a link to nothing that is seen here" for name in ("itself", "nothing")
    ), "as in a service that does not see people's folders"


def test_whose_folder_is_called_so_comes_before_those_whose_names_become_so(tmp_path: Path) -> None:
    for name in ("Ada", "ada"):
        site(tmp_path / name)
    found = subfolders(tmp_path, {})
    assert found.places == {"ada": tmp_path / "ada"}
    assert [f"{tmp_path / 'Ada'} is left out: “ada” is taken" in note for note in found.notes] == [True]


def test_a_name_that_the_owner_has_given_is_taken_and_what_has_one_needs_no_other(tmp_path: Path) -> None:
    for name in ("ada", "日 本"):
        site(tmp_path / name)
    asked = subfolders(tmp_path, {}).notes[0]
    assert asked.endswith(f"give it one: --site NAME='{tmp_path / '日 本'}'"), "in quotation marks, to be copied"
    found = subfolders(tmp_path, {"nihon": tmp_path / "日 本", "ada": tmp_path.parent})
    assert not found.places
    assert len(found.notes) == 1
    assert "“ada” is taken" in found.notes[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    site(tmp_path / "ada").chmod(0)
    found = subfolders(tmp_path, {})
    assert not found.places
    assert "cannot be read" in found.notes[0]


@pytest.mark.parametrize("name", ["x" * 40, "A.B_c-d", "--a--", "Ünïcode", "a/b", "a\nb", "a" * 31 + "-b"])
def test_a_user_name_is_one(name: str) -> None:
    assert NAME.fullmatch(user_name(name))
