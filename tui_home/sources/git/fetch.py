"""A copy of a repository's newest state in a folder of the user's own, made anew when it is asked for."""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from tui_home.sources.errors import NoSiteError
from tui_home.sources.files import is_private
from tui_home.sources.git.program import Git, GitError
from tui_home.sources.git.url import GitUrl

SECONDS = 180.0
"""Time that fetching may take."""
MOST_BYTES = 512 << 20
_CURRENT = "current"
_NEW = "new-"
_SPARSE = ".git/info/sparse-checkout"
_OLD_ENOUGH = 3600.0
"""Seconds after which a copy that is no longer current has no reader any more."""
_LEFT_OUT = (
    *("png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "avif", "bmp", "tif", "tiff", "mp4", "mov", "avi", "webm"),
    *("mp3", "wav", "ogg", "m4a", "flac", "pdf", "ppt", "pptx", "key", "doc", "docx", "xls", "xlsx", "zip", "gz"),
    *("tar", "tgz", "7z", "rar", "woff", "woff2", "ttf", "otf", "eot", "js", "map", "css", "scss", "ipynb", "exe"),
    *("bin", "iso", "dmg", "psd", "ai", "pkl", "npy", "npz", "h5", "pt", "onnx", "parquet"),
)
"""Endings of files that no section reads; where the host knows partial clones, they are not even transferred."""


class FetchError(NoSiteError):
    """There is no copy of the repository, and none can be made."""


class Fetched(NamedTuple):
    """Where the copy is."""

    folder: Path
    warning: str = ""
    """Why it is an older one although a new one was asked for, in one line; empty when all is well."""


def fetch(
    url: GitUrl,
    cache: Path,
    variables: Mapping[str, str],
    *,
    older_than: float | None = None,
    progress: Callable[[str], None] | None = None,
) -> Fetched:
    """Return a copy of the repository at `url`: the one that is there, or a new one.

    Nothing in the repository is executed: no hooks, no filters, no submodules, and symbolic links become plain files. A
    copy is no git work tree any more: where it came from, perhaps with a password, is not written down.

    Args:
        url: Where it is.
        cache: A folder of the user's own; made when it is missing. One that others may write to is not used.
        variables: The process's environment.
        older_than: Seconds after which a copy is made anew; None to be content with any.
        progress: Told each line of git's progress.

    Raises:
        FetchError: There is none, and none can be made; the message is one clear line.
    """
    place = cache / url.key
    current = None
    try:
        for folder in (cache, place):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not is_private(folder):
                raise FetchError(f"{url.shown} cannot be fetched: others may write to {folder}. Make it yours alone.")
        current = _current(place)
        if current and (older_than is None or _age(current) < older_than):
            return Fetched(current)
        git = Git(url.protocol, variables, seconds=SECONDS, most_bytes=MOST_BYTES, progress=progress)
        return Fetched(_copy(git, url, place, current))
    except OSError as error:
        reason = f"{cache} cannot be written: {(error.strerror or 'unknown reason').lower()}"
    except GitError as error:
        reason = str(error)
    message = f"{url.shown} cannot be fetched: {reason}."
    if current:
        return Fetched(current, f"{message} This is the copy from before.")
    raise FetchError(f"{message} {_advice(reason)}".strip())


def _advice(reason: str) -> str:
    if "not installed" in reason:
        return "Install git, or give a folder."
    if "could not read Username" in reason or "Permission denied" in reason:
        return "There is no such repository, or it is not for everybody."
    if "Host key verification failed" in reason:
        return "Connect to it with ssh once, so that its key is known."
    if "resolve host" in reason or "unable to access" in reason or "connect" in reason:
        return "Is the network there, and the address right?"
    return ""


def _current(place: Path) -> Path | None:
    """Return the copy that counts; None when there is none."""
    with suppress(OSError, ValueError):
        name = (place / _CURRENT).read_text(encoding="ascii").strip()
        if name.isalnum() and (place / name).is_dir():
            return place / name
    return None


def _copy(git: Git, url: GitUrl, place: Path, former: Path | None) -> Path:
    """Make a copy beside those that are there, let it count, and return it; whoever reads the former one goes on."""
    new = Path(mkdtemp(prefix=_NEW, dir=place))
    try:
        clone = ("clone", "--quiet", "--progress", "--no-checkout", "--depth=1", "--single-branch", "--no-tags")
        git.run((*clone, "--no-recurse-submodules", "--filter=blob:none", "--template=", "--", url.url, "site"), new)
        site = new / "site"
        _want_text_only(site)
        try:
            commit = git.run(("rev-parse", "--verify", "--quiet", "HEAD^{commit}"), site).strip()
        except GitError:
            raise GitError("the repository is empty") from None
        git.run(("checkout", "--quiet", "--progress", "--force", "--detach", "HEAD"), site)
        _detach(site)
        copy = place / f"{commit[:16]}{os.urandom(4).hex()}"
        site.rename(copy)
        os.utime(copy)
        _point(place, copy.name)
        if former:
            os.utime(former)  # it has readers up to now
        _tidy(place, copy)
        return copy
    finally:
        _remove(new)


def _want_text_only(site: Path) -> None:
    """Tell git which files to write, as gitignore(5) has it."""
    (site / _SPARSE).parent.mkdir(exist_ok=True)
    patterns = "".join(f"!*.{ending}\n!*.{ending.upper()}\n" for ending in _LEFT_OUT)
    (site / _SPARSE).write_text(f"/*\n{patterns}!/_site/\n!/node_modules/\n!/vendor/\n", encoding="ascii")
    with (site / ".git" / "config").open("a", encoding="ascii") as file:
        file.write("[core]\n\tsparseCheckout = true\n\tsparseCheckoutCone = false\n")


def _detach(site: Path) -> None:
    """Remove what git knows of a copy, but for the list of what is not in it."""
    listed = (site / _SPARSE).read_bytes()
    _remove(site / ".git")
    (site / _SPARSE).parent.mkdir(parents=True)
    (site / _SPARSE).write_bytes(listed)


def _point(place: Path, name: str) -> None:
    """Let `name` be the copy that counts, at once."""
    new = place / f"{_CURRENT}.{os.urandom(4).hex()}"
    new.write_text(f"{name}\n", encoding="ascii")
    new.replace(place / _CURRENT)


def _tidy(place: Path, keep: Path) -> None:
    """Remove older copies, and what nobody finished, once nobody can be reading them."""
    for path in place.iterdir():
        with suppress(OSError):
            if path.name.partition(".")[0] != _CURRENT and path != keep and _age(path) > _OLD_ENOUGH:
                _remove(path)


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime


def _remove(folder: Path) -> None:
    if os.name == "nt":  # git's files are read-only, and Windows then does not let go of them
        for path in folder.rglob("*"):
            with suppress(OSError):
                path.chmod(stat.S_IWRITE)
    shutil.rmtree(folder, ignore_errors=True)
