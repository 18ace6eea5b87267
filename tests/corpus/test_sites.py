"""Every section of every real site: all of it there, nothing raw, at any width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.corpus import counting
from tests.corpus.conftest import opened
from tui_home.document.walk import links, spans_of, within
from tui_home.layout import layout_block
from tui_home.model.blocks import Block, Blocks, CodeBlock
from tui_home.model.look import PLAIN_LOOK
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.pages import Pages
from tui_home.sections import sections_of
from tui_home.text.safe import printable
from tui_home.text.width import cell_width

_RAW = re.compile(
    r"\{%|%\}|\{\{|\}\}"  # Liquid
    r"|</?(?:a|b|i|p|br|div|span|img|table|t[dhr]|[ou]l|li|h[1-6]|em|strong|sup|sub|script|style|center|font|iframe)\b[^<>]*>"
    r"|&(?:nbsp|amp|lt|gt|quot|[lr]squo|[lr]dquo|[mn]dash|#\d+);"
    r"|(?<![\w:]):(?:[a-z]+_)*[a-z]{3,}:(?![\w:])"  # :emoji:
    r"|\\(?:text[a-z]+|emph|url|href|[\"'`^~=.][a-zA-Z{]|[uvHtcdbkr]\{|frac|alpha|beta|mathbf|mathrm|times)"
    r"|\{:\s*[.#]"  # kramdown
    r"|\x1b|[\x00-\x09\x0b-\x1f\x7f-\x9f]"
    r"|\$\(document|function\s*\(\)\s*\{|@media\s"
)
_LEFT_OUT = re.compile(r"al-folio’s example")


def every_page(site: Site) -> Iterator[tuple[str, Blocks]]:
    """Yield each section, and each Article that it opens, with everything unfolded."""
    for section in sections_of(site):
        listed = section.compose(site, DEFAULT_VIEW)
        toggles = frozenset(link.toggles for link in links(listed) if link.toggles)
        yield section.id, section.compose(site, View(toggles))
        for route in site.routes:
            if route.section == section.id and route.article:
                yield f"{section.id}/{route.article}", section.compose(site, View(article=route.article))


def without_code(blocks: Blocks) -> Iterator[str]:
    """Yield the running text; code may look like anything."""
    for spans in spans_of(prose(blocks)):
        yield "".join(span.text for span in spans if not span.style.code)


def prose(blocks: Blocks) -> Blocks:
    """Return the Blocks without those of code, however deep."""
    return tuple(within(block, prose) for block in blocks if not isinstance(block, CodeBlock))


def test_nothing_raw_is_shown(real: Path) -> None:
    found = [
        f"{name}: {text[max(0, raw.start() - 40) : raw.end() + 40]!r}"
        for name, blocks in every_page(opened(real))
        for text in without_code(blocks)
        if (raw := _RAW.search(text))
    ]
    assert not found


@pytest.mark.parametrize("width", [40, 80, 160])
def test_every_section_is_laid_out_within_its_width(real: Path, width: int) -> None:
    site, pages = opened(real), Pages()
    for section in sections_of(site):
        page = pages.page(site, section, width=width)
        assert page.height
        for y in range(page.height):
            line = "".join(segment.text for segment in page.line(y))
            assert cell_width(line) <= page.width
            assert line == printable(line)


def test_articles_are_laid_out(real: Path) -> None:
    for name, blocks in every_page(opened(real)):
        if "/" in name:
            assert sum(_lines(block) for block in blocks), name


def _lines(block: Block) -> int:
    return len(layout_block(block, 60, PLAIN_LOOK).lines)


def test_every_news_item_is_there(real: Path) -> None:
    site = opened(real)
    if site.languages:
        pytest.skip("of several languages only one is shown")
    assert len(site.news) + left_out(site, "_news/") == counting.pages(real / "_news")


def test_every_publication_is_there(real: Path) -> None:
    site = opened(real)
    wanted = counted_files(real)
    assert len(site.publications) + left_out(site, "_bibliography/") == sum(
        counting.entries(path.read_bytes()) for path in wanted
    )


def counted_files(real: Path) -> list[Path]:
    """Return the ``.bib`` files that jekyll-scholar would read: the configuration's, else papers.bib."""
    named = (configuration(real).get("scholar") or {}).get("bibliography") or "papers.bib"
    folder = real / "_bibliography"
    return [folder / named] if (folder / named).is_file() else sorted(folder.glob("*.bib"))


def configuration(real: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((real / "_config.yml").read_text(encoding="utf-8").replace("\t", "  "))
    return found or {}


def test_every_post_and_project_is_there(real: Path) -> None:
    site = opened(real)
    if site.languages:
        pytest.skip("of several languages only one is shown")
    excluded = {str(name).strip("/") for name in configuration(real).get("exclude") or ()}
    for articles, folder in ((site.posts, "_posts"), (site.projects, "_projects")):
        if folder in excluded:
            assert not articles
            continue
        assert len(articles) + left_out(site, f"{folder}/") == counting.pages(real / folder), folder


def left_out(site: Site, folder: str) -> int:
    """Return how many things the theme brought along and the program says it left out."""
    return sum(problem.file.startswith(folder) and bool(_LEFT_OUT.search(problem.message)) for problem in site.problems)


def test_there_are_news_and_publications_or_only_the_themes_examples(real: Path) -> None:
    site = opened(real)
    assert site.news or left_out(site, "_news/")
    assert site.publications or left_out(site, "_bibliography/")


def test_keys_are_unique_and_names_clean(real: Path) -> None:
    site = opened(real)
    assert site.title
    assert site.title == printable(site.title)
    for things in (site.news, site.publications, site.posts, site.projects, site.courses):
        keys = [thing.key for thing in things]
        assert len(set(keys)) == len(keys)
    names = [author.name for paper in site.publications for author in paper.authors]
    assert all(name and name == printable(name) for name in names)
    assert all(paper.title for paper in site.publications)
    ids = [section.id for section in sections_of(site)]
    assert len(set(ids)) == len(ids)
    assert all(contact.text and contact.link.copies for contact in site.contacts)


def test_links_within_the_site_lead_somewhere(real: Path) -> None:
    site = opened(real)
    routes = {route.path for route in site.routes}
    ids = {section.id for section in sections_of(site)}
    assert {route.section for route in site.routes} <= ids
    dead = {link.path for _, blocks in every_page(site) for link in links(blocks) if link.path} - routes
    assert not dead


def test_problems_can_be_read(real: Path) -> None:
    for problem in opened(real).problems:
        assert problem.message
        assert problem.message == printable(problem.message)
        assert problem.file == printable(problem.file)
