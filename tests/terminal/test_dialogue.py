from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser

from tests.terminal.test_input import BROKEN, WHOLE
from tui_home.model.look import Depth
from tui_home.terminal import dialogue as constants
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment

COLOURS = "\x1b]10;rgb:d0d0/d0d0/d0d0\x07\x1b]11;rgb:1010/1010/1010\x07"
ANSWERS = (
    f"{COLOURS}\x1bP>|kitty(0.36.0)\x1b\\\x1b[?2026;2$y\x1b[?2031;2$y\x1b[?0u"
    "\x1b_Gi=31;OK\x1b\\\x1b[6;16;8t\x1b[?62;4;22c"
)
ASK_COLOURS = "\x1b]10;?\x07\x1b]11;?\x07"
ESCAPE = "\x1b[27u"


def dialogue(term: str = "xterm-kitty", **variables: str) -> Dialogue:
    """Return one that has asked at 0.0."""
    made = Dialogue(Environment({"TERM": term, **variables}))
    made.question(0.0)
    return made


class Line:
    """A driver without a terminal: what is sent arrives at times, and `tick` is called when `wait` is over."""

    def __init__(self, asked: Dialogue) -> None:
        self.asked = asked
        self.now = 0.0
        self.keys = ""
        self._called = 0.0

    def arrive(self, data: str) -> None:
        self.keys += self.asked.feed(data, self.now)
        self._called = self.now

    def pass_time(self, seconds: float) -> None:
        until = self.now + seconds
        while (wait := self.asked.wait) is not None and self._called + wait < until:
            # A timer is never early.
            self._called += wait + 1e-6
            self.keys += self.asked.tick(self._called)
            self.asked.question(self._called)
        self.now = max(self._called, until)

    @property
    def settled(self) -> bool:
        return self.asked.capabilities.settled


def pressed(text: str) -> list[str]:
    return [str(getattr(event, "key", event)) for event in XTermParser().feed(text)] if text else []


def test_all_answers_make_one_picture_and_none_of_them_a_key() -> None:
    asked = dialogue()
    assert asked.feed(f"j{ANSWERS}k", 0.2) == "jk"
    able = asked.capabilities
    assert (able.foreground, able.background) == ("#d0d0d0", "#101010")
    assert (able.program, able.cell) == ("kitty(0.36.0)", (8, 16))
    assert able.synchronized
    assert able.scheme_reports
    assert able.kitty_keyboard
    assert able.kitty_graphics
    assert able.sixel
    assert able.settled


def test_each_change_makes_other_capabilities_and_leaves_the_old_ones_alone() -> None:
    asked = dialogue()
    before = asked.capabilities
    asked.feed(COLOURS, 0.1)
    assert before.background == ""
    assert asked.capabilities.background == "#101010"
    known = asked.capabilities
    asked.feed("jjj\x1b[A\x1b]11;#fff\x07", 0.2)
    assert asked.capabilities is known


@given(st.lists(st.integers(0, len(ANSWERS) + 4), max_size=12), st.lists(st.floats(0, 0.7), min_size=14, max_size=14))
def test_answers_in_pieces_at_any_times_are_the_same(cuts: list[int], pauses: list[float]) -> None:
    text = f"j\x1b[A{ANSWERS}k"
    # A pause after an ESC is the escape key's, and another test's.
    places = [0, *(cut for cut in sorted(cuts) if text[cut - 1 : cut] != "\x1b"), len(text)]
    line = Line(dialogue())
    for pause, start, end in zip(pauses, places[:-1], places[1:], strict=False):
        line.pass_time(pause)
        line.arrive(text[start:end])
    line.arrive(text[places[-1] :])
    assert line.keys == "j\x1b[Ak"
    whole = dialogue()
    whole.feed(text, 0.1)
    assert line.asked.capabilities == whole.capabilities


