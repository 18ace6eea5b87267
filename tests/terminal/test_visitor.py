from __future__ import annotations

from tui_home.terminal.capabilities import capabilities
from tui_home.terminal.clipboard import Clipboard, Rung
from tui_home.terminal.environment import Environment
from tui_home.terminal.opener import Opener
from tui_home.terminal.visitor import Visitor


def test_a_visitor_is_what_their_terminal_says() -> None:
    remote = Visitor.of(Environment({"TERM": "xterm-kitty", "SSH_CONNECTION": "a 1 b 2", "DISPLAY": ":0"}))
    written: list[str] = []
    remote.clipboard.write = written.append
    assert remote.capabilities.remote
    assert remote.clipboard.copy("x").rung is Rung.ASKED
    assert len(written) == 1
    assert not remote.opener.open("https://example.org").done


def test_two_visitors_share_nothing() -> None:
    one, two = (Visitor.of(Environment({"TERM": "xterm"})) for _ in range(2))
    one.receipt.record(one.clipboard.copy("x"))
    one.preferences.choose_theme("nord")
    assert (two.receipt.things, two.preferences.theme) == ((), "")


def test_what_is_learnt_of_the_terminal_is_heeded_at_once() -> None:
    visitor = Visitor.of(Environment({"TERM": "xterm"}), write=lambda _: None)
    assert visitor.clipboard.copy("x").rung is Rung.ASKED
    assert not visitor.opener.capabilities.remote
    visitor.capabilities = visitor.capabilities._replace(osc52=False, remote=True)
    assert visitor.clipboard.copy("x").rung is Rung.SHOWN
    assert not visitor.opener.open("https://example.org").done


def test_what_is_learnt_before_anything_is_copied_or_opened_is_heeded_by_the_means_that_were_given() -> None:
    able = capabilities(Environment({"TERM": "xterm"}))
    written = list[str]()
    visitor = Visitor(able, Clipboard(able, local=lambda _: False), Opener(able, launch=lambda _: True))
    visitor.connect(written.append)
    visitor.capabilities = able._replace(osc52=False, remote=True)
    assert visitor.clipboard.copy("x").rung is Rung.SHOWN
    assert not visitor.opener.open("https://example.org").done
    assert not written


def test_escape_codes_go_where_the_terminal_is_now() -> None:
    given = Visitor(able := capabilities(Environment({"TERM": "xterm"})), Clipboard(able, local=lambda _: False))
    for visitor in (given, Visitor.of(Environment({"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}))):
        first, second = list[str](), list[str]()
        for written in (first, second):
            visitor.connect(written.append)
            assert visitor.clipboard.copy("x").rung is Rung.ASKED
        assert first == second != []
        visitor.connect(None)
        assert visitor.clipboard.copy("x").rung is Rung.SHOWN
