"""What is wrong in the content, said so that its owner can mend it."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from tui_home.model.record import record


class Severity(StrEnum):
    """How much a visitor loses: nothing (note), a little (warning), content (error)."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@record
class Edit:
    """A change of the file that certainly mends a fault."""

    line: int
    """The file's line, counted from 1."""
    before: str
    """What stands on that line, as written in the file."""
    after: str
    """What is to stand there in its place."""
    times: int = 1
    """How often it stands on that line, to be replaced each time."""


@record
class Problem:
    """One fault in the content. Reading never raises for content; it collects these."""

    severity: Severity
    file: str
    """Path relative to the site's folder, with forward slashes; empty for the site as a whole."""
    line: int | None
    """Counted from 1; None when the fault has no line (a missing file)."""
    message: str
    """What is wrong, one line; a repair shows ``before → after``."""
    hint: str = ""
    """How to mend it, one line."""
    effect: str = ""
    """What it means for a visitor, one sentence; empty when the message says it."""
    edits: tuple[Edit, ...] = field(default=(), compare=False)
    """What ``check --fix`` changes; empty when nothing is certain. Kept Sites do without."""


@record
class Origin:
    """Where a piece of text was read, so that a Problem in it can name its file and line."""

    file: str
    line: int = 1
    """The file's line that the text's first line is, counted from 1."""

    def problem(self, severity: Severity, message: str, hint: str = "", *, at: int = 0) -> Problem:
        """Return a Problem `at` lines below this origin."""
        return Problem(severity, self.file, self.line + at, message, hint)
