"""A kept Site may have come from anywhere: what is damaged, forged or a trap is ignored."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sources.kept.conftest import Reads, only, posix, same, sealed
from tui_home.sources import open_kept_site
from tui_home.sources.drawer import checksum


def test_a_damaged_file_is_replaced(root: Path, keep: Path, reads: Reads) -> None:
    fresh = open_kept_site(root, keep)
    place = only(keep)
    whole = place.read_bytes()
    chance = random.Random(11)  # noqa: S311 - damage, not a secret
    damaged = [b"", b"\n", whole[:1], whole[: len(whole) // 2], whole[:-1], whole + b" ", b"\0" * 100, whole[::-1]]
    for _ in range(40):
        at = chance.randrange(len(whole))
        damaged.append(whole[:at] + bytes((whole[at] ^ (1 << chance.randrange(8)),)) + whole[at + 1 :])
    for data in damaged:
        place.write_bytes(data)
        reads()
        assert same(open_kept_site(root, keep), fresh)
        assert reads() == 1
        assert place.read_bytes() == whole


@pytest.mark.parametrize(
    "change",
    [
        lambda _: None,
        lambda whole: whole[:3],
        lambda whole: [*whole, 1],
        lambda whole: [*whole[:3], [["news", 2, "0"]], whole[4]],
        lambda whole: [*whole[:3], [["news", -2, "0"]], whole[4]],
        lambda _: {"os.system": ["id"]},
        lambda whole: [whole[0], [["content", "_config.yml"]], *whole[2:]],
        lambda whole: [whole[0], [["eval", "1", 0, []]], *whole[2:]],
        lambda whole: [whole[0], [["has", "\0\ud800", 0, []]], *whole[2:]],
        lambda whole: [whole[0], whole[1] * 10_000, *whole[2:]],
        lambda whole: [whole[0], [], *whole[2:]],
        lambda whole: [*whole[:4], ["cbuiltins", "eval"]],
        lambda whole: [*whole[:4], json.loads(json.dumps(whole[4]).replace("Hello", "\\u001b]0;evil\\u0007"))],
        lambda whole: [*whole[:4], json.loads(json.dumps(whole[4]).replace("Hello", "\\u202e"))],
        lambda whole: [*whole[:4], json.loads(json.dumps(whole[4]).replace("https:", "javascript:"))],
    ],
)
def test_a_forged_file_is_ignored_and_replaced(
    root: Path, keep: Path, reads: Reads, change: Callable[[list[object]], object]
) -> None:
    fresh = open_kept_site(root, keep)
    place = only(keep)
    whole = place.read_bytes()
    forged = sealed(change(json.loads(whole.partition(b"\n")[2])))
    place.write_bytes(forged)
    reads()
    assert same(open_kept_site(root, keep), fresh)
    assert reads() == 1
    assert place.read_bytes() == whole


@pytest.mark.parametrize("opening", [b"[", b'[{"a":'])
def test_a_file_that_is_too_deep_is_ignored(root: Path, keep: Path, opening: bytes) -> None:
    fresh = open_kept_site(root, keep)
    text = opening * 200_000
    only(keep).write_bytes(checksum(text) + b"\n" + text)
    assert same(open_kept_site(root, keep), fresh)


def test_blocks_that_are_too_deep_are_ignored(root: Path, keep: Path) -> None:
    fresh = open_kept_site(root, keep)
    whole = json.loads(only(keep).read_bytes().partition(b"\n")[2])
    nested: list[object] = []
    for _ in range(400):
        nested = [["Quote", nested]]
    whole[4][2][3] = ["", [], None, nested]
    only(keep).write_bytes(sealed(whole))
    assert same(open_kept_site(root, keep), fresh)


@posix
@pytest.mark.parametrize("trap", ["fifo", "device", "folder", "link"])
def test_a_trap_in_the_files_place_never_blocks(root: Path, keep: Path, tmp_path: Path, trap: str) -> None:
    fresh = open_kept_site(root, keep)
    place = only(keep)
    whole = place.read_bytes()
    place.unlink()
    if trap == "fifo":
        os.mkfifo(place)
    elif trap == "device":
        place.symlink_to("/dev/zero")
    elif trap == "folder":
        place.mkdir()
    else:
        (tmp_path / "elsewhere").write_bytes(b"precious")
        place.symlink_to(tmp_path / "elsewhere")
    assert same(open_kept_site(root, keep), fresh)
    if trap == "folder":
        assert list(keep.iterdir()) == [place]
    else:
        assert place.read_bytes() == whole
        assert not place.is_symlink()
    if trap == "link":
        assert (tmp_path / "elsewhere").read_bytes() == b"precious"
