from __future__ import annotations

import os
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.doors.ssh.denied import DenyFile, parse
from tui_home.doors.ssh.networks import Networks, network

TEXT = """\
# scanners
192.0.2.1
198.51.100.0/24   # all of them
2001:db8::/32
::ffff:203.0.113.9
"""


def read(path: Path, text: str) -> DenyFile:
    path.write_text(text)
    found = DenyFile(path)
    assert found.refresh() == []
    return found


def rewrite(path: Path, text: str) -> None:
    """Write `path` so that it is seen to be another, on file systems with coarse times, too."""
    new = path.with_suffix(".new")
    new.write_text(text)
    new.replace(path)


def test_addresses_networks_and_comments(tmp_path: Path) -> None:
    denied = read(tmp_path / "deny", TEXT)
    for inside in ("192.0.2.1", "198.51.100.77", "2001:db8:1::1", "203.0.113.9"):
        assert ip_address(inside) in denied, inside
    for outside in ("192.0.2.2", "198.51.101.1", "2001:db9::", "203.0.113.8", "::c000:201"):
        assert ip_address(outside) not in denied, outside


def test_a_bad_line_is_told_with_its_number_and_opens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "deny"
    path.write_text("192.0.2.1\nALL: \x1b[2J1.2.3.4\n10.0.0.0/33\n192.0.2.3/24\n")
    denied = DenyFile(path)
    told = denied.refresh()
    assert [line.removeprefix(f"{path}: ").split(":")[0] for line in told] == ["line 2", "line 3"]
    assert all(line.isprintable() for line in told)
    assert IPv4Address("192.0.2.1") in denied
    assert IPv4Address("192.0.2.200") in denied
    assert denied.refresh() == []


def test_a_file_of_another_kind_is_told_briefly() -> None:
    networks, wrong = parse(["x"] * 1000)
    assert (networks, len(wrong), wrong[-1]) == ([], 11, "and 990 more such lines")


def test_the_file_is_read_again_when_it_changes_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deny"
    denied = read(path, "192.0.2.1\n")
    rewrite(path, "192.0.2.2\n")
    assert denied.refresh() == []
    assert [ip_address(f"192.0.2.{last}") in denied for last in (1, 2)] == [False, True]
    monkeypatch.setattr(Path, "read_text", lambda *_: pytest.fail("read again"))
    assert denied.refresh() == []


def test_what_cannot_be_read_any_more_stays_denied_and_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "deny"
    denied = read(path, "192.0.2.1\n")
    path.unlink()
    (told,) = denied.refresh()
    assert "stay denied" in told
    assert denied.refresh() == []
    assert IPv4Address("192.0.2.1") in denied
    path.write_text("192.0.2.2\n")
    assert denied.refresh() == []
    assert IPv4Address("192.0.2.2") in denied
    path.unlink()
    assert len(denied.refresh()) == 1


def test_a_file_written_while_it_was_read_is_read_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deny"
    denied = read(path, "192.0.2.1\n")
    rewrite(path, "")
    stamps = [os.stat_result((0, 5, 0, 0, 0, 0, size, 0, 0, 0)) for size in (0, 10)]
    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", lambda _: stamps.pop(0))
        assert denied.refresh() == []
    assert IPv4Address("192.0.2.1") in denied


def test_nobody_starts_with_a_door_that_stands_open(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        DenyFile(tmp_path / "none").refresh()


@given(st.lists(st.text()))
def test_any_file_can_be_read(lines: list[str]) -> None:
    parse(lines)


@given(
    st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 32)), max_size=8),
    st.lists(st.tuples(st.integers(0, 2**128 - 1), st.integers(0, 128)), max_size=8),
    st.integers(0, 2**32 - 1).map(IPv4Address) | st.integers(0, 2**128 - 1).map(IPv6Address),
)
def test_networks_hold_what_they_hold(
    v4: list[tuple[int, int]], v6: list[tuple[int, int]], one: IPv4Address | IPv6Address
) -> None:
    texts = [f"{IPv4Address(number)}/{bits}" for number, bits in v4]
    texts += [f"{IPv6Address(number)}/{bits}" for number, bits in v6]
    networks = [network(text) for text in texts]
    found = Networks(networks)
    assert (one in found) == any(one in each for each in networks)
    assert all(each.network_address in found and each.broadcast_address in found for each in networks)
