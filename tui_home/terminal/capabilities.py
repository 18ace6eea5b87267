"""What one visitor's terminal can do, from what it says about itself."""

from __future__ import annotations

from tui_home.model.look import Depth, Look, Palette
from tui_home.model.named import NamedTuple
from tui_home.terminal.decisions import Decisions, Multiplexer, decided, forcing
from tui_home.terminal.environment import Environment

__all__ = ["Capabilities", "Finding", "Multiplexer", "capabilities", "colour_is_forced", "findings", "in_words"]


class Capabilities(NamedTuple):
    """What one visitor's terminal can do; the default is a modest local terminal."""

    depth: Depth = Depth.ANSI
    unicode: bool = True
    hyperlinks: bool = False
    """Whether OSC 8 is understood."""
    remote: bool = False
    """Whether the visitor sits at another machine than the one this runs on."""
    osc: bool = True
    """Whether an OSC that it does not know does no harm: a few print it."""
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
    dim: bool = True
    """Whether it has faint text that can be read."""
    few_glyphs: bool = False
    """Whether its font has only a few hundred characters, as on the kernel's console."""

    def look(self, palette: Palette, *, interactive: bool = True) -> Look:
        """Return how text in `palette` is drawn here; not `interactive` when it is only printed."""
        return Look(
            palette,
            self.depth,
            self.unicode,
            few_glyphs=self.few_glyphs,
            hyperlinks=self.hyperlinks,
            interactive=interactive,
            dim=self.dim and (self._mutes(palette) or self._faint_is_legible()),
        )

    def _mutes(self, palette: Palette) -> bool:
        """Say whether meta text has a colour, so that nothing that is read is faint."""
        return bool(palette.muted) and self.depth > Depth.ANSI

    def _faint_is_legible(self) -> bool:
        """Say whether half of the terminal's foreground can be read on its background, as far as they are known."""
        if not (self.foreground and self.background):
            return True
        from tui_home.text.colour import READABLE, contrast, faint  # noqa: PLC0415 - most commands draw nothing

        return contrast(faint(self.foreground, self.background), self.background) >= READABLE


class Finding(NamedTuple):
    """One thing that was found out about a terminal, and why it is taken to be so."""

    name: str
    """The field of Capabilities that it decides."""
    value: str
    """What was found, in words: "256 colours", "yes"."""
    why: str
    """A clause that follows the value: "TERM is xterm-256color"; safe to print."""


def capabilities(environment: Environment, made: Decisions | None = None) -> Capabilities:
    """Return what the terminal that `environment` describes can do; what was `made` of it may be handed in."""
    made = made or decided(environment)
    return Capabilities(
        depth=made.depth[0],
        unicode=made.unicode[0],
        hyperlinks=made.hyperlinks[0],
        remote=made.remote[0],
        osc=made.osc[0],
        osc52=made.osc52[0],
        graphical=made.graphical[0],
        multiplexer=made.multiplexer[0],
        interactive=made.interactive[0],
        dim=made.dim[0],
        few_glyphs=made.few_glyphs[0],
    )


def findings(environment: Environment) -> tuple[Finding, ...]:
    """Return what `capabilities` makes of `environment`, each with its reason; in the order of its fields."""
    made = decided(environment)
    return tuple(Finding(name, in_words(value), why) for name, (value, why) in zip(made._fields, made, strict=True))


def in_words(value: object) -> str:
    """Return a value of Capabilities as a Finding says it."""
    if isinstance(value, Depth):
        return "all colours" if value is Depth.TRUECOLOR else f"{int(value)} colours" if value else "no colours"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) or "none"


def colour_is_forced(environment: Environment) -> bool:
    """Return whether printed text is coloured even down a pipe (https://bixense.com/clicolors/, force-color.org)."""
    return not environment.get("NO_COLOR") and bool(forcing(environment))