@given(st.lists(st.tuples(st.sampled_from(WHOLE + BROKEN), st.floats(0, 20)), max_size=20))
def test_nothing_hostile_at_any_time_breaks_it(parts: list[tuple[str, float]]) -> None:
    line = Line(dialogue())
    for part, pause in parts:
        line.arrive(part)
        line.pass_time(pause)
    line.pass_time(30)
    assert line.asked.wait is None
    # Nobody is locked out, and the parser has understood everything.
    assert line.asked.feed("\x1b[24~", line.now)[-5:] == "\x1b[24~"
    parser = XTermParser()
    for _ in parser.feed(line.keys + "q"):
        pass
    assert parser._timeout_time is None


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_neither_do_random_bytes(chunks: list[bytes]) -> None:
    line = Line(dialogue())
    for chunk in chunks:
        line.arrive(chunk.decode("utf-8", "replace"))
    line.pass_time(30)
    assert pressed(line.keys + "\x1b[24~")[-1] == "f12"


# What is asked, and when


@pytest.mark.parametrize("term", ["linux", "dumb", "vt100", "cygwin"])
def test_whoever_is_asked_nothing_is_settled_and_believed_nothing(term: str) -> None:
    asked = Dialogue(Environment({"TERM": term}))
    assert asked.question(0.0) == ""
    assert asked.capabilities.settled
    assert asked.wait is None
    before = asked.capabilities
    assert asked.feed(f"j{ANSWERS}k", 0.1) == "jk"
    assert asked.capabilities is before


def test_questions_are_asked_once() -> None:
    asked = Dialogue(Environment({"TERM": "xterm-kitty"}))
    assert asked.question(0.0)
    assert asked.question(0.1) == ""


def test_a_terminal_that_shows_to_be_modern_is_asked_the_rest() -> None:
    asked = dialogue("xterm-256color")
    asked.feed(f"{COLOURS}\x1bP>|ghostty 1.0.0\x1b\\\x1b[?62;22c", 0.1)
    # What decides how things look is known; the rest may take another round trip.
    assert asked.capabilities.settled
    rest = asked.question(0.1)
    assert "\x1b[?2026$p" in rest
    assert rest.endswith("\x1b[c")
    asked.feed("\x1b[?2026;2$y\x1b[?62;22c", 0.2)
    assert asked.capabilities.synchronized
    assert asked.question(0.2) == ""


def test_what_is_owed_is_known_until_it_comes() -> None:
    asked = Dialogue(Environment({"TERM": "xterm-256color"}))
    owed = [asked.owes]
    for now, data in enumerate(("", f"{COLOURS}\x1bP>|x(1)\x1b\\\x1b[?1c", "\x1b[?1c", "\x1b[I"), start=1):
        asked.feed(data, now)
        owed.append(asked.owes)
        if data.endswith("I"):
            asked.ask_colours()
        asked.question(now)
        owed.append(asked.owes)
    asked.feed(COLOURS, 9)
    assert [*owed, asked.owes] == [False, False, True, False, True, False, False, False, True, False]


def test_one_that_does_not_is_left_alone() -> None:
    asked = dialogue("xterm-256color")
    asked.feed(f"{COLOURS}\x1b[?1;2c", 0.1)
    assert asked.capabilities.settled
    assert asked.question(0.1) == ""


@pytest.mark.parametrize(
    ("variables", "patience"), [({}, constants.PATIENCE), ({"SSH_TTY": "/dev/pts/0"}, constants.REMOTE_PATIENCE)]
)
def test_silence_is_an_answer_too_and_late_ones_are_still_used(variables: dict[str, str], patience: float) -> None:
    line = Line(dialogue("xterm-256color", **variables))
    line.pass_time(patience - 0.01)
    before = line.settled
    line.pass_time(0.02)
    assert (before, line.settled) == (False, True)
    assert line.asked.wait is None
    line.pass_time(60)
    line.arrive(f"j{COLOURS}\x1b[?1;2ck")
    assert line.asked.capabilities.background == "#101010"
    assert line.keys == "jk"


