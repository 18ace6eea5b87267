from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address, ip_address

from tests.doors.ssh.house import Clock, nothing_left
from tui_home.doors.ssh.addresses import buckets
from tui_home.doors.ssh.gates import Admission, Gate, Gates, Refusal, Ticket
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.networks import Networks

HERE = IPv4Address("192.0.2.1")


def gates(random: float = 0.0, clock: Callable[[], float] | None = None, **numbers: float) -> Gates:
    denied = Networks.of("203.0.113.0/24")
    return Gates(replace(Limits(), **numbers), clock or Clock(), lambda: random, denied)  # type: ignore[arg-type]


def address(number: int) -> IPv4Address:
    return IPv4Address(int(IPv4Address("10.0.0.0")) + number)


def let_in(found: Admission | Refusal) -> Admission:
    assert isinstance(found, Admission)
    return found


def ticket(found: Ticket | Refusal) -> Ticket:
    assert isinstance(found, Ticket)
    return found


def test_the_denied_are_refused_first_and_cost_nobody_anything() -> None:
    house = gates()
    house.draining = True
    assert house.connection(ip_address("203.0.113.9")) == Refusal(Gate.DENIED)
    assert house.connection(HERE) == Refusal(Gate.DRAINING)
    assert house.refused == {Gate.DENIED: 1, Gate.DRAINING: 1}
    assert not house.a_minute.known


def test_one_address_has_16_at_once_and_others_still_theirs() -> None:
    house = gates()
    mine = [let_in(house.connection(HERE)) for _ in range(16)]
    assert house.connection(HERE) == Refusal(Gate.ADDRESS)
    let_in(house.connection(address(1)))
    mine[0].leave()
    let_in(house.connection(HERE))


def test_one_address_has_30_a_minute_and_refusals_do_not_count() -> None:
    clock = Clock()
    house = gates(clock=clock)
    for _ in range(30):
        let_in(house.connection(HERE)).leave()
    assert {house.connection(HERE) for _ in range(1000)} == {Refusal(Gate.RATE)}
    clock.now += 2
    let_in(house.connection(HERE))


def test_ipv6_is_counted_by_household_and_by_site() -> None:
    house = gates()
    site = int(IPv6Address("2001:db8::"))
    for subnet in range(4):
        for host in range(16):
            let_in(house.connection(IPv6Address(site | subnet << 64 | host))).authenticated()
        if subnet < 3:
            assert house.connection(IPv6Address(site | subnet << 64 | 99)) == Refusal(Gate.ADDRESS)
    assert house.connection(IPv6Address(site | 4 << 64)) == Refusal(Gate.ADDRESS)
    let_in(house.connection(IPv6Address(site | 1 << 80)))


def test_300_connections_and_not_one_more() -> None:
    house = gates()
    admitted = [let_in(house.connection(address(number))) for number in range(64)]
    for number in range(64, 300):
        admitted[-1].authenticated()
        admitted.append(let_in(house.connection(address(number))))
    assert house.connection(address(300)) == Refusal(Gate.CONNECTIONS)
    admitted[7].leave()
    for one in admitted:
        one.authenticated()
    let_in(house.connection(address(300)))


def test_64_who_have_not_logged_in_and_then_chance() -> None:
    unlucky, lucky = gates(random=0.0), gates(random=0.999)
    for number in range(64):
        let_in(unlucky.connection(address(number)))
        let_in(lucky.connection(address(number)))
    assert unlucky.connection(address(64)) == Refusal(Gate.UNAUTHENTICATED)
    while isinstance(lucky.connection(address(lucky.connections.present)), Admission):
        assert lucky.unauthenticated.present <= 128
    assert lucky.unauthenticated.present == 128


def test_visits_apps_and_channels_have_gates_of_their_own() -> None:
    house = gates(max_visits=2, max_apps=1)
    first, second = let_in(house.connection(HERE)), let_in(house.connection(HERE))
    visit = ticket(first.visit())
    ticket(second.visit())
    assert second.visit() == Refusal(Gate.VISITS)
    visit.leave()
    visit.leave()
    ticket(second.visit())
    assert second.visit() == Refusal(Gate.VISITS)
    ticket(first.app())
    assert second.app() == Refusal(Gate.APPS)
    for _ in range(2):
        ticket(first.session())
    assert first.session() == Refusal(Gate.CHANNELS)
    ticket(second.session())


def test_one_connection_opens_64_sessions_in_all() -> None:
    one = let_in(gates().connection(HERE))
    for _ in range(64):
        ticket(one.session()).leave()
    assert one.session() == Refusal(Gate.SESSIONS)


def test_who_is_there_may_go_on_while_the_house_drains_but_nobody_comes_and_nobody_begins_again() -> None:
    house = gates()
    one, late = let_in(house.connection(HERE)), let_in(house.connection(HERE))
    ticket(one.visit()).leave()
    house.draining = True
    assert house.connection(HERE) == Refusal(Gate.DRAINING)
    assert one.visit() == Refusal(Gate.DRAINING)
    ticket(one.app())
    ticket(late.visit()).leave()
    assert late.visit() == Refusal(Gate.DRAINING)


def test_eight_refused_requests_are_enough() -> None:
    one = let_in(gates().connection(HERE))
    assert [one.request_refused() for _ in range(9)] == [False] * 7 + [True] * 2


def test_nothing_is_counted_for_a_connection_that_has_gone() -> None:
    house = gates()
    one = let_in(house.connection(HERE))
    one.leave()
    assert (one.visit(), one.session(), one.app()) == (Refusal(Gate.GONE),) * 3
    assert nothing_left(house)


def test_visits_and_apps_are_counted_until_they_are_over_also_without_their_connection() -> None:
    house = gates(max_visits=1, max_apps=1)
    lost, other = let_in(house.connection(HERE)), let_in(house.connection(HERE))
    app, visit = ticket(lost.app()), ticket(lost.visit())
    lost.leave()
    assert (other.app(), other.visit()) == (Refusal(Gate.APPS), Refusal(Gate.VISITS))
    app.leave()
    ticket(other.app())
    assert other.visit() == Refusal(Gate.VISITS)
    visit.leave()
    ticket(other.visit())


def test_whose_connection_a_proxy_passes_on_counts_when_it_is_known() -> None:
    house = gates(max_per_address=1)
    first, second = let_in(house.proxied()), let_in(house.proxied())
    assert first.comes_from(HERE) is None
    assert second.comes_from(HERE) == Refusal(Gate.ADDRESS)
    assert house.connections.present == house.unauthenticated.present == 1
    assert let_in(house.proxied()).comes_from(ip_address("203.0.113.1")) == Refusal(Gate.DENIED)
    first.leave()
    assert nothing_left(house)
    house.draining = True
    assert house.proxied() == Refusal(Gate.DRAINING)


def test_buckets_of_the_gates_are_those_of_addresses() -> None:
    house = gates()
    let_in(house.connection(HERE))
    assert tuple(house.at_once.present) == buckets(HERE)
