"""What visits tell of themselves for metrics: to nobody, unless the owner wants some (`metrics.Metrics`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_home.doors.ssh.telling.journal import End, Way


class Measures:
    """Is told, and forgets. Seconds are of the server's steady clock."""

    def handshake(self, seconds: float) -> None:
        """Heed that a login is over, so long after the connection was let in."""

    def first_frame(self, seconds: float) -> None:
        """Heed that a visitor has something to see, so long after they asked for a screen."""

    def visited(self, way: Way, end: End) -> None:
        """Heed that a visit is over."""
