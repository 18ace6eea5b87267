from __future__ import annotations

import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tui_home.doors.ssh.calling import Calling
from tui_home.doors.ssh.starting.announce import Facts, advertised, announcement, fingerprint, sshfp, web_line
from tui_home.doors.ssh.starting.host_key import HostKey, host_key

KEYGEN = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="OpenSSH is not installed")


@pytest.fixture
def key(tmp_path: Path) -> HostKey:
    return host_key(tmp_path / "key")


def facts(key: HostKey, **others: object) -> Facts:
    whole = {
        "calling": Calling("ada.example", 2222), "addresses": (("0.0.0.0", 2222), ("::", 2222)),  # noqa: S104
        "public_key": key.key.public_data, "key_place": str(key.place), "key_made": key.made, "title": "Ada Love",
    }  # fmt: skip
    return Facts(**{**whole, **others})  # type: ignore[arg-type]


def test_everything_to_pass_on_is_there(key: HostKey) -> None:
    told = announcement(facts(key))
    for expected in (
        "Listening on 0.0.0.0:2222, [::]:2222\n",
        "ssh -p 2222 ada.example\n",
        f"{fingerprint(key.key.public_data)} (ED25519, new, keep a copy: {key.place})\n",
        sshfp(key.key.public_data, "ada.example") + "\n",
        "<code",
    ):
        assert expected in told
    assert "as before" in announcement(facts(key, key_made=False))


@KEYGEN
def test_fingerprint_and_record_are_those_of_ssh_keygen(key: HostKey) -> None:
    def keygen(*words: str) -> str:
        return subprocess.run(["ssh-keygen", *words], check=True, capture_output=True, text=True).stdout

    public = key.place.with_suffix(".pub")
    public.write_bytes(key.key.export_public_key())
    assert keygen("-l", "-E", "sha256", "-f", str(public)).split()[1] == fingerprint(key.key.public_data)
    assert sshfp(key.key.public_data, "ada.example") in keygen("-r", "ada.example", "-f", str(public)).splitlines()


def test_an_address_is_no_name_for_the_dns(key: HostKey) -> None:
    for host in ("192.0.2.1", "2001:db8::1", "HOST", "localhost"):
        assert sshfp(key.key.public_data, host).startswith("HOST IN SSHFP 4 2 ")


def test_no_title_breaks_the_line_for_the_web_page_or_the_terminal(key: HostKey) -> None:
    tags: list[str] = []
    texts: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - theirs
            tags.append(tag)

        def handle_data(self, data: str) -> None:
            texts.append(data)

    Reader().feed(line := web_line(facts(key, title='A<script>"&\x1b]0;x\x07\nB')))
    assert tags == ["p", "code"]
    assert texts == ['A<script>"& B in your terminal: ', "ssh -p 2222 ada.example"]
    assert line.isprintable()
    assert web_line(facts(key, title="")).startswith("<p>In your terminal: ")


@pytest.mark.parametrize(
    ("host", "addresses", "expected"),
    [
        ("ada.example", [("0.0.0.0", 22)], "ssh ada.example"),  # noqa: S104
        ("", [("::", 2222), ("0.0.0.0", 2222)], "ssh -p 2222 box"),  # noqa: S104
        ("", [("127.0.0.1", 2222)], "ssh -p 2222 127.0.0.1"),
        ("", [], "ssh box"),
    ],
)
def test_visitors_are_told_the_owners_name_else_where_it_listens_else_the_machines(
    host: str, addresses: list[tuple[str, int]], expected: str
) -> None:
    assert advertised(host, addresses, "box").command() == expected
