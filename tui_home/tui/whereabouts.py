"""Where the visitor is, as far as commands care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.tui.command import Here
from tui_home.tui.cursor import bibtex_at

if TYPE_CHECKING:
    from tui_home.tui.screens.home import HomeScreen


def here_of(home: HomeScreen) -> Here:
    """Return what decides which commands do something now."""
    site, view = home.reader.site, home.page_view
    index = view.cursor_in_sight()
    target = None if index is None else view.page.targets[index]
    return Here(
        sections=len(home.reader.sections),
        target=target.link if target else None,
        opened=target is not None and target.opened,
        bibtex=None if index is None else bibtex_at(view.page, index),
        article=bool(home.reader.article),
        behind=bool(home.reader.history.behind),
        ahead=bool(home.reader.history.ahead),
        targets=bool(view.page.targets),
        email=bool(site.emails),
        meeting=site.meeting is not None,
        scrolls=view.max_scroll_y > 0,
        found=home.finder.found,
        finding=home.finder.active,
        typing=home.finder.typing,
        directory=home.is_directory,
        among=home.homepage.lobby is not None and not home.is_directory,
        remote=home.visitor.capabilities.remote,
        themes=home.homepage.has_themes,
    )
