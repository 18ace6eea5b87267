"""What a terminal is asked, and in which words: one round trip, nothing that it would print."""

from __future__ import annotations

from enum import Enum

from tui_home.model.named import NamedTuple
from tui_home.terminal.decisions import Decisions, Multiplexer, decided
from tui_home.terminal.environment import Environment
from tui_home.terminal.terms import follows_links


class Topic(Enum):
    """What a terminal is asked about; the value is the question, after xterm's ctlseqs unless said otherwise.

    Colours are asked with BEL at the end: every terminal that answers takes it and ends its answer alike, old rxvt
    spoils answers that end with ST, and through GNU screen ST would end the question too early.
    """

    FOREGROUND = "\x1b]10;?\x07"
    BACKGROUND = "\x1b]11;?\x07"
    PROGRAM = "\x1b[>q"
    SYNCHRONIZED = "\x1b[?2026$p"
    SCHEME_REPORTS = "\x1b[?2031$p"
    """https://contour-terminal.org/vt-extensions/color-palette-update-notifications/"""
    KEYBOARD = "\x1b[?u"
    """https://sw.kovidgoyal.net/kitty/keyboard-protocol/#detection-of-support-for-this-protocol"""
    GRAPHICS = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
    """https://sw.kovidgoyal.net/kitty/graphics-protocol/#querying-support-and-available-transmission-mediums"""
    CELL = "\x1b[16t"
    FENCE = "\x1b[c"
    """Primary device attributes: every terminal answers this one, and in turn; so what is unanswered then, is so."""


COLOURS = (Topic.FOREGROUND, Topic.BACKGROUND)
WATCH_SCHEME = "\x1b[?2031h"
LEAVE_SCHEME = "\x1b[?2031l"

_MODERN = (Topic.SYNCHRONIZED, Topic.SCHEME_REPORTS, Topic.GRAPHICS)
"""Asked only of terminals that are known to pass over what they do not know: Apple's prints the end of a DECRQM, and
rxvt and others a whole APC. To have a name (XTVERSION) or kitty's keyboard is proof enough."""
_SAFE = tuple(topic for topic in Topic if topic not in _MODERN)
# An APC would become the title of tmux's pane; and the size of a cell is of use for graphics only.
_OF_TMUX = tuple(topic for topic in Topic if topic not in {Topic.GRAPHICS, Topic.CELL})
_THROUGH_SCREEN = (*COLOURS, Topic.FENCE)
_OF_RXVT = tuple(topic for topic in Topic if topic is not Topic.GRAPHICS)
_OF_ST = tuple(topic for topic in _SAFE if topic is not Topic.KEYBOARD)
_SIGNS_OF_MODERN = ("VTE_VERSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "GHOSTTY_RESOURCES_DIR", "KONSOLE_VERSION")


class Plan(NamedTuple):
    """What is asked of one terminal."""

    topics: tuple[Topic, ...]
    """In the order of asking; the fence is last."""
    multiplexer: Multiplexer
    reason: str = ""
    """Why the other topics are left out: a clause for the visitor."""
    later: tuple[Topic, ...] = ()
    """Asked once the answers have shown that they are safe to ask."""


def plan(environment: Environment, made: Decisions | None = None) -> Plan:
    """Return what to ask the terminal that `environment` describes; no topics where a question could be seen.

    Args:
        environment: Its variables.
        made: What was decided of them, if that is known.
    """
    made = made or decided(environment)
    multiplexer = made.multiplexer[0]
    if reason := _silence(environment) or ("" if made.osc[0] else made.osc[1]):
        return Plan((), multiplexer, f"not asked: {reason}")
    if multiplexer is Multiplexer.SCREEN:
        return Plan(_THROUGH_SCREEN, multiplexer, "not asked: GNU screen stands before the terminal")
    if multiplexer is Multiplexer.TMUX:
        return Plan(_OF_TMUX, multiplexer, "not asked: tmux stands before the terminal")
    return _of_terminal(environment, environment.get("TERM").lower())


def _of_terminal(environment: Environment, term: str) -> Plan:
    # Each seen, with rxvt-unicode 9.30 and st 0.9.
    if term.startswith("rxvt"):
        return Plan(_OF_RXVT, Multiplexer.NONE, "not asked: rxvt prints the question")
    if term == "st" or term.startswith(("st-", "stterm")):
        return Plan(_OF_ST, Multiplexer.NONE, "not asked: st takes the question for something else")
    program = environment.get("TERM_PROGRAM")
    if program == "Apple_Terminal":
        return Plan(_SAFE, Multiplexer.NONE, "not asked: Apple's Terminal prints the question")
    if program or follows_links(term) or any(map(environment.get, _SIGNS_OF_MODERN)):
        return Plan(tuple(Topic), Multiplexer.NONE)
    return Plan(_SAFE, Multiplexer.NONE, "not asked: it might print the question", (*_MODERN, Topic.FENCE))


def _silence(environment: Environment) -> str:
    """Return why no answer could be read; empty where one can."""
    if not environment.stdin_tty:
        return "standard input is no terminal"
    return "Windows reads the keys itself" if environment.platform == "win32" else ""


def question(topics: tuple[Topic, ...], multiplexer: Multiplexer) -> str:
    r"""Return what to write to ask about `topics`.

    tmux is asked itself (since 3.4 it knows the colours), and to pass the questions for colours on, which it does where
    ``allow-passthrough`` is on and else drops (seen with 3.3a). GNU screen passes on what stands in a DCS, each
    in one of its own, far below its 256 bytes; asked openly for a colour it would ask again at each change of windows.
    tmux, when it calls itself screen, reads these as if they stood alone.
    """
    if multiplexer is Multiplexer.SCREEN:
        return "".join(f"\x1bP{topic.value}\x1b\\" for topic in topics)
    asked = "".join(topic.value for topic in topics if topic is not Topic.FENCE)
    if multiplexer is Multiplexer.TMUX:
        asked += "".join(f"\x1bPtmux;\x1b{topic.value}\x1b\\" for topic in topics if topic in COLOURS)
    return asked + Topic.FENCE.value * (Topic.FENCE in topics)
