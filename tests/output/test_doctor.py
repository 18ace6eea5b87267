from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.output.doctor_cases import RICH, examined
from tui_home.output.doctor import doctor_text
from tui_home.output.doctor_facts import Facts
from tui_home.text.width import cell_width

APPROVED = Path(__file__).with_name("doctor")
SGR = re.compile(r"\x1b\[([0-9;]*)m")
LINK = re.compile(r"\x1b\]8;;[^\x1b]*\x1b\\")

CASES = {
    "rich": examined(*RICH, cells=1, variables={"TERM": "xterm-kitty", "COLORTERM": "truecolor"}),
    "poor": examined(variables={"TERM": "linux", "LANG": "C"}),
    "silent": examined(variables={"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}),
}


def plain(report: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in SGR.sub("", LINK.sub("", report)).splitlines())


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("width", [80, 40])
def test_the_report_is_the_approved_one(name: str, width: int) -> None:
    approved = (APPROVED / f"{name}-{width}.txt").read_text(encoding="utf-8")
    assert plain(doctor_text(CASES[name], width)) == approved


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("width", [40, 57, 64, 80, 200])
def test_no_line_is_wider_than_the_terminal_nor_than_eighty_cells(name: str, width: int) -> None:
    lines = plain(doctor_text(CASES[name], width)).splitlines()
    assert max(map(cell_width, lines)) <= min(width, 80)


def codes(facts: Facts) -> set[str]:
    return {code for codes in SGR.findall(doctor_text(facts, 80)) for code in [codes] if code}


def kinds(facts: Facts) -> set[str]:
    """Return which kinds of colours a report sends."""
    found = set()
    for code in codes(facts):
        for kind, written in (
            ("truecolor", "[34]8;2;"),
            ("256", "[34]8;5;"),
            ("16", "(9|10)[0-7]"),
            ("8", "[34][0-7]"),
        ):
            if re.search(f"(^|;){written}", code):
                found.add(kind)
                break
    return found


@pytest.mark.parametrize(
    ("variables", "sent"),
    [
        ({"COLORTERM": "truecolor"}, {"truecolor", "256", "16", "8"}),
        ({"TERM": "xterm-256color"}, {"truecolor", "256", "16", "8"}),
        ({"TERM": "xterm"}, {"256", "16", "8"}),
        ({"TERM": "linux"}, {"16", "8"}),
        ({"TERM": "vt100"}, set()),
        ({"TERM": "dumb"}, set()),
        ({"NO_COLOR": "1"}, set()),
    ],
)
def test_samples_go_one_step_beyond_the_colours_used_and_no_further(variables: dict[str, str], sent: set[str]) -> None:
    assert kinds(examined(variables=variables)) == sent


def test_the_step_beyond_is_in_its_own_line_only() -> None:
    report = doctor_text(examined(), 80)
    assert [line.split()[:2] for line in report.splitlines() if "8;2;" in line] == [["truecolor", "more"]]


def test_without_colours_samples_say_what_they_would_be() -> None:
    report = doctor_text(examined(variables={"NO_COLOR": "1"}), 80)
    assert "Bars of hues would stand here" in report
    assert "accent #3aabcd 6.4:1" in report


def test_no_report_for_a_pipe_holds_a_control_sequence() -> None:
    report = doctor_text(examined(ansi=False), 80)
    assert "\x1b" not in report
    assert "None is sent: standard output is no terminal." in report


def test_the_palette_that_the_answers_lead_to_is_shown_with_contrasts_that_suffice() -> None:
    report = plain(doctor_text(CASES["rich"], 80))
    own = report.partition("terminal-on-black")[2].partition("tui-home-dark")[0]
    figures = [float(figure) for figure in re.findall(r"([0-9.]+):1", own)]
    assert len(figures) == 4
    assert min(figures) >= 4.5


def test_where_terminal_and_reckoning_differ_the_row_says_so() -> None:
    rows = plain(doctor_text(CASES["rich"], 80)).splitlines()
    assert next(row for row in rows if row.startswith("  Chinese")).split()[1:4] == ["2", "1", "DIFFERS"]
    assert next(row for row in rows if row.startswith("  letter")).split()[1:4] == ["1", "1", "same"]


def test_the_hyperlink_leads_where_its_words_say() -> None:
    assert "\x1b]8;;https://example.org/\x1b\\" in doctor_text(CASES["rich"], 80)
    assert "\x1b]8" not in doctor_text(CASES["poor"], 80)


def test_what_a_terminal_says_of_itself_steers_no_terminal() -> None:
    variables = {"TERM_PROGRAM": "x\x1b]0;title\x07", "LANG": "C.UTF-8\x1b[2J"}
    facts = examined("\x1bP>|\x9b31mred(1)\x1b\\", "\x1b[?62c", variables=variables)
    report = doctor_text(facts, 80)
    assert "title" not in report
    assert not set(plain(report)) & {chr(code) for code in (*range(10), *range(11, 32), *range(127, 160))}


def test_ascii_is_all_that_a_terminal_without_unicode_gets() -> None:
    assert doctor_text(CASES["poor"], 80).isascii()
