"""A CV as a head and named sections: RenderCV's ``cv.yml`` and JSON Resume's ``resume.json``.

Sources: https://docs.rendercv.com/user_guide/structure_of_the_yaml_input_file/, https://jsonresume.org/schema, and
al-folio's ``_layouts/cv.liquid`` of 2026, which shows both through one set of includes.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui_home.model.collections import CvPart
from tui_home.sources.jekyll.cv.head import read_head
from tui_home.sources.jekyll.cv.parts import read_part
from tui_home.sources.jekyll.cv.values import readable
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.yaml_values import Mapping

_TITLES = {
    "work": "Experience",
    "volunteer": "Volunteering",
    "awards": "Honors and awards",
}
_NO_SECTIONS = frozenset(("meta", "$schema", "design", "locale", "locale_catalog", "rendercv_settings", "settings"))


def read_sectioned(
    writing: Writing, data: Mapping, order: Iterable[str] = (), only: frozenset[str] = frozenset()
) -> tuple[CvPart, ...]:
    """Return the head as a part of its own, then the sections.

    Args:
        writing: Reads the texts.
        data: The whole file.
        order: Names of sections in the order that the configuration gives; those not named follow as written.
        only: The sections to return, without the head; empty for everything.
    """
    cv = data.mapping("cv") or data
    head = cv.mapping("basics") or cv
    sections = cv.mapping("sections") or (Mapping() if "sections" in cv else _sections_among(cv))
    place = {name: number for number, name in enumerate(order)}
    names = sorted(sections, key=lambda name: place.get(name, len(place)))
    parts = [] if only else list(read_head(writing, head, ignored=frozenset(sections) | _NO_SECTIONS))
    for name in names:
        if only and name not in only:
            continue
        title = _TITLES.get(name) or readable(name)
        part = read_part(writing, title, sections[name], sections.text_lines.get(name), name)
        parts += [part] if part else []
    return tuple(parts)


def _sections_among(cv: Mapping) -> Mapping:
    """Return what is a section where sections stand beside the head: every list, but for that of networks."""
    found = Mapping()
    for name, value in cv.items():
        if isinstance(value, list) and name not in ("profiles", "social_networks") and name not in _NO_SECTIONS:
            found[name] = value
            found.text_lines[name] = cv.text_lines.get(name, 1)
    return found
