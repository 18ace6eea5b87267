from __future__ import annotations

import io
import json
import re
import sys
from dataclasses import replace
from ipaddress import ip_address

import pytest

from tests.doors.ssh.house import Clock
from tests.doors.ssh.telling.journals import ACCOUNT, Book, fail, visit
from tui_home.doors.ssh.gates import Gate
from tui_home.doors.ssh.starting.guide import GUIDE
from tui_home.doors.ssh.telling.journal import Journal, Style
from tui_home.doors.ssh.telling.log_line import Form

FORGED = b'SSH-2.0-x\n\x1b]0;y\x07\r event=refused gate=rate address=1.2.3.4 times=1 \xff"\\' + b"z" * 300


def test_a_visit_is_one_line_at_its_start_and_one_at_its_end(book: Book) -> None:
    journal, stream = book()
    journal.begun(visit())
    journal.ended(visit(), ACCOUNT)
    client = 'client="SSH-2.0-OpenSSH_9.2p1 Debian-2"'
    visited = "visit=17 address=192.0.2.0/24 way=screen"
    told = "end=left seconds=70.123 bytes_in=812 bytes_out=40233 sections=about,papers"
    assert stream.getvalue().splitlines() == [
        f"time=2026-11-22T23:10:00Z level=info event=visit-begin {visited} {client}",
        f"time=2026-11-22T23:10:00Z level=info event=visit-end {visited} {told} {client}",
    ]


def test_the_same_as_json(book: Book) -> None:
    journal, stream = book(form=Form.JSON)
    journal.begun(visit(FORGED))
    journal.ended(visit(FORGED), ACCOUNT)
    _, one = stream.getvalue().splitlines()
    told = json.loads(one)
    assert (told["visit"], told["seconds"], told["sections"]) == (17, 70.1234, "about,papers")
    assert len(told["client"]) <= 64


def test_addresses_are_shortened_unless_the_owner_wants_them_whole(book: Book) -> None:
    for address, short in (("192.0.2.77", "192.0.2.0/24"), ("2001:db8:1:2::3", "2001:db8:1::/48")):
        for full, expected in ((False, short), (True, address)):
            journal, stream = book(full=full)
            journal.begun(visit(address=address))
            assert f" address={expected} " in stream.getvalue()


@pytest.mark.parametrize("form", Form)
def test_a_client_forges_no_line_and_no_field(book: Book, form: Form) -> None:
    journal, stream = book(form=form)
    journal.begun(visit(FORGED))
    written = stream.getvalue()
    assert written.count("\n") == 1
    assert written.isascii()
    assert written.rstrip("\n").isprintable()
    assert len(written) < 300
    if form is Form.TEXT:
        outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", written)
        assert outside.count("event=") == 1
        assert not re.search(r"event=refused gate=\S+ address=\S+ times=\d+$", written, re.MULTILINE)


def test_refusals_repeat_once_a_minute_with_their_number(book: Book, clock: Clock) -> None:
    journal, stream = book(full=True)
    for _ in range(50):
        journal.refused(Gate.RATE, ip_address("192.0.2.77"))
    journal.refused(Gate.ADDRESS, ip_address("192.0.2.77"))
    clock.now += 61
    journal.refused(Gate.RATE, ip_address("192.0.2.77"))
    told = [written.partition("event=")[2] for written in stream.getvalue().splitlines()]
    assert told == [
        "refused gate=rate address=192.0.2.77 times=1",
        "refused gate=address address=192.0.2.77 times=1",
        "refused gate=rate address=192.0.2.77 times=50",
    ]


@pytest.mark.parametrize("gate", [Gate.RATE, Gate.ADDRESS, Gate.HEADER])
def test_fail2ban_finds_the_address_as_the_guide_says(book: Book, gate: Gate) -> None:
    (documented,) = re.findall(r"failregex = (.+)", GUIDE)
    journal, stream = book(full=True)
    journal.refused(gate, ip_address("2001:db8::7"))
    journal.begun(visit(FORGED))
    found = re.findall(documented.replace("<HOST>", r"(?P<host>\S+)"), stream.getvalue(), re.MULTILINE)
    assert found == ["2001:db8::7"]


