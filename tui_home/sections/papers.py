"""Papers: in the site's order, mostly by year, newest first; venue tag, title, authors, where it appeared, links."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tui_home.model.blocks import Block, Blocks, CodeBlock, Entry, Heading, Paragraph
from tui_home.model.inline import Link, LinkKind, Span, Spans, Style, plain_text
from tui_home.model.named import NamedTuple
from tui_home.model.site import Publication, Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.sections.authors import author_spans
from tui_home.sections.words import BOLD, LINE_BREAK, MUTED, SEPARATOR, count_of, joined, kindly
from tui_home.text.width import cell_width

_LONGEST_TAG = 10
_FIRST_LEVEL, _LAST_LEVEL = 2, 6
_TAG_ENDS = 2
_TAG = Style(badge=True)
_LINK_GAP = Span("   ")
_INTERACTIVE_GAP = Span("   ", Style(interactive=True))
_INTERACTIVE = Style(interactive=True)


def compose_papers(site: Site, view: View) -> Blocks:
    """Return every publication in the site's order, under the headings of its groups: mostly its year.

    A site without any may list its papers by hand on the page that is shown above.
    """
    if not site.publications:
        return () if site.intro("papers") else kindly("No papers yet. Publications will stand here, newest first.")
    folded = _folded(_Same(site.publications))
    if not view.expanded:
        return folded.blocks
    blocks = list(folded.blocks)
    for publication, place in zip(site.publications, folded.places, strict=True):
        if _key(publication) in view.expanded:
            blocks[place] = paper_entry(publication, view, folded.width)
    return tuple(blocks)


class _Same(NamedTuple):
    """Publications, told from others by being the same objects: to compare thousands takes longer than to compose."""

    publications: tuple[Publication, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.publications is other.publications

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return id(self.publications)


class _Folded(NamedTuple):
    """The section with every entry folded."""

    blocks: Blocks
    places: tuple[int, ...]
    """Where in `blocks` each publication is."""
    width: int
    """Cells of the label column."""


@lru_cache(maxsize=2)
def _folded(same: _Same) -> _Folded:
    width = tag_width(same.publications)
    composed: list[Block] = []
    places: list[int] = []
    above: tuple[str, ...] = ()
    for publication in same.publications:
        headings = _headings(publication)
        composed += _new_headings(above, headings)
        places.append(len(composed))
        composed.append(paper_entry(publication, DEFAULT_VIEW, width))
        above = headings
    return _Folded(tuple(composed), tuple(places), width)


def _headings(publication: Publication) -> tuple[str, ...]:
    return publication.groups or (str(publication.year) if publication.year else "Undated",)


def _new_headings(above: tuple[str, ...], headings: tuple[str, ...]) -> Iterator[Block]:
    """Yield the headings in which a publication differs from the one above it."""
    same = 0
    while same < min(len(above), len(headings)) and above[same] == headings[same]:
        same += 1
    for depth, heading in enumerate(headings[same:], same):
        if heading:
            yield Heading(min(_FIRST_LEVEL + depth, _LAST_LEVEL), (Span(heading),))


def count_papers(site: Site) -> str:
    """Return how many publications there are, in words."""
    return count_of(len(site.publications), "paper", "papers")


def tag_width(publications: tuple[Publication, ...]) -> int:
    """Return the cells of a label column in which every venue tag fits; 0 when there are no tags."""
    longest = max((cell_width(_tag(publication)) for publication in publications), default=0)
    return longest + _TAG_ENDS if longest else 0


def paper_entry(publication: Publication, view: View, width: int, *, mark_selected: bool = True) -> Entry:
    """Return one publication as an Entry.

    Args:
        publication: What it is about.
        view: Whether its details are shown.
        width: Cells of the label column.
        mark_selected: Say so when the owner has selected it (not where all are).
    """
    key = _key(publication)
    is_open = key in view.expanded
    title = plain_text(publication.title)
    link = Link(
        LinkKind.PUBLICATION,
        title,
        url=publication.links[0].url if publication.links else "",
        copy="" if publication.links else title,
        toggles=key,
        bibtex=publication.bibtex,
    )
    lines: list[Spans] = [tuple(_bold(span) for span in publication.title)]
    lines.append(author_spans(publication.authors, whole=is_open))
    lines.append(_meta(publication, mark_selected=mark_selected))
    lines.append(_links(publication))
    return Entry(
        key,
        (Span(_tag(publication), _TAG, publication.venue_link),) if _tag(publication) else (),
        width,
        (Paragraph(joined([line for line in lines if line], LINE_BREAK)),),
        details=_details(publication),
        link=link,
        open=is_open,
    )


def _key(publication: Publication) -> str:
    return f"paper:{publication.key}"


def _tag(publication: Publication) -> str:
    return publication.abbr if cell_width(publication.abbr) <= _LONGEST_TAG else ""


def _bold(span: Span) -> Span:
    return Span(span.text, Style(bold=True, italic=span.style.italic, code=span.style.code), span.link)


def _meta(publication: Publication, *, mark_selected: bool) -> Spans:
    long_tag = "" if _tag(publication) or publication.abbr == publication.venue else publication.abbr
    year = str(publication.year or "")
    where = ", ".join(part for part in (publication.venue, "" if year in publication.venue else year) if part)
    parts: list[Spans] = [(Span(long_tag, MUTED, publication.venue_link),)] if long_tag else []
    parts += [(Span(where, MUTED),)] if where else []
    if publication.award:
        parts.append((Span(publication.award, BOLD),))
    if publication.selected and mark_selected:
        parts.append((Span("selected", MUTED),))
    return joined(parts, SEPARATOR)


def _links(publication: Publication) -> Spans:
    spans = joined([(Span(link.label, link=link),) for link in publication.links], _LINK_GAP)
    if not publication.bibtex:
        return spans
    label = f"BibTeX of {publication.key}"
    copy = Link(LinkKind.BIBTEX, label, copy=publication.bibtex, bibtex=publication.bibtex)
    gap = (_INTERACTIVE_GAP,) if spans else ()
    return (*spans, *gap, Span("BibTeX", _INTERACTIVE, copy))


def _details(publication: Publication) -> Blocks:
    blocks: list[Block] = list(publication.abstract)
    if publication.note:
        blocks.append(Paragraph(publication.note))
    every = (*publication.links, *publication.more_links)
    addresses = [(Span(f"{link.label}  ", MUTED), Span(link.url, link=link)) for link in every if link.url]
    if addresses:
        blocks.append(Paragraph(joined([*addresses], LINE_BREAK)))
    if publication.bibtex:
        blocks.append(CodeBlock(publication.bibtex, "bibtex"))
    return tuple(blocks)
