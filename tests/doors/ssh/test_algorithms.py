from __future__ import annotations

import asyncssh

from tests.doors.ssh.house import HOST_KEY
from tui_home.doors.ssh.algorithms import options
from tui_home.doors.ssh.limits import Limits


def test_asyncssh_takes_them_all() -> None:
    found = asyncssh.SSHServerConnectionOptions(server_host_keys=[HOST_KEY], **options(Limits(login_time=7)))
    assert [name.decode() for name in found.compression_algs] == ["none"]
    assert not any(b"diffie-hellman" in name or b"nistp" in name for name in found.kex_algs)
    assert not any(b"cbc" in name for name in found.encryption_algs)
    # Its own list has hmac-sha1-etm in it, which ssh-audit shows red.
    assert {name.decode() for name in found.mac_algs} == {f"hmac-sha2-{n}-etm@openssh.com" for n in (256, 512)}
    assert not found.keepalive_interval, "our Wires ask"
    assert (found.login_timeout, found.encoding, found.window) == (7, None, 32768)
    assert not found.agent_forwarding
    assert not found.x11_forwarding
    assert not found.rdns_lookup
    assert not found.allow_scp
    assert not found.line_editor
    assert not found.public_key_auth
    assert not found.password_auth
    assert not found.kbdint_auth
    assert not found.host_based_auth


def test_the_version_is_one_that_may_be() -> None:
    version = options(Limits())["server_version"]
    assert version.isascii()
    assert version.isprintable()
    assert not set(version) & set("- ")
