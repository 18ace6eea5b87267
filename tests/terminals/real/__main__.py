"""Runs the homepage in every terminal that is installed, takes pictures of it, and says what was copied.

    python -m tests.terminals.real FOLDER [TERMINAL …]

The pictures are to be looked at; they end in FOLDER as TERMINAL-NUMBER-WHAT.png.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.terminals.real.desktop import NOTHING, Desktop

_FONT, _SIZE = "DejaVu Sans Mono", "100x36"
TERMINALS = {
    "xterm": ("xterm", "-fa", _FONT, "-fs", "11", "-geometry", _SIZE, "-e"),
    "xterm-allowed": (
        *("xterm", "-fa", _FONT, "-fs", "11", "-geometry", _SIZE),
        *("-xrm", "*disallowedWindowOps: 20,21,SetXprop", "-e"),
    ),
    "kitty": (
        "kitty",
        "-o",
        f"font_family={_FONT}",
        "-o",
        "initial_window_width=100c",
        "-o",
        "initial_window_height=36c",
    ),
    "alacritty": ("alacritty", "-o", f"font.normal.family={_FONT}", "-o", "font.size=9", "-e"),
    "urxvt": ("urxvt", "-fn", f"xft:{_FONT}:size=11", "-geometry", _SIZE, "-e"),
    "mlterm": ("mlterm", "-w", "15", "-g", _SIZE, "-e"),
    "st": ("stterm", "-f", f"{_FONT}:size=11", "-g", _SIZE, "-e"),
    "zutty": ("zutty", "-font", "DejaVuSansMono", "-fontpath", "/usr/share/fonts/truetype/dejavu", "-e"),
    "xfce4-terminal": ("xfce4-terminal", "--disable-server", f"--font={_FONT} 11", f"--geometry={_SIZE}", "-x"),
}
_REMOTE = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
_STEPS = (
    ("about", ()),
    ("papers", ("3", "Tab")),
    ("contact", ("4",)),
    ("help", ("question",)),
    ("palette", ("Escape", "colon")),
    ("theme", ("Escape", "1", "t")),
    ("select", ("s",)),
    ("found", ("Escape", "slash", "l", "e", "a", "r", "n")),
    ("left", ("Escape", "Escape", "q")),
)


def copied(terminal: str, home: Path, environment: dict[str, str]) -> str:
    """Return what the clipboard holds after ``e``."""
    with Desktop(home, environment) as desktop:
        desktop.open_homepage(*TERMINALS[terminal])
        desktop.press("e")
        until = time.monotonic() + 4
        while desktop.clipboard == NOTHING and time.monotonic() < until:
            time.sleep(0.1)
        return desktop.clipboard


def take_pictures(terminal: str, home: Path, folder: Path) -> None:
    """Go through the homepage, a picture each step; as over SSH, so that the terminal is asked to copy."""
    with Desktop(home, _REMOTE) as desktop:
        desktop.open_homepage(*TERMINALS[terminal])
        for number, (what, keys) in enumerate(_STEPS):
            for key in keys:
                desktop.press(key)
                # A key soon after Esc is that key with alt; and nothing tells when a terminal has drawn.
                time.sleep(0.8)
            time.sleep(0.8)
            desktop.picture(folder / f"{terminal}-{number}-{what}.png")


def main() -> None:
    """Try all of them, or those that are named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for terminal in sys.argv[2:] or TERMINALS:
        if shutil.which(TERMINALS[terminal][0]) is None:
            print(f"{terminal}: not installed")
            continue
        try:
            with tempfile.TemporaryDirectory() as home:
                local = copied(terminal, Path(home), {})
                asked = copied(terminal, Path(home), _REMOTE)
                print(f"{terminal}: as a local program {local!r}, by OSC 52 {asked!r}", flush=True)
                take_pictures(terminal, Path(home), folder)
        except AssertionError as error:
            print(f"{terminal}: {error}", flush=True)


if __name__ == "__main__":
    main()
