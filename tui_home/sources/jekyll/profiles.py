"""Pages with ``layout: profiles``: several people, each with a portrait, facts and a text of their own."""

from __future__ import annotations

import posixpath

from tui_home.document.markdown import Document
from tui_home.model.blocks import Block, Blocks, Heading, Rule
from tui_home.model.inline import plain_text
from tui_home.model.problem import Problem, Severity
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.keys import PROFILE_KEYS, understand
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.safe import printable

_KEYS = PROFILE_KEYS | frozenset(("title", "role", "position", "website", "url", "github"))
_NAMES = ("name", "title")
_FACTS = ("role", "position", "address", "more_info", "email", "website", "url")
_MOST = 500
_MOST_TEXT = 1 << 20
"""Characters of all texts of a page's people: many may name the same long file."""


def read_profiles(reading: Reading, page: Page) -> Document:
    """Return the people of a page, one after the other, as al-folio's ``_layouts/profiles.liquid`` has them.

    Each is a name, where the page gives one, the text of the file that it names, and what else it says of them. A rule
    parts people without a name.
    """
    value = page.front.get("profiles")
    people = [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
    blocks: list[Block] = []
    problems: list[Problem] = []
    left = _MOST_TEXT
    for number, person in enumerate(people[:_MOST]):
        file = _file(reading, page, person)
        left -= len(file.body) if file else 0
        if left < 0:
            message = "The texts of the people are too long together; the rest is left out"
            problems.append(
                Problem(Severity.ERROR, page.path, person.line("content"), message, "make it several pages")
            )
            break
        problems += understand(person, _KEYS, page.path)
        said, more = _person(reading, page, person, (f"{page.path.rpartition('.')[0]}/{number}", file))
        problems += more
        if said and blocks and not isinstance(said[0], Heading):
            blocks.append(Rule())
        blocks += said
    return Document(tuple(blocks), tuple(problems))


def _person(
    reading: Reading, page: Page, person: Mapping, own: tuple[str, Page | None]
) -> tuple[Blocks, tuple[Problem, ...]]:
    """Return what a page says of a person.

    Args:
        reading: The site.
        page: The page.
        person: One of its people.
        own: What the person's folds are called, and the file that holds their text.
    """
    key, file = own
    problems: list[Problem] = []
    named = next((name for name in _NAMES if person.text(name)), "")
    title, more = reading.line(page, person, named) if named else ((), ())
    problems += more
    text, more = _text(reading, page, person, key, file) if person.text("content") else ((), ())
    problems += more
    facts: list[Block] = []
    for fact in _FACTS:
        if person.text(fact):
            document = reading.text(page, person, fact, key=f"{key}/{fact}")
            problems += document.problems
            facts += reading.demo.without(document.blocks)
    head = (Heading(2, title),) if plain_text(title).strip() else ()
    return ((*head, *text, *facts) if text or facts or head else ()), tuple(problems)


def _file(reading: Reading, page: Page, person: Mapping) -> Page | None:
    """Return the file that a person's entry names for their text; it lies beside the page or at the top."""
    written = person.text("content")
    places = dict.fromkeys((_beside(page, written), f"_pages/{written.lstrip('/')}")) if written else ()
    return next((own for place in places if not place.startswith("..") and (own := reading.page(place))), None)


def _beside(page: Page, written: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), written.lstrip("/")))


def _text(
    reading: Reading, page: Page, person: Mapping, key: str, file: Page | None
) -> tuple[Blocks, tuple[Problem, ...]]:
    """Return what the file that a person's entry names says of them."""
    if file is None:
        message = "The file with a person’s text is not there"
        hint = f"write {printable(_beside(page, person.text('content')))}, or leave “content” out"
        return (), (Problem(Severity.WARNING, page.path, person.line("content"), message, hint),)
    if reading.demo.page(file, "profile"):
        return (), ()
    document = reading.document(file, key=key)
    return reading.demo.without(document.blocks), (*file.problems, *document.problems)
