"""The authors of a publication in a line: the owner always shown, and bold."""

from __future__ import annotations

from tui_home.model.inline import PLAIN, Link, LinkKind, Span, Spans
from tui_home.model.site import Author
from tui_home.sections.words import BOLD, MUTED

_SHOWN_WHOLE = 6
_SHOWN_FIRST = 3
_OTHERS = "et al."


def author_spans(authors: tuple[Author, ...], *, whole: bool = False) -> Spans:
    """Return the names; more than six are folded to the first three, the owner, the last, and the count.

    Co-authors' own pages are linked where all are named: a list of papers would have more stops than a visitor wants.

    Where the publication itself says "and others", they are no author, and the count says that it is not all.

    Args:
        authors: In the order of the publication.
        whole: Name every one of them, however many.
    """
    named = authors[:-1] if authors and authors[-1].name == _OTHERS else authors
    others = (Span(f", {_OTHERS}" if named else _OTHERS),) if len(named) < len(authors) else ()
    if whole or len(named) <= _SHOWN_WHOLE:
        return (*_named(named, tuple(range(len(named))), linked=whole), *others)
    shown = {*range(_SHOWN_FIRST), len(named) - 1}
    shown.update(index for index, author in enumerate(named) if author.owner)
    count = f"\N{NO-BREAK SPACE}({len(named)}{'+' if others else ''})"
    return (*_named(named, tuple(sorted(shown))), *others, Span(count, MUTED))


def _named(authors: tuple[Author, ...], shown: tuple[int, ...], *, linked: bool = False) -> Spans:
    spans: list[Span] = []
    previous = -1
    for index in shown:
        if spans:
            spans.append(Span(", " if index == previous + 1 else ", … "))
        spans.append(_name(authors[index], linked=linked))
        previous = index
    return tuple(spans)


def _name(author: Author, *, linked: bool) -> Span:
    link = Link(LinkKind.WEB, author.name, author.url) if author.url and linked else None
    return Span(author.name, BOLD if author.owner else PLAIN, link)
