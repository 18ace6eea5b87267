"""Whatever happens in whatever order: counts never leak, and stay within their bounds."""

from __future__ import annotations

from ipaddress import ip_address

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.doors.ssh.house import Clock, nothing_left
from tui_home.doors.ssh.addresses import Address
from tui_home.doors.ssh.gates import Admission, Gates, Ticket
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.networks import Networks

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
