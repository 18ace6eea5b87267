"""What a section is: an id, a title, and how it is composed from a Site."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.model.blocks import Blocks
from tui_home.model.collections import Article
from tui_home.model.record import record
from tui_home.model.site import Site
from tui_home.model.view import View


def always(_site: Site) -> bool:
    """Say that a section is there whatever the content."""
    return True


def no_articles(_site: Site) -> tuple[Article, ...]:
    """Say that a section lists nothing that opens as a page of its own."""
    return ()


@record
class Section:
    """One pane of the homepage, declared once; it knows nothing of screens."""

    id: str
    """Lower case, also the verb that shows it."""
    title: str
    """What the bar and the help call it."""
    compose: Callable[[Site, View], Blocks]
    """Pure: the same Site and View give equal Blocks."""
    count: Callable[[Site], str]
    """How much is in it, in words ("7 papers"); empty when that says nothing."""
    present: Callable[[Site], bool] = always
    """Whether the site has anything for it; the first four are always there."""
    articles: Callable[[Site], tuple[Article, ...]] = no_articles
    """What it lists and opens as pages of their own, which View.article names."""
    narrowed: Callable[[Blocks, View], Blocks] | None = None
    """From the Blocks of the whole to those of them that a View with a filter leaves, where that is quicker."""
