"""What a server holds at one moment, as it tells it."""

from __future__ import annotations

from typing import NamedTuple

ANSWER = "held "
"""Begins the line on which it is told."""


class Held(NamedTuple):
    """Counts and bytes."""

    things: dict[str, int]
    """How many there are of what a visit might leave behind, by name."""
    memory: int
    """Bytes: the process's resident set, after a collection of garbage."""
    trimmed: int
    """Bytes: the same, after what is free has been given back to the system."""
    types: dict[str, int]
    """Objects by type, of the most frequent."""
