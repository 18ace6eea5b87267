"""What arrives from one visitor's terminal, as Textual's messages; no I/O, so that every driver of ours can use it.

With `driver`, this is where Textual's privates are used: its parser (``textual._xterm_parser``, 8.2).
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from textual import events
from textual._time import get_time
from textual._xterm_parser import XTermParser

from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.input import decoder
from tui_home.text.patterns import pattern
from tui_home.tui.messages import TerminalKnown

if TYPE_CHECKING:
    from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput


class _Parser(XTermParser):
    """Textual's parser without its cache, which would keep the parser, and by its last key the app, for ever."""

    _parse_extended_key = XTermParser._parse_extended_key.__wrapped__  # type: ignore[assignment]

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:  # noqa: FBT001, FBT002
        """Know kitty's form of a key even where TEXTUAL_DISABLE_KITTY_KEY is set: the Dialogue tells Esc in it."""
        keys = self._parse_extended_key(sequence)
        return super()._sequence_to_key_events(sequence, alt) if keys is None else [key.copy() for key in keys]

    def expire(self) -> None:
        """Let the next `tick` take for keys what still waits to become a sequence."""
        if self._timeout_time is not None:
            self._timeout_time = 0.0

    @property
    def wait(self) -> float | None:
        """Seconds after which `tick` has something to do; None for never."""
        return None if self._timeout_time is None else max(0.0, self._timeout_time - get_time())


_ITEM = pattern(r"\x1b\[200~.*?\x1b\[201~|\x1b\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|\x1bO.|\x1b[^\x1b\[O]|.", re.DOTALL)
"""A key, a click, a paste: the Dialogue lets only whole ones through."""


_MOVE = r"\x1b\[<(?:3[2-9]|[45][0-9]|6[0-3])(?:;[0-9]+){2}M"
_PASSED = pattern(f"(?:{_MOVE})+(?={_MOVE})")
"""Motions of the mouse (SGR reports with 32 added, xterm's ctlseqs) of which a later one says where it is now."""


def _first(text: str, most: int) -> str:
    """Return the first `most` keys, clicks and pastes of `text`, and of motions in a row the last."""
    if "\x1b[<" in text:
        text = _PASSED.sub("", text)
    if len(text) <= most:
        return text
    last = next(islice(_ITEM.finditer(text), most - 1, most), None) if most > 0 else None
    if last is None:
        return text if most > 0 else ""
    return text[: last.end()]


def _as_meant(message: Message) -> Message:
    """Return Enter for a line feed: what it was turned into before the terminal was taken (ICRNL, termios(3))."""
    is_line_feed = isinstance(message, events.Key) and message.key == "ctrl+j"
    return events.Key("enter", "\r") if is_line_feed else message


class KeyLine:
    """Bytes in; keys, clicks and the like out. The terminal's answers go to the Dialogue, which may ask on.

    Args:
        dialogue: The visitor's.
        write: Sends escape codes to the terminal.
    """

    def __init__(self, dialogue: Dialogue, write: Callable[[str], None]) -> None:
        self._dialogue = dialogue
        self._write = write
        self._decode = decoder().decode
        self._parser = _Parser()
        self._told = dialogue.capabilities

    def begin(self) -> None:
        """Ask what there is to ask; keys must be readable, without echo."""
        self._ask()

    def feed(self, data: bytes, room: int | None = None) -> Iterator[Message]:
        """Take what has arrived; yield what it means.

        Args:
            data: All of it is looked at for answers.
            room: How many keys, clicks and pastes may come of it, None for all: further ones cost nothing.
        """
        text = self._dialogue.feed(self._decode(data), time.monotonic())
        if room is not None:
            text = _first(text, room)
        # An empty text would mean the end to the parser.
        for message in self._parser.feed(text) if text else ():
            if isinstance(message, events.AppFocus):
                # Whoever was elsewhere may have chosen other colours there.
                self._dialogue.ask_colours()
            yield _as_meant(message)
        self._ask()
        yield from self._parser.tick()

    def tick(self) -> Iterator[Message]:
        """Yield what has waited long enough for the rest of a sequence; call it when `wait` is over."""
        text = self._dialogue.tick(time.monotonic())
        if text:
            yield from self._parser.feed(text)
            # The Dialogue has waited already.
            self._parser.expire()
        yield from self._parser.tick()
        self._ask()

    def learnt(self) -> Iterator[Message]:
        """Yield what the app is to be told of the terminal since the last time."""
        known, told = self._dialogue.capabilities, self._told
        if known is not told:
            self._told = known
            if known.synchronized and not told.synchronized:
                yield TerminalSupportsSynchronizedOutput()
            yield TerminalKnown(known)

    def end(self) -> None:
        """Take nothing more: the parser is part of a circle, and in it the last key, which knows its app."""
        for _ in self._parser.feed(""):
            """What was begun is nothing."""

    @property
    def wait(self) -> float | None:
        """Seconds after which `tick` has something to do; None for never."""
        waits = [wait for wait in (self._dialogue.wait, self._parser.wait) if wait is not None]
        return min(waits, default=None)

    def _ask(self) -> None:
        question = self._dialogue.question(time.monotonic())
        if question:
            self._write(question)
