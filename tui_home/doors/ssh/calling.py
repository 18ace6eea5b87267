"""How a visitor calls this server: the commands that are told in help, in refusals and to the owner."""

from __future__ import annotations

from typing import NamedTuple

STANDARD_PORT = 22
"""RFC 4251: what ssh takes when it is told no port."""
READ = "read"
"""The user name, and the word, that ask for lines in place of a screen."""


class Calling(NamedTuple):
    """Where a homepage is reached."""

    host: str = "HOST"
    """As visitors write it; safe to print."""
    port: int = STANDARD_PORT
    name: str = ""
    """The user name that leads to one homepage of several; empty for any."""

    def command(self, words: str = "", *, options: str = "") -> str:
        """Return the command that asks for `words`; without words, the one that shows the homepage."""
        return self._command(self.name, words, options)

    def in_lines(self) -> str:
        """Return the command that reads line by line."""
        return self._command(self.name, READ, "-t") if self.name else self._command(READ, "", "-t")

    def _command(self, user: str, words: str, options: str) -> str:
        port = "" if self.port == STANDARD_PORT else f"-p {self.port}"
        where = f"{user}@{self.host}" if user else self.host
        return " ".join(part for part in ("ssh", port, options, where, words) if part)
