from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.doors.owner import options, run
from tui_home.doors import serve as door
from tui_home.doors.serve import ServeError, prepare
from tui_home.doors.ssh.starting import open_files
from tui_home.doors.ssh.starting.options import help_text, parsed
from tui_home.doors.ssh.starting.settings import ServeSettings
from tui_home.sources import NoSiteError

KEYGEN = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="OpenSSH is not installed")

Prepare = Callable[..., ServeSettings]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    pages = tmp_path / "site" / "_pages"
    pages.mkdir(parents=True)
    (pages / "about.md").write_text("---\nlayout: about\ntitle: about\n---\n\nHello.\n", encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def state(tmp_path: Path) -> dict[str, str]:
    return {"STATE_DIRECTORY": str(tmp_path / "state")}


@pytest.fixture
def prepared(site: Path, state: dict[str, str]) -> Iterator[Prepare]:
    """Return a function that prepares a server as words say, on a free port of this machine alone."""
    made: list[ServeSettings] = []

    def prepare_as(
        *words: str, environment: dict[str, str] | None = None, pid: int = 1, alone: bool = True
    ) -> ServeSettings:
        whole = [*(("--site", str(site)) if alone else ()), "--host", "127.0.0.1", "--port", "0", *words]
        environment = state | (environment or {})
        made.append(prepare(parsed(whole, environment), environment, pid))
        return made[-1]

    yield prepare_as
    for settings in made:
        for each in settings.sockets:
            each.close()


def test_everything_is_ready_before_the_first_visitor(prepared: Prepare, site: Path, tmp_path: Path) -> None:
    settings = prepared("--log-address", "full")
    assert [house.folder for house in settings.houses] == [site]
    ((host, port),) = settings.addresses
    assert host == "127.0.0.1"
    socket.create_connection((host, port)).close()
    assert settings.key_made
    assert settings.key_place.parent == tmp_path / "state"
    assert not prepared().key_made, "the same key afterwards"


def test_a_port_that_is_taken_is_told(prepared: Prepare) -> None:
    ((_, port),) = prepared().addresses
    with pytest.raises(ServeError, match=f"port {port} is taken"):
        prepared("--port", str(port))


def test_too_few_files_are_told_with_the_remedy(prepared: Prepare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_files, "allowed_files", lambda _: 256)
    with pytest.raises(ServeError, match=r"ulimit -n .*--max-connections"):
        prepared()


def port_that_is_handed_to_nobody() -> int:
    """Return a free port below those that the system gives to whoever asks for any, as other tests do meanwhile."""
    for port in range(20_000 + os.getpid() % 5000, 32_000):
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    pytest.fail("no port is free")


def test_a_key_that_cannot_be_kept_stops_the_start_and_frees_the_port(prepared: Prepare, tmp_path: Path) -> None:
    port = port_that_is_handed_to_nobody()
    (tmp_path / "file").write_text("")
    with pytest.raises(ServeError, match="--host-key FILE"):
        prepared("--port", str(port), "--host-key", str(tmp_path / "file" / "key"))
    assert prepared("--port", str(port)).addresses == (("127.0.0.1", port),)


@KEYGEN
def test_the_key_of_a_credential_is_taken(prepared: Prepare, tmp_path: Path) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "tui-home.host_key"], check=True)
    (tmp_path / "tui-home.host_key").chmod(0o440)
    settings = prepared(environment={"CREDENTIALS_DIRECTORY": str(tmp_path)})
    assert (settings.key_place, settings.key_made) == (tmp_path / "tui-home.host_key", False)


