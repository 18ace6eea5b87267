from __future__ import annotations

import errno
import io
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.emulator import Emulator
from tui_home.doors import linear
from tui_home.doors.later import Later
from tui_home.linear.asked import MOST_CHARACTERS
from tui_home.model.blocks import Paragraph
from tui_home.model.collections import SitePage
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.site import About, Contact, Name, NewsItem, Site
from tui_home.terminal.environment import Environment
from tui_home.verbs.outcome import UsageError

PIPE = Environment({"SSH_TTY": "x"}, stdin_tty=False, stdout_tty=False)
TERMINAL = Environment({"TERM": "dumb", "SSH_TTY": "x"})
NEWS = tuple(NewsItem(f"n{number}", None, (), (Paragraph((Span(f"Item {number}."),)),)) for number in range(3))
MAIL = Link(LinkKind.EMAIL, "ada@example.org", "mailto:ada@example.org", "ada@example.org")
ADA = Site(
    "r", Name("Ada"), "Ada", About(blocks=(Paragraph((Span("Café — hello."),)),)), news=NEWS,
    contacts=(Contact("email", "Email", "ada@example.org", MAIL),),
)  # fmt: skip
FIRST = replace(ADA, news=NEWS[:1], pending=("news",))


class Keyboard(io.StringIO):
    """Lines that are typed; at ``^C`` somebody presses ctrl+c."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # typeshed has the bytes of io.IOBase
        line = super().readline(size)
        if line.startswith("^C"):
            raise KeyboardInterrupt
        return line


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return a function that types lines, and returns what is heard until the visitor has left."""

    def converse(
        typed: str, *words: str, environment: Environment = PIPE, sites: tuple[Site, ...] = (ADA,), section: str = ""
    ) -> str:
        monkeypatch.setattr(sys, "stdin", Keyboard(typed))
        assert linear.read(words, lambda: iter(sites), environment, section) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return converse


def test_lines_from_a_pipe_are_answered_without_a_prompt_until_it_ends(heard: Callable[..., str]) -> None:
    out = heard("news\nwhere\n")
    assert out.startswith("Ada\nA homepage in 4 sections: About, News, Papers, Contact.\n")
    assert "\n\nEnd of About. Next: News, 3 items.\nNews: 3 items.\n" in out
    assert out.endswith(
        "You are in News: 3 items.\nThe sections: About, News, Papers, Contact.\nGoodbye.\nAda, ada@example.org\n"
    )


def test_what_follows_quit_is_not_read(heard: Callable[..., str]) -> None:
    assert heard("q\nnews\n").count("Goodbye.") == 1
    assert "News: 3 items" not in heard("q\nnews\n")


def test_at_a_terminal_a_prompt_says_that_it_is_ones_turn(heard: Callable[..., str]) -> None:
    out = heard("where\nq\n", environment=TERMINAL)
    assert "Next: News, 3 items.\n> You are in About.\n" in out  # the terminal itself echoes what is typed
    assert out.count("> ") == 2


def test_the_end_of_input_leaves_on_a_line_of_its_own(heard: Callable[..., str]) -> None:
    assert heard("", environment=TERMINAL).endswith("\n> \nGoodbye.\nAda, ada@example.org\n")


def test_an_interrupt_stops_and_the_second_in_a_row_leaves(heard: Callable[..., str]) -> None:
    out = heard("^C\nwhere\n^C\n^C\nnews\n", environment=TERMINAL)
    assert out.count("\nStopped. quit leaves, and so does control c again.\n> ") == 2
    assert out.endswith("> \nGoodbye.\nAda, ada@example.org\n")


def test_an_endless_line_is_one_answer_and_no_memory(heard: Callable[..., str]) -> None:
    out = heard(f"find {'x' * 10 * MOST_CHARACTERS}\nq\n")
    assert out.count("is not on this homepage.") == 1
    assert out.count("x" * 72) < 20


@pytest.mark.parametrize("section", ["news", "News"])
def test_it_begins_with_a_section_that_is_named(heard: Callable[..., str], section: str) -> None:
    assert "quit leaves.\n\nNews: 3 items.\n" in heard("", section)
    assert "quit leaves.\n\nNews: 3 items.\n" in heard("", section=section)


