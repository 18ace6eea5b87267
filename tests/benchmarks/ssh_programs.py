"""What is written in Go: a homepage on Charm's Wish, and who visits it and ours. Built on first use, in build/."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.screen import ROOT

SHARED = ROOT.parent / "shared"
"""The project's common files; a checkout elsewhere has none."""
_LIBRARIES = Path("/usr/share/gocode")
"""Where Debian's packages put Go libraries."""
_PACKAGES = "golang-go golang-github-charmbracelet-{wish,bubbletea,glamour,lipgloss,bubbles}-dev"
_FOLDER = ROOT / "build" / "ssh"
_PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Programs:
    """Both of them."""

    peer: Path
    load: Path


def programs() -> Programs | None:
    """Return them; None, and a line that says why, when they cannot be built or used here."""
    missing = _missing()
    if missing:
        print(f"  Not measured: {missing}\n")
        return None
    made = Programs(_FOLDER / "wish_peer", _FOLDER / "ssh_load")
    for program in (made.peer, made.load):
        source = SHARED / "bench" / program.name / "main.go"
        built = program.exists() and program.stat().st_mtime >= source.stat().st_mtime
        if error := "" if built else _build(source, program):
            print(f"  Not measured: {program.name} cannot be built: {error}; on Debian: apt install {_PACKAGES}\n")
            return None
    return made


def _missing() -> str:
    if not (SHARED / "bench").is_dir():
        return f"the peer's source is not here ({SHARED / 'bench'})"
    if not Path("/proc/self/stat").exists():
        return "memory and CPU time are read from /proc, which this system does not have"
    if not shutil.which("go"):
        return f"there is no Go here; on Debian: apt install {_PACKAGES}"
    return ""


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
