"""What the same words were answered with before, in the same terminal: said again without reading or drawing anything.

Only what depends on the words, the terminal, this program and the site's folder alone is kept.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui_home.doors.places import cache_folder, preferences_file
from tui_home.model.named import NamedTuple
from tui_home.sources.answers import Answers, Heard
from tui_home.terminal.environment import is_terminal, open_terminal
from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tui_home.sources.tree import Tree
    from tui_home.terminal.environment import Environment

VALUES = (
    *("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "LC_ALL", "LC_CTYPE", "LANG"),
    *("TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "COLUMNS", "LINES", "TUI_HOME_SITE"),
    "UNICODE_VERSION",  # by which Rich measures text
)
"""The variables whose values decide what is written."""
FLAGS = (
    *("TMUX", "STY", "WT_SESSION", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "DISPLAY", "WAYLAND_DISPLAY"),
    *("WSL_DISTRO_NAME", "KITTY_WINDOW_ID", "GHOSTTY_RESOURCES_DIR", "WEZTERM_PANE", "DOMTERM", "TERMINOLOGY"),
    *("KONSOLE_VERSION",),
)
"""Those of which only matters whether they say anything."""
_TEXTUAL = "TEXTUAL"
_SITE = "--site"
_REFRESH = "--refresh"
_TEXT, _SCREEN = "text", "screen"
_HARMLESS = pattern(r"(?:[^\x00-\x1f\x7f-\x9f]++|[\n\t]|\x1b\[[0-9;]*[Hm]|\x1b\]8;[^\x00-\x1f\x7f-\x9f]*\x1b\\)*+")
"""Text, colours, links and places: whoever put something else into the cache does nothing to a terminal with it."""


class Recalled(NamedTuple):
    """What is said again."""

    text: str = ""
    """To be written to standard output; empty for nothing."""
    screen: str = ""
    """The first screen, to be shown until there is an app; empty for none."""


class Memory:
    """Of one start of the program.

    Args:
        answers: Where it is kept; None for nowhere.
        request: Everything that was asked, and by whom.
    """

    def __init__(self, answers: Answers | None, request: str) -> None:
        self._answers = answers
        self._request = request
        self._size = _size()
        self._folder: Path | None = None
        self._heard: Heard | None = None
        self._answer = ""
        self._asked: Tree | None = None
        """The site's folder, when it has been asked whether it has changed."""

    @classmethod
    def of(cls, arguments: Sequence[str], environment: Environment) -> Memory:
        """Return what is remembered of these words in this terminal."""
        folder = cache_folder()
        # A copy from git is fetched again: that has to be done, whatever was there before.
        if folder is None or any(word.startswith(_REFRESH) for word in arguments):
            return cls(None, "")
        return cls(Answers(folder / "answers"), repr(_facts(arguments, environment)))

    def recall(self) -> Recalled:
        """Return what was answered, if that still holds."""
        found = self._answers.find(self._request) if self._answers else None
        if found is None:
            return Recalled()
        answer, self._asked = found
        kind, _, answer = answer.partition("\n")
        if not _HARMLESS.fullmatch(answer):
            return Recalled()
        return Recalled(text=answer if kind == _TEXT else "", screen=answer if kind == _SCREEN else "")

    # What is answered now

    @property
    def is_complete(self) -> bool:
        """Whether all is known that the answer depends on."""
        return self._heard is not None

    def opened(self, folder: Path) -> Tree | None:
        """Heed which folder the homepage is in; return it as one that has been asked, if it has been."""
        self._folder = folder
        return self._asked if self._asked and str(self._asked.root) == os.path.realpath(folder) else None

    def heard(self, tree: Tree) -> None:
        """Heed what it was read from."""
        if self._folder is not None and self._answers:
            self._heard = Heard.of(self._folder, tree)
            self._write()

    def keep_text(self, text: str) -> None:
        """Keep what was written."""
        self._keep(_TEXT, text)

    def keep_screen(self, frame: str) -> None:
        """Keep what a visitor sees first, unless the screen has another size by now."""
        if _size() == self._size:
            self._keep(_SCREEN, frame)

    def forget(self) -> None:
        """Keep nothing for the next time."""
        if self._answers:
            self._answers.forget(self._request)

    def _keep(self, kind: str, answer: str) -> None:
        if answer and _HARMLESS.fullmatch(answer):
            self._answer = f"{kind}\n{answer}"
            self._write()

    def _write(self) -> None:
        """Keep it as soon as it is known what it depends on: a large site is read on beside the full screen."""
        if self._answers and self._heard and self._answer:
            self._answers.keep(self._request, self._answer, self._heard)


def _facts(arguments: Sequence[str], environment: Environment) -> tuple[object, ...]:
    """Return all that decides an answer, but for the program and the site."""
    values = tuple(environment.get(name) for name in VALUES)
    flags = tuple(bool(environment.get(name)) for name in FLAGS)
    textual = sorted(item for item in environment.variables.items() if item[0].startswith(_TEXTUAL))
    full_screen = environment.stdin_tty and environment.stdout_tty
    return (
        *(tuple(arguments), __file__, _here(arguments, environment), values, flags, textual),
        *(environment.encoding, environment.stdin_tty, environment.stdout_tty, environment.columns),
        _has_keyboard_elsewhere(environment),
        *((_size(), _theme(), is_terminal(sys.__stderr__)) if full_screen else ()),
    )


def _has_keyboard_elsewhere(environment: Environment) -> bool:
    """Tell whether keys would be read although standard input is something else (see local.has_keyboard)."""
    terminal = open_terminal() if environment.stdout_tty and not environment.stdin_tty else None
    if terminal is None:
        return False
    os.close(terminal)
    return True


def _here(arguments: Sequence[str], environment: Environment) -> str:
    """Return where this was started, if that decides which site is meant."""
    named = [environment.get("TUI_HOME_SITE")]
    for word, following in zip(arguments, (*arguments[1:], ""), strict=False):
        if word.startswith(_SITE):
            named.append(word.partition("=")[2] or following)
    try:
        return os.getcwd() if any(name and not os.path.isabs(name) for name in named) else ""  # noqa: PTH109, PTH117
    except OSError:
        return ""  # it has been removed


def _size() -> tuple[int, int] | None:
    try:
        return tuple(os.get_terminal_size(sys.__stdout__.fileno()))  # type: ignore[union-attr, return-value]
    except (AttributeError, OSError, ValueError):
        return None


def _theme() -> str:
    from tui_home.terminal.preferences import Preferences  # noqa: PLC0415 - what is printed has none

    return Preferences(preferences_file()).theme
