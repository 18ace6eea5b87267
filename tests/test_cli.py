from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui_home import __version__
from tui_home.cli import main
from tui_home.doors import command, local
from tui_home.doors.first_screen import FirstScreen
from tui_home.model.site import Site
from tui_home.terminal import clipboard, environment
from tui_home.terminal.environment import Environment

_TOLD_BY = {
    "TUI_HOME_SITE", "COLUMNS", "NO_COLOR", "COLORTERM", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "STY", "TMUX",
    "VTE_VERSION", "WT_SESSION",
}  # fmt: skip


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("LC_", "SSH_", "TERM_")) or name in _TOLD_BY:
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    # Whoever runs the tests keeps what is on their clipboard.
    monkeypatch.setattr(clipboard, "copy_locally", lambda _: False)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a site of ours: a page alone in its folder."""
    pages = tmp_path / "site" / "_pages"
    pages.mkdir(parents=True)
    (pages / "about.md").write_text("---\nlayout: about\ntitle: about\n---\n\nHello from Ada.\n", encoding="utf-8")
    return tmp_path / "site"


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return a function that runs words with a terminal on standard output, and returns what stands there."""

    def run_there(*words: str) -> str:
        with monkeypatch.context() as patch:
            terminal = Terminal()
            patch.setattr(sys, "stdout", terminal)
            assert main(words) == 0
        return terminal.getvalue()

    return run_there


