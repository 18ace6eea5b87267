from __future__ import annotations

import json

import pytest

from tests.output.doctor_cases import RICH, examined
from tui_home.output.doctor_copying import SENTENCE, copying_text
from tui_home.output.doctor_json import doctor_json
from tui_home.terminal.clipboard import Copied, Rung

PRIVATE = {
    "SSH_CONNECTION": "192.0.2.7 50000 192.0.2.8 22",
    "SSH_TTY": "/dev/pts/77",
    "TMUX": "/run/tmux-1234/default,1,0",
    "STY": "99.pts-1.hostname",
    "DISPLAY": "hostname:10.0",
    "WAYLAND_DISPLAY": "/run/user/1234/wayland-1",
    "HOME": "/home/ada",
    "USER": "ada",
    "PWD": "/home/ada/private",
}


def test_everything_found_is_there_with_its_reason() -> None:
    report = json.loads(doctor_json(examined(*RICH, cells=1)))
    assert (report["format"], report["version"], report["copied"]) == ("tui-home doctor", 1, None)
    assert report["versions"]["tui-home"] == "1.2.3"
    assert {"name": "background", "value": "#101010", "why": "it answered OSC 11"} in report["findings"]
    assert r"\x1b]11;rgb:1010/1010/1010\x07" in report["asked"]["answers"]
    assert report["asked"]["milliseconds"] == 13
    assert report["widths"][0] == {
        "name": "letter", "text": "a", "drawn": "a", "ours": 1, "terminal": 1, "as_written": 1, "agrees": True,
    }  # fmt: skip


def test_nothing_private_is() -> None:
    report = doctor_json(examined(*RICH, variables=PRIVATE))
    for value in PRIVATE.values():
        assert value not in report
    for word in ("192.0.2", "hostname", "ada", "1234", "pts"):
        assert word not in report
    assert {"SSH_CONNECTION", "TMUX", "DISPLAY"} <= set(json.loads(report)["variables_set"])


def test_it_is_ascii_and_steers_no_terminal() -> None:
    report = doctor_json(examined("\x1bP>|\x9b31m\u202e\x1b\\", "\x1b[?62c", variables={"TERM": "xterm\x1b[2J"}))
    assert report.isascii()
    assert report.replace("\n", "").isprintable()


@pytest.mark.parametrize("read_back", [True, False, None])
def test_what_came_of_copying_is_told(read_back: bool | None) -> None:
    copied = Copied(Rung.LOCAL, "x", SENTENCE)
    report = json.loads(doctor_json(examined(*RICH), copied, read_back))
    assert report["copied"] == {"rung": "local", "read_back": read_back}


@pytest.mark.parametrize(
    ("rung", "read_back", "variables", "said"),
    [
        (Rung.LOCAL, True, {}, "Read back: the same words."),
        (Rung.LOCAL, False, {}, "Read back: other words"),
        (Rung.LOCAL, None, {}, "could not be read back"),
        (Rung.ASKED, None, {}, "asked your terminal to copy"),
        (Rung.ASKED, None, {"TMUX": "x"}, "asked tmux to copy"),
        (Rung.SHOWN, None, {"TERM": "linux"}, "(TERM is linux, which would print it)"),
    ],
)
def test_each_rung_says_no_more_than_is_known(
    rung: Rung, read_back: bool | None, variables: dict[str, str], said: str
) -> None:
    facts = examined(*RICH, variables=variables)
    text = copying_text(facts, Copied(rung, "x", SENTENCE), 60, read_back=read_back)
    assert said in text.replace("\n ", "")
    assert max(map(len, text.splitlines())) <= 60
    if rung is not Rung.LOCAL:
        assert "copied" not in text
