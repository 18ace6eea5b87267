from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_home.doors.ssh.addresses import Address, Bucket, buckets
from tui_home.doors.ssh.counts import AtOnce, PerMinute, RandomEarlyDrop, Total
from tui_home.doors.ssh.gates import Admission, Gate, Gates, Refusal, Ticket
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.networks import Networks
from tui_home.doors.ssh.rates import Allowance

HERE = IPv4Address("192.0.2.1")
ONE, TWO = Bucket("4", 1), Bucket("4", 2)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


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


# Each by itself.


def test_a_total_is_so_many_at_once() -> None:
    total = Total(1)
    assert total.open()
    total.enter()
    assert not total.open()
    total.leave()
    assert total.open()


@pytest.mark.parametrize(
    ("present", "random", "is_open"),
    [(9, 0.0, True), (10, 0.29, False), (10, 0.3, True), (15, 0.64, False), (15, 0.65, True), (20, 0.999, False)],
)
def test_early_drop_grows_from_a_chance_to_certainty(present: int, random: float, is_open: bool) -> None:
    assert RandomEarlyDrop(10, 20, 30, lambda: random, present).open() is is_open


def test_early_drop_without_room_for_chance_is_a_total() -> None:
    assert RandomEarlyDrop(10, 10, 30, lambda: 0.0, 9).open()
    assert not RandomEarlyDrop(10, 10, 30, lambda: 0.999, 10).open()


def test_at_once_heeds_each_by_itself_and_forgets_who_is_gone() -> None:
    gate = AtOnce({"4": 1})
    gate.enter((ONE,))
    assert (gate.open((ONE,)), gate.open((TWO,)), gate.open((ONE, TWO))) == (False, True, False)
    gate.leave((ONE,))
    assert gate.open((ONE,))
    assert not gate.present


def test_so_many_a_minute_and_then_one_as_each_minute_goes_by() -> None:
    gate = PerMinute({"4": 30}, 10)
    for _ in range(30):
        assert gate.open((ONE,), 0.0)
        gate.enter((ONE,), 0.0)
    assert [gate.open((ONE,), now) for now in (0.0, 1.9, 2.0)] == [False, False, True]
    assert gate.open((TWO,), 0.0)


def test_a_table_of_addresses_is_bounded_and_the_oldest_leave_it() -> None:
    gate = PerMinute({"4": 1}, 10_000)
    for number in range(10_001):
        gate.enter((Bucket("4", number),), 0.0)
    assert len(gate.known) == 10_000
    assert gate.open((Bucket("4", 0),), 0.0)
    assert not gate.open((Bucket("4", 1),), 0.0)


def test_whoever_only_asks_takes_no_room_in_the_table() -> None:
    gate = PerMinute({"4": 1}, 10)
    assert all(gate.open((Bucket("4", number),), 0.0) for number in range(100))
    assert not gate.known


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(-5, 50)), max_size=40))
def test_an_allowance_never_gives_more_than_its_rate(taken: list[tuple[float, float]]) -> None:
    allowance, now, latest, total = Allowance(100, 10, 0.0), 0.0, 0.0, 0.0
    for amount, later in taken:
        now += later
        latest = max(latest, now)
        if allowance.has(amount, now):
            allowance.take(amount, now)
            total += amount
        assert total <= 100 + 10 * latest + 1e-6
        assert allowance.left <= 100


@given(st.floats(0, 300), st.floats(0, 100))
def test_an_allowance_tells_how_long_to_wait(taken: float, wanted: float) -> None:
    allowance = Allowance(100, 10, 0.0)
    allowance.take(taken, 0.0)
    wait = allowance.wait(wanted, 0.0)
    assert allowance.has(wanted, wait + 1e-6)
    assert wait == 0 or not Allowance(100, 10, 0.0, 100).has(100 + 1e-3, 0.0)


# All together.


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


def nothing_left(house: Gates) -> bool:
    totals = (house.connections, house.unauthenticated, house.visits, house.apps)
    return not any(total.present for total in totals) and not house.at_once.present


ADDRESSES: list[Address] = [
    *(ip_address(f"192.0.2.{last}") for last in range(3)),
    *(ip_address(f"2001:db8:0:{subnet}::{host}") for subnet in range(3) for host in range(2)),
    ip_address("203.0.113.7"),
]
EVENTS = st.tuples(
    st.sampled_from(("come", "pass", "tell", "login", "visit", "app", "session", "done", "leave", "wait", "drain")),
    st.integers(0, 30),
    st.floats(0, 0.999),
)


@settings(max_examples=200)
@given(st.lists(EVENTS, max_size=80))
def test_counts_never_leak_and_never_go_negative(events: list[tuple[str, int, float]]) -> None:
    clock, chances = Clock(), [0.0]
    small = Limits(
        max_connections=6, max_unauthenticated=3, full_unauthenticated=5, max_per_address=2, max_per_network=3,
        rate_per_address=4, rate_per_network=6, address_table=3, max_visits=3, max_apps=2, max_channels=1,
        max_sessions=3,
    )  # fmt: skip
    house = Gates(small, clock, lambda: chances[0], Networks.of("203.0.113.0/24"))
    admitted, tickets = list[Admission](), list[Ticket]()
    held = dict[Ticket, str]()
    for event, number, chances[0] in events:
        one = admitted[number % len(admitted)] if admitted else None
        found: object = None
        if event == "come":
            found = house.connection(ADDRESSES[number % len(ADDRESSES)])
        elif event == "pass":
            found = house.proxied()
        elif event == "wait":
            clock.now += number
        elif event == "drain":
            house.draining = number == 0
        elif event == "done" and tickets:
            done = tickets[number % len(tickets)]
            done.leave()
            held.pop(done, None)
        elif one:
            found = act(one, event, number)
        admitted += [found] if isinstance(found, Admission) else []
        tickets += [found] if isinstance(found, Ticket) else []
        held |= {found: event} if isinstance(found, Ticket) else {}
        assert within(house)
        assert [house.visits.present, house.apps.present] == [[*held.values()].count(of) for of in ("visit", "app")]
    for each in admitted:
        each.leave()
    for done in tickets:
        done.leave()
    assert nothing_left(house)


def act(one: Admission, event: str, number: int) -> object:
    if event == "tell":
        return one.comes_from(ADDRESSES[number % len(ADDRESSES)])
    return {
        "login": one.authenticated, "visit": one.visit, "app": one.app, "session": one.session, "leave": one.leave,
        "done": one.leave,
    }[event]()  # fmt: skip


def within(house: Gates) -> bool:
    bounds = house.limits
    pairs = (
        (house.connections.present, bounds.max_connections),
        (house.unauthenticated.present, bounds.full_unauthenticated),
        (house.visits.present, bounds.max_visits),
        (house.apps.present, bounds.max_apps),
    )
    present = house.at_once.present
    return (
        all(0 <= count <= most for count, most in pairs)
        and house.unauthenticated.present <= house.connections.present
        and all(0 < count <= house.at_once.most[bucket.kind] for bucket, count in present.items())
        and len(house.a_minute.known) <= bounds.address_table
    )


def test_buckets_of_the_gates_are_those_of_addresses() -> None:
    house = gates()
    let_in(house.connection(HERE))
    assert tuple(house.at_once.present) == buckets(HERE)
