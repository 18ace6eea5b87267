"""The homepage in a terminal, held where it would import Textual: what is seen until then is its first screen."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

from tests.emulator import Emulator, Replies
from tui_home.sources.drawer import checksum

CONFIG = "first_name: Ada\nlast_name: Love\ntitle: Ada Love\n"
ABOUT = "---\nlayout: about\ntitle: about\npermalink: /\n---\n" + "".join(f"Line {n}.\n\n" for n in range(40))
NEWS = "---\nlayout: post\ndate: 2024-05-01\ninline: true\n---\nA bridge was opened.\n"
PLAIN = Replies("", "")
"""A terminal that does not tell its colours: what is seen first is right, however late it answers."""
HELD = """\
import sys, time
from pathlib import Path

class Hold:
    @staticmethod
    def find_spec(name, *_):
        if name == "textual" and not Path("reached").exists():
            Path("reached").touch()
            while not Path("go").exists():
                time.sleep(0.005)
            if Path("go").read_text() == "fail":
                raise RuntimeError("on purpose")

sys.meta_path.insert(0, Hold)
from tui_home.cli import main
sys.exit(main())
"""
"""The program, which waits for a file before it imports Textual."""


class Homepage:
    """One site and one home, and starts of the program there."""

    def __init__(self, site: Path, home: Path, stack: ExitStack) -> None:
        self.site = site
        self.home = home
        self._stack = stack

    def start(
        self, replies: Replies = PLAIN, columns: int = 80, *, held: bool = True, before: tuple[str, ...] = ()
    ) -> Emulator:
        """Start it, by the words `before` it; when it is `held`, wait until it would import Textual."""
        environment = {"XDG_CACHE_HOME": str(self.home / "cache")}
        terminal = self._stack.enter_context(Emulator(self.home, columns, replies=replies, environment=environment))
        program = ("-c", HELD) if held else ("-m", "tui_home")
        terminal.run(*before, sys.executable, *program, "--site", str(self.site))
        if held:
            terminal._wait((self.home / "reached").exists, "it comes to Textual")
        return terminal

    def go(self, how: str = "on") -> None:
        """Let what is held go on."""
        (self.home / "new").write_text(how, encoding="utf-8")
        (self.home / "new").rename(self.home / "go")

    @property
    def kept(self) -> list[Path]:
        """Where its answers are, and first screens."""
        return list((self.home / "cache" / "tui-home" / "answers").glob("*.answer"))


def make_site(home: Path, about: str) -> None:
    """Write a small site with a page about somebody."""
    for name, text in (("_config.yml", CONFIG), ("_pages/about.md", about), ("_news/a.md", NEWS)):
        (home / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (home / "site" / name).write_text(text, encoding="utf-8")


def type_ahead(terminal: Emulator, keys: str) -> None:
    """Type what waits for the app."""
    terminal.send(keys)
    terminal._wait(lambda: terminal._unread() == len(keys), "it has been typed")


def leave(terminal: Emulator) -> None:
    """Leave, and see the terminal given back."""
    terminal.send("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.echoes
    assert not terminal.on_alternate_screen


def spoil(homepage: Homepage) -> tuple[Path, bytes]:
    """Let what is kept say something else; return where it is, and what it has said."""
    (kept,) = homepage.kept
    right = kept.read_bytes()
    wrong = right.partition(b"\n")[2].replace(b"Line 0", b"Lime 0")
    kept.write_bytes(checksum(wrong) + b"\n" + wrong)
    return kept, right
