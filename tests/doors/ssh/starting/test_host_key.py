from __future__ import annotations

import errno
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import asyncssh
import platformdirs
import pytest

from tui_home.doors.ssh.starting.host_key import CREDENTIAL, FILE, HostKeyError, host_key, key_place

KEYGEN = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="OpenSSH is not installed")


def private(kind: str = "ssh-ed25519") -> bytes:
    return asyncssh.generate_private_key(kind).export_private_key()


def kept(place: Path, data: bytes, mode: int = 0o600) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    place.chmod(mode)
    return place


def error_of(place: Path, credentials: Path | None = None) -> str:
    with pytest.raises(HostKeyError) as raised:
        host_key(place, credentials)
    said = str(raised.value)
    assert "\n" not in said
    return said


def test_it_is_made_once_for_its_owner_alone_and_the_same_afterwards(tmp_path: Path) -> None:
    place = tmp_path / "state" / "deeper" / FILE
    first = host_key(place)
    assert first.made
    assert first.key.algorithm == b"ssh-ed25519"
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.parent.stat().st_mode & 0o077 == 0
    assert [found.name for found in place.parent.iterdir()] == [FILE], "nothing else is left"
    again = host_key(place)
    assert not again.made
    assert again.key.public_data == first.key.public_data


@KEYGEN
def test_openssh_reads_what_was_made_and_is_read(tmp_path: Path) -> None:
    made = host_key(tmp_path / "ours")
    told = subprocess.run(["ssh-keygen", "-y", "-f", made.place], check=True, capture_output=True, text=True).stdout
    assert made.key.export_public_key("openssh").decode().split()[:2] == told.split()[:2]
    theirs = tmp_path / "theirs"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", theirs], check=True)
    assert not host_key(theirs).made


def test_servers_that_start_at_once_have_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(host_key, [tmp_path / FILE] * 16))
    assert len({key.key.public_data for key in keys}) == 1
    assert sum(key.made for key in keys) == 1
    assert os.listdir(tmp_path) == [FILE]  # noqa: PTH208 - names are enough


def test_where_files_have_one_name_it_is_still_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", link)
    first = host_key(tmp_path / FILE)
    assert first.made
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert host_key(tmp_path / FILE).key.public_data == first.key.public_data


def test_half_a_key_is_not_left_where_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    def fsync(_: int) -> None:
        if (tmp_path / FILE).exists():
            raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "link", link)
    monkeypatch.setattr(os, "fsync", fsync)
    assert "no space left" in error_of(tmp_path / FILE)
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = error_of(tmp_path / "file" / FILE)
    assert "not a directory" in said
    assert "--host-key FILE" in said
    missing = Path("/proc/nowhere") / FILE
    assert "cannot be kept" in error_of(missing)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666, 0o610])
def test_a_key_that_others_may_read_is_refused_with_the_remedy(tmp_path: Path, mode: int) -> None:
    place = kept(tmp_path / "my key", private(), mode)
    assert f"chmod 600 '{place}'" in error_of(place)
    place.chmod(0o400)
    assert not host_key(place).made


def test_systemds_credentials_may_be_readable_and_read_only(tmp_path: Path) -> None:
    credentials = tmp_path / "credentials"
    place = kept(credentials / CREDENTIAL, private(), 0o440)
    assert not host_key(place, credentials).made
    outside = kept(tmp_path / FILE, private(), 0o440)
    error_of(outside, credentials)
    error_of(credentials / ".." / FILE, credentials)


def test_what_is_no_key_to_serve_with_is_told_apart(tmp_path: Path) -> None:
    whole = private()
    for number, data in enumerate((b"", b"\xff" * 99, whole[:150], whole[: len(whole) // 2])):
        assert "no private key that can be read" in error_of(kept(tmp_path / str(number), data))
    public = asyncssh.import_private_key(whole).export_public_key()
    assert "no private key" in error_of(kept(tmp_path / "public", public))
    other = kept(tmp_path / "other", private("ecdsa-sha2-nistp256"))
    assert "ecdsa-sha2-nistp256 key, and only ssh-ed25519" in error_of(other)
    assert other.read_bytes(), "nothing is replaced"


@KEYGEN
def test_a_locked_key_is_told_with_how_to_unlock_it(tmp_path: Path) -> None:
    place = tmp_path / "locked"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "secret words", "-f", place], check=True)
    assert f"ssh-keygen -p -N '' -f {place}" in error_of(place)


def test_folders_and_pipes_are_no_keys_and_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is no file" in error_of(tmp_path / "pipe")
    assert "is no file" in error_of(tmp_path)
    assert "cannot be read" in error_of(tmp_path / "pipe" / "key")


def denied(_: Path) -> bool:
    raise PermissionError(errno.EACCES, "permission denied")


def test_the_place_is_the_owners_then_systemds_then_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    systemd = {"STATE_DIRECTORY": "/var/lib/tui-home:/var/lib/more", "CREDENTIALS_DIRECTORY": str(tmp_path)}
    assert key_place("here", systemd) == Path("here")
    assert key_place("", systemd) == Path("/var/lib/tui-home", FILE), "there is no such credential"
    (tmp_path / CREDENTIAL).write_text("")
    assert key_place("", systemd) == tmp_path / CREDENTIAL
    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", denied)
        with pytest.raises(HostKeyError, match=r"cannot be read: permission denied; .* take LoadCredential= out"):
            key_place("", systemd)
    monkeypatch.setattr(platformdirs, "user_state_path", lambda *_, **__: tmp_path / "state")
    assert key_place("", {}) == tmp_path / "state" / FILE
    monkeypatch.setattr(platformdirs, "user_state_path", lambda *_, **__: Path("~/.local"))
    with pytest.raises(HostKeyError, match="--host-key FILE"):
        key_place("", {})
