"""What the site's own page of a section says besides the list that the section is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from tui_home.model.blocks import Block, Blocks, Heading, Paragraph, Rule
from tui_home.model.collections import Intro
from tui_home.model.inline import Span, plain_text
from tui_home.model.problem import Problem
from tui_home.sources.jekyll.articles import capitalised, without_title
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.navigation import Navigation
from tui_home.sources.jekyll.reading import Reading
from tui_home.text.patterns import pattern

_MARKS = {
    "papers": pattern(r"bibliography|bib_search|page\.years"),
    "news": pattern(r"\bnews\b"),
    "posts": pattern(r"post|paginat|display_tags|display_categories"),
    "projects": pattern(r"project"),
    "cv": pattern(r"\bcv\b|resume"),
    "teaching": pattern(r"course|teach|lecture|class|calendar"),
    "repositories": pattern(r"repo"),
    "contact": pattern(r"social|contact"),
}
"""What the Liquid of a section's list speaks of."""
_TITLES = {
    "papers": ("papers", "publications"),
    "posts": ("posts", "blog"),
    "cv": ("cv", "curriculum vitae", "vitae", "resume"),
}
_SHORT_LINE = 40
_USUAL = frozenset(("papers", "news", "contact"))
"""Sections that keep their names, whatever the site's page is called."""


def read_intros(
    reading: Reading, navigation: Navigation, filled: frozenset[str]
) -> tuple[tuple[Intro, ...], tuple[Problem, ...]]:
    """Return the Intros of the sections, and what is wrong in them.

    Args:
        reading: The site.
        navigation: Its pages.
        filled: Ids of the sections that have something to list; of the others a page counts only if the bar shows it.
    """
    shown = {page.path for page in navigation.listed}
    intros: list[Intro] = []
    problems: list[Problem] = []
    for section, page in navigation.own.items():
        if section not in filled and page.path not in shown:
            continue
        blocks, told = own_words(reading, page, section)
        title = _title(reading, page, section) if page.path in shown else ""
        problems += told
        intro = Intro(section, blocks, title if section in filled or blocks else "")
        if intro.blocks or intro.title:
            intros.append(intro)
    return tuple(intros), tuple(problems)


def own_words(reading: Reading, page: Page, section: str) -> tuple[Blocks, tuple[Problem, ...]]:
    """Return what the page of a section says besides its list."""
    said, problems = page_blocks(reading, page._replace(body=without_lists(page.body, _MARKS[section])))
    return tidied(said), problems


def page_blocks(reading: Reading, page: Page) -> tuple[Blocks, tuple[Problem, ...]]:
    """Return what a page says under its title, its description first, without what the theme's own pages say."""
    document = reading.document(page, key=page.path.rpartition(".")[0])
    spans, problems = reading.line(page, page.front, "description")
    said = plain_text(spans).strip()
    above: Blocks = ()
    if said and not reading.demo.text(said):
        muted = tuple(Span(span.text, replace(span.style, muted=True), span.link) for span in spans)
        above = (Paragraph(muted),)
    title = plain_text(reading.line(page, page.front, "title")[0])
    blocks = without_title(reading.demo.without(document.blocks), title)
    return (*above, *blocks), (*problems, *document.problems)


def tidied(blocks: Blocks) -> Blocks:
    """Return Blocks without the headings and rules that stood only for the list that is shown below them."""
    kept: list[Block] = []
    for block in reversed(blocks):
        if not kept and isinstance(block, Paragraph) and _announces(plain_text(block.spans)):
            continue
        if isinstance(block, Heading):
            if not kept or (isinstance(kept[-1], Heading) and kept[-1].level <= block.level):
                continue
        elif isinstance(block, Rule) and (not kept or isinstance(kept[-1], Rule)):
            continue
        kept.append(block)
    while kept and isinstance(kept[-1], Rule):
        kept.pop()
    return tuple(reversed(kept))


def _announces(text: str) -> bool:
    """Return whether a line is only there for the list below it: "Jump to:"."""
    return len(text) <= _SHORT_LINE and text.rstrip().endswith(":")


def without_lists(body: str, mark: re.Pattern[str]) -> str:
    """Return a page's text without the Liquid that makes a section's list; its lines keep their numbers.

    Args:
        body: The text.
        mark: What the tags of the list speak of.
    """
    parts: list[str] = []
    depth = done = start = 0
    listing = False
    tags = _tags(body)
    closing = {tag.name for tag in tags}
    for tag in tags:
        if depth == 0:
            start, listing = tag.start, False
        listing = listing or mark.search(tag.words) is not None
        if f"end{tag.name}" in closing:
            depth += 1
        elif tag.name.startswith("end") and depth:
            depth -= 1
        if depth == 0 and listing:
            parts += (body[done:start], "\n" * body.count("\n", start, tag.end))
            done = tag.end
    return "".join((*parts, body[done:]))


class _Tag(NamedTuple):
    start: int
    end: int
    words: str

    @property
    def name(self) -> str:
        return self.words.split(maxsplit=1)[0] if self.words.strip() else ""


def _tags(body: str) -> list[_Tag]:
    """Return the Liquid tags of a text, in one go."""
    tags: list[_Tag] = []
    at = body.find("{%")
    while at >= 0 and (end := body.find("%}", at + 2)) >= 0:
        tags.append(_Tag(at, end + 2, body[at + 2 : end].strip("-").strip()))
        at = body.find("{%", end + 2)
    return tags


def _title(reading: Reading, page: Page, section: str) -> str:
    """Return what the site calls a section, where that says more than our word for it."""
    if section in _USUAL:
        return ""
    title = capitalised(plain_text(reading.line(page, page.front, "title")[0]))
    return "" if title.lower() in _TITLES.get(section, (section,)) else title
