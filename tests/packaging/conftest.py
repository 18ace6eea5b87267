from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    """Return what `command` prints; fail with all that it said."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, f"{command} left with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def visitor_environment(home: Path) -> dict[str, str]:
    """Return this environment for somebody else, who has nothing yet: no settings, no caches, no tui-home on a path."""
    ours = ("PYTHON", "TUI_HOME", "XDG_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"HOME": str(home), "LOCALAPPDATA": str(home), "APPDATA": str(home)}


@dataclass(frozen=True, slots=True)
class CleanVenv:
    """A virtual environment that sees the present third-party packages, but no tui-home beside its own."""

    folder: Path

    @property
    def _scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        return self._scripts / "python"

    def install(self, *what: str | Path) -> None:
        """Install with the present pip, without dependencies and without any index."""
        pip = (sys.executable, "-m", "pip", "--python", self.python, "install", "--quiet", "--no-deps", "--no-index")
        run(*pip, "--no-build-isolation", *what)

    def run(self, script: str, *arguments: str) -> str:
        """Run one of the scripts far from the checkout, and return what it prints."""
        return run(self._scripts / script, *arguments, cwd=self.folder, env=visitor_environment(self.folder))


@pytest.fixture
def clean_venv(tmp_path: Path) -> CleanVenv:
    made = CleanVenv(tmp_path / "venv")
    venv.create(made.folder, with_pip=False, symlinks=os.name != "nt")
    # A folder named in a .pth file is searched last, and its own .pth files (an editable tui-home's) are not obeyed.
    library = Path(sysconfig.get_path("purelib", vars={"base": str(made.folder), "platbase": str(made.folder)}))
    (library / "present.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return made


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built
