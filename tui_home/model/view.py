"""What one visitor has done to a section."""

from __future__ import annotations

from dataclasses import replace

from tui_home.model.record import record


@record
class View:
    """One visitor's state of one section; the default shows everything folded."""

    expanded: frozenset[str] = frozenset()
    """Keys of the entries and folds that are toggled away from how the content has them."""
    article: str = ""
    """The key of the Article that is shown in place of the section's list; empty for the list."""
    filter: str = ""
    """The words of those entries that are shown; empty for all. Only the Directory heeds it."""

    @property
    def is_own(self) -> bool:
        """Whether the visitor has done anything to it, so that nobody else is shown the same."""
        return bool(self.expanded or self.filter)

    def toggle(self, key: str) -> View:
        """Return this View with `key` opened, or closed if it was open."""
        return replace(self, expanded=self.expanded ^ {key})


DEFAULT_VIEW = View()
