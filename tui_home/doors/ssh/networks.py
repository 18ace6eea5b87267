"""Sets of addresses and networks: who is denied, who is trusted as a proxy. Asking takes one look a prefix length."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Self

from tui_home.doors.ssh.addresses import Address

Network = IPv4Network | IPv6Network
_MAPPED = IPv6Network("::ffff:0:0/96")


def network(text: str) -> Network:
    """Return the network (or the one address) that `text` is; bits of a host in it are cleared.

    Networks within ``::ffff:0:0/96`` are IPv4's, as addresses are (see `addresses.address`).

    Raises:
        ValueError: It is none.
    """
    found = ip_network(text, strict=False)
    if isinstance(found, IPv6Network) and found.subnet_of(_MAPPED):
        return IPv4Network((int(found.network_address) & 0xFFFFFFFF, found.prefixlen - _MAPPED.prefixlen))
    return found


class Networks:
    """Any number of networks. Immutable."""

    def __init__(self, networks: Iterable[Network] = ()) -> None:
        known: dict[tuple[int, int], set[int]] = {}
        for each in networks:
            shift = each.max_prefixlen - each.prefixlen
            known.setdefault((each.version, shift), set()).add(int(each.network_address) >> shift)
        self._known = tuple((version, shift, frozenset(numbers)) for (version, shift), numbers in known.items())

    def __contains__(self, address: object) -> bool:
        if not isinstance(address, Address):
            return False
        number = int(address)
        return any(version == address.version and number >> shift in all_ for version, shift, all_ in self._known)

    def __len__(self) -> int:
        return sum(len(numbers) for _, _, numbers in self._known)

    @classmethod
    def of(cls, *texts: str) -> Self:
        """Return those that `texts` are.

        Raises:
            ValueError: One is none.
        """
        return cls(map(network, texts))
