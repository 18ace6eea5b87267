"""What the names of terminals (``TERM``) say of them: after ncurses' terminfo, and what is known beyond it."""

from __future__ import annotations

from tui_home.model.look import Depth

LONGEST_TERM = 64
"""Characters of a name that are looked at."""

# None of them takes ECMA-48's control sequences: text is all that can be sent there.
_SPEECHLESS = frozenset(
    {"", "dumb", "unknown", "network", "glasstty", "lpr", "printer", "switch", "dialup", "emacs", "9term", "acme",
     "vt52", "adm3a", "hp", "hpterm", "wy30", "wy50", "wy60", "wyse30", "wyse50", "wyse60",
     "tvi912", "tvi925", "tvi950"}
)  # fmt: skip
# The kernels' consoles, Emacs' term and what follows the first standards print parts of an OSC that they do not know.
_CONSOLES = frozenset(
    {"linux", "cygwin", "ansi", "pcansi", "eterm", "hurd", "mach", "cons25", "wsvt25", "minix", "sun", "bterm",
     "fbterm", "jfbterm", "xnuppc"}
)  # fmt: skip
# Made before UTF-8, or without it: each of its bytes would be shown as a character of its own.
_WITHOUT_UTF8 = frozenset({"ansi", "pcansi", "cons25", "wsvt25", "minix", "mach", "sun"})
_FEW_GLYPHS = frozenset({"linux", "hurd", "cygwin"})
_COLOURLESS = frozenset({"sun", "mach"})
_TRUECOLOR = frozenset(
    {"alacritty", "contour", "foot", "ghostty", "iterm2", "kitty", "mintty", "ms", "rio", "vscode", "wezterm"}
)
_EIGHT_BIT = frozenset({"domterm", "iterm", "iterm.app", "mlterm", "nsterm", "terminator", "terminology"})
# ncurses gives some of them eight: every terminal of these names has had the bright ones, too, for twenty years.
_SIXTEEN = frozenset(
    {"xterm", "tmux", "putty", "konsole", "gnome", "vte", "st", "stterm", "aixterm", "kitty", "rio", "xfce"}
)
# After https://github.com/Alhadis/OSC8-Adoption and the terminals' own manuals.
_LINKING = _TRUECOLOR | {"domterm", "terminology"}
# They have no faint text, or show it as a grey of theirs that is hard to read (linux).
_WITHOUT_DIM = frozenset(
    {"linux", "cygwin", "ansi", "pcansi", "eterm", "cons25", "wsvt25", "minix", "rxvt", "kterm", "teraterm", "putty"}
)
# https://gitlab.gnome.org/GNOME/vte/-/issues/2495; the others only where their settings allow it, which none tells.
_VTE = frozenset({"xterm", "vte", "gnome", "xfce"})
_PROGRAMS_WITHOUT_OSC52 = ("Apple_Terminal", "VTE(")
_MONOCHROME = ("-mono", "-m", "-monochrome", "-nocolor")
_DIRECT = ("direct", "truecolor", "24bit")


def depth_named(term: str) -> Depth:
    """Return how many colours a terminal called `term` has; a modest number for names that nobody knows."""
    term, family = _named(term)
    colourless = family in _SPEECHLESS or (family in _COLOURLESS and "color" not in term) or _is_vt(family)
    if colourless or term.endswith(_MONOCHROME):
        return Depth.NONE
    if any(word in term for word in _DIRECT) or family in _TRUECOLOR:
        return Depth.TRUECOLOR
    if "256color" in term or family in _EIGHT_BIT:
        return Depth.EIGHT_BIT
    # Of 88 colours (rxvt-unicode) only the first sixteen are where they are among 256.
    if family in _SIXTEEN or term.endswith(("-16color", "-88color")) or term.startswith("rxvt-unicode"):
        return Depth.ANSI
    return Depth.EIGHT


def speaks(term: str) -> bool:
    """Return whether a terminal called `term` takes ECMA-48's control sequences at all."""
    return _named(term)[1] not in _SPEECHLESS


def takes_osc(term: str) -> bool:
    """Return whether an OSC does no harm in a terminal called `term`: it understands it, or passes over it."""
    term, family = _named(term)
    return not (family in _SPEECHLESS | _CONSOLES or _is_vt(family) or term.endswith(_MONOCHROME))


def is_vte(term: str) -> bool:
    """Return whether terminals made with GNOME's VTE call themselves `term`."""
    return _named(term)[1] in _VTE


def without_osc52(program: str) -> bool:
    """Return whether a terminal that calls itself `program` (``TERM_PROGRAM``, XTVERSION) is known to lack OSC 52."""
    return program.startswith(_PROGRAMS_WITHOUT_OSC52)


def follows_links(term: str) -> bool:
    """Return whether a terminal called `term` is known to understand OSC 8."""
    return _named(term)[1] in _LINKING


def has_dim(term: str) -> bool:
    """Return whether a terminal called `term` has faint text (SGR 2) that can be read."""
    family = _named(term)[1]
    return not (family in _SPEECHLESS | _WITHOUT_DIM or _is_vt(family))


def takes_utf8(term: str) -> bool:
    """Return whether a terminal called `term` can be one that shows UTF-8."""
    family = _named(term)[1]
    return not (family in _WITHOUT_UTF8 or _is_vt(family))


def has_few_glyphs(term: str) -> bool:
    """Return whether a terminal called `term` has a font of a few hundred glyphs, as the Linux console."""
    return _named(term)[1] in _FEW_GLYPHS


def _named(term: str) -> tuple[str, str]:
    """Return the name in lower case, and its first part; a terminal's own after what it resembles counts first."""
    term = term[:LONGEST_TERM].lower()
    # xterm-kitty and xterm-ghostty say first what they resemble, screen.xterm-256color what it runs in.
    family, _, rest = term.partition("-")
    second = rest.partition("-")[0]
    if family == "xterm" and second in _TRUECOLOR:
        return term, second
    return term, family if family in _EIGHT_BIT else family.partition(".")[0]


def _is_vt(family: str) -> bool:
    return family.startswith("vt") and family[2:3].isdigit()
