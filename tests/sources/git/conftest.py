"""Repositories made with the real git, reached over ``file://``."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ABOUT = "---\nlayout: about\npermalink: /\n---\nHello.\n"
Commit = Callable[[dict[str, str]], None]
VARIABLES = {"PATH": os.environ.get("PATH", "")}


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """Return an empty repository."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    folder = tmp_path / "origin"
    run(tmp_path, "init", "--quiet", "--initial-branch=main", str(folder))
    run(folder, "config", "uploadpack.allowFilter", "true")
    return folder


@pytest.fixture
def commit(origin: Path) -> Commit:
    """Return what adds files to the repository and commits them."""

    def committed(files: dict[str, str]) -> None:
        for name, text in files.items():
            path = origin / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        run(origin, "add", "--all")
        run(origin, "commit", "--quiet", "--no-verify", "--message=x")

    return committed


def run(folder: Path, *words: str) -> str:
    names = {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {
        **VARIABLES,
        **names,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "HOME": str(folder),
    }
    done = subprocess.run(["git", *words], cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return done.stdout
