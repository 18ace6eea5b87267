"""What the owner is told when the server starts, and can pass on: addresses, the key's fingerprint, commands."""

from __future__ import annotations

import base64
import hashlib
import html
import ipaddress
from collections.abc import Iterable
from typing import NamedTuple

from tui_home.doors.ssh.calling import STANDARD_PORT, Calling
from tui_home.text.safe import printable


class Facts(NamedTuple):
    """What is announced."""

    calling: Calling
    """As visitors come; the host is one that they know, if the owner has said it."""
    addresses: tuple[tuple[str, int], ...]
    """Where the server listens: addresses of this machine, and ports."""
    public_key: bytes
    """As in the protocol (RFC 8709, section 4)."""
    key_place: str
    key_made: bool
    """Whether the key is new."""
    title: str = ""
    """Whose homepage it is; empty for several."""


def announcement(facts: Facts) -> str:
    """Return the text for the owner; each line that is to be copied stands alone."""
    calling, key = facts.calling, facts.public_key
    new = "new, keep a copy" if facts.key_made else "as before"
    return f"""\
Listening on {_listed(facts.addresses)}

For visitors    {calling.command()}
Fingerprint     {fingerprint(key)} (ED25519, {new}: {printable(facts.key_place)})
For your DNS    {sshfp(key, calling.host)}
For your page   {web_line(facts)}
"""


def fingerprint(public_key: bytes) -> str:
    """Return a key's fingerprint as OpenSSH shows it to visitors: SHA-256, in base64 without padding."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(public_key).digest()).decode().rstrip("=")


def sshfp(public_key: bytes, host: str) -> str:
    """Return the DNS record by which clients can know an Ed25519 key (RFC 4255; RFC 6594: 2; RFC 7479: 4)."""
    name = host if _is_name(host) else "HOST"
    return f"{name} IN SSHFP 4 2 {hashlib.sha256(public_key).hexdigest()}"


def web_line(facts: Facts) -> str:
    """Return a line of HTML for the owner's homepage, that no name in it can break."""
    whose = f"{html.escape(printable(facts.title))} in" if facts.title else "In"
    command = html.escape(facts.calling.command())
    known = html.escape(fingerprint(facts.public_key))
    return f'<p>{whose} your terminal: <code title="{known}">{command}</code></p>'


def advertised(host: str, addresses: Iterable[tuple[str, int]], machine: str) -> Calling:
    """Return how visitors call the server.

    Args:
        host: The name that the site's owner gives (``_data/terminal.yml``); empty for none.
        addresses: Where the server listens. Behind a router or a proxy visitors may need another port.
        machine: This machine's own name, for want of a better.
    """
    listening = list(addresses)
    port = listening[0][1] if listening else STANDARD_PORT
    name = printable(host) or next((found for found, _ in listening if not _is_any(found)), printable(machine))
    return Calling(name or "HOST", port)


def _listed(addresses: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host, port in addresses)


def _is_any(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def _is_name(host: str) -> bool:
    """Say whether `host` can stand in the DNS."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return "." in host
    return False
