"""``new``: a small site to begin with."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui_home.sources.packaged import template_content
from tui_home.text.quoted import quoted
from tui_home.text.safe import printable
from tui_home.verbs.outcome import WRONG_USAGE, Outcome, Setting
from tui_home.verbs.ownership import Owner
from tui_home.verbs.parser import Parser

_FAILED = 1


def configure_new(parser: Parser) -> None:
    """Add the words of ``new``."""
    parser.add_argument("folder", metavar="FOLDER", help="where to write it; made when it is missing")


def new(options: Namespace, _owner: Owner, _setting: Setting) -> Outcome:
    """Write the files of a small al-folio site into a folder that is empty or not there yet."""
    folder = Path(options.folder)
    shown = printable(str(folder))
    try:
        if folder.exists() and not folder.is_dir():
            return _refused(f"{shown} is a file, not a folder")
        if folder.is_dir() and any(folder.iterdir()):
            return _refused(f"{shown} is not empty; name a new folder")
        _write(folder)
    except (OSError, ValueError) as error:
        reason = printable((getattr(error, "strerror", "") or "that is no name of a folder").lower())
        return Outcome(status=_FAILED, error=f"tui-home: {shown} cannot be written: {reason}\n")
    return Outcome(_said(folder))


def _write(folder: Path) -> None:
    """Copy the template; a file that appears meanwhile is not written over."""
    template = template_content()
    for source in sorted(path for path in template.rglob("*") if path.is_file()):
        place = folder / source.relative_to(template)
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(source.read_bytes())


def _refused(why: str) -> Outcome:
    return Outcome(status=WRONG_USAGE, error=f"tui-home: {why}\n")


def _said(folder: Path) -> str:
    site = quoted(folder)
    return (
        f"A small site is in {printable(str(folder))}. Put yourself in the place of Robin Sample:\n"
        "  _config.yml             your name\n"
        "  _pages/about.md         your page\n"
        "  _news/, _bibliography/  your news and papers\n"
        "  _data/socials.yml       how to reach you\n"
        "\n"
        "Then:\n"
        f"  tui-home --site {site}    shows it\n"
        f"  tui-home check {site}     says what is wrong in it\n"
    )