def test_sockets_that_were_handed_over_come_first(prepared: Prepare, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui_home.doors.ssh.starting import activation  # noqa: PLC0415 - its number is changed

    with socket.create_server(("127.0.0.1", 0)) as listening:
        monkeypatch.setattr(activation.handed_sockets, "__defaults__", (os.dup(listening.fileno()),))
        settings = prepared(environment={"LISTEN_PID": "77", "LISTEN_FDS": "1"}, pid=77)
        assert settings.addresses == (listening.getsockname(),)


def test_a_folder_that_is_not_there_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(NoSiteError, match="nowhere"):
        prepare(options("--site", f"{tmp_path}/nowhere"), {}, 1)
    with pytest.raises(NoSiteError, match="clone it"):
        prepare(options("--site", "https://a.example/x"), {}, 1)
    with pytest.raises(NoSiteError):
        prepare(options("--sites", str(tmp_path / "nowhere")), {}, 1)


def test_a_file_of_the_denied_that_cannot_be_read_lets_nobody_in(prepared: Prepare, tmp_path: Path) -> None:
    with pytest.raises(ServeError, match="cannot be read"):
        prepared("--deny", str(tmp_path / "none"))
    with pytest.raises(ServeError, match="cannot be read"):
        prepared("--deny", str(tmp_path))


@pytest.mark.parametrize("hidden", [".", "_pages", "_pages/about.md"])
def test_a_site_that_may_not_be_read_is_told_and_not_served_empty(
    prepared: Prepare, site: Path, hidden: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != site / hidden)  # root reads everything
    with pytest.raises(ServeError, match=re.escape(f"{site / hidden} cannot be read by the user who serves it")):
        prepared()


def test_a_host_that_cannot_be_one_is_told(prepared: Prepare) -> None:
    for host in ("a" * 300, "ü..x"):
        with pytest.raises(ServeError, match="is no address and no name of a machine"):
            prepared("--host", host)


def test_without_a_site_it_is_the_packaged_one(state: dict[str, str]) -> None:
    settings = prepare(options("--host", "127.0.0.1", "--port", "0"), state, 1)
    for each in settings.sockets:
        each.close()
    assert [house.name for house in settings.houses] == [""]
    assert settings.houses[0].folder.is_dir()


def test_systemds_wishes_are_heard(prepared: Prepare) -> None:
    assert prepared(environment={"WATCHDOG_USEC": "30000000"}).watchdog == 15
    assert prepared().watchdog is None


def test_without_the_extra_its_name_is_told(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "find_spec", lambda _: None)
    code, out, err = run(capsys, "serve", "ssh", "--site", str(site))
    assert (code, out) == (1, "")
    assert err == "tui-home: SSH needs asyncssh, which is not installed here: pip install 'tui-home[ssh]'\n"


def test_metrics_need_their_library_and_a_free_port(
    prepared: Prepare, state: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = prepared("--metrics", "127.0.0.1:0").metrics
    port = found[0].getsockname()[1]
    with pytest.raises(ServeError, match=rf"port {port} is taken by another program; choose another with --metrics$"):
        prepare(options("--host", "127.0.0.1", "--port", "0", "--metrics", f"127.0.0.1:{port}"), state, 1)
    for each in found:
        each.close()
    monkeypatch.setattr(door, "find_spec", lambda name: None if name == "prometheus_client" else True)
    with pytest.raises(ServeError, match=r"^--metrics needs prometheus-client, .*: pip install 'tui-home\[ssh\]'$"):
        prepare(options("--host", "127.0.0.1", "--port", "0", "--metrics", f"127.0.0.1:{port}"), state, 1)


@pytest.mark.parametrize(
    "words",
    [
        ["serve"],
        ["serve", "web"],
        ["serve", "ssh", "--port", "x"],
        ["serve", "ssh", "--deny", "f", "--print", "container"],
    ],
)
def test_wrong_usage_leaves_with_2(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith("tui-home: ")
    assert err.endswith("\nTry tui-home serve ssh --help\n")


def test_help_is_given_with_and_without_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "serve", "--help") == run(capsys, "serve", "ssh", "-h") == (0, help_text(), "")


def test_no_site_leaves_with_3(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "serve", "ssh", "--site", str(tmp_path / "none"))[0] == 3


def test_options_before_the_command_are_sent_behind_it(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    assert "tui-home serve ssh --site PATH" in run(capsys, "--site", str(site), "serve", "ssh")[2]


def test_one_of_several_that_is_not_there_keeps_no_other_from_being_served(prepared: Prepare, tmp_path: Path) -> None:
    words = ("--site", f"a={tmp_path}", "--site", f"b={tmp_path}/nowhere", "--sites", str(tmp_path), "--watch")
    settings = prepared(*words, alone=False)
    assert [house.name for house in settings.houses] == ["a", "b"]
    assert (settings.folder, settings.watch) == (tmp_path, True)


def test_nothing_is_imported_in_a_visit_for_the_first_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "a_room" / "inner"
    room.mkdir(parents=True)
    for file in (room.parent / "__init__.py", room / "__init__.py", room / "seldom_needed.py"):
        file.touch()
    monkeypatch.syspath_prepend(tmp_path)
    door.import_all(("a_room",))
    assert sys.modules.pop("a_room.inner.seldom_needed").__name__ == "a_room.inner.seldom_needed"
    for name in ("a_room.inner", "a_room"):
        del sys.modules[name]