def test_a_refusal_that_is_no_fault_of_the_visitor_bans_nobody(book: Book) -> None:
    (documented,) = re.findall(r"failregex = (.+)", GUIDE)
    journal, stream = book(full=True)
    for gate in set(Gate) - {Gate.RATE, Gate.ADDRESS, Gate.HEADER}:
        journal.refused(gate, ip_address("192.0.2.77"))
    assert not re.search(documented.replace("<HOST>", r"\S+"), stream.getvalue(), re.MULTILINE)


def test_a_flood_that_is_over_is_told_without_another_one(book: Book, clock: Clock) -> None:
    journal, stream = book()
    for _ in range(50):
        journal.refused(Gate.RATE, ip_address("192.0.2.77"))
    journal.catch_up()
    assert "times=49" not in stream.getvalue()
    clock.now += 61
    journal.catch_up()
    assert stream.getvalue().endswith("event=refused gate=rate address=192.0.2.0/24 times=49\n")
    journal.finish()
    assert stream.getvalue().count("\n") == 2


def test_a_flood_of_visits_is_counted_and_said(book: Book, clock: Clock) -> None:
    journal, stream = book()
    for number in range(1, 1001):
        told = replace(visit(), number=number)
        journal.begun(told)
        journal.ended(told, ACCOUNT)
    journal.begun(other := replace(visit(address="198.51.100.1"), number=1001))
    journal.ended(other, ACCOUNT)
    clock.now += 61
    journal.catch_up()
    lines = stream.getvalue().splitlines()
    assert sum("event=visit-begin" in line for line in lines) == sum("event=visit-end" in line for line in lines) == 31
    counted = [line for line in lines if "event=visits" in line]
    assert all("address=192.0.2.0/24" in line for line in counted)
    assert sum(int(line.rpartition("=")[2]) for line in counted) == 1000 - 30
    assert sum("visit=1001" in line for line in lines) == 2, "others are told as ever"


def test_of_many_sections_the_first_are_told(book: Book) -> None:
    journal, stream = book()
    journal.begun(visit())
    journal.ended(visit(), replace(ACCOUNT, sections=tuple(f"s{number}" for number in range(500))))
    assert ",s19,... client=" in stream.getvalue()


def failing(secret: str) -> Exception:
    with pytest.raises(RuntimeError) as raised:
        fail(secret)
    return raised.value


def test_no_flood_of_refusals_hides_a_crash(book: Book) -> None:
    journal, stream = book()
    for number in range(1000):
        journal.refused(Gate.RATE, ip_address(f"198.{18 + number // 250}.{number % 250}.1"))
    assert stream.getvalue().count("\n") < 1000
    journal.crashed(failing("x"))
    assert "event=crash" in stream.getvalue().splitlines()[-1]


def test_a_crash_is_told_by_kind_and_place_alone(book: Book) -> None:
    journal, stream = book()
    for error in (failing("hunter2"), ExceptionGroup("hunter2", [failing("hunter2")])):
        journal.crashed(error, visit())
    told = stream.getvalue()
    assert "hunter2" not in told
    assert "level=error event=crash visit=17" in told
    assert re.search(r"error=RuntimeError<ValueError at=ssh/telling/journals\.py:\d+,\S+ times=1", told)
    assert "error=ExceptionGroup<RuntimeError" in told
    assert told.count("\n") == 2


def test_a_crash_and_a_note_that_repeat_are_counted(book: Book) -> None:
    journal, stream = book()
    for _ in range(100):
        journal.crashed(failing("x"))
        journal.recurring("somebody has brought it about")
    assert stream.getvalue().count("\n") == 2
    journal.finish()
    assert stream.getvalue().count(" times=99\n") == 2


def test_it_is_bound_to_the_process_s_own_standard_error(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    own, replaced = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "__stderr__", own)
    monkeypatch.setattr(sys, "stderr", replaced)
    Journal(clock, Style()).note("here\x1b\n")
    assert (own.getvalue().count("\n"), replaced.getvalue()) == (1, "")
    assert r'said="here\x1b\n"' in own.getvalue()


def test_a_log_that_nobody_takes_stops_nothing(clock: Clock) -> None:
    closed = io.StringIO()
    closed.close()
    Journal(clock, Style(), closed).note("x")

    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError("no space left")

    Journal(clock, Style(), Full()).note("x")
