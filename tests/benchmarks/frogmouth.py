"""frogmouth, the Markdown reader to compare with, in a virtual environment of its own: it pins an old Textual."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "build" / "frogmouth"


def frogmouth() -> Path | str:
    """Return the program, installed on first use; when it cannot be, what is to be said of that."""
    program = FOLDER / "bin" / "frogmouth"
    if not program.exists():
        print("  (installing frogmouth, once)", flush=True)
        try:
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(FOLDER)], check=True, capture_output=True)
            pip = [str(FOLDER / "bin" / "python"), "-m", "pip", "install", "--quiet", "frogmouth"]
            subprocess.run(pip, check=True, capture_output=True, timeout=600)
        except (OSError, subprocess.SubprocessError) as error:
            return f"frogmouth cannot be installed here: {error}"
    return program
