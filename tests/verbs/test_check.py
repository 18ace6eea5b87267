from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.sources.conftest import ABOUT, write
from tests.verbs.conftest import setting_of
from tui_home.model.site import About, Name, Site
from tui_home.sources import NoSiteError, open_site
from tui_home.sources.packaged import packaged_content
from tui_home.verbs import OWNER_VERBS, VERBS, Outcome, perform
from tui_home.verbs.owner import perform_owner
from tui_home.verbs.ownership import Owner

HI = "\uf8ffüëã"
DAMAGED = ABOUT.replace("title: about", "subtitel: x") + f"Hi {HI}, [a](https://a.example/b}}.\r\n[c](/c.pdf)\r\n"
MENDED = DAMAGED.replace("subtitel", "subtitle").replace(HI, "👋").replace("b}", "b)")

Check = Callable[..., Outcome]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a site with faults of several kinds."""
    write(tmp_path, {"_pages/about.md": DAMAGED})
    return tmp_path


@pytest.fixture
def check(root: Path) -> Check:
    """Check that site, where nobody answers unless an answer is given."""

    def checked(*words: str, ask: Callable[[str], bool] | None = None) -> Outcome:
        return perform_owner(["check", str(root), *words], Owner("", ask), setting_of())

    return checked


def page(root: Path) -> str:
    return (root / "_pages/about.md").read_bytes().decode()


def test_nobody_who_comes_over_the_network_can_ask_for_it() -> None:
    assert not set(OWNER_VERBS) & set(VERBS)
    site = Site("r", Name("A"), "A", About())
    for name in OWNER_VERBS:
        assert perform([name, "."], lambda: site, setting_of()).status == 2


def test_every_problem_is_listed_and_warnings_are_no_failure(check: Check, root: Path) -> None:
    outcome = check()
    assert outcome.status == 0
    for words in ("_pages/about.md:3", "“subtitel”", "👋", "Link closed with }", "“/c.pdf”", "4 warnings in 1 file."):
        assert words in outcome.text
    assert outcome.error == ""
    assert page(root) == DAMAGED


def test_errors_are_a_failure(tmp_path: Path) -> None:
    write(tmp_path, {"_config.yml": "title: x\n"})
    outcome = perform_owner(["check"], Owner(str(tmp_path)), setting_of())
    assert outcome.status == 1
    assert "There is no about page" in outcome.text


def test_nothing_wrong_is_said_kindly(tmp_path: Path) -> None:
    write(tmp_path, {"_pages/about.md": ABOUT})
    assert perform_owner(["check", str(tmp_path)], Owner(), setting_of()) == Outcome(
        f"All is well in {tmp_path.resolve()}: nothing is damaged, and nothing it names is missing.\n"
    )


def test_without_a_path_it_is_this_folder_else_the_packaged_site(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert "subtitel" in perform_owner(["check"], Owner(), setting_of()).text
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert json.loads(perform_owner(["check", "--format", "json"], Owner(), setting_of()).text)["site"] == str(
        packaged_content()
    )


def test_no_site_is_said_as_everywhere(tmp_path: Path) -> None:
    with pytest.raises(NoSiteError, match="No site"):
        perform_owner(["check", str(tmp_path / "nothing")], Owner(), setting_of())


@pytest.mark.parametrize("url", ["https://git.example/me/site.git", "git@git.example:me/site.git"])
def test_a_site_in_git_is_not_fetched(url: str) -> None:
    with pytest.raises(NoSiteError, match="clone it, and check the copy"):
        perform_owner(["check"], Owner(url), setting_of())


@pytest.mark.parametrize("words", [["--yes"], ["--format", "xml"], ["a", "b"], ["--fi"]])
def test_wrong_words_are_wrong_usage_and_change_nothing(check: Check, root: Path, words: list[str]) -> None:
    assert check(*words).status == 2
    assert page(root) == DAMAGED


def test_github_counts_files_from_where_it_runs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    text = perform_owner(["check", root.name, "--format", "github"], Owner(), setting_of()).text
    assert text.startswith(f"::warning file={root.name}/_pages/about.md,line=3,")
    monkeypatch.chdir(root)
    text = perform_owner(["check", "--format", "github"], Owner(), setting_of()).text
    assert text.startswith("::warning file=_pages/about.md,line=3,")


def test_a_dry_run_shows_the_difference_and_changes_nothing(check: Check, root: Path) -> None:
    for words in (["--dry-run"], ["--fix", "--dry-run", "--yes"]):
        outcome = check(*words)
        assert outcome.text.startswith("--- _pages/about.md\n+++ _pages/about.md\n@@ -1,")
        assert "-subtitel: x\n+subtitle: x\n" in outcome.text
        assert outcome.text.endswith("This is what --fix would mend: 3 places in 1 file. Nothing was changed.\n")
        assert (outcome.status, page(root)) == (0, DAMAGED)


def test_fix_mends_what_is_certain_and_lists_what_remains(check: Check, root: Path) -> None:
    outcome = check("--fix", "--yes")
    assert page(root) == MENDED
    done = outcome.text.partition("Mended 3 places in 1 file.\n")
    assert "+subtitle: x\n" in done[0]
    assert done[2].endswith("1 warning in 1 file.\n")
    assert "“/c.pdf”" in done[2]


def test_a_second_fix_finds_nothing_to_do(check: Check, root: Path) -> None:
    check("--fix", "--yes")
    again = check("--fix")
    assert again.status == 0
    assert again.text.startswith("There is nothing that can be mended with certainty; the rest needs you.\n")
    assert "@@" not in again.text
    assert page(root) == MENDED


def test_a_terminal_is_asked_and_only_yes_is_yes(check: Check, root: Path) -> None:
    asked: list[str] = []

    def answer(shown: str) -> bool:
        asked.append(shown)
        return len(asked) > 1

    assert check("--fix", ask=answer) == Outcome("Nothing was changed.\n")
    assert page(root) == DAMAGED
    assert asked[0].startswith("--- _pages/about.md\n")
    assert asked[0].endswith("\n\nMend 3 places in 1 file? [y/N] ")
    outcome = check("--fix", ask=answer)
    assert outcome.text.startswith("Mended 3 places in 1 file.\n")
    assert page(root) == MENDED


def test_where_nobody_answers_it_needs_a_yes(check: Check, root: Path) -> None:
    outcome = check("--fix")
    assert outcome.status == 2
    assert outcome.error == "tui-home: nothing was changed; to mend 3 places in 1 file, add --yes\n"
    assert outcome.text.startswith("--- _pages/about.md\n")
    assert page(root) == DAMAGED


def test_what_cannot_be_written_is_said_and_the_others_go_on(check: Check, root: Path) -> None:
    news = root / "_news/2024-05-31-a.md"
    write(root, {"_news/2024-05-31-a.md": "---\ndate: some day\n---\nHello.\n"})
    news.chmod(0o444)
    outcome = check("--fix", "--yes")
    assert "Mended 3 places in 1 file.\nLeft alone: _news/2024-05-31-a.md. It is read-only.\n" in outcome.text
    assert page(root) == MENDED
    assert b"some day" in news.read_bytes()


def test_formats_for_programs_stay_what_they_are_while_mending(check: Check, root: Path) -> None:
    planned = json.loads(check("--fix", "--dry-run", "--format", "json").text)
    assert planned["mended"] == [{"file": "_pages/about.md", "places": 3}]
    assert len(planned["problems"]) == 4
    assert check("--fix", "--format", "json").text == ""
    done = json.loads(check("--fix", "--yes", "--format", "json").text)
    assert (len(done["problems"]), page(root)) == (1, MENDED)
    outcome = check("--fix", "--format", "github")
    assert outcome.text.startswith("::warning file=")
    assert outcome.error.startswith("There is nothing that can be mended")


def test_the_owners_page_is_mended_where_that_is_certain(tmp_path: Path) -> None:
    shutil.copytree(packaged_content(), tmp_path / "site")
    outcome = perform_owner(["check", "--fix", "--yes", str(tmp_path / "site")], Owner(), setting_of())
    assert "Mended 7 places in 1 file." in outcome.text
    old = (packaged_content() / "_pages/about.md").read_text(encoding="utf-8").split("\n")
    new = (tmp_path / "site/_pages/about.md").read_text(encoding="utf-8").split("\n")
    changed = [number for number, pair in enumerate(zip(old, new, strict=True), 1) if pair[0] != pair[1]]
    assert changed == [5, 10, 21, 29, 30, 31, 36]
    shown = [
        perform(["show", "about"], partial(open_site, folder), setting_of()).text
        for folder in (packaged_content(), tmp_path / "site")
    ]
    assert shown[0] == shown[1]
