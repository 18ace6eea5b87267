"""jekyll-scholar's tags: what a page cites, and lists of publications beside the one that is a section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from tui_home.model.inline import plain_text
from tui_home.model.problem import Severity
from tui_home.model.site import Publication
from tui_home.sources.jekyll.bibliography import read_publications
from tui_home.sources.jekyll.coauthors import Coauthors
from tui_home.sources.jekyll.liquid.arguments import filled, words
from tui_home.sources.jekyll.liquid.memory import PUBLICATIONS
from tui_home.sources.jekyll.liquid.query import matching
from tui_home.sources.jekyll.liquid.run import shown
from tui_home.sources.jekyll.liquid.strings import literal
from tui_home.text.names import parse_name
from tui_home.text.paths import route_path, stem

if TYPE_CHECKING:
    from tui_home.sources.jekyll.liquid.context import Context

_LIST_PAGES = frozenset(("publications", "publication", "papers", "pubs"))
_DEFAULT = "papers"
_MOST = 200
_MOST_AUTHORS = 6
_READING = 2000
"""Steps that reading a file of publications counts for."""
_WITH_VALUE = {
    **dict.fromkeys(("-f", "--file"), "file"),
    **dict.fromkeys(("-q", "--query"), "query"),
    **dict.fromkeys(("-m", "--max"), "max"),
    **dict.fromkeys(
        ("-l", "--locator", "-p", "--prefix", "-T", "--template", "-s", "--style", "-o", "--offset"), "other"
    ),
    **dict.fromkeys(("-g", "--group_by", "-d", "--remove_duplicates", "-L", "--label", "-t", "--text"), "other"),
}


class _Asked:
    """What stands after a tag of jekyll-scholar's."""

    def __init__(self, context: Context, args: str) -> None:
        self.keys: list[str] = []
        self.options: dict[str, str] = {}
        self.cited = False
        option = ""
        for word in _one_query(words(filled(context, args))):
            if option:
                self.options[option] = word
                option = ""
            elif word.startswith("-"):
                name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
                self.cited = self.cited or name in {"-c", "--cited", "--cited_in_order", "-C"}
                option = _WITH_VALUE.get(name, "")
                if option and equals:
                    self.options[option], option = value, ""
            else:
                self.keys += [key for key in word.split(",") if key]


def _one_query(parts: list[str]) -> Iterable[str]:
    """Yield the words, those of a query with blanks in its brackets as one."""
    held = ""
    for part in parts:
        held = f"{held} {part}" if held else part
        if held.startswith("@") and held.count("[") > held.count("]"):
            continue
        yield held
        held = ""
    if held:
        yield held


def _library(context: Context, file: str = "") -> tuple[Publication, ...]:
    """Return the site's publications, read when a page first asks for them."""
    reading = context.run.reading
    own = reading.config.bibliography or _DEFAULT
    file = "" if file.removesuffix(".bib") == own.removesuffix(".bib") else file

    def read() -> tuple[Publication, ...]:
        context.run.meter.spend(_READING)
        config = replace(reading.config, bibliography=file) if file else reading.config
        return read_publications(reading.folder, config, Coauthors())[0]

    return context.run.memory.once((PUBLICATIONS[0], file), read)


def _found(context: Context, key: str, file: str = "") -> Publication | None:
    """Return the publication that a key means; an unknown one is noted."""
    by_key = context.run.memory.once(
        ("publications by key", file), lambda: {paper.key.lower(): paper for paper in _library(context, file)}
    )
    paper = by_key.get(key.lower())
    if paper is None:
        message = f"“{shown(key)}” is cited, and no publication has this key"
        context.run.note(Severity.NOTE, context.run.line, message, "correct the key, or add the entry")
    return paper


def _surname(name: str) -> str:
    return parse_name(name).last or name


