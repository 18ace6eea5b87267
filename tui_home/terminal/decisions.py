"""What a terminal's variables say it can do, each with the reason."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from tui_home.model.look import Depth
from tui_home.model.named import NamedTuple
from tui_home.terminal.environment import Environment
from tui_home.terminal.terms import (
    depth_named,
    follows_links,
    has_dim,
    has_few_glyphs,
    is_vte,
    speaks,
    takes_osc,
    takes_utf8,
    without_osc52,
)
from tui_home.text.safe import printable

T = TypeVar("T")

# After https://github.com/Alhadis/OSC8-Adoption; a terminal that is not here gets plain text.
_LINKING_PROGRAMS = frozenset(
    {"iTerm.app", "WezTerm", "ghostty", "vscode", "Hyper", "Tabby", "rio", "mintty", "contour", "zed"}
)
_LINKING_VARIABLES = (
    "WT_SESSION",
    "KITTY_WINDOW_ID",
    "GHOSTTY_RESOURCES_DIR",
    "WEZTERM_PANE",
    "DOMTERM",
    "TERMINOLOGY",
)
_VTE_WITH_LINKS = 5001
_TMUX_WITH_LINKS = (3, 4)
_LONGEST_SHOWN = 40
_FORCED = {"1": Depth.ANSI, "2": Depth.EIGHT_BIT, "3": Depth.TRUECOLOR}


class Multiplexer(StrEnum):
    """What stands between this program and the terminal."""

    NONE = ""
    TMUX = "tmux"
    SCREEN = "screen"


Decided = tuple[T, str]
"""A value, and why."""


class Decisions(NamedTuple):
    """What is known before the terminal itself has been asked; named as the fields of Capabilities."""

    depth: Decided[Depth]
    unicode: Decided[bool]
    hyperlinks: Decided[bool]
    remote: Decided[bool]
    osc: Decided[bool]
    osc52: Decided[bool]
    graphical: Decided[bool]
    multiplexer: Decided[Multiplexer]
    interactive: Decided[bool]
    dim: Decided[bool]
    few_glyphs: Decided[bool]


def decided(environment: Environment) -> Decisions:
    """Decide everything that `environment` tells of."""
    term = environment.get("TERM")
    speaking = _speaking(environment, term)
    multiplexer = _multiplexer(environment, term)
    remote = _remote(environment)
    osc = _osc(term) if speaking[0] else speaking
    return Decisions(
        depth=_depth(environment, term, multiplexer[0]),
        unicode=_unicode(environment, term),
        hyperlinks=_hyperlinks(environment, term, multiplexer[0]) if speaking[0] else speaking,
        remote=remote,
        osc=osc,
        osc52=_osc52(environment, term, multiplexer[0]) if osc[0] else osc,
        graphical=(False, "the visitor sits at another machine") if remote[0] else _graphical(environment),
        multiplexer=multiplexer,
        interactive=speaking,
        dim=(has_dim(term) or not term, _term_is(term)),
        few_glyphs=(speaking[0] and has_few_glyphs(term), _term_is(term)),
    )


def is_interactive(environment: Environment) -> bool:
    """Tell whether there is a terminal that takes control sequences."""
    return _speaking(environment, environment.get("TERM"))[0]


def _speaking(environment: Environment, term: str) -> Decided[bool]:
    """Decide whether there is a terminal that takes control sequences."""
    if not environment.stdout_tty:
        return False, "standard output is no terminal"
    if environment.platform == "win32" and not term:
        return True, "a Windows console"
    return speaks(term), _term_is(term)


def _multiplexer(environment: Environment, term: str) -> Decided[Multiplexer]:
    if term.startswith("tmux"):
        return Multiplexer.TMUX, _term_is(term)
    # One started inside the other inherits its variable; what is careful in GNU screen does no harm in tmux.
    if environment.get("STY"):
        return Multiplexer.SCREEN, "STY is set"
    if environment.get("TMUX"):
        return Multiplexer.TMUX, "TMUX is set"
    # Without TMUX or STY (logged in from inside one), TERM=screen may be either; the careful one is assumed.
    if term.startswith("screen"):
        return Multiplexer.SCREEN, _term_is(term)
    return Multiplexer.NONE, "neither TMUX nor STY is set"


def _depth(environment: Environment, term: str, multiplexer: Multiplexer) -> Decided[Depth]:
    # https://no-color.org: present and not empty, whatever its value.
    if environment.get("NO_COLOR"):
        return Depth.NONE, "NO_COLOR is set"
    depth, why = _depth_of_terminal(environment, term, multiplexer)
    forced = forcing(environment)
    if forced:
        least = _FORCED.get(environment.get("FORCE_COLOR"), Depth.EIGHT)
        return (least, f"{forced} is set") if least > depth else (depth, why)
    for name in ("FORCE_COLOR", "CLICOLOR"):
        if environment.get(name) == "0":
            return Depth.NONE, f"{name} is 0"
    return depth, why


def _depth_of_terminal(environment: Environment, term: str, multiplexer: Multiplexer) -> Decided[Depth]:
    if environment.platform == "win32" and not term:
        return Depth.TRUECOLOR, "a Windows console"
    depth = depth_named(term)
    if multiplexer is Multiplexer.SCREEN:
        # COLORTERM is inherited from outside GNU screen, which passes no more than 256 colours by default.
        return min(depth, Depth.EIGHT_BIT), _term_is(term)
    if depth is Depth.NONE or not takes_osc(term):
        # Likewise by what runs in a terminal, such as Emacs; these know no more than their names say.
        return depth, _term_is(term)
    if environment.get("COLORTERM").lower() in {"truecolor", "24bit"}:
        return Depth.TRUECOLOR, f"COLORTERM is {environment.get('COLORTERM')}"
    if multiplexer is Multiplexer.NONE and environment.get("WT_SESSION"):
        return Depth.TRUECOLOR, "WT_SESSION is set"
    # Named screen, tmux still has the bright colours, and gives the terminal round it what that has.
    return max(depth, Depth.ANSI) if multiplexer is Multiplexer.TMUX else depth, _term_is(term)


def forcing(environment: Environment) -> str:
    """Return the variable that asks for colours wherever it may be; empty for none."""
    names = ("CLICOLOR_FORCE", "FORCE_COLOR")
    return next((name for name in names if environment.get(name) not in {"", "0", "false"}), "")


def _unicode(environment: Environment, term: str) -> Decided[bool]:
    if environment.encoding.lower().replace("_", "-") not in {"utf-8", "utf8", "utf-8-sig"}:
        return False, f"text is written in {_shown(environment.encoding)}"
    if environment.platform == "win32":
        return True, "text is written in UTF-8"
    if environment.stdout_tty and not takes_utf8(term):
        return False, _term_is(term)
    # POSIX: the first of these that is set and not empty decides.
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        locale = environment.get(name)
        if locale:
            return "utf8" in locale.lower().replace("-", ""), f"{name} is {_shown(locale)}"
    return True, "text is written in UTF-8, and no locale is set"


def _hyperlinks(environment: Environment, term: str, multiplexer: Multiplexer) -> Decided[bool]:
    if multiplexer is not Multiplexer.NONE:
        return _passed_on(environment, multiplexer)
    if term and not takes_osc(term):
        return False, _term_is(term)
    if environment.get("TERM_PROGRAM") in _LINKING_PROGRAMS:
        return True, f"TERM_PROGRAM is {environment.get('TERM_PROGRAM')}"
    if follows_links(term):
        return True, _term_is(term)
    variable = next((name for name in _LINKING_VARIABLES if environment.get(name)), "")
    if not variable and _version(environment.get("VTE_VERSION"))[:1] >= (_VTE_WITH_LINKS,):
        variable = "VTE_VERSION"
    return bool(variable), f"{variable} is set" if variable else "this terminal is not known to follow them"


def _passed_on(environment: Environment, multiplexer: Multiplexer) -> Decided[bool]:
    if multiplexer is Multiplexer.SCREEN:
        return False, "GNU screen passes none on"
    if environment.get("TERM_PROGRAM") != "tmux":
        return False, "tmux does not say which version it is"
    version = environment.get("TERM_PROGRAM_VERSION")
    passes = _version(version) >= _TMUX_WITH_LINKS
    return passes, f"tmux passes them on since 3.4, and this is {_shown(version)}"


def _remote(environment: Environment) -> Decided[bool]:
    for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"):
        if environment.get(name):
            return True, f"{name} is set"
    return False, "no variable of SSH is set"


def _osc(term: str) -> Decided[bool]:
    if not term or takes_osc(term):
        return True, "terminals of this name at least pass over it"
    return False, f"{_term_is(term)}, which would print it"


def _osc52(environment: Environment, term: str, multiplexer: Multiplexer) -> Decided[bool]:
    if multiplexer is Multiplexer.NONE and without_osc52(environment.get("TERM_PROGRAM")):
        return False, "Apple's Terminal has none"
    # Inherited by an xterm that is started from one, too; that calls itself by its name when asked.
    if multiplexer is Multiplexer.NONE and environment.get("VTE_VERSION") and is_vte(term):
        return False, "terminals made with VTE have none"
    return True, "whether it is heeded is never told"


def _graphical(environment: Environment) -> Decided[bool]:
    if environment.platform in {"win32", "darwin"}:
        return True, "this system always has one"
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        if environment.get(name):
            return True, f"{name} is set"
    return False, "neither DISPLAY nor WAYLAND_DISPLAY is set"


def _term_is(term: str) -> str:
    return f"TERM is {_shown(term)}" if term else "TERM is not set"


def _shown(value: str) -> str:
    value = printable(value[: _LONGEST_SHOWN + 1])
    return value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + "…"


def _version(text: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for part in text.split(".")[:3]:
        # "3.4a" and "next-3.5" both occur.
        digits = "".join(character for character in part if character in "0123456789")[:9]
        if not digits:
            break
        numbers.append(int(digits))
    return tuple(numbers)
