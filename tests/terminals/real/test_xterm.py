"""The program in a real xterm on a desktop nobody sees; `python -m tests.terminals.real` tries the others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.terminals.real.desktop import NOTHING, Desktop
from tui_home.sources import open_site

EMAIL = "wz341@cam.ac.uk"
ALLOWED = ("-xrm", "*disallowedWindowOps: 20,21,SetXprop")

pytestmark = pytest.mark.skipif(
    bool(Desktop.missing()) or shutil.which("xterm") is None, reason="Xvfb, xdotool, xclip or xterm is not installed"
)


SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


@pytest.mark.parametrize("environment", [{}, SSH], ids=["locally", "by-OSC-52"])
def test_e_fills_the_desktops_clipboard(tmp_path: Path, environment: dict[str, str]) -> None:
    with Desktop(tmp_path, environment) as desktop:
        desktop.open_homepage("xterm", *ALLOWED, "-e")
        desktop.press("e")
        desktop.wait_for(lambda: desktop.clipboard == EMAIL, "the address on the clipboard")


def test_what_xterm_swallows_by_default_is_selected_with_its_own_mouse(tmp_path: Path) -> None:
    with Desktop(tmp_path, SSH) as desktop:
        desktop.open_homepage("xterm", "-geometry", "80x24", "-e")
        desktop.press("e")
        desktop.wait_for_text("Nothing to paste?")
        desktop.press("s")
        desktop.wait_for_text("Here it is")
        desktop.wait_for(lambda: desktop.select_line(20, 8) == f"{EMAIL}\n", "the address alone, without a blank")
        assert desktop.clipboard == NOTHING


def test_a_line_longer_than_the_window_is_selected_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "_bibliography").mkdir(parents=True)
    (site / "_config.yml").write_text("first_name: Wanru\nlast_name: Zhao\n", encoding="utf-8")
    authors = " and ".join(f"Flüssig{number}, Ada" for number in range(9))
    entry = f"@article{{rivers,\n  author = {{{authors}}},\n  title = {{Rivers}}\n}}\n"
    (site / "_bibliography/papers.bib").write_text(entry, encoding="utf-8")
    with Desktop(tmp_path, SSH) as desktop:
        arguments = ("--site", str(site), "--section", "papers")
        desktop.open_homepage("xterm", "-u8", "-geometry", "40x24", "-e", arguments=arguments)
        desktop.press("b")
        desktop.wait_for_text("Nothing to paste?")
        desktop.press("s")
        desktop.wait_for_text("Here it is")
        line = next(line for line in open_site(site).publications[0].bibtex.splitlines() if "Ada" in line)
        desktop.wait_for(lambda: desktop.select_line(60, 36) == f"{line}\n", "one line over several rows")