@pytest.fixture
def visits(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Note full-screen visits in place of making them."""
    made: list[tuple[str, str]] = []

    def visit(sites: Iterator[Site], _environment: Environment, section: str, _first: FirstScreen) -> int:
        made.append((next(sites).title, section))
        return 0

    monkeypatch.setattr(local, "visit", visit)
    monkeypatch.setattr(local, "has_keyboard", lambda _: True)
    return made


def test_show_prints_the_packaged_homepage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "about"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Wanru Zhao\n")
    assert "wz341@cam.ac.uk" in out
    assert err == ""


@pytest.mark.parametrize("words", [["--version"], ["-V"]])
def test_version(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    assert capsys.readouterr().out == f"tui-home {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--site", "/nowhere", "--help"]])
def test_help_is_short_and_needs_no_site(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    out = capsys.readouterr().out
    assert len(out.splitlines()) <= 24
    for word in ("show", "copy", "--site", "--section", "--format", "--width", "papers"):
        assert word in out


@pytest.mark.parametrize(
    "words",
    [["--foo"], ["--section", "zz"], ["--section"], ["--site"], ["shwo"], ["show", "zz"], ["show", "--width", "x"],
     ["--sect", "news"], ["copy", "fax"]],
)  # fmt: skip
def test_wrong_usage_is_two_and_said_on_standard_error(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.strip()
    assert "Traceback" not in err


def test_no_site_is_three_and_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ["--site", str(tmp_path), "show"],
        ["show", "--site", str(tmp_path / "missing")],
        [f"--site={tmp_path}"],
    ):
        assert main(words) == 3
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("tui-home: No site ")
        assert err.count("\n") == 1


def test_a_site_may_be_named_before_or_after_the_verb_or_in_the_environment(
    own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for words in (["--site", str(own), "about"], ["show", "about", "--site", str(own)]):
        assert main(words) == 0
        said.append(capsys.readouterr().out)
    monkeypatch.setenv("TUI_HOME_SITE", str(own))
    assert main(["about"]) == 0
    said.append(capsys.readouterr().out)
    assert "Hello from Ada." in said[0]
    assert said[0] == said[1] == said[2]


def test_in_a_pipe_everything_is_printed_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    piped = capsys.readouterr().out
    main(["show", "all", "--format", "text", "--width", "80"])
    assert piped == capsys.readouterr().out
    assert "\x1b" not in piped


def test_in_a_pipe_a_section_is_printed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--section", "news"]) == 0
    piped = capsys.readouterr().out
    main(["news"])
    assert piped == capsys.readouterr().out


def test_on_a_terminal_the_whole_screen_is_used(on_terminal: Callable[..., str], visits: list[tuple[str, str]]) -> None:
    assert on_terminal() == ""
    assert on_terminal("--section", "Papers") == ""
    assert visits == [("Wanru Zhao", ""), ("Wanru Zhao", "papers")]


def test_a_dumb_terminal_gets_text(
    on_terminal: Callable[..., str], visits: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    for written in (on_terminal(), on_terminal("show", "news")):
        assert written.startswith("Wanru Zhao\n")
        assert "\x1b" not in written
    assert visits == []


@pytest.mark.parametrize(
    "words",
    [
        ["read"],
        ["--linear"],
        ["READ", "papers"],
        ["--linear", "papers"],
        ["--linear", "read"],
        ["--section", "papers", "read"],
    ],
)
def test_it_is_read_as_a_conversation(
    words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("where\n"))
    assert main(words) == 0
    out = capsys.readouterr().out
    assert f"You are in {'Papers: 7 papers, part 1 of ' if 'papers' in words else 'About: part 1 of '}" in out
    assert out.endswith("Goodbye.\nWanru Zhao, wz341@cam.ac.uk, https://calendly.com/wanru-zhao\n")


@pytest.mark.parametrize("words", [["read", "papres"], ["read", "--format", "json"], ["raed"], ["--linear", "show"]])
def test_what_is_no_conversation_is_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "papers" in err or "read" in err


def test_a_dumb_terminal_with_a_keyboard_is_spoken_with(
    on_terminal: Callable[..., str], visits: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    for words, first in (((), "About: part 1 of"), (("--section", "news"), "News: 3 items.\n")):
        monkeypatch.setattr(sys, "stdin", Terminal("q\n"))
        written = on_terminal(*words)
        assert f"\n\n{first}" in written
        assert "\n> Goodbye.\n" in written
        assert "\x1b" not in written
    assert visits == []


def test_without_a_keyboard_the_homepage_is_printed(
    on_terminal: Callable[..., str], visits: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # What is printed is kept, and would be printed where the next test has a keyboard.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(local, "has_keyboard", lambda _: False)
    assert "wz341@cam.ac.uk" in on_terminal()
    assert visits == []


def test_show_on_a_terminal_is_ansi_and_in_its_width(
    on_terminal: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    drawn = on_terminal("show", "news")
    assert drawn == on_terminal("show", "news", "--format", "ansi", "--width", "40")
    assert drawn != on_terminal("show", "news", "--width", "60")
    assert "\x1b[1m" in drawn


def test_no_color_leaves_weights_and_no_colours(
    on_terminal: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[38;" in on_terminal("show")
    monkeypatch.setenv("NO_COLOR", "1")
    drawn = on_terminal("show")
    assert "\x1b[1m" in drawn
    assert "38;" not in drawn
    assert "48;" not in drawn


def test_a_pager_gets_colours_when_they_are_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["papers"]) == 0
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    assert main(["papers"]) == 0
    forced = capsys.readouterr().out
    assert "\x1b[1m" in forced
    assert "\x1b]8;" not in forced, "pagers are not asked whether they follow links"
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["papers"]) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("columns", ["1", "99999"])
def test_columns_nobody_reads_in_are_brought_within_bounds(
    columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["contact"]) == 0
    width = max(map(len, capsys.readouterr().out.splitlines()))
    assert width <= 20 if columns == "1" else width > 20


def test_copy_on_a_terminal_asks_it_and_says_no_more(on_terminal: Callable[..., str]) -> None:
    written = on_terminal("copy", "email")
    assert written.startswith("\x1b]52;c;d3ozNDFAY2FtLmFjLnVr\x07Asked your terminal to copy wz341@cam.ac.uk.")
    assert "Copied" not in written


def test_copy_in_a_pipe_is_the_text_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["copy", "meeting"]) == 0
    assert capsys.readouterr().out == "https://calendly.com/wanru-zhao\n"


def raising(error: BaseException) -> Callable[..., Iterator[Site]]:
    def raise_it(*_: object, **__: object) -> Iterator[Site]:
        raise error

    return raise_it


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(command, "open_sites", raising(KeyboardInterrupt()))
    assert main(["show", "--width", "130"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_site_is_checked_where_it_lies_and_its_errors_are_one(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["check", str(own)], ["--site", str(own), "check"], ["Check", "--site", str(own)]):
        assert main(words) == 0
        assert capsys.readouterr().out.startswith("All is well in ")
    (own / "_pages" / "about.md").unlink()
    assert main(["check", str(own)]) == 1
    assert "There is no about page" in capsys.readouterr().out
    assert main(["check", str(own / "nothing")]) == 3
    assert main(["chekc"]) == 2
    assert "did you mean check?" in capsys.readouterr().err


def test_a_new_site_is_shown_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "new")
    assert main(["new", folder]) == main(["check", folder]) == main(["--site", folder, "show"]) == 0
    assert "Robin Sample" in capsys.readouterr().out
    assert main(["new", folder]) == 2


def test_check_has_colours_on_a_terminal_alone(on_terminal: Callable[..., str], own: Path) -> None:
    (own / "_pages" / "about.md").write_text("---\nlayout: about\nsubtitel: x\n---\nHi.\n", encoding="utf-8")
    assert "\x1b[33mwarning\x1b[0m" in on_terminal("check", str(own))
    assert "\x1b" not in on_terminal("check", str(own), "--format", "github")


def test_our_own_mistakes_are_one_line_and_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(tmp_path))
    monkeypatch.setattr(command, "open_sites", raising(RuntimeError("oh")))
    assert main(["show", "--width", "131"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"tui-home: something went wrong: RuntimeError: oh; the details are in {tmp_path}/tui-home.log\n"
    assert "raise_it" in (tmp_path / "tui-home.log").read_text(encoding="utf-8")


@pytest.fixture
def polyglot(own: Path) -> Path:
    """Return a site of ours in two languages."""
    (own / "_config.yml").write_text("languages: [en, pt-br]\ndefault_lang: en\n", encoding="utf-8")
    return own


@pytest.mark.parametrize("code", ["en", "EN", "pt-br", "pt"])
def test_a_language_of_the_site_is_taken(polyglot: Path, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(polyglot), "--lang", code, "about"]) == 0
    assert main(["about", "--lang", code, "--site", str(polyglot)]) == 0
    assert "Hello from Ada." in capsys.readouterr().out


def test_another_one_is_wrong_usage_and_those_there_are_are_named(
    polyglot: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--site", str(polyglot), "--lang", "de"]) == 2
    assert "no language “de” here; there is: en, pt-br\n" in capsys.readouterr().err
    (own / "_config.yml").unlink()
    assert main(["--site", str(own), "--lang", "de", "about"]) == 2
    assert "this site has only one\n" in capsys.readouterr().err


def test_a_section_of_this_site_alone_is_shown_and_may_be_begun_with(
    own: Path, capsys: pytest.CaptureFixture[str], on_terminal: Callable[..., str], visits: list[tuple[str, str]]
) -> None:
    page = "---\nlayout: page\ntitle: Talks\npermalink: /talks/\nnav: true\n---\n\nThree talks.\n"
    (own / "_pages" / "talks.md").write_text(page, encoding="utf-8")
    for words in (["talks"], ["show", "Talks"], ["--section", "talks"]):
        assert main([*words, "--site", str(own)] if words[0] != "--section" else ["--site", str(own), *words]) == 0
        assert "Three talks." in capsys.readouterr().out
    on_terminal("--site", str(own), "--section", "TALKS")
    assert visits[0][1] == "talks"


def test_on_a_terminal_an_unknown_section_is_said_before_anything_is_shown(
    monkeypatch: pytest.MonkeyPatch, visits: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "read_environment", lambda: Environment({"TERM": "xterm"}))
    assert main(["--section", "papres"]) == 2
    assert "did you mean papers? There is: about, news" in capsys.readouterr().err
    assert visits == []
