"""About: the owner's profile and text, and below it what the page's flags ask for."""

from __future__ import annotations

from tui_home.model.blocks import Align, Aside, Block, Blocks, Paragraph, Portrait
from tui_home.model.inline import Span, Spans, Style
from tui_home.model.site import Contact, Profile, Site
from tui_home.model.view import View
from tui_home.sections.articles import article_entry
from tui_home.sections.contact import contact_key
from tui_home.sections.news import news_entry
from tui_home.sections.papers import paper_entry, tag_width
from tui_home.sections.words import (
    KEY,
    LINE_BREAK,
    MONTH_AND_YEAR_CELLS,
    MUTED,
    SEPARATOR,
    count_of,
    division,
    joined,
    month_of,
    muted,
)

_KEYED_KINDS = ("email", "meeting")
_NOT_ELSEWHERE = (*_KEYED_KINDS, "address")


def compose_about(site: Site, view: View) -> Blocks:
    """Return the about page as al-folio orders it: profile, text, news, posts, selected papers, social links, foot."""
    about = site.about
    text: Blocks = (*_subtitle(site), *about.blocks)
    if about.profile:
        side = Align.LEFT if about.profile.align is Align.LEFT else Align.RIGHT
        text = (Aside(side, _profile(site, about.profile), text),)
    below = (*_news(site, view), *_posts(site), *_selected(site, view))
    elsewhere = _elsewhere(site) if about.social and not about.profile else ()
    last = [Paragraph(spans) for spans in (elsewhere, muted(site.footer)) if spans]
    return (*text, *below, *last)


def _subtitle(site: Site) -> Blocks:
    if not site.about.subtitle:
        return ()
    return (
        Paragraph(tuple(Span(span.text, Style(italic=True, muted=True), span.link) for span in site.about.subtitle)),
    )


def _profile(site: Site, profile: Profile) -> Blocks:
    blocks: list[Block] = []
    monogram = site.name.monogram or site.title[:1].upper()
    if profile.image and monogram:
        blocks.append(Portrait(monogram, profile.image_circular, site.title))
    if profile.address:
        blocks.append(Paragraph(joined([(Span(line, MUTED),) for line in profile.address], LINE_BREAK)))
    blocks.extend(profile.more_info)
    if site.about.social:
        keyed = [_with_key(site, contact) for contact in site.contacts if contact.kind in _KEYED_KINDS]
        blocks.extend(Paragraph(spans) for spans in (joined(keyed, LINE_BREAK), _elsewhere(site)) if spans)
    return tuple(blocks)


def _with_key(site: Site, contact: Contact) -> Spans:
    key = contact_key(site, contact)
    return (Span(f"{key or ' '} ", KEY), Span(contact.text, link=contact.link))


def _elsewhere(site: Site) -> Spans:
    places = [contact for contact in site.contacts if contact.kind not in _NOT_ELSEWHERE]
    return joined([(Span(contact.label, link=contact.link),) for contact in places], SEPARATOR)


def _news(site: Site, view: View) -> Blocks:
    limit = site.about.news_limit
    if not (site.about.news and site.news and limit > 0):
        return ()
    entries = tuple(news_entry(item, view, with_year=True) for item in site.news[:limit])
    rest = count_of(len(site.news) - len(entries), "more item", "more items")
    more = (Paragraph((Span(f"{rest} in News", MUTED),)),) if rest else ()
    return (division("News"), *entries, *more)


def _posts(site: Site) -> Blocks:
    limit = site.about.latest_posts_limit
    if not (site.about.latest_posts and site.posts and limit > 0):
        return ()
    shown = site.posts[:limit]
    entries = tuple(
        article_entry(post, label=month_of(post.date, with_year=True), label_width=MONTH_AND_YEAR_CELLS)
        for post in shown
    )
    rest = count_of(len(site.posts) - len(shown), "more post", "more posts")
    more = (Paragraph((Span(f"{rest} in Posts", MUTED),)),) if rest else ()
    return (division("Latest posts"), *entries, *more)


def _selected(site: Site, view: View) -> Blocks:
    selected = tuple(publication for publication in site.publications if publication.selected)
    if not (site.about.selected_papers and selected):
        return ()
    width = tag_width(selected)
    entries = (paper_entry(publication, view, width, mark_selected=False) for publication in selected)
    return (division("Selected papers"), *entries)
