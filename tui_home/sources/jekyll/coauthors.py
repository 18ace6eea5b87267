"""``_data/coauthors.yml``: the pages of people who wrote with the owner."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from tui_home.model.problem import Problem
from tui_home.model.site import Name
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.urls import safe_url


@dataclass(frozen=True, slots=True)
class Coauthors:
    """Addresses by last name: al-folio's lower case without accents."""

    people: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)
    """For each last name the first names as they are written, and the address."""

    def url(self, name: Name) -> str:
        """Return the address of a person's page; "" when it is not known."""
        first = f"{name.first} {name.middle}".strip()
        known = self.people.get(_folded(name.last), ())
        return next((url for firsts, url in known if first in firsts or name.first in firsts), "")


def read_coauthors(folder: Folder) -> tuple[Coauthors, tuple[Problem, ...]]:
    """Return the coauthors that the site knows, and what is wrong in the file."""
    source = folder.read("_data/coauthors.yml")
    if source is None:
        return Coauthors(), ()
    parsed = yaml.parse(source.text, source.origin)
    people = {_folded(last): _people(value) for last, value in parsed.mapping.items()}
    return Coauthors(people), parsed.problems


def _people(value: object) -> tuple[tuple[tuple[str, ...], str], ...]:
    people = [person for person in value if isinstance(person, Mapping)] if isinstance(value, list) else []
    return tuple((person.texts("firstname"), safe_url(person.text("url"))) for person in people)


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold().strip()
