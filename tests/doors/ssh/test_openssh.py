from __future__ import annotations

import asyncio
import base64
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32" or not shutil.which("ssh"):
    pytest.skip("needs a pty and OpenSSH's client", allow_module_level=True)

from tests.doors.ssh.serving import Serving, serving
from tests.emulator import DARK, LIGHT

EMAIL = "wz341@cam.ac.uk"


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving() as running:
        yield running


def test_a_visit_from_the_first_screen_to_the_receipt(server: Serving, tmp_path: Path) -> None:
    with server.visitor(tmp_path, columns=100, lines=30) as visitor:
        visitor.wait_for("About", "? help")
        assert [visitor.on_alternate_screen, visitor.echoes] == [True, False]
        visitor.send("2")
        visitor.wait_for("2024", "Vienna")
        visitor.send("e")
        visitor.wait_for_bytes(b"\x1b]52;c;" + base64.b64encode(EMAIL.encode()))
        visitor.wait_for(f"Asked your terminal to copy {EMAIL}")
        visitor.resize(60, 20)
        visitor.wait_until(lambda screen: "1-4 sections" in screen.splitlines()[19], "the footer has moved")
        visitor.send("q")
        assert visitor.wait_for_exit() == 0
        assert [visitor.on_alternate_screen, visitor.echoes] == [False, True]
        assert "Wanru Zhao" in visitor.screen
        assert EMAIL in visitor.screen
        assert b"\x1b[?1003l" in visitor.written
        assert visitor.written.rfind(b"\x1b[?2004l") > visitor.written.rfind(b"\x1b[?2004h")
    server.wait_until_left()
    assert "way=screen end=left" in server.log
    assert "sections=about,news" in server.log


def test_words_are_answered_without_a_terminal(server: Serving) -> None:
    papers = server.asked("papers")
    assert (papers.returncode, papers.stderr) == (0, "")
    assert "Papers" in papers.stdout
    assert "\x1b" not in papers.stdout
    assert "\r" not in papers.stdout
    refused = server.asked("rm", "-rf", "/")
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert refused.stderr.count("\n") == 1
    assert "read" in refused.stderr


def test_a_shell_without_a_terminal_gives_everything(server: Serving) -> None:
    everything = server.asked("-T")
    assert everything.returncode == 0
    assert all(word in everything.stdout for word in ("About", "Papers", EMAIL))
    server.wait_until_left()
    assert "way=words end=done" in server.log
    assert "sections=about,news,papers,contact" in server.log


def test_a_script_reads_line_by_line(server: Serving) -> None:
    script = "go papers\n" + "where\n" * 200
    read = server.asked("-T", "read", input=script + "quit\n")
    assert read.returncode == 0
    assert read.stdout.count("Papers") > 200, "however many lines there are, each is answered"
    server.wait_until_left()
    assert "way=lines end=left" in server.log
    assert "sections=about,papers client" in server.log
    elsewhere = server.asked("-T", "read", "papres")
    assert (elsewhere.returncode, elsewhere.stdout) == (2, "")
    assert "there is no section “papres”; did you mean papers? There is: show, about, " in elsewhere.stderr
    assert elsewhere.stderr.count("There is: ") == elsewhere.stderr.count("\n") == 1
    by_name = server.asked("-T", user="read", input=script)
    assert (by_name.returncode, by_name.stdout) == (0, read.stdout)


@pytest.mark.parametrize("way", [{"environment": {"TERM": "dumb"}}, {"user": "read"}, {"words": ("-tt", "read")}])
def test_lines_are_typed_echoed_and_mended(server: Serving, tmp_path: Path, way: dict[str, Any]) -> None:
    words = way.pop("words", ())
    with server.visitor(tmp_path, *words, **way) as visitor:
        visitor.wait_for("Next: part 2 of 3.\n>")
        assert not visitor.on_alternate_screen
        visitor.send("go poters")
        visitor.wait_for("> go poters")
        visitor.send("\x7f" * 5 + "apers\r")
        visitor.wait_until(lambda screen: screen.endswith("\n>"), "the papers")
        visitor.wait_for_bytes(b"\r\nPapers: ")
        visitor.send("\x03")
        visitor.wait_for("Stopped.")
        visitor.send("\x04")
        assert visitor.wait_for_exit() == 0
        assert b"\x1b[?1049h" not in visitor.written
    server.wait_until_left()


