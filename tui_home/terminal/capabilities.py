"""What one visitor's terminal can do, from what it says about itself."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tui_home.model.look import Depth, Look, Palette
from tui_home.terminal.environment import Environment

_TRUECOLOR_TERMS = frozenset(
    {"xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra", "wezterm", "contour", "rio"}
)
_COLOURLESS_TERMS = frozenset({"", "dumb", "unknown", "vt52", "vt100", "vt102", "vt220", "xterm-mono"})
# After https://github.com/Alhadis/OSC8-Adoption; a terminal that is not here gets plain text.
_HYPERLINK_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "ghostty", "vscode", "Hyper", "Tabby", "rio", "mintty"})
_HYPERLINK_TERMS = _TRUECOLOR_TERMS
_VTE_WITH_HYPERLINKS = 5001
_TMUX_WITH_HYPERLINKS = (3, 4)
# The kernel's console and real terminals print parts of an OSC that they do not know.
_WITHOUT_OSC = _COLOURLESS_TERMS - {""} | {"linux", "cygwin", "ansi"}


class Multiplexer(StrEnum):
    """What stands between this program and the terminal."""

    NONE = ""
    TMUX = "tmux"
    SCREEN = "screen"


class Capabilities(NamedTuple):
    """What one visitor's terminal can do; the default is a modest local terminal."""

    depth: Depth = Depth.ANSI
    unicode: bool = True
    hyperlinks: bool = False
    """Whether OSC 8 is understood."""
    remote: bool = False
    """Whether the visitor sits at another machine than the one this runs on."""
    osc52: bool = True
    """Whether asking to copy by OSC 52 can do any good (never whether it will)."""
    graphical: bool = False
    """Whether this machine has a desktop: a clipboard and a browser to speak of."""
    multiplexer: Multiplexer = Multiplexer.NONE
    interactive: bool = True
    """Whether it can show a full screen: a terminal on standard output, and not a dumb one."""
    program: str = ""
    """What the terminal calls itself when asked (XTVERSION), at most 64 printable characters; empty while unknown."""
    foreground: str = ""
    """``#rrggbb`` as the terminal answered; empty while unknown."""
    background: str = ""
    """Likewise."""
    synchronized: bool = False
    """Whether it shows a frame at once when told to (mode 2026)."""
    scheme_reports: bool = False
    """Whether it tells when its colours turn light or dark (mode 2031)."""
    kitty_keyboard: bool = False
    """Whether it speaks kitty's keyboard protocol."""
    kitty_graphics: bool = False
    sixel: bool = False
    cell: tuple[int, int] | None = None
    """Width and height of a cell in pixels; None while unknown."""
    settled: bool = False
    """Whether everything that will be answered at once has been: what is unknown now is likely to stay so."""

    def look(self, palette: Palette, *, interactive: bool = True) -> Look:
        """Return how text in `palette` is drawn here; not `interactive` when it is only printed."""
        return Look(palette, self.depth, self.unicode, self.hyperlinks, interactive)


def capabilities(environment: Environment) -> Capabilities:
    """Return what the terminal that `environment` describes can do."""
    multiplexer = _multiplexer(environment)
    term = environment.get("TERM")
    dumb = term == "dumb" or (not term and environment.platform != "win32")
    return Capabilities(
        depth=_depth(environment),
        unicode=_unicode(environment),
        hyperlinks=environment.stdout_tty and not dumb and _hyperlinks(environment, multiplexer),
        remote=any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")),
        osc52=environment.stdout_tty and not dumb and term not in _WITHOUT_OSC,
        graphical=_graphical(environment),
        multiplexer=multiplexer,
        interactive=environment.stdout_tty and not dumb,
    )


def _multiplexer(environment: Environment) -> Multiplexer:
    term = environment.get("TERM")
    if environment.get("TMUX") or term.startswith("tmux"):
        return Multiplexer.TMUX
    # Without TMUX or STY (logged in from inside one), TERM=screen may be either; the careful one is assumed.
    if environment.get("STY") or term.startswith("screen"):
        return Multiplexer.SCREEN
    return Multiplexer.NONE


def _depth(environment: Environment) -> Depth:
    # https://no-color.org: present and not empty, whatever its value.
    if environment.get("NO_COLOR"):
        return Depth.NONE
    term = environment.get("TERM").lower()
    if environment.platform == "win32" and not term:
        return Depth.TRUECOLOR
    if term in _COLOURLESS_TERMS:
        return Depth.NONE
    if _says_truecolor(environment, term):
        return Depth.TRUECOLOR
    return Depth.EIGHT_BIT if term.endswith("-256color") else Depth.ANSI


def _says_truecolor(environment: Environment, term: str) -> bool:
    # COLORTERM is inherited from outside GNU screen, which passes no more than 256 colours by default.
    if environment.get("STY"):
        return False
    said = environment.get("COLORTERM").lower() in {"truecolor", "24bit"}
    return said or term.endswith("-direct") or term in _TRUECOLOR_TERMS


def _unicode(environment: Environment) -> bool:
    if environment.encoding.lower().replace("_", "-") not in {"utf-8", "utf8", "utf-8-sig"}:
        return False
    # POSIX: the first of these that is set and not empty decides.
    locale = next((environment.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    return not locale or environment.platform == "win32" or "utf8" in locale.lower().replace("-", "")


def _hyperlinks(environment: Environment, multiplexer: Multiplexer) -> bool:
    program = environment.get("TERM_PROGRAM")
    if multiplexer is Multiplexer.SCREEN:
        return False
    if multiplexer is Multiplexer.TMUX:
        return program == "tmux" and _version(environment.get("TERM_PROGRAM_VERSION")) >= _TMUX_WITH_HYPERLINKS
    if program in _HYPERLINK_PROGRAMS or environment.get("TERM") in _HYPERLINK_TERMS or environment.get("WT_SESSION"):
        return True
    return _version(environment.get("VTE_VERSION"))[:1] >= (_VTE_WITH_HYPERLINKS,)


def _version(text: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for part in text.split(".")[:3]:
        # "3.4a" and "next-3.5" both occur.
        digits = "".join(character for character in part if character in "0123456789")[:9]
        if not digits:
            break
        numbers.append(int(digits))
    return tuple(numbers)


def _graphical(environment: Environment) -> bool:
    if environment.platform in {"win32", "darwin"}:
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))
