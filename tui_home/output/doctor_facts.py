"""What the doctor knows of one visitor's terminal when it reports."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.model.record import record
from tui_home.terminal.capabilities import Capabilities, Finding
from tui_home.terminal.environment import Environment
from tui_home.terminal.measuring import Measured

SHOWN_VARIABLES = (
    "TERM", "COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION", "VTE_VERSION", "LC_ALL", "LC_CTYPE", "LANG", "COLUMNS",
)  # fmt: skip
"""Variables that decide something; nothing private stands in them."""
TOLD_VARIABLES = (
    "TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME",
    "WT_SESSION",
)  # fmt: skip
"""Variables of which it is only told that they are set: paths, addresses and names stand in them."""


class Asked(NamedTuple):
    """What came of asking the terminal itself."""

    not_asked: str = ""
    """Why nobody was asked, a clause; empty when somebody was."""
    milliseconds: int | None = None
    """Until the last question was answered; None when it was not."""
    waited: float = 0.0
    """Seconds."""
    answers: tuple[str, ...] = ()
    """The control sequences that came, as they came, and nothing that was typed."""


class Machine(NamedTuple):
    """What this machine knows of the clipboard beside the terminal; over SSH nothing."""

    tmux_clipboard: str = ""
    """tmux's ``set-clipboard``: ``on``, ``external`` or ``off``; empty while unknown."""
    clipboard_program: bool = True
    """Whether there is a program that fills this machine's clipboard, as far as one is needed."""


@record
class Facts:
    """Everything that the report is made of."""

    environment: Environment
    capabilities: Capabilities
    findings: tuple[Finding, ...]
    asked: Asked
    widths: tuple[Measured, ...]
    versions: tuple[tuple[str, str], ...]
    machine: Machine
    ansi: bool
    """Whether the report may hold control sequences; where not, samples say what they would be."""

    @property
    def silent(self) -> bool:
        """Whether the terminal was asked and did not answer."""
        return not self.asked.not_asked and self.asked.milliseconds is None

    def why(self, name: str) -> str:
        """Return the reason for one field of Capabilities; empty for none."""
        return next((finding.why for finding in self.findings if finding.name == name), "")
