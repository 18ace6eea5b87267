"""What a process that reads a site tells the server: its Site in pieces, as JSON that is trusted in nothing.

A frame is its length (4 bytes, the highest first) and a list whose first item says what it is. A large Site comes in
many, so that decoding one keeps nobody waiting: JSON is decoded without a pause.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tui_home.model.site import Site
from tui_home.sources.codec import decode, decode_field, encode
from tui_home.sources.parts import joined, split
from tui_home.sources.plain_values import UnfitError

_LENGTH = struct.Struct(">I")
_FRONT, _WHOLE, _PART, _END, _SAME, _NONE = "front", "whole", "part", "end", "same", "none"
_ITEMS = 100
"""Publications and the like in one frame."""
MOST_BYTES = 32 << 20
"""Of one Site, as of a kept one."""


class AnswerError(Exception):
    """What was told is no Site; the message says why."""


class NoSiteToldError(Exception):
    """There is no site in the folder; the message is for the owner."""


class Told(NamedTuple):
    """A reading."""

    site: Site | None
    """None when it is the one that is known already."""
    faults: tuple[str, ...] = ()
    """What is broken so that the homepage would lose its front; each one line."""
    bytes: int = 0
    """How many it took to tell."""


def front_frames(site: Site) -> Iterator[bytes]:
    """Yield what tells of a Site of which more is being read."""
    yield _frame(_FRONT, encode(site))


def whole_frames(site: Site, faults: Sequence[str]) -> Iterator[bytes]:
    """Yield what tells of a whole Site."""
    left, parts = split(site)
    yield _frame(_WHOLE, encode(left), list(faults))
    for name, items in parts.items():
        for at in range(0, len(items), _ITEMS):
            yield _frame(_PART, name, encode(items[at : at + _ITEMS]))
    yield _frame(_END)


def same_frame() -> bytes:
    """Return what tells that nothing has changed."""
    return _frame(_SAME)


def no_site_frame(message: str) -> bytes:
    """Return what tells that there is no site."""
    return _frame(_NONE, message)


def told(read: Callable[[int], bytes], front: Callable[[Site], None], most: int = MOST_BYTES) -> Told:
    """Return what is told.

    Args:
        read: Returns as many bytes, or fewer when there are no more.
        front: Given the Site's front as soon as it is there, if it is told.
        most: Bytes.

    Raises:
        AnswerError: It is no Site, not all of one, or too large.
        NoSiteToldError: There is none.
    """
    listener = _Listener(read, most)
    try:
        return listener.listen(front)
    except (ValueError, UnfitError, RecursionError):
        raise AnswerError("the process that reads it has told nonsense") from None


class _Listener:
    def __init__(self, read: Callable[[int], bytes], most: int) -> None:
        self._read, self._most = read, most
        self._bytes = 0

    def listen(self, front: Callable[[Site], None]) -> Told:
        while True:
            match self._next():
                case ["front", plain]:
                    front(decode(plain))
                case ["whole", plain, [*faults]]:
                    site = self._whole(decode(plain))
                    return Told(site, tuple(fault for fault in faults if isinstance(fault, str)), self._bytes)
                case ["same"]:
                    return Told(None)
                case ["none", str(message)]:
                    raise NoSiteToldError(message)
                case _:
                    raise UnfitError

    def _whole(self, left: Site) -> Site:
        parts: dict[str, list[object]] = {}
        while True:
            match self._next():
                case ["part", str(name), plain]:
                    parts.setdefault(name, []).extend(decode_field(plain, name))
                case ["end"]:
                    return joined(left, {name: tuple(items) for name, items in parts.items()}) if parts else left
                case _:
                    raise UnfitError

    def _next(self) -> object:
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
        found: object = json.loads(self._exactly(length))
        return found

    def _exactly(self, count: int) -> bytes:
        self._bytes += count
        if self._bytes > self._most:
            raise AnswerError(f"it is larger than {self._most >> 20} MiB")
        data = self._read(count)
        if len(data) != count:
            raise AnswerError("the process that reads it has ended early")
        return data


def _frame(*told: object) -> bytes:
    data = json.dumps(told, separators=(",", ":")).encode()
    return _LENGTH.pack(len(data)) + data
