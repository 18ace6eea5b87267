"""What all visits of a server share to be shown something at once: the ready screens, and whose turn it is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tui_home.doors.ssh.ready import Kind, ReadyScreen, ReadyScreens

_AT_ONCE = 2
"""Apps that are made at once: with more, none is ready sooner, and those who read wait longer for their keys."""


@dataclass(frozen=True, slots=True)
class Studio:
    """One server's."""

    screens: ReadyScreens = field(default_factory=ReadyScreens)
    under_way: dict[Kind, asyncio.Task[ReadyScreen]] = field(default_factory=dict)
    """Those that are being drawn."""
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))
    """Held while an app is made, to draw a screen or to be acted in; who has waited longest is next."""
