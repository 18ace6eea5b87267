"""Switches metrics on if the owner wants some, and off again; else nothing is measured, and nothing imported for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_home.doors.ssh.telling.measures import Measures

if TYPE_CHECKING:
    from tui_home.doors.ssh.homepages.houses import Houses
    from tui_home.doors.ssh.listener import Tunnel
    from tui_home.doors.ssh.starting.settings import ServeSettings
    from tui_home.doors.ssh.telling.metrics import Homepages, Metrics
    from tui_home.doors.ssh.telling.metrics_door import MetricsDoor


class Measuring:
    """Of one server.

    Args:
        settings: Where metrics are asked for, if anywhere.
        tunnel: Its listener.
        homepages: Tells how the homepages are.
    """

    def __init__(self, settings: ServeSettings, tunnel: Tunnel, homepages: Callable[[], Homepages]) -> None:
        self._settings = settings
        self.measures = Measures()
        self._door: MetricsDoor | None = None
        self._lag: asyncio.Task[None] | None = None
        self._metrics: Metrics | None = None
        if not settings.metrics:
            return
        from tui_home.doors.ssh.telling.metrics import CONTENT_TYPE, Metrics  # noqa: PLC0415 - with its library
        from tui_home.doors.ssh.telling.metrics_door import MetricsDoor, Page, healthz  # noqa: PLC0415 - likewise

        self.measures = self._metrics = metrics = Metrics(tunnel, homepages)
        pages = {
            "/metrics": lambda: Page(metrics.text(), CONTENT_TYPE),
            "/healthz": healthz(lambda: tunnel.gates.draining),
        }
        self._door = MetricsDoor(settings.metrics, pages, settings.journal.crashed)

    async def begin(self) -> None:
        """Answer, and look how late the loop is."""
        if self._metrics and self._door:
            await self._door.open()
            for each in self._settings.metrics:
                host, port = each.getsockname()[:2]
                self._settings.journal.note(f"metrics: {f'[{host}]' if ':' in host else host}:{port}")
            self._lag = asyncio.get_running_loop().create_task(self._metrics.watch_lag())

    def end(self) -> None:
        """Answer nobody any more."""
        if self._door:
            self._door.close()
        if self._lag:
            self._lag.cancel()


def homepages(houses: Houses) -> Homepages:
    """Return how the homepages are."""
    from tui_home.doors.ssh.telling.metrics import Homepages  # noqa: PLC0415 - as above

    pending = sum(not each.is_known for each in houses.all)
    broken = sum(each.is_stale or bool(each.trouble) for each in houses.all)
    return Homepages(len(houses.all) - pending - broken, pending, broken, houses.reloads)