def test_another_section_is_wrong_usage(heard: Callable[..., str]) -> None:
    with pytest.raises(UsageError, match="did you mean news"):
        heard("", "nwes")


def test_the_width_is_the_terminals_or_as_asked(heard: Callable[..., str]) -> None:
    narrow = PIPE._replace(columns=40)
    assert max(map(len, heard("h\n", environment=narrow).splitlines())) <= 40
    assert max(map(len, heard("h\n", "--width", "30", environment=narrow).splitlines())) <= 30
    assert 40 < max(map(len, heard("h\n", environment=PIPE._replace(columns=500)).splitlines())) <= 88


def test_help_is_about_it(heard: Callable[..., str]) -> None:
    assert heard("", "--help").startswith("usage: tui-home read [-h] [--width N] [SECTION]\n")


def test_a_script_waits_for_all_of_a_large_site(heard: Callable[..., str]) -> None:
    assert "News: 3 items." in heard("news\n", sites=(FIRST, ADA))


def test_a_section_that_is_there_only_later_is_waited_for(heard: Callable[..., str]) -> None:
    talks = replace(ADA, pages=(SitePage("talks", "Talks", (Paragraph((Span("One talk."),)),)),))
    assert "quit leaves.\n\nTalks.\n\nOne talk.\n" in heard("", "talks", sites=(FIRST, talks))


def test_a_copy_asks_the_terminal_unless_it_is_dumb(heard: Callable[..., str]) -> None:
    assert "\x1b]52;c;" in heard("copy email\n", environment=Environment({"TERM": "xterm", "SSH_TTY": "x"}))
    assert "\x1b" not in heard("copy email\n", environment=TERMINAL)
    assert "\x1b" not in heard("copy email\n", environment=PIPE)


def test_without_unicode_everything_is_ascii(heard: Callable[..., str]) -> None:
    ascii_only = TERMINAL._replace(encoding="ascii")
    out = heard("", environment=ascii_only)
    assert "Cafe -- hello." in out
    assert out.isascii()


def test_who_no_longer_listens_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError(errno.EPIPE, "nobody reads")

    let_go: list[None] = []
    monkeypatch.setattr("tui_home.doors.pipe._let_go", lambda: let_go.append(None))
    monkeypatch.setattr(sys, "stdout", Closed())
    monkeypatch.setattr(sys, "stdin", Keyboard("news\n" * 10))
    assert linear.read((), lambda: iter((ADA,)), PIPE) == 0
    assert len(let_go) == 1


class TestLater:
    def test_the_newest_of_several_is_taken(self) -> None:
        later = Later(iter((FIRST, ADA)), awaited=True)
        assert later.newest(60) is ADA
        assert later.newest(60) is None

    def test_what_is_whole_is_not_waited_for(self) -> None:
        stop = threading.Event()

        def endless() -> Iterator[Site]:
            stop.wait()
            yield ADA

        assert Later(endless(), awaited=False).newest(60) is None
        assert Later(endless(), awaited=True).newest(0) is None
        stop.set()

    def test_an_error_is_raised_where_it_is_seen(self) -> None:
        def failing() -> Iterator[Site]:
            yield FIRST
            raise ValueError("oh")

        with pytest.raises(ValueError, match="oh"):
            Later(failing(), awaited=True).newest(60)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_on_a_dumb_terminal_lines_are_all_there_is(tmp_path: Path) -> None:
    with Emulator(tmp_path, 60, 24, environment={"TERM": "dumb"}) as terminal:
        terminal.run_homepage()
        terminal.wait_for_bytes(b"\r\n> ")
        assert terminal.echoes
        terminal.send("papers\n")
        terminal.wait_for_bytes(b"Papers: 7 papers, part 1 of 2.")
        terminal.wait_for_bytes(b"Next: part 2 of 2.\r\n> ")
        terminal.send("\x03")
        terminal.wait_for_bytes(b"Stopped.")
        terminal.send("\x04")
        assert terminal.wait_for_exit() == 0
        written = terminal.written
    assert b"Goodbye.\r\n" in written
    assert not set(written) & ({*range(32), 127} - {10, 13})
    assert max(len(line.decode()) for line in written.split(b"\r\n")) <= 60
