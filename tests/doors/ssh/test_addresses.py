from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.doors.ssh.addresses import address, buckets, shown

IPV4 = st.integers(0, 2**32 - 1).map(IPv4Address)
IPV6 = st.integers(0, 2**128 - 1).map(IPv6Address)


def test_ipv4_behind_a_socket_for_both_families_is_ipv4() -> None:
    assert address("::ffff:192.0.2.7") == IPv4Address("192.0.2.7")
    assert buckets(address("::ffff:192.0.2.7")) != buckets(address("::ffff:192.0.2.8"))


def test_zones_are_dropped_and_nonsense_is_an_error() -> None:
    assert address("fe80::1%eth0") == IPv6Address("fe80::1")
    with pytest.raises(ValueError, match="does not appear"):
        address("")


@given(IPV4)
def test_every_ipv4_address_is_counted_alone(one: IPv4Address) -> None:
    assert [(each.kind, each.number) for each in buckets(one)] == [("4", int(one))]


@given(IPV6, st.integers(0, 2**64 - 1), st.integers(1, 2**16 - 1))
def test_a_household_is_counted_together_and_a_site_too(one: IPv6Address, host: int, subnet: int) -> None:
    neighbour = IPv6Address(int(one) >> 64 << 64 | host)
    assert buckets(one) == buckets(neighbour)
    next_door = IPv6Address(int(one) ^ subnet << 64)
    assert buckets(one)[0] != buckets(next_door)[0]
    assert buckets(one)[1] == buckets(next_door)[1]
    assert buckets(one)[1] != buckets(IPv6Address(int(one) ^ 1 << 80))[1]


@given(IPV4 | IPV6)
def test_the_log_shows_a_network_unless_told_otherwise(one: IPv4Address | IPv6Address) -> None:
    assert one in ip_network(shown(one))
    assert shown(one).endswith("/24" if one.version == 4 else "/48")
    assert shown(one, full=True) == str(one)