def test_a_command_with_a_terminal_has_colours_and_whole_lines(server: Serving, tmp_path: Path) -> None:
    with server.visitor(tmp_path, "-t", "papers") as visitor:
        assert visitor.wait_for_exit() == 0
        assert "\nPapers\n" in visitor.screen or "Papers" in visitor.written.decode()
        assert b"\x1b[1m" in visitor.written
        assert b"\r\n" in visitor.written.replace(b"\r\r\n", b"")


def colours(written: bytes) -> set[tuple[str, tuple[int, ...]]]:
    """Return every colour that is set: in which way (SGR 30 and the like alone), and to what."""
    found = set[tuple[str, tuple[int, ...]]]()
    for codes in re.findall(rb"\x1b\[([0-9;]*)m", written):
        numbers = [int(code or 0) for code in codes.split(b";")]
        while numbers:
            code = numbers.pop(0)
            if code in (38, 48):
                count = 3 if numbers[0] == 2 else 1
                found.add((f"{code};{numbers[0]}", tuple(numbers[1 : 1 + count])))
                del numbers[: 1 + count]
            elif code // 10 in (3, 4, 9, 10) and code not in (39, 49):
                found.add((str(code), ()))
    return found


def test_two_visitors_at_once_each_get_their_own(server: Serving, tmp_path: Path) -> None:
    plain: dict[str, Any] = {
        "environment": {"TERM": "screen", "NO_COLOR": "1", "LC_ALL": "de_DE.ISO-8859-1"},
        "columns": 60,
        "lines": 20,
        "replies": DARK,
    }
    rich: dict[str, Any] = {
        "environment": {"TERM": "xterm-kitty", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"},
        "columns": 120,
        "lines": 40,
        "replies": LIGHT,
    }
    send = ("-oSendEnv=NO_COLOR", "-oSendEnv=COLORTERM", "-oSendEnv=LC_ALL")
    for first, second in ((plain, rich), (rich, plain)):
        with (
            server.visitor(tmp_path, *send, **first) as one,
            server.visitor(tmp_path, *send, **second) as two,
        ):
            for visitor in (one, two):
                visitor.wait_for("About", "? help")
            for visitor in (one, two):
                visitor.send("3")
                visitor.wait_for("ICLR")
            dull, bright = (one, two) if first is plain else (two, one)
            assert not {kind for kind, _ in colours(dull.written)}
            assert dull.written.isascii()
            kinds = colours(bright.written)
            assert {kind for kind, _ in kinds} == {"38;2"} or {kind for kind, _ in kinds} == {"38;2", "48;2"}
            assert "─" in bright.screen
            # Dark text, as it is read on the light background that this terminal has told of.
            assert max(sum(shade) for kind, shade in kinds if kind == "38;2") < 3 * 180
            for visitor in (one, two):
                visitor.send("q")
                assert visitor.wait_for_exit() == 0
    server.wait_until_left()


def test_a_killed_client_leaves_nothing(server: Serving, tmp_path: Path) -> None:
    with server.visitor(tmp_path) as visitor:
        visitor.wait_for("About", "? help")
    server.wait_until_left()
    server.wait_until(lambda: len(asyncio.all_tasks()) <= 3, "no task is left but the server's own")
    assert "end=lost" in server.log


def test_a_terminal_without_a_size_is_taken_for_a_usual_one(server: Serving, tmp_path: Path) -> None:
    with server.visitor(tmp_path, columns=0, lines=0) as visitor:
        visitor.wait_for_bytes(b"leave")
        visitor.send("q")
        assert visitor.wait_for_exit() == 0


def test_sftp_is_refused(server: Serving) -> None:
    refused = server.asked("-s", "sftp")
    assert refused.returncode != 0
    assert "subsystem request failed" in refused.stderr
    server.wait_until_left()
