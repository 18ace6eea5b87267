"""A hash of what is kept, as `hashlib` has it, without what comes with that: OpenSSL takes 3 ms of a start of 40."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python than the usual one
    from hashlib import blake2b

_BYTES = 32


class Digest:
    """Of all that it is given, one after the other.

    Args:
        first: Of that the beginning.
        size: Bytes of the hash.
    """

    __slots__ = ("_hash",)

    def __init__(self, first: bytes = b"", size: int = _BYTES) -> None:
        self._hash = blake2b(first, digest_size=size)

    def update(self, more: bytes) -> None:
        """Take `more` as well."""
        self._hash.update(more)

    @property
    def hex(self) -> str:
        """The hash so far, two characters for each byte."""
        return self._hash.hexdigest()
