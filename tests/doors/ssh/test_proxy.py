from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.doors.ssh.proxy import Header, HeaderError, Origin

SIGNATURE = b"\r\n\r\n\x00\r\nQUIT\n"
IPV4 = st.integers(0, 2**32 - 1).map(IPv4Address)
IPV6 = st.integers(0, 2**128 - 1).map(IPv6Address)
PORT = st.integers(0, 65535)
CLIENT = b"SSH-2.0-OpenSSH_9.2\r\n"


def version_1(source: IPv4Address | IPv6Address, port: int) -> bytes:
    other = "192.0.2.1" if source.version == 4 else "2001:db8::1"
    return f"PROXY TCP{source.version} {source} {other} {port} 22\r\n".encode()


def version_2(family: int, addresses: bytes, tlvs: bytes = b"", command: int = 0x21) -> bytes:
    length = len(addresses) + len(tlvs)
    return SIGNATURE + bytes((command, family)) + length.to_bytes(2, "big") + addresses + tlvs


def packed(source: IPv4Address | IPv6Address, port: int) -> bytes:
    other = IPv4Address("192.0.2.1") if source.version == 4 else IPv6Address("2001:db8::1")
    return source.packed + other.packed + port.to_bytes(2, "big") + (22).to_bytes(2, "big")


def read(data: bytes, sizes: list[int] | None = None) -> Origin | None:
    """Feed `data` in pieces of `sizes`, over and over; what was never fed is the rest's, too."""
    header, at = Header(), 0
    sizes = sizes or [len(data)]
    for turn in range(len(data) + 1):
        size = sizes[turn % len(sizes)]
        found = header.feed(data[at : at + size])
        at += size
        if found:
            return Origin(found.address, found.port, found.rest + data[at:])
        if at >= len(data):
            break
    return None


PIECES = st.lists(st.integers(1, 40), min_size=1, max_size=6)


@given(IPV4 | IPV6, PORT, st.binary(max_size=80), PIECES)
def test_version_1_however_it_is_cut(
    source: IPv4Address | IPv6Address, port: int, rest: bytes, pieces: list[int]
) -> None:
    expected = (isinstance(source, IPv6Address) and source.ipv4_mapped) or source
    assert read(version_1(source, port) + rest, pieces) == Origin(expected, port, rest)


@given(IPV4 | IPV6, PORT, st.binary(max_size=484), st.binary(max_size=80), PIECES)
def test_version_2_however_it_is_cut(
    source: IPv4Address | IPv6Address, port: int, tlvs: bytes, rest: bytes, pieces: list[int]
) -> None:
    header = version_2(0x11 if source.version == 4 else 0x21, packed(source, port), tlvs)
    expected = (isinstance(source, IPv6Address) and source.ipv4_mapped) or source
    assert read(header + rest, pieces) == Origin(expected, port, rest)


@pytest.mark.parametrize(
    "header",
    [
        b"PROXY UNKNOWN\r\n",
        b"PROXY UNKNOWN ffff:f...f:ffff anything 1 99999\r\n",
        version_2(0x00, b"", command=0x20),
        version_2(0x11, packed(IPv4Address(1), 1), command=0x20),
        version_2(0x00, b"whatever", command=0x20),
        version_2(0x00, b""),
        version_2(0x31, bytes(216)),
    ],
)
def test_who_speaks_for_itself_or_does_not_know_is_let_through_without_an_address(header: bytes) -> None:
    assert read(header + CLIENT) == Origin(None, 0, CLIENT)
    assert read(header + CLIENT, [1]) == Origin(None, 0, CLIENT)


@pytest.mark.parametrize(
    "header",
    [
        CLIENT,
        b"\n",
        b"GET / HTTP/1.1\r\n",
        b"proxy TCP4 192.0.2.1 192.0.2.2 1 2\r\n",
        b"PROXY\r\n",
        b"PROXY \r\n",
        b"PROXY TCP4\r\n",
        b"PROXY  TCP4 192.0.2.1 192.0.2.2 1 2\r\n",
        b"PROXY TCP4 192.0.2.1 192.0.2.2 1 2 \r\n",
        b"PROXY TCP4 192.0.2.1 192.0.2.2 1\r\n",
        b"PROXY TCP4 192.0.2.256 192.0.2.2 1 2\r\n",
        b"PROXY TCP4 192.0.2.1 192.0.2 1 2\r\n",
        b"PROXY TCP4 2001:db8::1 2001:db8::2 1 2\r\n",
        b"PROXY TCP6 192.0.2.1 192.0.2.2 1 2\r\n",
        b"PROXY TCP6 fe80::1%eth0 fe80::2 1 2\r\n",
        b"PROXY TCP4 192.0.2.1 192.0.2.2 65536 2\r\n",
        b"PROXY TCP4 192.0.2.1 192.0.2.2 01 2\r\n",
        b"PROXY TCP4 192.0.2.1 192.0.2.2 -1 2\r\n",
        b"PROXY TCP4 192.0.2.1 192.0.2.2 1 2\n\r\n",
        b"PROXY UDP4 192.0.2.1 192.0.2.2 1 2\r\n",
        b"PROXY TCP4 192.0.2.\xff 192.0.2.2 1 2\r\n",
        b"PROXY UNKNOWN " + b"x" * 93 + b"\r\n",
        b"PROXY " + b"x" * 107,
        version_2(0x11, packed(IPv4Address(1), 1), command=0x22),
        version_2(0x11, packed(IPv4Address(1), 1), command=0x11),
        version_2(0x12, packed(IPv4Address(1), 1)),
        version_2(0x22, packed(IPv6Address(1), 1)),
        version_2(0x41, packed(IPv4Address(1), 1)),
        version_2(0x11, packed(IPv4Address(1), 1)[:-1]),
        version_2(0x21, packed(IPv4Address(1), 1)),
        version_2(0x11, packed(IPv4Address(1), 1), bytes(509)),
        SIGNATURE + b"\x21\x11\xff\xff",
    ],
)
def test_what_is_no_header_is_told_as_soon_as_it_is_seen(header: bytes) -> None:
    with pytest.raises(HeaderError, match=r"header|PROXY"):
        read(header)
    with pytest.raises(HeaderError, match=r"header|PROXY"):
        read(header, [1])


def test_the_longest_that_may_be_is_read() -> None:
    longest = version_2(0x11, packed(IPv4Address(1), 1), bytes(508))
    assert len(longest) == 536
    assert read(longest, [7]) == Origin(IPv4Address(1), 1, b"")
    line = b"PROXY UNKNOWN " + b"x" * 91 + b"\r\n"
    assert len(line) == 107
    assert read(line) == Origin(None, 0, b"")


@given(st.binary(max_size=700) | st.binary(max_size=600).map(lambda data: SIGNATURE + data), PIECES)
def test_any_bytes_end_as_header_or_error_and_little_is_kept(data: bytes, pieces: list[int]) -> None:
    try:
        found = read(data, pieces)
    except HeaderError:
        return
    assert found is not None or len(data) < 536


def test_it_is_the_byte_order_of_the_network() -> None:
    source = socket.inet_aton("192.0.2.77") + socket.inet_aton("192.0.2.1") + b"\x12\x34\x00\x16"
    assert read(version_2(0x11, source)) == Origin(IPv4Address("192.0.2.77"), 0x1234, b"")
