from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui_home.model.look import Depth
from tui_home.model.problem import Edit, Problem, Severity
from tui_home.output.problems import counted, problems_text
from tui_home.output.problems_formats import problems_github, problems_json
from tui_home.sources.mending import Left
from tui_home.sources.writing import Mended
from tui_home.text.width import cell_width

SHOWN = "Shown here as it is meant"
PROBLEMS = (
    Problem(Severity.ERROR, "", None, "There is no about page", "write _pages/about.md"),
    Problem(Severity.WARNING, "_data/a.yml", None, "It is odd", "", "Nobody sees it"),
    Problem(Severity.NOTE, "_pages/about.md", 5, "Damaged characters: Ã© → é", "Save it as UTF-8", SHOWN),
    Problem(Severity.WARNING, "_pages/about.md", 7, "“adress” is no key here", "write “address”", SHOWN,
            (Edit(7, "adress:", "address:"),)),
    Problem(Severity.WARNING, "_pages/about.md", 9, "There is no “a.pdf”", "Put the file there", "It leads nowhere"),
    Problem(Severity.WARNING, "_pages/about.md", 12, "There is no “b.pdf”", "Put the file there", "It leads nowhere"),
)  # fmt: skip

TEXT = """\
The site
  site  error  There is no about page
      A visitor loses content. Write _pages/about.md.

_data/a.yml
  _data/a.yml  warning  It is odd
      Nobody sees it.

_pages/about.md
  _pages/about.md:5  note  Damaged characters: Ã© → é
      Shown here as it is meant. Save it as UTF-8.
  _pages/about.md:7  warning  “adress” is no key here
      Shown here as it is meant. Write “address”. --fix mends it.
  _pages/about.md:9  warning  There is no “a.pdf”
  _pages/about.md:12  warning  There is no “b.pdf”
      It leads nowhere. Put the file there.

1 error, 4 warnings and 1 note in 3 files. tui-home check --fix mends 1 of them.
"""


def test_text_groups_by_file_and_says_once_what_several_have_in_common() -> None:
    assert problems_text(PROBLEMS, 80) == TEXT


def test_what_the_message_says_is_not_said_again() -> None:
    told = Problem(Severity.WARNING, "a.yml", 2, "The key “a” stands twice; the last one counts", "delete one of them")
    left_out = Problem(Severity.WARNING, "b.md", None, "al-folio’s example post is left out")
    lines = problems_text((told, left_out), 80).splitlines()
    assert lines[2] == "      Delete one of them."
    assert lines[5:7] == ["  b.md  warning  al-folio’s example post is left out", ""]


def test_nothing_wrong_is_nothing() -> None:
    assert problems_text((), 80) == ""
    assert problems_github(()) == ""


@pytest.mark.parametrize("width", [20, 40, 80, 160])
def test_no_line_is_wider_than_asked_for_and_nothing_is_lost(width: int) -> None:
    wide = (*PROBLEMS, Problem(Severity.ERROR, "研究/頁面.md", 1, "資料" * 30 + " 👩‍🔬" * 10, "x" * 90))
    written = problems_text(wide, width)
    assert max(map(cell_width, written.splitlines())) <= width
    assert "".join(written.split()).count("資料") == 30
    assert "x" * 90 in "".join(written.split()).lower()


def test_a_terminal_gets_weights_and_colours() -> None:
    drawn = problems_text(PROBLEMS, 80, Depth.ANSI)
    assert "\x1b[1;31merror\x1b[0m" in drawn
    assert "\x1b[33mwarning\x1b[0m" in drawn
    colourless = problems_text(PROBLEMS, 80, Depth.NONE)
    assert "\x1b[1merror\x1b[0m" in colourless
    assert "\x1b[3" not in colourless


def test_what_steers_a_terminal_is_not_printed() -> None:
    bad = (Problem(Severity.NOTE, "a\x1b[31m.md", 1, "\x1b]0;x\x07\u202emessage", "hint\x07", "effect\x9b1m"),)
    for written in (problems_text(bad, 80), problems_github(bad), problems_json(Path("/a\x1b[1m"), bad)):
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(written)


@pytest.mark.parametrize(
    ("problems", "sentence"),
    [
        (PROBLEMS[:1], "1 error in 1 file."),
        (PROBLEMS[1:2] * 2, "2 warnings in 1 file."),
        (PROBLEMS[:3], "1 error, 1 warning and 1 note in 3 files."),
    ],
)
def test_counting(problems: tuple[Problem, ...], sentence: str) -> None:
    assert counted(problems) == sentence


GITHUB = """\
::error title=tui-home check::There is no about page. A visitor loses content. Write _pages/about.md.
::warning file=site/_data/a.yml,title=tui-home check::It is odd. Nobody sees it.
::notice file=site/_pages/about.md,line=5,title=tui-home check::Damaged characters: Ã© → é. Shown here as it is meant. Save it as UTF-8.
::warning file=site/_pages/about.md,line=7,title=tui-home check::“adress” is no key here. Shown here as it is meant. Write “address”.
::warning file=site/_pages/about.md,line=9,title=tui-home check::There is no “a.pdf”. It leads nowhere. Put the file there.
::warning file=site/_pages/about.md,line=12,title=tui-home check::There is no “b.pdf”. It leads nowhere. Put the file there.
1 error, 4 warnings and 1 note in 3 files.
"""  # noqa: E501 - as GitHub reads it


def test_github_gets_workflow_commands() -> None:
    assert problems_github(PROBLEMS, "site") == GITHUB


def test_what_would_end_a_property_or_a_command_is_escaped() -> None:
    written = problems_github((Problem(Severity.ERROR, "a,b:c%\n.md", 1, "50 %\r\n::set-output name=x::y", "a"),))
    command, count = written.splitlines()
    assert command.startswith(
        "::error file=a%2Cb%3Ac%25%0A.md,line=1,title=tui-home check::50 %25 ::set-output name=x::y."
    )
    assert count == "1 error in 1 file."


def test_json_says_all_in_ascii() -> None:
    private = Problem(Severity.WARNING, "a.md", 1, "m", edits=(Edit(1, "\uf8ff", "👋"),))
    written = problems_json(Path("/site"), (*PROBLEMS, private), (Mended("a.md", b"", b"", 2),), (Left("b.md", "Why"),))
    assert written.isascii()
    whole = json.loads(written)
    assert [*whole] == ["format", "version", "site", "counts", "problems", "mended", "left"]
    assert (whole["format"], whole["version"], whole["site"]) == ("tui-home check", 1, "/site")
    assert whole["counts"] == {"error": 1, "warning": 5, "note": 1}
    assert whole["problems"][3] == {
        "severity": "warning",
        "file": "_pages/about.md",
        "line": 7,
        "message": "“adress” is no key here",
        "effect": "Shown here as it is meant.",
        "hint": "write “address”",
        "edits": [{"line": 7, "before": "adress:", "after": "address:", "times": 1}],
    }
    assert whole["problems"][6]["edits"] == [{"line": 1, "before": "\uf8ff", "after": "👋", "times": 1}]
    assert whole["mended"] == [{"file": "a.md", "places": 2}]
    assert whole["left"] == [{"file": "b.md", "reason": "Why"}]
