"""Polite visits. Each ends by itself, or raises what was not as it should be."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tests.doors.ssh.terminal import LEFT, Terminal
from tests.emulator import PATIENCE
from tests.soak.caller import Caller, RefusedError
from tui_home.doors.ssh.service import LATER

if TYPE_CHECKING:
    import asyncssh

_EMAIL = "wz341@cam.ac.uk"
_OWNER = "Wanru Zhao"
_SECTIONS = {"About": b"1", "News": b"2", "Papers": b"3", "Contact": b"4"}
_SIZES = ((80, 24), (100, 30), (60, 20), (132, 43), (40, 15), (200, 60))
_TERMS = ("xterm-256color", "tmux-256color", "xterm", "xterm-kitty")
_COLOURS: tuple[dict[str, str], ...] = ({}, {"COLORTERM": "truecolor"}, {"NO_COLOR": "1"}, {"LANG": "de_DE.UTF-8"})
_WORDS = {
    "papers": "Papers",
    "bib": "@",
    "contact --format json": _EMAIL,
    "show all": _EMAIL,
    "help": "papers",
    "news --width 60": "Vienna",
    "list": "wanru@",
}


class _Screen:
    """One visitor before a full screen."""

    def __init__(self, caller: Caller, channel: asyncssh.SSHClientChannel[bytes], terminal: Terminal) -> None:
        self._chance, self._channel, self._terminal = caller.chance, channel, terminal
        self._section = "About"
        self.copied = False

    async def move(self) -> None:
        """Go to another section, whose name the window's title tells, and look further down."""
        self._section = self._chance.choice([each for each in _SECTIONS if each != self._section])
        self._channel.write(_SECTIONS[self._section])
        await self._terminal.until(f": {self._section}\x1b\\".encode())
        self._channel.write(b"jjdGg")

    async def resize(self) -> None:
        """Make the window larger or smaller, and wait for its last line."""
        columns, rows = self._chance.choice(_SIZES)
        self._channel.change_terminal_size(columns, rows)
        # The same size as before changes nothing: what a key does is seen in any case.
        self._channel.write(b"?")
        await self._terminal.until(b"\x1b[%d;" % rows, b"Moving")
        self._channel.write(b"?")

    async def find(self) -> None:
        """Find a word that is in every section, keep it, and end it."""
        self._channel.write(b"/")
        await self._terminal.until(b"Find in")
        self._channel.write(b"a\r")
        await self._terminal.until("“a”: 1 of".encode())
        # An esc before another key would be taken for alt.
        self._channel.write(b"\x7f")

    async def copy(self) -> None:
        """Copy the address."""
        self._channel.write(b"e")
        await self._terminal.until(b"]52;c;")
        self.copied = True

    async def choose(self) -> None:
        """Find a homepage in the Directory, go in, and come back."""
        self._channel.write(b"/anoth")
        await self._terminal.until(b": 1 of ")
        self._channel.write(b"\r")
        await self._terminal.until(b": About\x1b\\")
        self._channel.write(b"\x1b")
        await self._terminal.until(b": Homepages\x1b\\")

    async def leave(self) -> None:
        """Leave, and see that the terminal is given back, with the receipt on it."""
        self._channel.write(b"q")
        written = await self._terminal.end()
        _demand(LEFT in written, "the terminal was not given back", written)
        receipt = written.rpartition(LEFT)[2].decode()
        _demand(_OWNER in receipt and _EMAIL in receipt, "no receipt", written)
        _demand(("Asked to copy" in receipt) is self.copied, "another receipt than was due", written)
        _demand(self._channel.get_exit_status() == 0, f"exit status {self._channel.get_exit_status()}", written)


async def _screen(caller: Caller) -> None:
    async with _before_screen(caller, caller.name) as screen:
        for act in caller.chance.choices((screen.move, screen.resize, screen.find, screen.copy), (4, 2, 2, 2), k=4):
            await act()
        await screen.leave()


async def _directory(caller: Caller) -> None:
    async with _before_screen(caller, "somebody") as screen:
        await screen.choose()
        await screen.leave()


@asynccontextmanager
async def _before_screen(caller: Caller, user: str) -> AsyncIterator[_Screen]:
    terminal, chance = Terminal(), caller.chance
    environment: Mapping[str, str] = chance.choice(_COLOURS)
    async with caller.connected(user) as connection:
        channel, _ = await connection.create_session(
            lambda: terminal,
            term_type=chance.choice(_TERMS),
            term_size=chance.choice(_SIZES),
            env=[*environment.items()],
            encoding=None,
        )
        try:
            await terminal.until(b"leave")
        except AssertionError as error:
            if terminal.ended.is_set():
                _heed_refusal(channel.get_exit_status(), error)
            raise
        yield _Screen(caller, channel, terminal)


async def _words(caller: Caller) -> None:
    command = caller.chance.choice(list(_WORDS))
    async with caller.connected(caller.name) as connection:
        told = await connection.run(command, encoding="utf-8")
    _heed_refusal(told.exit_status, told.stderr)
    _demand(told.exit_status == 0 and _WORDS[command] in str(told.stdout), f"no answer to {command}", told.stdout)


async def _lines(caller: Caller) -> None:
    async with caller.connected(caller.name) as connection:
        told = await connection.run("read", input="go papers\nwhere\nquit\n", encoding="utf-8")
    _heed_refusal(told.exit_status, told.stderr)
    _demand(told.exit_status == 0 and "Papers" in str(told.stdout), "not read in lines", told.stdout)


async def act(caller: Caller) -> None:
    """Do something, and leave: from then on there are apps that were made for whoever acts next."""
    async with _before_screen(caller, caller.name) as screen:
        await screen.move()
        await screen.leave()


async def all_read(caller: Caller, homepages: int) -> None:
    """Wait until so many homepages have been read: until then the list has names in place of their owners."""
    async with caller.connected("somebody") as connection, asyncio.timeout(PATIENCE):
        while str((await connection.run("list", encoding="utf-8")).stdout).count(_OWNER) < homepages:  # noqa: ASYNC110
            await asyncio.sleep(0.2)


def _heed_refusal(status: int | None, told: object) -> None:
    if status == LATER:
        message = f"asked to come later: {told}"
        raise RefusedError(message)


def _demand(holds: bool, otherwise: str, written: object) -> None:
    if not holds:
        message = f"{otherwise}: {str(written)[-600:]}"
        raise AssertionError(message)


POLITE: Mapping[str, tuple[int, Callable[[Caller], Awaitable[None]]]] = {
    "full screen": (5, _screen),
    "Directory": (1, _directory),
    "words": (2, _words),
    "lines": (2, _lines),
}
"""What polite visitors do, and how many of ten do it."""
