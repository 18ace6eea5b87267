"""The README and its companions promise nothing that is not there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.packaging.conftest import visitor_environment
from tests.sources.git.conftest import run as run_git

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
THREE_SCREENS = 150


def shell_lines() -> list[str]:
    """Return the commands of the README's code blocks, without comments."""
    blocks = re.findall(r"^```(?:sh|console)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    lines = (line.split("  #")[0].strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line]


def test_it_is_three_screens_long_at_most() -> None:
    assert len(README.splitlines()) <= THREE_SCREENS


def test_every_make_target_it_names_exists() -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE))
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"run", "test"} <= named
    assert named <= rules


def test_every_command_starts_with_something_that_works_today() -> None:
    assert shell_lines()
    for line in shell_lines():
        assert Path(line.split()[0]).name in {"make", "python3", "pipx", "uvx", "pip", "ln", "tui-home"}, line


def that_end(lines: list[str]) -> list[str]:
    """Leave out what serves until it is stopped: tests/doors/ssh/test_started.py starts it."""
    return [line for line in lines if "serve ssh" not in line or "--print" in line]


@pytest.mark.parametrize("line", that_end([line for line in shell_lines() if line.startswith("tui-home")]))
def test_every_command_of_ours_works_as_written(line: str, tmp_path: Path) -> None:
    if address := re.search(r"https://\S+", line):  # there is no network: the packaged site, in a repository here
        line = line.replace(address[0], f"file://{repository(tmp_path / 'repository')}")
    words = shlex.split(line.replace("PATH", "content").replace("--site .", "--site content"))[1:]
    done = subprocess.run(
        [sys.executable, "-m", "tui_home", *words],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        # One visitor runs them all: what is kept of the site is found by the next.
        env={**visitor_environment(tmp_path), "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]},
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def repository(folder: Path) -> Path:
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    shutil.copytree(ROOT / "content", folder)
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--no-verify", "--message=x")):
        run_git(folder, *words)
    return folder


def test_unpublished_the_package_is_never_installed_by_name() -> None:
    for line in shell_lines():
        if line.startswith("pipx"):
            assert "--spec" in line
        if line.startswith("uvx"):
            assert "--from" in line
        if line.startswith("pip "):
            assert not line.endswith("install tui-home")


def test_its_picture_and_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert any(target.endswith(".svg") for target in targets)
    for target in targets:
        assert (ROOT / target).exists(), target


def test_every_dependency_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for requirement in tomllib.loads(text)["project"]["dependencies"]:
        (line,) = (line for line in text.splitlines() if f'"{requirement}"' in line)
        assert len(line.partition("#")[2].split()) >= 2, requirement


def test_the_rooms_that_contributing_names_exist() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("| room |")[1].split("\n\n")[0]
    rooms = re.findall(r"`([a-z_]+(?:/|\.py))`", table)
    assert {f"{folder.name}/" for folder in (ROOT / "tui_home").iterdir() if (folder / "__init__.py").exists()} <= set(
        rooms
    )
    for room in rooms:
        assert any((ROOT / "tui_home" / within / room).exists() for within in ("", "sources", "doors")), room