def _short(paper: Publication) -> str:
    """Return a publication as running text cites it: "Curie & Curie, 1903"."""
    names = [_surname(author.name) for author in paper.authors]
    if not names:
        names = [" ".join(plain_text(paper.title).split()[:4])]
    named = names[0] if len(names) == 1 else f"{names[0]} & {names[1]}" if len(names) == 2 else f"{names[0]} et al."  # noqa: PLR2004
    return f"{named}, {paper.year}" if paper.year else named


def _full(paper: Publication) -> str:
    """Return a publication in one line of HTML."""
    names = [author.name for author in paper.authors]
    listed = ", ".join(names[:_MOST_AUTHORS]) + (" et al." if len(names) > _MOST_AUTHORS else "")
    title = literal(plain_text(paper.title))
    url = next((link.url for link in paper.links if link.url), "")
    parts = [
        literal(listed),
        f'<a href="{escape(url)}">{title}</a>' if url else title,
        f"<i>{literal(paper.venue)}</i>" if paper.venue else "",
        str(paper.year or ""),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def cite(context: Context, args: str) -> str:
    """Return what a citation says: "(Curie & Curie, 1903)"."""
    asked = _Asked(context, args)
    papers = [paper for key in asked.keys if (paper := _found(context, key, asked.options.get("file", "")))]
    context.run.cited.update((paper.key, None) for paper in papers)
    return f"({'; '.join(literal(_short(paper)) for paper in papers)})" if papers else ""


def nocite(context: Context, args: str) -> str:
    """Cite without saying so."""
    cite(context, args)
    return ""


def reference(context: Context, args: str) -> str:
    """Return whole references."""
    asked = _Asked(context, args)
    papers = [paper for key in asked.keys if (paper := _found(context, key, asked.options.get("file", "")))]
    return "; ".join(_full(paper) for paper in papers)


def bibliography(context: Context, args: str) -> str:
    """Return a list of publications; nothing where it would be the whole list, which is a section of its own."""
    asked = _Asked(context, args)
    query = asked.options.get("query", "")
    if _is_list(context) or not (asked.cited or query or asked.options.get("file")):
        return ""
    if asked.cited:
        papers = [paper for key in context.run.cited if (paper := _found(context, key))]
    else:
        papers = [paper for paper in _library(context, asked.options.get("file", "")) if matching(paper, query)]
        if not query and len(papers) == len(_library(context)) and asked.options.get("file"):
            papers = [] if papers == list(_library(context)) else papers
    most = asked.options.get("max", "")
    papers = papers[: min(int(most) if most.isdecimal() and len(most) < 9 else _MOST, _MOST)]  # noqa: PLR2004 - digits
    context.run.meter.spend(20 * len(papers))
    return f"<ul>{''.join(f'<li>{_full(paper)}</li>' for paper in papers)}</ul>" if papers else ""


def _is_list(context: Context) -> bool:
    """Return whether the page is the list of publications itself."""
    page = context.run.page
    name = stem(page.path).lower()
    return name in _LIST_PAGES or route_path(page.front.text("permalink")).strip("/") in _LIST_PAGES


def count(context: Context, args: str) -> str:
    """Return how many publications there are."""
    query = _Asked(context, args).options.get("query", "")
    return str(sum(matching(paper, query) for paper in _library(context)))


def quote(context: Context, args: str) -> str:
    """Begin a quotation from a publication."""
    context.run.open.append(cite(context, args))
    return "<blockquote>\n"


def end_quote(context: Context, args: str) -> str:  # noqa: ARG001 - one signature for all
    """End it with what it is from."""
    said = context.run.open.pop() if context.run.open else ""
    return f"<cite>{said}</cite>\n\n</blockquote>" if said else "</blockquote>"


def enquote(context: Context, args: str) -> str:
    """Begin a quotation within a line."""
    context.run.open.append(cite(context, args) if args else "")
    return "“"


def end_enquote(context: Context, args: str) -> str:  # noqa: ARG001 - one signature for all
    """End it."""
    said = context.run.open.pop() if context.run.open else ""
    return f"” {said}" if said else "”"
