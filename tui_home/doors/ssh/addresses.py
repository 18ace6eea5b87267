"""Addresses as the gates count them, and as the log shows them. No I/O, no names looked up."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NamedTuple

Address = IPv4Address | IPv6Address
_SHOWN_IPV4, _SUBNET, _SITE = 24, 64, 48
"""Bits of a prefix: IPv4's in the log; one household's and one organization's of IPv6."""


class Bucket(NamedTuple):
    """Those who are counted together."""

    kind: str
    """``4``, ``6/64`` or ``6/48``."""
    number: int


def address(text: str) -> Address:
    """Return the address that a socket or a PROXY header tells.

    An IPv4 client of a socket for both families arrives as ``::ffff:a.b.c.d`` (RFC 4291 §2.5.5.2): that is a.b.c.d, or
    all of IPv4 would be one /64. The zone of a link-local address (``%eth0``) is dropped.

    Raises:
        ValueError: It is no address.
    """
    return unmapped(ip_address(text.partition("%")[0]))


def unmapped(found: Address) -> Address:
    """Return the IPv4 address behind ``::ffff:a.b.c.d``, any other as it is."""
    return (isinstance(found, IPv6Address) and found.ipv4_mapped) or found


def buckets(found: Address) -> tuple[Bucket, ...]:
    """Return with whom `found` is counted, narrowest first: itself, or for IPv6 its /64 (one household) and its /48."""
    if isinstance(found, IPv4Address):
        return (Bucket("4", int(found)),)
    return Bucket("6/64", int(found) >> (128 - _SUBNET)), Bucket("6/48", int(found) >> (128 - _SITE))


def shown(found: Address, *, full: bool = False) -> str:
    """Return `found` for the log: shortened to a network that is no one person's (/24, /48) unless `full`."""
    if full:
        return str(found)
    # As ip_network does, which takes as long as half of a line of the log.
    length = _SHOWN_IPV4 if isinstance(found, IPv4Address) else _SITE
    rest = found.max_prefixlen - length
    return f"{type(found)(int(found) >> rest << rest)}/{length}"
