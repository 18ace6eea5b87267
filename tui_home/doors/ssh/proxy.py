"""What a trusted proxy says of whom it passes on: PROXY protocol, versions 1 and 2.

After haproxy's `proxy-protocol.txt` (2020/03/05), §2.1 and §2.2. No I/O: bytes in, however they are cut; an Origin out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

from tui_home.doors.ssh.addresses import Address, unmapped

MOST_BYTES = 536
"""Of a whole header: no sender may send more (§2), so that it fits any packet."""
_SIGNATURE = b"\r\n\r\n\x00\r\nQUIT\n"
_FIXED = 16
"""Bytes of version 2 before addresses: signature, version and command, family, length."""
_MOST_V1 = 107
"""With its CRLF (§2.1)."""
_V1 = b"PROXY "
_WORDS_V1 = 6
"""``PROXY TCP4 source destination port port``"""
_PORT = re.compile(r"(?:0|[1-9][0-9]{0,4})", re.ASCII)
_HIGHEST_PORT = 65535
_LOCAL, _PROXY = 0x20, 0x21
_TCP4, _TCP6 = 0x11, 0x21
_NO_ADDRESS = frozenset({0x00, 0x30, 0x31, 0x32})
"""Unspecified, and Unix sockets: senders without an Internet address."""


class HeaderError(ValueError):
    """It is no PROXY header, or none that may be."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whom a proxy passes on; no address if it speaks for itself (LOCAL) or does not know (UNKNOWN)."""

    address: Address | None
    port: int
    rest: bytes
    """What followed the header: the client's own first bytes."""


class Header:
    """Reads one header."""

    def __init__(self) -> None:
        self._data = b""

    def feed(self, data: bytes) -> Origin | None:
        """Take the next bytes; return whom the proxy passes on, or None while more is to come.

        Raises:
            HeaderError: It is no header; nothing more should be read.
        """
        self._data += data
        start = self._data[: len(_SIGNATURE)]
        if _SIGNATURE.startswith(start):
            return self._version_2()
        if _V1.startswith(start[: len(_V1)]):
            return self._version_1()
        raise HeaderError("no PROXY header")

    def _version_1(self) -> Origin | None:
        line, end, rest = self._data.partition(b"\r\n")
        if not end:
            if len(self._data) >= _MOST_V1:
                raise HeaderError("a version 1 header without an end")
            return None
        if len(line) + len(end) > _MOST_V1:
            raise HeaderError("a version 1 header that is too long")
        try:
            words = line.decode("ascii").split(" ")
        except UnicodeDecodeError:
            raise HeaderError("a version 1 header that is no ASCII") from None
        return _told(words, rest)

    def _version_2(self) -> Origin | None:
        if len(self._data) < _FIXED:
            return None
        command, family = self._data[12], self._data[13]
        length = int.from_bytes(self._data[14:_FIXED], "big")
        if command not in {_LOCAL, _PROXY}:
            raise HeaderError("neither LOCAL nor PROXY")
        if _FIXED + length > MOST_BYTES:
            raise HeaderError("a version 2 header that is too long")
        if len(self._data) < _FIXED + length:
            return None
        told, rest = self._data[_FIXED : _FIXED + length], self._data[_FIXED + length :]
        if command == _LOCAL or family in _NO_ADDRESS:
            return Origin(None, 0, rest)
        return _packed(family, told, rest)


def _told(words: list[str], rest: bytes) -> Origin:
    """Return what the words of a version 1 line tell."""
    if words[1] == "UNKNOWN":
        return Origin(None, 0, rest)
    if len(words) != _WORDS_V1 or words[1] not in {"TCP4", "TCP6"}:
        raise HeaderError("a version 1 header that tells neither TCP4 nor TCP6 nor UNKNOWN")
    ports = words[4:]
    if not all(_PORT.fullmatch(port) and int(port) <= _HIGHEST_PORT for port in ports):
        raise HeaderError("a version 1 header with ports that are none")
    kind = IPv4Address if words[1] == "TCP4" else IPv6Address
    try:
        source, _destination = (kind(word) for word in words[2:4] if "%" not in word)
    except ValueError:
        raise HeaderError("a version 1 header with addresses that are none") from None
    return Origin(unmapped(source), int(ports[0]), rest)


def _packed(family: int, told: bytes, rest: bytes) -> Origin:
    """Return what the addresses of a version 2 header tell; what follows them (TLVs) is not needed."""
    if family not in {_TCP4, _TCP6}:
        raise HeaderError("a version 2 header of another protocol than TCP")
    size = 4 if family == _TCP4 else 16
    if len(told) < 2 * size + 4:
        raise HeaderError("a version 2 header that is too short")
    source = IPv4Address(told[:size]) if family == _TCP4 else IPv6Address(told[:size])
    return Origin(unmapped(source), int.from_bytes(told[2 * size : 2 * size + 2], "big"), rest)
