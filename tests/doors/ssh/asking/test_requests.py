from __future__ import annotations

import asyncio
import json
import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.doors.ssh.aside import Aside
from tui_home.doors.ssh.asking import requests
from tui_home.doors.ssh.asking.request_words import words_of
from tui_home.doors.ssh.asking.requests import Answers, Asker
from tui_home.doors.ssh.calling import Calling
from tui_home.doors.ssh.limits import Limits
from tui_home.model.blocks import Paragraph
from tui_home.model.collections import Article
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.look import Depth
from tui_home.model.problem import Problem, Severity
from tui_home.model.site import About, Contact, Name, Publication, Site
from tui_home.terminal import clipboard
from tui_home.terminal.capabilities import Capabilities
from tui_home.verbs import OWNER_VERBS, VERBS, Outcome, Verb

LIMITS = Limits()
PIPE = Asker(Calling("ada.example"))
TERMINAL = Asker(Calling("ada.example"), Capabilities(depth=Depth.TRUECOLOR, hyperlinks=True), 60)

PAPER = Publication("love20", "article", (Span("On us"),), (), "", "", 2020, bibtex="@article{love20,\n}")
EMAIL = Contact("email", "Email", "ada@a.example", Link(LinkKind.EMAIL, "mailto:ada@a.example", copy="ada@a.example"))
SITE = Site(
    "r1", Name("Ada", "", "Love"), "Ada Love", About(blocks=(Paragraph((Span("Words of Ada. " * 9),)),)),
    contacts=(EMAIL,), publications=(PAPER,), posts=(Article("_posts/2020-01-02-first", (Span("First"),)),),
    problems=(Problem(Severity.ERROR, "_config.yml", 3, "name is /srv/secret/ada", "mend it"),),
)  # fmt: skip


def ask(command: str | bytes, asker: Asker = PIPE, site: Site = SITE, answers: Answers | None = None) -> Outcome:
    sent = command if isinstance(command, bytes) else command.encode()
    return (answers or Answers(LIMITS)).respond(sent, site, asker)


def test_sections_articles_bibtex_and_contacts_are_printed() -> None:
    assert "Words of Ada." in ask("about").text
    assert ask("") == ask("show all") == ask("SHOW")
    assert "First" in ask("posts/first").text
    assert ask("bib") == ask("bib love20") == Outcome("@article{love20,\n}\n")
    assert json.loads(ask("show contact --format json").text)
    assert max(map(len, ask("about --width=33").text.splitlines())) <= 33


def test_every_verb_of_the_table_answers_and_explains_itself() -> None:
    for name in VERBS:
        helped = ask(f"{name} --help")
        assert (helped.status, helped.error) == (0, "")
        assert helped.text.startswith(f"usage: ssh ada.example {name} ")
    assert all(ask(name).status in (0, 2) for name in VERBS)


@pytest.mark.parametrize("name", ["posts/%(prog)s%d", "posts/%(x)s", "posts/100%", "posts/{0}", "posts/%%(prog)d"])
def test_no_name_is_taken_for_a_format(name: str) -> None:
    helped = ask(f"'{name}' --help")
    assert helped.status == 0
    assert f"show {name}." in helped.text


def test_help_names_what_there_is_with_the_commands_as_visitors_write_them() -> None:
    told = ask("help").text
    assert told == ask("--help").text == ask("-h").text
    for line in ("ssh ada.example ", "ssh -t read@ada.example", "ssh ada.example bib", "ssh ada.example copy"):
        assert any(row.startswith(line) for row in told.splitlines()), line
    assert "about, news, papers, contact, posts" in told
    assert "teaching" not in told, "only what this site has"


