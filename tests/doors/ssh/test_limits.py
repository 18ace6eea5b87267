from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tui_home.doors.ssh.limits import SETTINGS, LimitError, Limits, Setting, check_files, files_needed, limits
from tui_home.doors.ssh.starting.options import parsed
from tui_home.verbs.outcome import UsageError


def test_the_numbers_tried_against_attacks_are_the_defaults() -> None:
    found = Limits()
    assert (found.max_connections, found.max_unauthenticated, found.max_visits, found.max_apps) == (300, 64, 200, 100)
    assert (found.max_per_address, found.rate_per_address, found.address_table) == (16, 30, 10_000)
    assert (found.login_time, found.session_time, found.idle_time, found.visit_time) == (15, 10, 600, 3600)
    assert (found.drain_time, found.stall_time, found.rekey_time, found.close_time) == (20, 30, 15, 10)
    assert (found.max_slice, found.burst_in, found.rate_in, found.max_in) == (4096, 2**18, 2**15, 2**24)
    assert (found.max_variables, found.max_variable, found.max_term, found.max_command) == (16, 256, 64, 1024)
    assert (found.max_columns, found.max_rows, found.max_layouts, found.max_events) == (500, 200, 10, 64)
    assert (found.max_paste, found.max_out, found.max_refused, found.max_channels) == (2**16, 2**20, 8, 2)


def test_nothing_set_changes_nothing() -> None:
    assert limits({}, {}) == Limits()
    assert limits({"max_visits": None}, {"TUI_HOME_SSH_MAX_VISITS": "", "TERM": "xterm"}) == Limits()


def test_each_number_has_an_option_and_a_variable_of_its_own_and_a_line_of_help() -> None:
    for setting in SETTINGS:
        assert re.fullmatch(r"--[a-z]+(-[a-z]+)*", setting.option)
        assert setting.variable == "TUI_HOME_SSH_" + setting.option[2:].replace("-", "_").upper()
        assert setting.help.endswith(")")
        assert "\n" not in setting.help
        assert setting.least <= setting.default <= setting.most
        assert setting.parse(str(int(setting.most)), "here") == setting.most
    assert len({setting.option for setting in SETTINGS}) == len(SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.field)
def test_each_number_is_set_by_its_option_and_by_its_variable(setting: Setting) -> None:
    other = int(setting.default) + (1 if setting.field in {"full_unauthenticated", "full_out"} else -1)
    for told in (parsed([setting.option, str(other)], {}), parsed([], {setting.variable: str(other)})):
        assert getattr(told.limits, setting.field) == other
    for number in (int(setting.least) - 1, int(setting.most) + 1):
        with pytest.raises(UsageError, match=setting.option):
            parsed([f"{setting.option}={number}"], {})


def test_the_command_line_comes_before_the_environment() -> None:
    found = limits({"max_apps": "7"}, {"TUI_HOME_SSH_MAX_APPS": "8", "TUI_HOME_SSH_MAX_VISITS": "9"})
    assert (found.max_apps, found.max_visits) == (7, 9)


@pytest.mark.parametrize(
    ("field", "text", "number"),
    [
        ("max_paste", "64K", 2**16),
        ("max_paste", "128 kib", 2**17),
        ("max_in", "32MB", 2**25),
        ("max_paste", "70000", 70_000),
        ("idle_time", "10m", 600),
        ("visit_time", "2h", 7200),
        ("login_time", "20 s", 20),
        ("early_drop", "50%", 50),
        ("max_visits", " 400\n", 400),
    ],
)
def test_numbers_are_written_as_people_write_them(field: str, text: str, number: float) -> None:
    assert getattr(limits({field: text}, {}), field) == number


@pytest.mark.parametrize("text", ["x", "-1", "1.5", "1e3", "٣", "9" * 13, "", "1M", "0x10", "\x1b[2J"])
def test_what_is_no_number_is_told_with_the_name_of_where_it_stood(text: str) -> None:
    with pytest.raises(LimitError, match=r"^--max-visits: [ -~]*$"):
        limits({"max_visits": text}, {})
    if text:
        with pytest.raises(LimitError, match=r"^TUI_HOME_SSH_MAX_VISITS: [ -~]*$"):
            limits({}, {"TUI_HOME_SSH_MAX_VISITS": text})


def test_what_cannot_be_is_told_with_what_can() -> None:
    with pytest.raises(LimitError, match=r"^--idle-time: 0 is not between 1 and 24h$"):
        limits({"idle_time": "0"}, {})
    with pytest.raises(LimitError, match=r"^TUI_HOME_SSH_MAX_SLICE: 2G is not between 256 and 256K$"):
        limits({}, {"TUI_HOME_SSH_MAX_SLICE": "2G"})
    with pytest.raises(LimitError, match=r"^--max-unauthenticated must not be more than --full-unauthenticated$"):
        limits({"max_unauthenticated": "500"}, {})
    with pytest.raises(LimitError, match="--max-apps"):
        replace(Limits(), max_apps=0)


def test_a_full_house_must_fit_the_open_files() -> None:
    needed = files_needed(Limits())
    check_files(Limits(), needed)
    check_files(Limits(), None)
    with pytest.raises(LimitError, match=rf"^300 connections need {needed} open files, and 256 are allowed: .*"):
        check_files(Limits(), 100 + 156)
    with pytest.raises(LimitError, match=r"--max-connections (\d+)$") as told:
        check_files(Limits(), needed - 100)
    fewer = replace(Limits(), max_connections=int(str(told.value).split()[-1]))
    check_files(fewer, needed - 100)
