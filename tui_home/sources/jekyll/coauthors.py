"""``_data/coauthors.yml``: the pages of people who wrote with the owner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tui_home.model.problem import Problem
from tui_home.model.site import Name
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.names import last_name_forms, unaccented
from tui_home.text.urls import safe_url

_FILES = ("_data/coauthors.yml", "_data/coauthors.yaml")
Person = tuple[tuple[str, ...], str]
"""First names as they are written, folded, and the address."""


@dataclass(frozen=True, slots=True)
class Coauthors:
    """Addresses by last name: al-folio's lower case without accents."""

    people: dict[str, tuple[Person, ...]] = field(default_factory=dict)

    def url(self, name: Name) -> str:
        """Return the address of a person's page; "" when it is not known.

        The file lists the ways in which a first name is written; accents, dots and case do not count.
        """
        if not self.people:
            return ""
        written = {_folded(f"{name.first} {name.middle}"), _folded(name.first)}
        known = (person for form in last_name_forms(name.last) for person in self.people.get(form, ()))
        return next((url for firsts, url in known if not written.isdisjoint(firsts)), "")


def read_coauthors(folder: Folder) -> tuple[Coauthors, tuple[Problem, ...]]:
    """Return the coauthors that the site knows, and what is wrong in the file."""
    source = next((source for path in _FILES if (source := folder.read(path))), None)
    if source is None:
        return Coauthors(), ()
    parsed = yaml.parse(source.text, source.origin)
    people: dict[str, tuple[Person, ...]] = {}
    for last, value in parsed.mapping.items():
        for form in last_name_forms(last):
            people[form] = (*people.get(form, ()), *_people(value))
    return Coauthors(people), parsed.problems


def _people(value: object) -> Iterator[Person]:
    for person in value if isinstance(value, list) else [value]:
        if isinstance(person, Mapping) and (url := safe_url(person.text("url"), schemes=("http", "https"))):
            yield tuple(map(_folded, person.texts("firstname"))), url


def _folded(name: str) -> str:
    """Return first names without accents, case, dots and hyphens; "J. S." and "J.S." are the same."""
    return " ".join(unaccented(name).replace(".", " ").replace("-", " ").split())