@pytest.mark.parametrize(
    "command",
    [
        "rm -rf /", "scp -t .", "/bin/sh", "$(id)", "a\nb", "show\x00", "\x1b]0;x\x07", b"\xff\xfe", "'", "doctor",
        '"a', "\\", "x" * 1025, "show --site /etc", "--site /etc", "show --output=x", "sh -c id", "check", "new /tmp/x",
        "serve ssh", "-e", "--", "show -- --help", "about --width 501", "papers --widt 40", "bib --file x",
        "é" * 600, "\u202eabout", "papers --format xml", "about --width 9", "papers x", "bib none", "show none",
        "posts/none", "copy none", "copy", "show --format '%(prog)s'",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_the_way_on(command: str | bytes) -> None:
    outcome = ask(command)
    assert (outcome.status, outcome.text) == (2, "")
    assert "ssh -t read@ada.example" in outcome.error
    assert outcome.error.startswith("tui-home: ")
    assert len(outcome.error.splitlines()) == 1
    assert "help" in outcome.error
    assert len(outcome.error) < 400
    assert not any(ord(sign) < 0x20 for sign in outcome.error.replace("\n", ""))


def test_a_refusal_lists_the_verbs_on_its_one_line() -> None:
    assert ask("reboot").error == (
        "tui-home: there is no command “reboot”. There is: show, about, news, papers, contact, posts, bib, copy, list, "
        "help, read; line by line: ssh -t read@ada.example\n"
    )
    assert not set(OWNER_VERBS) & set(ask("reboot").error.replace(",", "").split())


def test_options_are_refused_that_a_verb_does_not_open_to_strangers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(VERBS, "show", VERBS["show"]._replace(open_options=frozenset({"--format"})))
    assert "show takes no “--width”" in ask("show --width=40").error
    assert ask("show --format json").status == 0


def test_problems_never_go_out() -> None:
    for shown in ("text", "ansi", "markdown", "json"):
        outcome = ask(f"show all --format {shown}")
        assert outcome.status == 0
        assert "secret" not in outcome.text
        assert "_config.yml" not in outcome.text


def test_colours_are_for_terminals_alone() -> None:
    assert "\x1b" not in ask("show all").text
    assert "\x1b[38" not in ask("show all --format ansi").text
    assert "\x1b[" in ask("show all", TERMINAL).text
    assert "\x1b" not in ask("show all", TERMINAL._replace(terminal=Capabilities(interactive=False))).text
    assert max(map(len, ask("about --format text", TERMINAL).text.splitlines())) <= 60


def test_a_terminal_without_unicode_gets_ascii_and_a_pipe_does_not() -> None:
    site = replace(SITE, title="Ada Løve")
    plain = TERMINAL._replace(terminal=Capabilities(depth=Depth.NONE, unicode=False))
    assert ask("about", plain, site).text.isascii()
    assert ask("reboot", plain, site).error.isascii()
    assert ask("help", plain, site).text.isascii()
    assert "Løve" in ask("about", PIPE, site).text


def test_copying_prints_and_touches_no_clipboard_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    def touched(_: str) -> bool:
        raise AssertionError("the server's clipboard")

    monkeypatch.setattr(clipboard, "copy_locally", touched)
    for asker in (PIPE, TERMINAL, TERMINAL._replace(terminal=Capabilities(graphical=True))):
        assert ask("copy email", asker) == Outcome("ada@a.example\n")


def test_columns_are_clamped_whatever_the_client_says() -> None:
    for columns in (-1, 0, 1, 60_000):
        assert ask("about", TERMINAL._replace(columns=columns)).status == 0


def test_what_was_printed_is_kept_for_each_revision_however_it_is_asked_for() -> None:
    answers = Answers(LIMITS)
    first = ask("about --width 40 --format text", answers=answers)
    kept = answers.kept_bytes
    assert kept > 0
    for again in ("About --format=text --width=40", "'about' --width 040 --format text"):
        assert ask(again, answers=answers).text is first.text
    assert answers.kept_bytes == kept
    later = replace(SITE, revision="r2", title="Ada Byron")
    assert "Byron" in ask("about --width 40 --format text", site=later, answers=answers).text
    assert answers.kept_bytes > kept
    answers.forget("r2")
    assert answers.kept_bytes == kept


def test_a_site_that_is_still_being_read_is_not_kept() -> None:
    answers = Answers(LIMITS)
    assert ask("about", site=replace(SITE, pending=("papers",)), answers=answers).status == 0
    assert answers.kept_bytes == 0


async def test_what_takes_time_is_done_one_at_a_time_and_what_is_kept_waits_for_nobody() -> None:
    answers, aside = Answers(LIMITS), Aside()
    kept = await answers.answer(b"about", SITE, PIPE, aside)
    assert kept == ask("about")
    go_on = threading.Event()
    made = asyncio.ensure_future(aside.do(go_on.wait))  # somebody's page is being laid out
    await asyncio.sleep(0)
    try:
        assert await answers.answer(b"about", SITE, PIPE, aside) == kept
        assert (await answers.answer(b"reboot", SITE, PIPE, aside)).status == 2
        waiting = [asyncio.ensure_future(answers.answer(b"contact", SITE, PIPE, aside)) for _ in range(3)]
        await asyncio.sleep(0)
        assert not any(each.done() for each in waiting)
    finally:
        go_on.set()
    await made
    first, second, third = await asyncio.gather(*waiting)
    assert first == ask("contact")
    assert first.text is second.text is third.text, "made once"


async def test_who_leaves_while_their_answer_is_made_lets_nobody_else_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, made = threading.Event(), threading.Event(), list[str]()

    def carry_out(verb: Verb, *_: object) -> Outcome:
        made.append(verb.name)
        begun.set()
        go_on.wait(10)
        return Outcome("x\n")

    monkeypatch.setattr(requests, "carry_out", carry_out)
    answers, aside = Answers(LIMITS), Aside()
    leaving = asyncio.ensure_future(answers.answer(b"about", SITE, PIPE, aside))
    await asyncio.to_thread(begun.wait, 10)
    leaving.cancel()
    given_up, patient = (
        asyncio.ensure_future(answers.answer(name, SITE, PIPE, aside)) for name in (b"papers", b"contact")
    )
    await asyncio.wait((leaving,))
    assert made == ["about"], "one at a time, still"
    given_up.cancel()
    go_on.set()
    assert await patient == Outcome("x\n")
    assert made == ["about", "contact"], "nothing is made for somebody who is no longer there"


def test_looks_are_kept_apart() -> None:
    answers = Answers(LIMITS)
    for depth in (Depth.NONE, Depth.TRUECOLOR, Depth.NONE):
        asker = TERMINAL._replace(terminal=Capabilities(depth=depth, hyperlinks=depth > Depth.NONE))
        assert ask("contact", asker, answers=answers) == ask("contact", asker)


def test_what_is_kept_stays_within_its_bound_and_mistakes_are_not_kept() -> None:
    answers = Answers(LIMITS, most_bytes=20_000)
    for width in range(20, 120):
        ask(f"about --width {width}", answers=answers)
        assert answers.kept_bytes <= 20_000
    before = answers.kept_bytes
    ask("posts/none", answers=answers)
    ask("show about nowhere", answers=answers)
    assert answers.kept_bytes == before


def test_one_of_several_homepages_is_called_by_its_name() -> None:
    calling = Calling("dept.example", 2222, "ada")
    outcome = ask("posts/none", Asker(calling))
    assert "; ssh -p 2222 ada@dept.example posts lists what there is" in outcome.error
    assert "line by line: ssh -p 2222 -t ada@dept.example read" in outcome.error


@given(st.binary(max_size=80) | st.text(max_size=60).map(str.encode))
def test_no_bytes_raise_or_steer_a_terminal(command: bytes) -> None:
    words = words_of(command, LIMITS)
    assert isinstance(words, str | tuple)
    outcome = Answers(LIMITS).respond(command, SITE, PIPE)
    assert (outcome.status == 0) == (not outcome.error)
    assert not any(ord(sign) < 0x20 and sign != "\n" for sign in outcome.text + outcome.error)


_WORDS = (
    "show",
    "bib",
    "copy",
    "about",
    "posts/first",
    "--width",
    "40",
    "--format",
    "ansi",
    "-h",
    "all",
    "'",
    "=",
    "--",
)


@given(st.lists(st.sampled_from(_WORDS), max_size=6).map(" ".join))
def test_no_words_raise_and_every_mistake_says_where_to_go(command: str) -> None:
    outcome = ask(command)
    assert outcome.status in (0, 2)
    assert not outcome.error or "read@ada.example" in outcome.error