def test_only_the_first_answer_to_a_question_counts() -> None:
    asked = dialogue()
    assert asked.feed("\x1b]11;#ffffff\x07" + "\x1b]11;#000000\x07" * 5000, 0.1) == ""
    assert asked.capabilities.background == "#ffffff"


# Colours that change


def test_colours_are_asked_again_when_the_terminal_says_that_they_changed() -> None:
    asked = dialogue()
    asked.feed(ANSWERS, 0.1)
    assert asked.question(0.1) == "\x1b[?2031h"
    assert asked.feed("\x1b[?997;2n", 5.0) == ""
    assert asked.question(5.0) == ASK_COLOURS
    asked.feed("\x1b]11;#ffffff\x1b\\\x1b]10;#000000\x1b\\", 5.1)
    assert (asked.capabilities.foreground, asked.capabilities.background) == ("#000000", "#ffffff")
    assert asked.question(5.2) == ""


def test_thousands_of_changes_make_few_questions() -> None:
    asked = dialogue()
    asked.feed(ANSWERS, 0.1)
    asked.question(0.1)
    questions = 0
    for step in range(2000):
        now = 1.0 + step / 1000
        asked.feed("\x1b[?997;1n", now)
        questions += bool(asked.question(now))
    assert questions <= 5
    # The last change is not forgotten.
    assert asked.wait is not None
    assert asked.question(9.0) == ASK_COLOURS


def test_who_never_said_that_it_tells_is_not_believed() -> None:
    asked = dialogue()
    asked.feed(f"{COLOURS}\x1b[?62c", 0.1)
    asked.feed("\x1b[?997;1n", 5.0)
    assert asked.question(5.0) == ""


def test_colours_are_asked_again_only_of_those_who_told_them() -> None:
    asked = dialogue()
    asked.ask_colours()
    asked.feed("\x1b[?62c", 0.1)
    assert asked.question(9.0) == ""
    asked.feed("\x1b]11;#fff\x07", 9.1)
    asked.ask_colours()
    assert asked.question(9.2) == "\x1b]11;?\x07"


def test_what_was_switched_on_is_switched_off_and_on_again_after_a_stop() -> None:
    asked = dialogue()
    assert asked.farewell() == ""
    asked.resume()
    asked.feed(ANSWERS, 0.1)
    assert asked.question(0.1) == "\x1b[?2031h"
    assert asked.farewell() == "\x1b[?2031l"
    assert asked.question(1.0) == ""
    asked.resume()
    assert asked.question(2.0) == f"\x1b[?2031h{ASK_COLOURS}"


# The escape key, and what is taken for it


def test_escape_arrives_after_a_moment_and_at_once_for_the_parser() -> None:
    line = Line(dialogue("xterm"))
    line.arrive("\x1b")
    assert line.keys == ""
    line.pass_time(constants.SHORTEST_ESCAPE + 0.01)
    assert pressed(line.keys) == ["escape"]


