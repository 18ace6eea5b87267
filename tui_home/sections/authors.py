"""The authors of a publication in a line: the owner always shown, and bold."""

from __future__ import annotations

from tui_home.model.inline import PLAIN, Span, Spans
from tui_home.model.site import Author
from tui_home.sections.words import BOLD, MUTED

_SHOWN_WHOLE = 6
_SHOWN_FIRST = 3


def author_spans(authors: tuple[Author, ...], *, whole: bool = False) -> Spans:
    """Return the names; more than six are folded to the first three, the owner, the last, and the count.

    Args:
        authors: In the order of the publication.
        whole: Name every one of them, however many.
    """
    if whole or len(authors) <= _SHOWN_WHOLE:
        return _named(authors, tuple(range(len(authors))))
    shown = {*range(_SHOWN_FIRST), len(authors) - 1}
    shown.update(index for index, author in enumerate(authors) if author.owner)
    return (*_named(authors, tuple(sorted(shown))), Span(f" ({len(authors)})", MUTED))


def _named(authors: tuple[Author, ...], shown: tuple[int, ...]) -> Spans:
    spans: list[Span] = []
    previous = -1
    for index in shown:
        if spans:
            spans.append(Span(", " if index == previous + 1 else ", … "))
        spans.append(Span(authors[index].name, BOLD if authors[index].owner else PLAIN))
        previous = index
    return tuple(spans)
