"""The command line: choose a door."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING

from tui_home import __version__
from tui_home.doors.choice import site_folder
from tui_home.doors.options import READ, Options
from tui_home.doors.places import cache_folder
from tui_home.sources import open_sites
from tui_home.terminal.capabilities import capabilities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui_home.doors.first_screen import FirstScreen
    from tui_home.doors.recalled import Memory
    from tui_home.model.site import Site
    from tui_home.terminal.environment import Environment


def run(words: Sequence[str], environment: Environment, memory: Memory, first: FirstScreen) -> int:
    """Do what `words` ask for; return the exit code.

    Args:
        words: All that was written after the program's name.
        environment: The terminal's.
        memory: Keeps what is answered.
        first: What is shown before the full screen's app.

    Raises:
        UsageError: They make no sense.
        NoSiteError: There is no site there.
    """
    options = Options()
    if words:
        from tui_home.doors.parsing import HELP, parsed  # noqa: PLC0415 - nothing is said to the full screen, mostly

        options = parsed(words)
        if options.help or options.version:
            from tui_home.doors.pipe import write  # noqa: PLC0415 - likewise

            write(sys.stdout, HELP if options.help else f"tui-home {__version__}\n")
            return 0
    return _Command(options, environment, memory).run(first)


class _Command:
    """One command: its options, the terminal it is given in, and what keeps the answer."""

    def __init__(self, options: Options, environment: Environment, memory: Memory) -> None:
        self._options = options
        self._environment = environment
        self._memory = memory

    def run(self, first: FirstScreen) -> int:
        """Do it; return the exit code."""
        options, environment = self._options, self._environment
        if options.words and not options.linear:
            return self._asked()
        if options.linear or _has_lines_alone(environment):
            return self._read(options.words[1:] if options.words[:1] == (READ,) else options.words)
        return self._homepage(first)

    def _asked(self) -> int:
        from tui_home.doors.asked import does_elsewhere  # noqa: PLC0415 - no part of the full screen

        words = self._options.words
        if words[0].lower() == READ:
            return self._read(words[1:])
        done = does_elsewhere(words, self._chosen, self._environment)
        return self._print(words) if done is None else done

    def _print(self, words: Sequence[str]) -> int:
        from tui_home.doors.asked import answer  # noqa: PLC0415 - as above

        return answer(words, lambda: _last(self._open()), self._environment, self._memory)

    def _read(self, words: Sequence[str]) -> int:
        from tui_home.doors.linear import read  # noqa: PLC0415 - few read in lines

        return read(words, self._open, self._environment, self._options.section)

    def _homepage(self, first: FirstScreen) -> int:
        environment, section = self._environment, self._options.section
        if capabilities(environment).interactive:
            from tui_home.doors.local import has_keyboard, visit  # noqa: PLC0415 - the full screen only

            if has_keyboard(environment):
                sites = self._open(soon=not section)
                site = next(sites)
                begin = _begun_with(site, section) if section else ""
                # From here on standard input is the terminal, which can be asked; a first screen would take it sooner.
                shown = first if environment.stdin_tty else None
                return visit(chain((site,), sites), environment._replace(stdin_tty=True), begin, shown)
        first.give_back()
        return self._print(["show", section] if section else ["show"])

    @property
    def _chosen(self) -> str:
        """The site that the command line or the environment names; empty for none."""
        return self._options.site or self._environment.get("TUI_HOME_SITE")

    def _open(self, *, soon: bool = False) -> Iterator[Site]:
        """Return the readings of the homepage that was asked for, of which the first has been made.

        Args:
            soon: Whether About alone is to come first, however little else there is.
        """
        options, cache = self._options, cache_folder()
        copies = cache and cache / "git"
        folder = site_folder(self._chosen, self._environment, copies, options.refresh)
        # The next time, a copy from git may be another one.
        fetched = copies is not None and folder.is_relative_to(copies)
        asked = None if fetched else self._memory.opened(folder)
        keep, heard = cache and cache / "sites", self._memory.heard
        sites = open_sites(folder, keep, options.lang, heard=heard, asked=asked, soon=soon)
        first = next(sites)
        if options.lang:
            _check_language(first, options.lang)
        return chain((first,), sites)


def _has_lines_alone(environment: Environment) -> bool:
    """Return whether somebody sits at a terminal that cannot show a screen: in Emacs's shell, say."""
    return environment.stdin_tty and environment.stdout_tty and not capabilities(environment).interactive


def _begun_with(site: Site, section: str) -> str:
    from tui_home.verbs.show import begun_with  # noqa: PLC0415 - most begin with the first

    found = begun_with(site, section)
    return section.lower() if found is None else found


def _check_language(site: Site, asked: str) -> None:
    from tui_home.text.languages import known_as  # noqa: PLC0415 - seldom asked for
    from tui_home.verbs.outcome import UsageError  # noqa: PLC0415 - likewise

    known = site.languages or tuple(filter(None, (site.language,)))
    if not known_as(asked, known):
        there = f"there is: {', '.join(known)}" if known else "this site has only one"
        raise UsageError(f"no language “{asked}” here; {there}")


def _last(sites: Iterator[Site]) -> Site:
    *_, site = sites
    return site