@pytest.mark.parametrize(
    ("round_trip", "moment"),
    [(0.01, constants.SHORTEST_ESCAPE), (0.4, 0.4), (0.9, constants.LONGEST_ESCAPE)],
)
def test_the_moment_follows_the_round_trip(round_trip: float, moment: float) -> None:
    asked = dialogue("xterm", SSH_TTY="/dev/pts/0")
    asked.feed("\x1b", 0.0)
    assert asked.wait == pytest.approx(constants.REMOTE_ESCAPE)
    asked.feed("[?62c", round_trip)
    asked.feed("\x1b", 5.0)
    assert asked.wait == pytest.approx(moment)


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("\x1b[A", "up"),
        ("\x1bOA", "up"),
        ("\x1b[1;3D", "alt+left"),
        ("\x1b[<0;5;5M", "MouseDown"),
        ("\x1b[200~jq\x1b[201~", "Paste"),
        ("\x1b]11;rgb:1/2/3\x07", ""),
        ("\x1b]11;rgb:1/2/3\x1b\\", ""),
        ("\x1bP>|kitty(1)\x1b\\", ""),
        ("\x1b[?62;4c", ""),
    ],
)
@pytest.mark.parametrize("pause", [0.0, 0.05, 0.2, 0.6, 1.5])
def test_a_sequence_torn_anywhere_by_a_pause_never_types(sequence: str, key: str, pause: float) -> None:
    for cut in range(1, len(sequence)):
        line = Line(dialogue("xterm-256color"))
        line.arrive(sequence[:cut])
        line.pass_time(pause)
        line.arrive(sequence[cut:])
        line.pass_time(30)
        found = [name.partition("(")[0] for name in pressed(line.keys)]
        assert found == [key] * bool(key) or found == ["escape", *[key] * bool(key)]
        # It is the escape key only where the pause stood behind the ESC, and was long.
        assert "escape" not in found or (cut == 1 and pause > constants.SHORTEST_ESCAPE)
        assert line.asked.capabilities.background == ("#112233" if "11;" in sequence else "")


def test_keys_are_their_own_again_after_escape() -> None:
    line = Line(dialogue())
    for character in ("\x1b", "[", "j", "O", "]", "q"):
        line.arrive(character)
        line.pass_time(0.5)
    assert pressed(line.keys) == ["escape", "left_square_bracket", "j", "O", "right_square_bracket", "q"]
    line = Line(dialogue())
    line.arrive("\x1b")
    line.pass_time(constants.LATE + 1)
    line.arrive("[")
    assert line.keys == f"{ESCAPE}["


def test_escape_is_over_even_when_nobody_ticks() -> None:
    asked = dialogue()
    asked.feed("\x1b", 1.0)
    assert asked.tick(2.0) == ESCAPE
    assert asked.feed("[", 2.0 + constants.LATE + 0.1) == "["


def test_the_rest_of_a_sequence_that_never_comes_whole_does_not_type() -> None:
    line = Line(dialogue())
    for piece in ("\x1b", "[<0;5", "", ""):
        line.arrive(piece)
        line.pass_time(constants.LATE + 0.1 if piece != "\x1b" else 0.5)
    assert line.keys == ESCAPE


def test_a_control_sequence_waits_for_its_end_as_long_as_it_takes() -> None:
    line = Line(dialogue())
    line.arrive("\x1b[1;")
    line.pass_time(3600)
    line.arrive("3D")
    assert line.keys == "\x1b[1;3D"


def test_whatever_was_begun_nobody_is_locked_out_for_long() -> None:
    for begun in ("\x1b]", "\x1bP", "\x1b[200~", "\x1bX", "\x1b_"):
        line = Line(dialogue())
        line.arrive(begun)
        line.pass_time(constants.SILENCE + 0.1)
        line.arrive("q")
        assert line.keys == "q"


def test_escape_gets_out_of_what_alt_began() -> None:
    line = Line(dialogue())
    line.arrive("\x1b]")
    line.arrive("jj")
    line.arrive("\x1b")
    line.pass_time(1)
    line.arrive("q")
    assert line.keys == "q"


# What a name promises


def called(program: str, term: str = "xterm-256color", **variables: str) -> Dialogue:
    asked = dialogue(term, SSH_TTY="/dev/pts/0", **variables)
    asked.feed(f"\x1bP>|{program}\x1b\\", 0.1)
    return asked


@pytest.mark.parametrize(
    ("program", "depth", "links"),
    [
        ("iTerm2 3.5.0", Depth.TRUECOLOR, True),
        ("WezTerm 20240203-110809-5046fc22", Depth.TRUECOLOR, True),
        ("VTE(7402)", Depth.TRUECOLOR, True),
        ("XTerm(379)", Depth.TRUECOLOR, False),
        ("XTerm(300)", Depth.EIGHT_BIT, False),
        ("Konsole 23.08.1", Depth.TRUECOLOR, True),
        ("tmux 3.5", Depth.EIGHT_BIT, False),
        ("mystery(1)", Depth.EIGHT_BIT, False),
        ("kitty", Depth.EIGHT_BIT, False),
    ],
)
def test_over_ssh_a_known_name_promises_colours_and_links(program: str, depth: Depth, links: bool) -> None:
    able = called(program).capabilities
    assert (able.program, able.depth, able.hyperlinks) == (program, depth, links)


