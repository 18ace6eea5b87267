"""What asyncssh is told: algorithms of which ssh-audit finds nothing red, and everything off that nobody needs.

Needs the extra `[ssh]` only where these are used.
"""

from __future__ import annotations

from typing import Any

from tui_home.doors.ssh.limits import Limits

KEY_EXCHANGES = ("mlkem768x25519-sha256", "curve25519-sha256", "curve25519-sha256@libssh.org")
"""The first is safe from tomorrow's quantum computers, too. None is of group 14 to 18: 14 ms a handshake, not 1.5."""
CIPHERS = ("chacha20-poly1305@openssh.com", "aes256-gcm@openssh.com", "aes128-gcm@openssh.com", "aes256-ctr")
MACS = ("hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com")
VERSION = "tui_home"
"""RFC 4253 §4.2 has no minus sign in it; which asyncssh it is, is nobody's business."""


def options(limits: Limits) -> dict[str, Any]:
    """Return the keyword arguments of `asyncssh.listen` that are about safety; keys and factories come beside them.

    `compression_algs` None offers none at all: a compressed packet was worth 399 MiB. No method of authentication is
    needed, as `SSHServer.begin_auth` returns False.
    """
    return {
        "config": [],
        "server_version": VERSION,
        "kex_algs": _known(KEY_EXCHANGES),
        "encryption_algs": list(CIPHERS),
        "mac_algs": list(MACS),
        "compression_algs": None,
        "signature_algs": ["ssh-ed25519"],
        "public_key_auth": False,
        "password_auth": False,
        "kbdint_auth": False,
        "host_based_auth": False,
        "gss_host": None,
        "gss_kex": False,
        "gss_auth": False,
        "rdns_lookup": False,
        "agent_forwarding": False,
        "x11_forwarding": False,
        "allow_pty": True,
        "allow_scp": False,
        "sftp_factory": None,
        "process_factory": None,
        "session_factory": None,
        "send_server_host_keys": False,
        "line_editor": False,
        "encoding": None,
        "window": limits.window,
        "login_timeout": limits.login_time,
        # A Wire asks (see `silence`) for a third of what it takes asyncssh, which sets a timer for every packet, too.
        "keepalive_interval": 0,
        "tcp_keepalive": True,
    }


def _known(wanted: tuple[str, ...]) -> list[str]:
    """Return those of `wanted` that this machine has: ML-KEM needs a recent OpenSSL (or liboqs) behind asyncssh."""
    from asyncssh.kex import get_kex_algs  # noqa: PLC0415 - only a server needs it

    here = {name.decode("ascii") for name in get_kex_algs()}
    return [name for name in wanted if name in here]
