from __future__ import annotations

from dataclasses import replace

from tui_home.model.site import Site
from tui_home.output.receipt import receipt_text
from tui_home.terminal.clipboard import Copied, Rung
from tui_home.terminal.opener import Opened
from tui_home.terminal.receipt import Receipt


def written(site: Site, *things: Copied | Opened) -> list[str]:
    receipt = Receipt()
    for thing in things:
        receipt.record(thing)
    return receipt_text(site, receipt).splitlines()


def test_who_only_looked_finds_the_owner(packaged: Site) -> None:
    assert written(packaged) == ["  Wanru Zhao · wz341@cam.ac.uk · https://calendly.com/wanru-zhao"]


def test_what_a_site_lacks_is_left_out(site: Site) -> None:
    assert written(replace(site, contacts=())) == ["  Ada Love"]


def test_what_was_copied_and_opened_stands_below_it(site: Site) -> None:
    lines = written(site, Copied(Rung.LOCAL, "x", "a@b.c"), Opened(done=True, url="https://example.org"))
    assert lines[1:] == ["  You copied   a@b.c", "  You opened   https://example.org"]


def test_it_never_says_copied_of_what_was_only_asked_for(site: Site) -> None:
    lines = written(site, Copied(Rung.ASKED, "x", "a@b.c"), Opened(done=False, url="https://example.org"))
    assert lines[1:3] == ["  Asked to copy   a@b.c", "  To open         https://example.org"]
    assert "Nothing to paste?" in lines[3]
    assert "You copied" not in "".join(lines)


def test_several_lines_are_given_whole_unless_the_clipboard_has_them(site: Site) -> None:
    bibtex = "@misc{a,\n  year = {2024},\n}"
    shown = written(site, Copied(Rung.SHOWN, "BibTeX of a", bibtex), Opened(done=True, url="https://example.org"))
    assert shown[1:3] == ["  Not copied   BibTeX of a", "  You opened   https://example.org"]
    assert shown[3:] == ["", "  @misc{a,", "    year = {2024},", "  }"]
    assert written(site, Copied(Rung.LOCAL, "BibTeX of a", bibtex))[1:] == ["  You copied   BibTeX of a"]


def test_a_host_is_named_when_the_owner_has_one(site: Site) -> None:
    assert "  ssh ada.example papers   prints the papers again" in written(replace(site, host="ada.example"))
    assert not any("ssh" in line for line in written(replace(site, host="ada.example", publications=())))


def test_no_control_reaches_the_normal_screen(site: Site) -> None:
    lines = written(
        replace(site, name=replace(site.name, first="A\x1b[2J")), Copied(Rung.SHOWN, "x", "a\x1b]0;t\x07b\nc\x9b")
    )
    assert "\x1b" not in "".join(lines)
    assert lines[2:] == ["", "  ab", "  c"]
