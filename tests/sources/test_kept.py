from __future__ import annotations

import hashlib
import json
import os
import random
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_home.model.site import Site
from tui_home.sources import NoSiteError, formats, kept, open_kept_site, open_site, program
from tui_home.sources.packaged import packaged_content
from tui_home.sources.tree import Tree

_SITES = Path(__file__).parents[3] / "shared" / "sites"
_REAL = sorted(path for path in _SITES.iterdir() if path.is_dir()) if _SITES.is_dir() else []
FILES = {
    "_config.yml": "first_name: Ann\nlast_name: Doe\nurl: https://a.example\n",
    "_pages/about.md": "---\nlayout: about\npermalink: /\n---\nHello, *you*.\n",
    "_news/2024-01-01-a.md": "An [item](https://a.example/x).",
    "_bibliography/papers.bib": "@article{k, title={T}, author={Doe, Ann}, year={2024}}",
}
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights, and no FIFOs")

Reads = Callable[[], int]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "site"


@pytest.fixture
def keep(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "sites"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Return what counts how often a folder was read since it was last asked."""
    made: list[Path] = []
    read_site = formats.read_site

    def counted(tree: Tree) -> Site:
        made.append(tree.root)
        return read_site(tree)

    monkeypatch.setattr(formats, "read_site", counted)

    def since() -> int:
        count = len(made)
        made.clear()
        return count

    return since


def only(keep: Path) -> Path:
    (place,) = keep.iterdir()
    return place


def sealed(plain: object) -> bytes:
    """Return a file as `kept` would have written it."""
    text = json.dumps(plain).encode()
    return hashlib.sha256(text).hexdigest().encode() + b"\n" + text


def same(one: Site, other: Site) -> bool:
    return one == other and one.problems == other.problems


def test_the_second_opening_reads_nothing(root: Path, keep: Path, reads: Reads) -> None:
    first = open_kept_site(root, keep)
    assert reads() == 1
    second = open_kept_site(root, keep)
    assert reads() == 0
    assert same(first, second)
    assert same(first, open_site(root))


@pytest.mark.parametrize("folder", [packaged_content(), *_REAL], ids=lambda path: path.name)
def test_a_kept_site_is_the_one_that_was_read(folder: Path, keep: Path, reads: Reads) -> None:
    read = open_kept_site(folder, keep)
    assert reads() == 1
    assert same(open_kept_site(folder, keep), read)
    assert reads() == 0


@pytest.mark.skipif(bool(_REAL), reason="../shared/sites is here: its sites are tested above")
def test_real_sites_are_kept() -> None:
    pytest.skip("../shared/sites is not here")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_pages/about.md", "---\nlayout: about\npermalink: /\n---\nHello, *all*.\n"),
        ("_news/2024-01-01-a.md", None),
        ("_news/2024-02-01-b.md", "New."),
        ("_news/more/2024-02-01-b.md", "New."),
        ("_bibliography/papers.bib", "@article{k, title={U}, author={Doe, Ann}, year={2024}}"),
        ("_data/socials.yml", "github_username: ann\n"),
        ("_data/terminal.yml", "host: a.example\n"),
        ("_config.yml", None),
        ("index.md", "---\nlayout: about\npermalink: /\n---\nAnother page.\n"),
    ],
    ids=str,
)
def test_whatever_changes_is_seen_and_so_is_its_return(
    root: Path, keep: Path, reads: Reads, name: str, text: str | None
) -> None:
    before = open_kept_site(root, keep)
    path = root / name
    if text is None:
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        os.utime(path, (0, 0))
    reads()
    changed = open_kept_site(root, keep)
    assert reads() == 1
    assert same(changed, open_site(root))
    assert not same(changed, before)
    if name in FILES:
        path.write_text(FILES[name])
    else:
        path.unlink()
    assert same(open_kept_site(root, keep), before)


def test_what_reading_does_not_look_at_may_change(root: Path, keep: Path, reads: Reads) -> None:
    open_kept_site(root, keep)
    reads()
    (root / "assets").mkdir()
    (root / "assets" / "picture.png").write_bytes(b"\x89PNG")
    (root / "_pages" / "about.md").touch()
    open_kept_site(root, keep)
    assert reads() == 0


def test_every_folder_has_a_place_of_its_own(root: Path, keep: Path, tmp_path: Path, reads: Reads) -> None:
    (tmp_path / "other" / "_pages").mkdir(parents=True)
    (tmp_path / "other" / "_pages" / "about.md").write_text("Other.")
    opened = [open_kept_site(folder, keep) for folder in (root, tmp_path / "other") * 2]
    assert reads() == 2
    assert same(opened[0], opened[2])
    assert same(opened[1], opened[3])
    assert not same(opened[0], opened[1])


@pytest.mark.parametrize("room", ["sources", "text", "document", "model"])
def test_another_program_reads_anew(
    root: Path, keep: Path, reads: Reads, room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package"
    for name in ("sources", "text", "document", "model"):
        (package / name / "deeper").mkdir(parents=True)
        (package / name / "deeper" / "code.py").write_text("x = 1\n")
    monkeypatch.setattr(program, "_PACKAGE", package)
    open_kept_site(root, keep)
    reads()
    open_kept_site(root, keep)
    assert reads() == 0
    os.utime(package / room / "deeper" / "code.py", ns=(1, 1))
    open_kept_site(root, keep)
    assert reads() == 1


def test_another_package_beside_it_reads_anew(
    root: Path, keep: Path, reads: Reads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = tmp_path / "site-packages"
    shelf.mkdir()
    os.utime(shelf, ns=(1, 1))
    monkeypatch.setattr(sys, "path", [*sys.path, str(shelf)])
    open_kept_site(root, keep)
    reads()
    open_kept_site(root, keep)
    assert reads() == 0
    (shelf / "yaml-7.dist-info").mkdir()
    open_kept_site(root, keep)
    assert reads() == 1


def test_no_site_is_no_site_and_leaves_nothing(tmp_path: Path, keep: Path) -> None:
    (tmp_path / "README.md").write_text("no site")
    for folder in (tmp_path, tmp_path / "missing", tmp_path / "nul\0"):
        with pytest.raises(NoSiteError):
            open_kept_site(folder, keep)
    assert not keep.exists()


def test_a_site_that_is_gone_is_no_site(root: Path, keep: Path) -> None:
    open_kept_site(root, keep)
    root.rename(root.with_name("elsewhere"))
    with pytest.raises(NoSiteError):
        open_kept_site(root, keep)
    root.mkdir()
    with pytest.raises(NoSiteError):
        open_kept_site(root, keep)


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
        lambda _: {"os.system": ["id"]},
        lambda whole: [whole[0], [["content", "_config.yml"]], *whole[2:]],
        lambda whole: [whole[0], [["eval", "1", 0, []]], *whole[2:]],
        lambda whole: [whole[0], [["has", "\0\ud800", 0, []]], *whole[2:]],
        lambda whole: [whole[0], whole[1] * 10_000, *whole[2:]],
        lambda whole: [whole[0], [], *whole[2:]],
        lambda whole: [*whole[:3], ["cbuiltins", "eval"]],
        lambda whole: [*whole[:3], json.loads(json.dumps(whole[3]).replace("Hello", "\\u001b]0;evil\\u0007"))],
        lambda whole: [*whole[:3], json.loads(json.dumps(whole[3]).replace("Hello", "\\u202e"))],
        lambda whole: [*whole[:3], json.loads(json.dumps(whole[3]).replace("https:", "javascript:"))],
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
    only(keep).write_bytes(hashlib.sha256(text).hexdigest().encode() + b"\n" + text)
    assert same(open_kept_site(root, keep), fresh)


def test_blocks_that_are_too_deep_are_ignored(root: Path, keep: Path) -> None:
    fresh = open_kept_site(root, keep)
    whole = json.loads(only(keep).read_bytes().partition(b"\n")[2])
    nested: list[object] = []
    for _ in range(400):
        nested = [["Quote", nested]]
    whole[3][2][3] = ["", [], None, nested]
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


@posix
def test_nobody_else_may_read_or_write_what_is_kept(root: Path, keep: Path, reads: Reads) -> None:
    open_kept_site(root, keep)
    assert stat.S_IMODE(keep.stat().st_mode) == 0o700
    assert stat.S_IMODE(only(keep).stat().st_mode) == 0o600
    keep.chmod(0o777)
    reads()
    open_kept_site(root, keep)
    assert reads() == 1


@posix
def test_a_folder_of_somebody_else_is_left_alone(
    root: Path, keep: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_kept_site(root, keep)
    written = only(keep).stat().st_mtime_ns
    owner = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    reads()
    open_kept_site(root, keep)
    assert reads() == 1
    assert only(keep).stat().st_mtime_ns == written


def test_without_a_place_everything_is_read(root: Path, reads: Reads) -> None:
    assert same(open_kept_site(root, None), open_kept_site(root, None))
    assert reads() == 2


def test_a_place_that_cannot_be_made_is_no_error(root: Path, tmp_path: Path, reads: Reads) -> None:
    (tmp_path / "file").write_text("x")
    for keep in (tmp_path / "file", tmp_path / "file" / "sites"):
        assert open_kept_site(root, keep).title == "Ann Doe"
        assert reads() == 1


def test_a_full_disk_is_no_error_and_leaves_no_half(root: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        assert open_kept_site(root, keep).title == "Ann Doe"
    assert list(keep.iterdir()) == []


def test_the_oldest_goes_when_there_are_too_many(root: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_FILES", 3)
    keep.mkdir(mode=0o700, parents=True)
    for age, name in enumerate(("a.site", "b.site", "c.crashed.new", "d.site", "notes.txt")):
        (keep / name).write_text("x")
        os.utime(keep / name, (1000 - age, 1000 - age))
    open_kept_site(root, keep)
    left = {path.name for path in keep.iterdir()}
    assert {"a.site", "b.site", "notes.txt"} < left
    assert len(left) == 4


def test_the_bytes_of_all_together_are_bounded(root: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_kept_site(root, keep)
    size = only(keep).stat().st_size
    monkeypatch.setattr(kept, "_MOST_BYTES", size + 10)
    only(keep).unlink()
    for age, (name, large) in enumerate((("a.site", 10), ("b.site", 1))):
        (keep / name).write_bytes(b"x" * large)
        os.utime(keep / name, (1000 - age, 1000 - age))
    open_kept_site(root, keep)
    assert sum(path.stat().st_size for path in keep.iterdir()) == size + 10
    assert not (keep / "b.site").exists()


def test_a_site_that_is_too_large_is_not_kept(root: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_LARGEST", 100)
    assert same(open_kept_site(root, keep), open_kept_site(root, keep))
    assert not keep.exists()


@posix
def test_a_site_of_traps_is_kept(root: Path, keep: Path, reads: Reads) -> None:
    os.mkfifo(root / "_data")
    os.mkfifo(root / "_pages" / "fifo.md")
    (root / "_pages" / "loop.md").symlink_to("loop.md")
    (root / "_news" / "zero.md").symlink_to("/dev/zero")
    (root / "_news" / os.fsdecode(b"na\xefve.md")).write_text("Text.")
    read = open_kept_site(root, keep)
    assert reads() == 1
    assert same(open_kept_site(root, keep), read)
    assert reads() == 0
    (root / "_news" / "zero.md").unlink()
    assert not same(open_kept_site(root, keep), read)


def test_two_programs_at_once_leave_one_whole_site(root: Path, keep: Path, reads: Reads) -> None:
    program = """
import sys
from pathlib import Path
from tui_home.sources import open_kept_site
root, keep = map(Path, sys.argv[1:])
for number in range(40):
    (root / "_news" / "2024-03-01-c.md").write_text(f"Number {number}.")
    assert open_kept_site(root, keep).title == "Ann Doe"
"""
    command = [sys.executable, "-c", program, str(root), str(keep)]
    running = [subprocess.Popen(command, cwd=Path(__file__).parents[2], stderr=subprocess.PIPE) for _ in range(2)]
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    assert [path.suffix for path in keep.iterdir()] == [".site"]
    open_kept_site(root, keep)
    reads()
    assert same(open_kept_site(root, keep), open_site(root))
    assert reads() == 1  # open_site's own
