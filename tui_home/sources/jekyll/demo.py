"""What al-folio itself brings as examples, recognised by content so that no visitor takes it for the owner's.

Only fingerprints of the theme's files, over its eras, are kept here (`demo_marks`). What an owner has edited has
another fingerprint and stays.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from tui_home.document.walk import text_of
from tui_home.model.blocks import Blocks
from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.digest import Digest
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.demo_marks import BIB_KEYS, ITEMS, NAMES, OWNERS, REPOSITORIES, TEXTS
from tui_home.sources.jekyll.front_matter import Page
from tui_home.text.paths import stem
from tui_home.text.patterns import pattern

_LETTERS = pattern(r"[\W_]+")
_RENAMED = pattern(r"\b(?:liquid|html)\b")
_PERSON = pattern(r"\b(?:name|value)\"?\s{0,4}:\s{0,4}\"?albert einstein\b")
_DIGEST_BYTES = 5
_LONGEST = 1 << 16
"""Characters of a text that are looked at; no example is longer."""


class Demo(NamedTuple):
    """Which of a site's contents are the theme's examples. Each method returns the Problem that says so, or None."""

    itself: bool = False
    """Whether the site is al-folio's own demo, or a copy of it that nobody has begun to change: then all is shown."""

    def page(self, page: Page, what: str) -> Problem | None:
        """Say whether a page is an example.

        Args:
            page: A news item, post, project, book or course.
            what: What that is called: "post".
        """
        if self.itself or not ITEMS.intersection(marks_of(page)):
            return None
        return _left_out(what, Origin(page.path), "delete the file, or make it your own")

    def publication(self, key: str, authors: str, origin: Origin) -> Problem | None:
        """Say whether an entry of a bibliography is an example: its key and its author are."""
        if self.itself or key.lower() not in BIB_KEYS or not any(name in authors.lower() for name in NAMES):
            return None
        return _left_out(f"publication “{key}”", origin, "delete the entry")

    def cv(self, text: str, file: str) -> Problem | None:
        """Say whether a curriculum vitae is an example: it is the example person's.

        Args:
            text: The whole file.
            file: Its path.
        """
        if self.itself or not _PERSON.search(text[:_LONGEST].lower()):
            return None
        return _left_out("curriculum vitae", Origin(file), "write your own into it, or delete the file")

    def repositories(self, names: Iterable[str], origin: Origin) -> Problem | None:
        """Say whether a list of repositories, or of users, is the example's: nothing in it is not.

        Args:
            names: All of the list, as written.
            origin: Where it stands.
        """
        found = {name.strip().strip("/").lower() for name in names}
        if self.itself or not found or not found <= REPOSITORIES:
            return None
        return _left_out("list of repositories", origin, "write your own into it, or delete it")

    def file(self, path: str) -> bool:
        """Return whether a link leads to the theme's example document."""
        return not self.itself and path.rpartition("/")[2].lower() == "example_pdf.pdf"

    def text(self, text: str) -> bool:
        """Return whether a description or a paragraph is what the theme's own pages say."""
        return not self.itself and fingerprint(text) in TEXTS

    def without(self, blocks: Blocks) -> Blocks:
        """Return Blocks without what the theme's own pages say."""
        if self.itself:
            return blocks
        return tuple(block for block in blocks if not self.text(text_of((block,))))

    @staticmethod
    def left_out(page: Page) -> Problem:
        """Return the Problem that says that a page's example text is left out."""
        return _left_out("text", page.origin, "write your own in its place")


def demo_of(config: Config) -> Demo:
    """Return what recognises the examples in a site that is so configured."""
    names = (" ".join(filter(None, (config.name.first, config.name.last))), config.title)
    return Demo(any(fingerprint(name) in OWNERS for name in names if name))


def marks_of(page: Page) -> tuple[str, ...]:
    """Return the fingerprints by which a page can be known: of its words, and of its name and head."""
    front = page.front
    head = f"{front.text('title')} {front.text('description')}"
    whole = fingerprint(f"{head} {page.body}")
    if not (front.text("title") and front.text("description")):
        return (whole,)
    return (whole, fingerprint(f"{stem(page.path)} {head}"))


def fingerprint(text: str) -> str:
    """Return a hash of a text's letters and digits; case, signs and the theme's change of suffixes do not count."""
    folded = _RENAMED.sub("", unicodedata.normalize("NFKC", text[:_LONGEST]).lower())
    words = _LETTERS.sub("", folded)
    return Digest(words.encode("utf-8", "replace"), _DIGEST_BYTES).hex if words else ""


def _left_out(what: str, origin: Origin, hint: str) -> Problem:
    line = origin.line if origin.line > 1 else None
    return Problem(Severity.WARNING, origin.file, line, f"al-folio’s example {what} is left out", hint)