def test_nobody_gets_colours_against_their_wish_or_loses_any() -> None:
    assert called("kitty(0.36)", NO_COLOR="1").capabilities.depth is Depth.NONE
    assert called("kitty(0.36)", CLICOLOR="0").capabilities.depth is Depth.NONE
    assert called("XTerm(300)", "xterm-direct").capabilities.depth is Depth.TRUECOLOR


def test_tmux_passes_links_on_since_3_4_and_gnu_screen_none() -> None:
    assert called("tmux 3.4", "tmux-256color").capabilities.hyperlinks
    assert not called("tmux 3.3a", "tmux-256color").capabilities.hyperlinks
    assert not called("kitty(0.36)", "screen-256color", STY="1").capabilities.hyperlinks


def test_pictures_do_not_reach_through_gnu_screen() -> None:
    asked = dialogue("screen", STY="1")
    asked.feed("\x1b[?62;4;22c", 0.1)
    assert asked.capabilities.settled
    assert not asked.capabilities.sixel


def test_a_name_tells_whether_copying_can_be_asked_for() -> None:
    assert not called("VTE(7402)").capabilities.osc52
    assert called("XTerm(379)", VTE_VERSION="7402").capabilities.osc52


# What is told about it


def whys(asked: Dialogue) -> dict[str, tuple[str, str]]:
    return {finding.name: (finding.value, finding.why) for finding in asked.findings}


def test_findings_say_what_was_answered_and_what_was_not() -> None:
    asked = called("XTerm(379)")
    asked.feed(f"{COLOURS}\x1b[?62c", 0.2)
    assert whys(asked)["synchronized"] == ("no", "not asked: it might print the question")
    asked.question(0.2)
    assert whys(asked)["synchronized"] == ("no", "DECRQM 2026 is not answered yet")
    asked.feed("\x1b[?62c", 0.3)
    told = whys(asked)
    assert told["background"] == ("#101010", "it answered OSC 11")
    assert told["synchronized"] == ("no", "it did not answer DECRQM 2026")
    assert told["cell"] == ("unknown", "it did not answer CSI 16 t")
    assert told["depth"] == ("all colours", "it calls itself XTerm(379)")
    assert told["hyperlinks"][1] == "this terminal is not known to follow them"


def test_findings_say_why_nobody_was_asked() -> None:
    told = whys(Dialogue(Environment({"TERM": "linux"})))
    assert told["background"] == ("unknown", "not asked: TERM is linux, which would print it")


def test_every_finding_is_a_field_and_says_what_it_holds() -> None:
    asked = dialogue()
    asked.feed(ANSWERS, 0.1)
    names = [finding.name for finding in asked.findings]
    assert len(names) == len({*names})
    assert {*names} | {"settled"} == {*asked.capabilities._fields}
    assert whys(asked)["cell"] == ("8 × 16 pixels", "it answered CSI 16 t")


@pytest.mark.parametrize(
    ("round_trip", "remote", "slowest"),
    [(0.01, "", 0.3), (0.5, "192.0.2.1 5 192.0.2.2 22", 1.0), (2.0, "192.0.2.1 5 192.0.2.2 22", 2.5)],
)
def test_later_answers_are_waited_for_as_long_as_the_first_have_taken(
    round_trip: float, remote: str, slowest: float
) -> None:
    asked = dialogue(SSH_CONNECTION=remote)
    assert asked.slowest == (constants.REMOTE_PATIENCE if remote else constants.PATIENCE)
    asked.feed(ANSWERS, round_trip)
    assert asked.slowest == slowest
