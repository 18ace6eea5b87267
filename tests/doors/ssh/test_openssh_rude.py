"""OpenSSH's client asking for everything that is not given: what it prints, and that nothing of it is there."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32" or not shutil.which("ssh"):
    pytest.skip("needs a pty and OpenSSH's client", allow_module_level=True)

from tests.doors.ssh.serving import Serving, serving
from tests.emulator import PATIENCE

EMAIL = "wz341@cam.ac.uk"


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving({"session_time": 2}) as running:
        yield running


def command(server: Serving, *words: str) -> list[str]:
    """Return OpenSSH's client, as talkative as it is by itself, and open to sharing its connection."""
    given = [part.replace("LogLevel=ERROR", "LogLevel=INFO") for part in server.ssh(*words)]
    at = given.index("ControlPath=none")
    return given[: at - 1] + given[at + 1 :]


def asked(server: Serving, *words: str) -> subprocess.CompletedProcess[str]:
    """Return what it got; without the line on the new host."""
    done = subprocess.run(
        command(server, *words), input="", capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    said = done.stderr.splitlines(keepends=True)
    done.stderr = "".join(line for line in said if not line.startswith("Warning: Permanently added"))
    return done


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def listens(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def test_a_port_here_is_not_opened_for_anybody(server: Serving) -> None:
    port = free_port()
    got = asked(server, f"-R{port}:127.0.0.1:22", "-oExitOnForwardFailure=yes", "contact")
    assert (got.returncode, got.stdout) == (255, "")
    assert "remote port forwarding failed" in got.stderr
    assert not listens(port)
    without = asked(server, f"-R{port}:127.0.0.1:22", "contact")
    assert (without.returncode, EMAIL in without.stdout) == (0, True), "whoever only asks is answered all the same"
    assert "remote port forwarding failed" in without.stderr


@pytest.mark.parametrize("way", ["-L", "-D"])
def test_nobody_is_connected_elsewhere(server: Serving, way: str) -> None:
    port = free_port()
    where = f"-L127.0.0.1:{port}:127.0.0.1:{server.port}" if way == "-L" else f"-D127.0.0.1:{port}"
    with subprocess.Popen(command(server, where, "-N"), stderr=subprocess.PIPE, text=True) as client:
        assert client.stderr is not None
        try:
            server.wait_until(lambda: listens(port), "the client listens in its own machine")
            with socket.create_connection(("127.0.0.1", port), PATIENCE) as through:
                if way == "-D":
                    through.sendall(b"\5\1\0" + b"\5\1\0\1\x7f\0\0\1" + server.port.to_bytes(2, "big"))
                heard = b""
                while part := through.recv(1024):
                    heard += part
                assert b"SSH-" not in heard
            # Who asks for nothing but that is sent away after ten seconds; here they may leave.
        finally:
            client.terminate()
        assert "open failed" in client.stderr.read()


def test_no_jump_leads_through_here(server: Serving) -> None:
    got = asked(server, "-W127.0.0.1:22")
    assert (got.returncode, got.stdout) == (255, "")
    assert "stdio forwarding failed" in got.stderr


def test_no_tunnel_of_packets_is_made(server: Serving) -> None:
    got = asked(server, "-w0:0", "contact")
    assert (got.returncode, EMAIL in got.stdout) in ((0, True), (255, False)), "it needs a device of the client's"
    interfaces = Path("/proc/net/dev")
    assert not interfaces.exists() or "tun" not in interfaces.read_text()


def test_no_agent_is_forwarded(server: Serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary, place = Path(tempfile.gettempdir()), tmp_path / "a"
    with subprocess.Popen(["ssh-agent", "-D", "-a", str(place)], stdout=subprocess.DEVNULL) as agent:
        server.wait_until(place.exists, "the agent is there")
        monkeypatch.setenv("SSH_AUTH_SOCK", str(place))
        before = {each for each in temporary.iterdir() if "ssh" in each.name.lower()}
        got = asked(server, "-A", "contact")
        agent.terminate()
    assert (got.returncode, EMAIL in got.stdout, got.stderr) == (0, True, "")
    assert {each for each in temporary.iterdir() if "ssh" in each.name.lower()} == before


def test_no_display_is_forwarded(server: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "127.0.0.1:77")
    got = asked(server, "-Y", "contact")
    assert (got.returncode, EMAIL in got.stdout) == (0, True)
    assert got.stderr == "" or "X11 forwarding request failed" in got.stderr
    assert not any(listens(port) for port in range(6010, 6014))


def test_files_are_refused_in_every_way(server: Serving, tmp_path: Path) -> None:
    options = ["-F", "/dev/null", "-oStrictHostKeyChecking=no", "-oUserKnownHostsFile=/dev/null", "-oLogLevel=ERROR"]
    port = str(server.port)
    mine = tmp_path / "mine"
    mine.write_text("x")
    ways = {
        "scp": ["scp", *options, "-P", port, "x@127.0.0.1:about.md", str(tmp_path)],
        "scp -O": ["scp", "-O", *options, "-P", port, "x@127.0.0.1:about.md", str(tmp_path)],
        "scp -O to": ["scp", "-O", *options, "-P", port, str(mine), "x@127.0.0.1:/tmp/tui-home-was-here"],
        "sftp": ["sftp", *options, "-P", port, "x@127.0.0.1"],
    }
    for way, words in ways.items():
        ended = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False, input="ls\n")
        assert ended.returncode not in (0, -signal.SIGKILL), way
        assert "subsystem request failed" in ended.stderr or "there is no command “scp”" in ended.stderr, way
        assert "Traceback" not in ended.stderr, way
    assert not Path("/tmp/tui-home-was-here").exists()  # noqa: S108 - just there it would be
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]


def test_many_sessions_over_one_connection(server: Serving, tmp_path: Path) -> None:
    control = f"-oControlPath={tmp_path / 'c'}"
    with subprocess.Popen(command(server, "-oControlMaster=yes", control, "-N")) as master:
        try:
            server.wait_until((tmp_path / "c").exists, "the master is there")
            asking = [
                subprocess.Popen(
                    server.ssh(control, "contact"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
                )
                for _ in range(2)
            ]
            for each in asking:
                out, said = each.communicate(timeout=PATIENCE)
                assert (each.returncode, EMAIL in out, said) == (0, True, "")
            later = asked(server, control, "contact")
            assert (later.returncode, EMAIL in later.stdout) == (0, True)
        finally:
            master.terminate()
    server.wait_until_left()


@pytest.mark.parametrize("name", ["a\x1b[2Jb", "a\nevent=forged", "x" * 1000, "\x9b31m", "ä" * 300])
def test_hostile_user_names_are_answered_and_never_logged(server: Serving, name: str) -> None:
    before = len(server.log)
    got = asked(server, f"-l{name}", "contact")
    # OpenSSH's client refuses some of them by itself; asyncssh, in saslprep, others.
    assert got.returncode in (0, 255)
    assert got.returncode == 255 or EMAIL in got.stdout
    server.wait_until_left()
    log = server.log[before:]
    assert "\x1b" not in log
    assert "\nevent=" not in log
    assert "forged" not in log
    assert "xxxx" not in log


def test_an_environment_full_of_variables_changes_nothing(server: Serving) -> None:
    many = [f"LC_{number}={'x' * 200}" for number in range(150)]
    got = asked(server, "-oSetEnv=" + " ".join([*many, "COLORTERM=truecolor"]), "contact")
    assert (got.returncode, EMAIL in got.stdout, got.stderr) == (0, True, "")
    assert not any(name.startswith("LC_1") for name in os.environ)


def test_a_terminal_whose_name_is_an_escape_code_is_refused(server: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm\x1b]0;owned\x07")
    got = asked(server, "-tt", "contact")
    assert "owned" not in got.stdout + server.log
    # Without a terminal, it is answered as to a pipe.
    assert got.returncode in (0, 255)


def test_a_shell_behind_a_pipe_and_one_with_a_terminal_by_force(server: Serving) -> None:
    forced = asked(server, "-tt", "contact")
    assert (forced.returncode, EMAIL in forced.stdout) == (0, True)
    assert "\x1b[" in forced.stdout, "whoever has a terminal gets colours"
    plain = asked(server, "-T", "contact")
    assert (plain.returncode, "\r" in plain.stdout, plain.stderr) == (0, False, "")


def test_who_wants_nothing_is_sent_away(server: Serving) -> None:
    got = asked(server, "-N")
    assert got.returncode == 255
    assert "nothing was asked for" in got.stderr
    behind = asked(server, "-f", "-N")
    assert behind.returncode == 0, "the client goes on in the background"
    server.wait_until_left()
