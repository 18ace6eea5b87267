"""What one visitor sees of all homepages of a server: it is read as a homepage with one section."""

from __future__ import annotations

from dataclasses import replace

from tui_home.model.directory import Directory
from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.sections import Section
from tui_home.sections.directory import Command, directory_section, directory_site, link_to, matching
from tui_home.tui.reader import Cursor, Reader


class DirectoryReader(Reader):
    """One visitor with a Directory; what they look for is the View's.

    Args of the constructor:
        host: What visitors call the server.
        directory: What there is.
        command: What they write to get to a homepage.
        pages: The Pages shared with other visitors.
    """

    def __init__(self, host: str, directory: Directory, command: Command, pages: Pages) -> None:
        self._host = host
        self._command = command
        self.directory = directory
        super().__init__(directory_site(host, directory), pages)

    def sections_of(self, site: Site) -> tuple[Section, ...]:  # noqa: ARG002 - there is one
        """Return the one section."""
        return (directory_section(self.directory, self._command),)

    def take(self, directory: Directory) -> None:
        """Read a later Directory."""
        self.directory = directory
        self.replace(directory_site(self._host, directory))

    @property
    def words(self) -> str:
        """What is looked for; empty for nothing."""
        return self.bookmark.view.filter

    @words.setter
    def words(self, words: str) -> None:
        self.bookmark.view = replace(self.bookmark.view, filter=words)

    @property
    def found(self) -> int:
        """How many homepages are shown."""
        return len(matching(self.directory, self.words).entries)

    def point_at(self, name: str) -> None:
        """Put the cursor on a homepage."""
        if name:
            self.bookmark.cursor = Cursor(link_to(name, self._command(name)), 0)
            self.bookmark.opened = True
