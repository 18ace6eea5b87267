"""The homepage as one JSON object, for programs.

Version 1. Every member is always there; a later version only adds members, or says 2. Strings are plain text, without
escape codes; URLs are http, https or mailto.

============== ==========================================================================================
``format``     ``"tui-home"``
``version``    1
``site``       ``{title, name, language, revision}``: what the homepage is called, its owner's full name, the language
               shown (empty when the site has one only), and a hash of what it was read from
``sections``   one for each section asked for: ``{id, title, text, links}``; ``text`` is wrapped as
               ``--format text`` wraps it, ``links`` are ``[{label, url}]`` in reading order, each once
``contact``    ``{emails, links}``: addresses, the first is the one to use; ``links`` are
               ``[{kind, label, url}]``, ``kind`` is ``meeting`` or al-folio's key (``github``, ``scholar`` …)
``news``       ``[{date, title, text}]``, newest first; ``date`` is ISO 8601 or null, ``title`` is often empty
``publications`` ``[{key, type, title, authors, venue, year, links, selected}]`` in the site’s order; ``type`` is
               BibTeX's, ``authors`` are names in the publication's order, ``year`` is a number or null,
               ``links`` are ``[{label, url}]``
``cv``         ``{url, parts}`` or null; ``url`` is that of the same as a file, ``parts`` are
               ``[{title, entries, text}]``, ``entries`` are ``[{when, title, subtitle, place, text}]``
``projects``   ``[{key, title, date, summary, group, tags, minutes, facts, url}]``, in the order shown;
               ``group`` is the category, ``minutes`` the reading time or 0, ``facts`` are ``[{name, text}]``
``posts``      the same, newest first; ``show posts/KEY`` has the text of one
``courses``    the same, newest first; ``group`` is term and year
``repositories`` ``[{name, url, user}]``; ``user`` tells whether it is a person's page
``problems``   ``[{severity, file, line, message, hint}]``: what is wrong in the content; ``severity`` is
               ``note``, ``warning`` or ``error``, ``line`` is counted from 1 or null
============== ==========================================================================================

Only ``sections`` depends on which were asked for.
"""

from __future__ import annotations

import json as _json
from collections.abc import Iterable, Sequence
from typing import Any

from tui_home.model.blocks import Blocks
from tui_home.model.inline import Link, plain_text
from tui_home.model.look import PLAIN_LOOK, Look
from tui_home.model.site import NewsItem, Publication, Site
from tui_home.output.document import plain_line
from tui_home.output.json_collections import collections_object
from tui_home.output.printed import printed_blocks
from tui_home.pages import compose
from tui_home.sections import Section
from tui_home.text.safe import printable

FORMAT, VERSION = "tui-home", 1


def json(site: Site, sections: Sequence[Section], width: int, look: Look = PLAIN_LOOK) -> str:
    """Return the object as indented JSON that ends in a newline; ASCII only where `look` has no Unicode."""
    text = _json.dumps(as_object(site, sections, width), indent=2, ensure_ascii=not look.unicode)
    # The last gate; structure has no control but the newline, and JSON has escaped those within strings.
    return printable(text, newlines=True) + "\n"


def as_object(site: Site, sections: Sequence[Section], width: int) -> dict[str, Any]:
    """Return what the module's table describes, ready for `json.dumps`; `width` is in cells."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "site": {
            "title": site.title,
            "name": site.name.full,
            "language": site.language,
            "revision": site.revision,
        },
        "sections": [_section(section, site, width) for section in sections],
        "contact": {
            "emails": [contact.link.copies for contact in site.emails],
            "links": [
                {"kind": contact.kind, "label": contact.label, "url": contact.link.url}
                for contact in site.contacts
                if contact.kind != "email" and contact.link.url
            ],
        },
        "news": [_news(item, width) for item in site.news],
        "publications": [_publication(publication) for publication in site.publications],
        **collections_object(site, lambda blocks: _text(blocks, width)),
        "problems": [
            {
                "severity": problem.severity.value,
                "file": problem.file,
                "line": problem.line,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in site.problems
        ],
    }


def _section(section: Section, site: Site, width: int) -> dict[str, Any]:
    page = compose(section.id, printed_blocks(section, site), width, PLAIN_LOOK)
    return {
        "id": section.id,
        "title": section.title,
        "text": "\n".join(plain_line(page.line(y)) for y in range(page.height)),
        "links": _links(target.link for target in page.targets),
    }


def _links(links: Iterable[Link]) -> list[dict[str, str]]:
    once = dict.fromkeys((link.label, link.url) for link in links if link.url)
    return [{"label": label, "url": url} for label, url in once]


def _news(item: NewsItem, width: int) -> dict[str, Any]:
    return {
        "date": item.date.isoformat() if item.date else None,
        "title": plain_text(item.title),
        "text": _text(item.blocks, width),
    }


def _text(blocks: Blocks, width: int) -> str:
    page = compose("", blocks, width, PLAIN_LOOK)
    return "\n".join(plain_line(page.line(y)) for y in range(page.height))


def _publication(publication: Publication) -> dict[str, Any]:
    return {
        "key": publication.key,
        "type": publication.type,
        "title": plain_text(publication.title),
        "authors": [author.name for author in publication.authors],
        "venue": publication.venue,
        "year": publication.year,
        "links": _links(publication.links),
        "selected": publication.selected,
    }
