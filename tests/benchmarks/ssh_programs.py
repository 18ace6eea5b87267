"""What is written in Go: a homepage on Charm's Wish, and who visits it and ours. Built on first use, in build/."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.homepage import ROOT

SHARED = ROOT.parent / "shared"
"""The project's common files; a checkout elsewhere has none."""
OUR_LOAD = (sys.executable, "-m", "tests.benchmarks.load")
_LIBRARIES = Path("/usr/share/gocode")
"""Where Debian's packages put Go libraries."""
_PACKAGES = "golang-go golang-github-charmbracelet-{wish,bubbletea,glamour,lipgloss,bubbles}-dev"
_FOLDER = ROOT / "build" / "ssh"
_PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Programs:
    """Who is visited beside us, and by whom."""

    peer: Path | None = None
    """None where it cannot be built."""
    load: tuple[str, ...] = OUR_LOAD
    missing: str = ""
    """Why something of this is not there."""


def programs() -> Programs:
    """Return what can be used here: without Go there is no peer, and our own load is what visits us."""
    if not shutil.which("go"):
        return Programs(missing=f"no peer: there is no Go here; on Debian: apt install {_PACKAGES}")
    if not (SHARED / "bench").is_dir():
        return Programs(missing=f"no peer: its source is not here ({SHARED / 'bench'})")
    found = Programs()
    for name in ("ssh_load", "wish_peer"):
        program = _FOLDER / name
        source = SHARED / "bench" / name / "main.go"
        built = program.exists() and program.stat().st_mtime >= source.stat().st_mtime
        if error := "" if built else _build(source, program):
            return replace(found, missing=f"{name} cannot be built: {error}; on Debian: apt install {_PACKAGES}")
        found = replace(found, load=(str(program),)) if name == "ssh_load" else replace(found, peer=program)
    return found


def _build(source: Path, program: Path) -> str:
    """Build it; return why that is not possible, or nothing."""
    print(f"  (building {program.name}, once)", flush=True)
    command = [*("env", "GO111MODULE=off", f"GOPATH={_LIBRARIES}"), "go", "build", "-o", str(program), str(source)]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_PATIENCE)
    except subprocess.CalledProcessError as error:
        said: str = error.stderr.strip()
        return said.splitlines()[0].rstrip(":") if said else str(error)
    except (OSError, subprocess.SubprocessError) as error:
        return str(error)
    return ""
