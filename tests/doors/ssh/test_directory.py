"""Several homepages behind one server, with OpenSSH's client."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App

if sys.platform == "win32" or not shutil.which("ssh"):
    pytest.skip("needs a pty and OpenSSH's client", allow_module_level=True)

from tests.doors.ssh.homes import PEOPLE, home, homes
from tests.doors.ssh.remains import Remains
from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.visiting import visiting
from tui_home.doors.ssh.homepages.household import Household
from tui_home.sources.opening import open_site
from tui_home.tui.lobby import Lobby
from tui_home.tui.screens.home import HomeScreen

SHUT = "This homepage cannot be shown just now."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Serve PEOPLE's homepages, and one that cannot be shown."""
    with serving(houses=homes(tmp_path_factory.mktemp("homes"))) as running:
        houses = running.server.service.houses
        broken = Household("broken", Path())
        broken.is_known = True
        running.do(lambda: houses.settle([*houses.all, broken]))
        yield running


def test_searching_going_in_and_coming_back(server: Serving, tmp_path: Path) -> None:
    with server.visitor(tmp_path, columns=80, lines=24) as visitor:
        visitor.wait_for("homepage.example", "6 homepages", "Ada Brook", "Rivers and how", "/ search", "q leave")
        visitor.send("/ANGST")
        visitor.wait_for("Search all homepages: 1 of 6")
        visitor.send("\r")
        visitor.wait_for("These are the words of Bjørn Ångström.", "esc all homepages")
        visitor.send("2")
        visitor.wait_for("No news yet.")
        visitor.send("\x1b")
        visitor.wait_for("“ANGST”: 1 of 6", "esc end search")
        visitor.send("\x1b")
        # The list again, and the cursor where it was.
        visitor.wait_until(lambda screen: "▌ Bjørn" in screen and "Ada Brook" in screen, "all are there")
        visitor.send("y")
        visitor.wait_for("Asked your terminal to copy ssh", "bjorn@homepage.example")
        visitor.send("jjj\r")
        visitor.wait_for("These are the words of Dmitri Orlov.")
        visitor.send("q")
        assert visitor.wait_for_exit() == 0
        assert not visitor.on_alternate_screen
        for word in ("Bjørn Ångström · ssh", "Dmitri Orlov · ssh", "Asked to copy", "bjorn@homepage.example"):
            assert word in visitor.screen
    server.wait_until_left()
    assert "sections=homepages,about,news" in server.log


def test_a_broken_one_says_so_and_the_others_go_on(server: Serving, tmp_path: Path) -> None:
    with server.visitor(tmp_path, user="broken", columns=80, lines=24) as visitor:
        visitor.wait_for(SHUT, "Ada Brook")
        visitor.send("j\r")
        visitor.wait_for("These are the words of Bjørn")
        visitor.send("0")
        visitor.wait_for("broken@homepage.example")
        visitor.send("j\r")
        visitor.wait_for(SHUT)
        visitor.send("q")
        assert visitor.wait_for_exit() == 0
    asked = server.asked("papers", user="broken")
    assert (asked.returncode, asked.stdout, asked.stderr) == (75, "", f"tui-home: {SHUT} Please come again later.\n")


def test_a_name_leads_to_its_homepage_and_a_later_reading_is_shown(server: Serving, tmp_path: Path) -> None:
    with server.visitor(tmp_path, user="Cleo", columns=80, lines=24) as visitor:
        visitor.wait_for("These are the words of Cleo Vidal.", "esc all homepages")
        later = open_site(home(tmp_path / "later", "Cleo Vidal", "", "Other words."))
        server.do(lambda: server.homepages["cleo"].replace(later))
        visitor.wait_for("Other words.")
        visitor.send("\x1b")
        visitor.wait_for("6 homepages", "▌ Cleo Vidal")
        visitor.send("q")
        assert visitor.wait_for_exit() == 0


def test_words_are_for_one_homepage_or_for_all(server: Serving) -> None:
    listed = server.asked("list")
    assert (listed.returncode, listed.stderr) == (0, "")
    lines = listed.stdout.splitlines()
    assert len(lines) == len(PEOPLE) + 1
    command = f"ssh -p {server.port} ada@homepage.example"
    assert lines[0].split("  ")[0] == command
    assert lines[0].endswith("Rivers and how they remember their floods")
    assert server.asked("-T").stdout == listed.stdout == server.asked("list", user="ada").stdout
    assert "# homepage.example" in server.asked("list", "--format", "markdown").stdout
    assert json.loads(server.asked("list", "--format=json").stdout)["homepages"][0]["command"] == command
    assert "words of Ada" in server.asked("about", user="ada").stdout
    assert command in server.asked("help", user="ada").stdout
    helped = server.asked("help")
    assert (helped.returncode, "NAME@homepage.example" in helped.stdout) == (0, True)


@pytest.mark.parametrize(
    ("words", "user", "told"),
    [
        ("papers", "somebody", "which homepage? ssh -p {port} NAME@homepage.example papers"),
        ("papers", "nosuch", "which homepage?"),
        ("reboot", "somebody", "there is no command “reboot”. There is: list, help, read"),
        ("list --site /etc", "somebody", "There is: list, help, read"),
        ("read --x", "somebody", "There is: list, help, read"),
        ("read --x", "ada", "There is: show, about"),
        ("read nosuch", "ada", "there is no section “nosuch”. There is: show, about"),
        ("papers --width 99999", "ada", "from 20 to 500"),
    ],
)
def test_a_refusal_is_one_line_with_the_way_on(server: Serving, words: str, user: str, told: str) -> None:
    refused = server.asked(*words.split(), user=user)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.count("\n") == 1
    assert told.format(port=server.port) in refused.stderr
    back = "-t ada@homepage.example read" if user == "ada" else "-t read@homepage.example"
    assert f"ssh -p {server.port} {back}\n" in refused.stderr
    assert "tui-home read" not in refused.stderr


def test_all_are_read_line_by_line(server: Serving) -> None:
    read = server.asked("-T", user="read", input="find orlov\n5\nup\nopen broken\ngo ada\nback\nquit\n")
    assert read.returncode == 0
    told = read.stdout
    for earlier, after in [
        ("6 homepages.", "1 of 6 homepages"),
        ("Type systems for distributed programs [5]", "These are the words of Dmitri Orlov."),
        ("You were in Dmitri Orlov, number 5.", SHUT),
        ("These are the words of Ada Brook.", "You were in Ada Brook, number 1."),
    ]:
        assert told.index(earlier) < told.rindex(after), told
    assert "Goodbye." in told
    one = server.asked("-T", "read", user="ada", input="quit\n")
    assert "These are the words of Ada Brook." in one.stdout
    named = server.asked("-T", "read", "dmitri", input="back\nquit\n")
    assert "These are the words of Dmitri Orlov." in named.stdout
    assert "You were in Dmitri Orlov" in named.stdout


async def test_nothing_is_left_of_who_went_in_and_out(server: Serving) -> None:
    remains = Remains(App, HomeScreen, Lobby)
    for _ in range(5):
        async with visiting(server) as (channel, terminal):
            await terminal.until(b"leave")
            channel.write(b"\r")
            await terminal.until(b"words of Ada")
            channel.write(b"0")
            await terminal.until(b"Dmitri")
            channel.write(b"/orlov\r")
            await terminal.until(b"words of Dmitri")
            channel.write(b"q")
            assert b"\x1b[?1049l" in await terminal.end()
    server.wait_until_left()
    assert not server.server.service.houses._followers
    assert not any(each.is_visited for each in server.homepages.values())
    server.wait_until(lambda: remains.none, "nothing remains")
