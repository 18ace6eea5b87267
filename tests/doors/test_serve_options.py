from __future__ import annotations

import re
import shlex
from dataclasses import fields
from ipaddress import ip_address
from pathlib import Path

import pytest

from tests.doors.owner import options
from tui_home.doors.ssh.limits import SETTINGS, Limits
from tui_home.doors.ssh.starting.guide import GUIDE
from tui_home.doors.ssh.starting.options import help_text
from tui_home.doors.ssh.starting.settings import Endpoint
from tui_home.verbs.outcome import UsageError


def test_one_homepage_needs_no_name_and_several_do() -> None:
    assert [tuple(house) for house in options("--site", "a").houses] == [("", Path("a"))]
    assert [tuple(house) for house in options("--site", "x/a=b").houses] == [("", Path("x/a=b"))]
    several = options("--site", "ada=/a", "--site", "bob=../b=c").houses
    assert [tuple(house) for house in several] == [("ada", Path("/a")), ("bob", Path("../b=c"))]
    assert options("--sites", "all").folder == Path("all")
    assert [tuple(house) for house in options(environment={"TUI_HOME_SITE": "/s"}).houses] == [("", Path("/s"))]
    assert options("--sites", "all", environment={"TUI_HOME_SITE": "/s"}).houses == ()


@pytest.mark.parametrize(
    "words",
    [
        "--site a --site b", "--site ada=/a --site ada=/b", "--site Ada=/a --site b=/b", "--site a=/a --site =/b",
        "--site a= --site b=/b", "--port x", "--port -1", "--port 65536", "--port 99999999999999999999",
        "--trust-proxy nobody", "--metrics 9090", "--metrics 127.0.0.1:x", "--metrics :1", "--metrics ::1:9",
        "--metrics 0.0.0.0:9", "--metrics [::]:9", "--metrics 192.0.2.1:9", "--metrics ada.example:9", "--max-visits 0",
        "--max-visits lots", "--log-format xml", "--print docker", "--advertise a/b", "--advertise a:0", "more",
        "--max-vis 3",
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_told_in_one_line(words: str) -> None:
    with pytest.raises(UsageError) as raised:
        options(*words.split())
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("/srv/homepage",), "“/srv/homepage” stands alone: a homepage is given as --site FOLDER"),
        (("--site", "Ada L=/a"), "“Ada L” cannot be a user name of at most 32 of a-z 0-9 - _ and .; ada-l can"),
        (("--site", "日本=/a"), "“日本” cannot be a user name of at most 32 of a-z 0-9 - _ and ."),
        (("--site", "read=/a"), "“read” as a user name means something else: reading line by line; take another"),
    ],
)
def test_a_mistake_is_told_with_what_to_do(words: tuple[str, ...], told: str) -> None:
    with pytest.raises(UsageError) as raised:
        options(*words)
    assert str(raised.value) == told


def test_every_limit_is_an_option_and_a_variable() -> None:
    assert {setting.field for setting in SETTINGS} == {each.name for each in fields(Limits)}
    told = options("--max-visits", "7", environment={"TUI_HOME_SSH_MAX_VISITS": "9", "TUI_HOME_SSH_IDLE_TIME": "2m"})
    assert (told.limits.max_visits, told.limits.idle_time) == (7, 120)
    with pytest.raises(UsageError, match="TUI_HOME_SSH_MAX_VISITS"):
        options(environment={"TUI_HOME_SSH_MAX_VISITS": "none"})


def test_the_other_options_are_understood() -> None:
    told = options(
        *("--trust-proxy", "10.0.0.0/8,::1", "--trust-proxy", "192.0.2.1", "--log-address", "full", "--watch"),
        *("--metrics", "[::1]:9090", "--advertise", "ada.example", "--log-format", "json"),
    )
    assert all(ip_address(proxy) in told.trusted for proxy in ("10.1.2.3", "::1", "192.0.2.1"))
    assert ip_address("192.0.2.2") not in told.trusted
    assert told.full_addresses
    assert told.watch
    assert told.metrics == Endpoint("::1", 9090)
    assert told.public == Endpoint("ada.example", 22)
    assert told.form == "json"


def test_metrics_are_for_this_machine_unless_the_owner_insists() -> None:
    assert options("--metrics", "localhost:9").metrics == Endpoint("localhost", 9)
    assert options("--metrics", "127.9.9.9:9").metrics
    assert options().metrics is None
    told = options("--metrics", "0.0.0.0:9", "--metrics-public")
    assert told.metrics == Endpoint("0.0.0.0", 9)  # noqa: S104
    assert told.given == ("--metrics", "0.0.0.0:9", "--metrics-public")


def test_the_help_names_all_and_every_command_in_the_guide_is_understood() -> None:
    told = help_text()
    assert max(map(len, told.splitlines())) <= 110
    for setting in SETTINGS:
        assert f"{setting.option} N" in told
    whole = re.sub(r"\\\n +", "", GUIDE)
    commands = re.findall(r"^ +tui-home serve ssh (.*?)(?: \|$|  .*)?$", whole, re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        assert options(*shlex.split(command)).houses
