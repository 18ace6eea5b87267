"""Sites are read in processes of their own, which end with the server and cannot harm it."""

from __future__ import annotations

import asyncio
import io
import json
import os
import signal
import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tui_home.doors.ssh.homepages.frames import AnswerError, NoSiteToldError, told, whole_frames
from tui_home.doors.ssh.homepages.reader import Reader, UnreadableError
from tui_home.model.site import NewsItem, Site
from tui_home.sources.errors import NoSiteError
from tui_home.sources.opening import open_site
from tui_home.sources.packaged import packaged_content


def ignore(_site: Site) -> None:
    pass


def read(reader: Reader, folder: Path, known: str = "") -> Site | None:
    return asyncio.run(reader.read(folder, known, ignore)).site


def program(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_what_a_process_reads_is_what_we_would_read(tmp_path: Path) -> None:
    here = open_site(packaged_content())
    reader = Reader(tmp_path / "kept")
    assert read(reader, packaged_content()) == here
    assert list((tmp_path / "kept").iterdir()), "kept for the next start"
    assert read(reader, packaged_content(), here.revision) is None, "nothing new"
    assert read(reader, packaged_content(), "another") == here


def test_a_large_site_is_told_in_pieces() -> None:
    site = open_site(packaged_content())
    news = tuple(NewsItem(str(number), None, (), ()) for number in range(1000))
    frames = list(whole_frames(replace(site, news=news), ["_config.yml: broken"]))
    assert max(map(len, frames)) < sum(map(len, frames)) / 2
    heard = told(io.BytesIO(b"".join(frames)).read, ignore)
    assert heard.site == replace(site, news=news)
    assert heard.faults == ("_config.yml: broken",)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import time; time.sleep(100)", "took over"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "ended early"),
        ("print('x')", "ended early"),
        ("import struct, sys; sys.stdout.buffer.write(struct.pack('>I', 2**32 - 1))", "larger than 32 MiB"),
        ("import struct, sys; sys.stdout.buffer.write(struct.pack('>I', 4) + b'[\"x\"')", "nonsense"),
    ],
)
def test_a_process_that_goes_wrong_is_told_of_in_one_line(code: str, why: str) -> None:
    reader = Reader(None, command=program(code), seconds=0.3 if "sleep" in code else 30)
    with pytest.raises(UnreadableError, match=why):
        read(reader, packaged_content())


def test_it_goes_after_visitors_but_not_after_everything(tmp_path: Path) -> None:
    def niceness(*, urgent: bool) -> int:
        code = f"import sys; open({str(tmp_path / 'nice')!r}, 'w').write(sys.argv[-1])"
        with pytest.raises(UnreadableError):
            asyncio.run(Reader(None, command=program(code)).read(packaged_content(), "", ignore, urgent=urgent))
        return int((tmp_path / "nice").read_text())

    # At 19 what takes 0.04 s took ten on a machine that six others kept busy.
    assert 0 < niceness(urgent=True) < niceness(urgent=False) <= 10


def test_where_there_is_no_site_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoSiteError, match="looked for"):
        read(Reader(None), tmp_path)


def test_a_reading_that_nobody_waits_for_any_more_ends(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code = f"import os, time; open({str(pipe)!r}, 'w').write(str(os.getpid())); time.sleep(100)"

    async def begin_and_leave() -> int:
        task = asyncio.create_task(Reader(None, command=program(code)).read(packaged_content(), "", ignore))
        pid = int(await asyncio.to_thread(pipe.read_text))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return pid

    pid = asyncio.run(begin_and_leave())  # waits for its thread, and that for the process
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the alarm clock ends it")
def test_the_process_ends_when_the_server_does_even_in_a_computation_without_end() -> None:
    code = (
        "import re, sys\n"
        "import tui_home.doors.ssh.homepages.reading_child as child\nchild._end_with(0)\nprint(flush=True)\n"
        "re.match('(a+)+$', 'a' * 60 + 'b')"
    )
    lifeline, ours = os.pipe()
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(program(code), stdin=lifeline, stdout=subprocess.PIPE, env=environment) as process:
        os.close(lifeline)
        assert process.stdout is not None
        process.stdout.readline()
        os.close(ours)
        assert process.wait(30) == -signal.SIGIO


@pytest.mark.parametrize(
    "answer",
    [[], ["whole"], ["whole", [], []], ["front", 3], ["part", "news", []], ["same", 1], {}, ["whole", None, [3]]],
)
def test_what_is_told_is_trusted_in_nothing(answer: object) -> None:
    data = json.dumps(answer).encode()
    with pytest.raises(AnswerError):
        told(io.BytesIO(struct.pack(">I", len(data)) + data).read, ignore)


def test_a_message_for_the_owner_goes_through() -> None:
    data = json.dumps(["none", "No site"]).encode()
    with pytest.raises(NoSiteToldError, match="No site"):
        told(io.BytesIO(struct.pack(">I", len(data)) + data).read, ignore)
