"""The server's own key: made once, kept, and never another one.

Visitors' clients remember it (RFC 4251, section 4.1) and warn of an attack when it changes, so that a key which does
not outlive a restart is worse than no server: where none can be kept we say so and stop.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_home.text.quoted import quoted
from tui_home.text.safe import printable

if TYPE_CHECKING:
    import asyncssh

CREDENTIAL = "tui-home.host_key"
"""The name under which systemd (LoadCredential=) may hand us the key."""
FILE = "ssh_host_ed25519_key"
_ALGORITHM = "ssh-ed25519"
_COMMENT = "tui-home"
_MOST_BYTES = 64 << 10
_ALWAYS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class HostKeyError(Exception):
    """There is no key to serve with; the message is for the owner and says what to do."""


class HostKey(NamedTuple):
    """The key, and where it is kept."""

    key: asyncssh.SSHKey
    place: Path
    made: bool
    """Whether this start has made it."""


def key_place(chosen: str, environment: Mapping[str, str]) -> Path:
    """Return where the key is, or will be.

    Args:
        chosen: The file that the owner names; empty for none.
        environment: The process's: systemd tells there where credentials and state are (systemd.exec(5)).

    Raises:
        HostKeyError: There is no such place, as for a user without a home.
    """
    if chosen:
        return Path(chosen)
    credentials = environment.get("CREDENTIALS_DIRECTORY", "")
    if credentials and _is_there(credential := Path(credentials, CREDENTIAL)):
        return credential
    # A unit may have several; all are its own.
    if state := environment.get("STATE_DIRECTORY", "").split(":")[0]:
        return Path(state, FILE)
    import platformdirs  # noqa: PLC0415 - not where systemd says it

    folder = platformdirs.user_state_path("tui-home", appauthor=False)
    if not folder.is_absolute():
        raise HostKeyError("there is no home to keep the host key in; name a file for it: --host-key FILE")
    return folder / FILE


def _is_there(credential: Path) -> bool:
    try:
        return credential.exists()
    except OSError as error:
        # Perhaps there is a key, which visitors know: nobody should serve with another one by mistake.
        raise HostKeyError(
            f"systemd's credentials in {_shown(credential.parent)} cannot be read: {_reason(error)}; "
            "where it can hand over none (some containers), take LoadCredential= out of the unit"
        ) from error


def host_key(place: Path, credentials: Path | None = None) -> HostKey:
    """Return the key in `place`; make it when there is none.

    Args:
        place: Its file. Several servers may start at once: all get the key of whoever made it first.
        credentials: Where systemd has put credentials; only there may a group read the file, since it is systemd
            that keeps others out.

    Raises:
        HostKeyError: It cannot be read or made, or is no key to serve with.
    """
    made = False
    data = _read(place, credentials)
    if data is None:
        made = _make(place)
        data = _read(place, credentials)
    if data is None:
        raise HostKeyError(f"the host key {_shown(place)} vanished while it was read")
    return HostKey(_parsed(data, place), place, made)


def _read(place: Path, credentials: Path | None) -> bytes | None:
    """Return what is in `place`; None when there is nothing."""
    try:
        descriptor = os.open(place, os.O_RDONLY | _ALWAYS | getattr(os, "O_NONBLOCK", 0))  # a FIFO waits for a writer
        try:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                raise HostKeyError(f"the host key {_shown(place)} is no file; name another: --host-key FILE")
            _check_mode(mode, place, credentials)
            return os.read(descriptor, _MOST_BYTES)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise HostKeyError(
            f"the host key {_shown(place)} cannot be read: {_reason(error)}; let the server's user read it, "
            "or name another: --host-key FILE"
        ) from error


def _check_mode(mode: int, place: Path, credentials: Path | None) -> None:
    if sys.platform == "win32" or not mode & _OTHERS:
        return
    if credentials is not None and place.resolve().is_relative_to(credentials.resolve()):
        return
    raise HostKeyError(
        f"others may read the host key {_shown(place)} (mode {stat.S_IMODE(mode):04o}); "
        f"keep them out: chmod 600 {quoted(place)}"
    )


def _parsed(data: bytes, place: Path) -> asyncssh.SSHKey:
    import asyncssh  # noqa: PLC0415 - the extra's

    where = f"the host key {_shown(place)}"
    try:
        key = asyncssh.import_private_key(data)
    except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError) as error:
        if isinstance(error, asyncssh.KeyEncryptionError) or "assphrase" in str(error):
            raise HostKeyError(
                f"{where} is locked with a passphrase, and nobody is there to type it; "
                f"take it off: ssh-keygen -p -N '' -f {quoted(place)}"
            ) from None
        raise HostKeyError(
            f"{where} holds no private key that can be read; put it back from a copy. Moved away, a new one is made, "
            "and visitors who came before are warned of it"
        ) from None
    if key.algorithm != _ALGORITHM.encode():
        kind = printable(key.algorithm.decode("ascii", "replace"))
        raise HostKeyError(
            f"{where} is an {kind} key, and only {_ALGORITHM} is served; make one: ssh-keygen -t ed25519 -N '' -f FILE"
        )
    return key


def _make(place: Path) -> bool:
    """Make a key and put it into `place` whole, or not at all; return whether it is ours that is there now."""
    import asyncssh  # noqa: PLC0415 - the extra's

    data = asyncssh.generate_private_key(_ALGORITHM, comment=_COMMENT).export_private_key()
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=f".{FILE}.")  # of mode 0600, and nobody else's
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            return _put(Path(name), place, data)
        finally:
            with suppress(OSError):
                Path(name).unlink()
    except (OSError, ValueError) as error:
        raise HostKeyError(
            f"the host key cannot be kept in {_shown(place)}: {_reason(error)}; name a file that can be written, "
            "or one that is there: --host-key FILE. With another key at every start, visitors would be warned of an "
            "attack each time"
        ) from error


def _put(written: Path, place: Path, data: bytes) -> bool:
    """Give what was `written` its name, unless that is taken."""
    try:
        os.link(written, place)  # unlike a renaming, it replaces nothing
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
        return _put_without_links(place, data)
    _remember(place.parent)
    return True


def _put_without_links(place: Path, data: bytes) -> bool:
    """Write the key where files have one name only (FAT, some networks): still never over another."""
    try:
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _ALWAYS, 0o600)
    except FileExistsError:
        return False
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            place.unlink()  # half a key (the disk is full) would stop every later start
        raise
    return True


def _remember(folder: Path) -> None:
    """Have the disk keep the new name, too, should the power fail."""
    with suppress(OSError):  # not every system opens folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: BaseException) -> str:
    return printable((getattr(error, "strerror", "") or "that is no name of a file").lower())


def _shown(place: Path) -> str:
    return printable(str(place))
