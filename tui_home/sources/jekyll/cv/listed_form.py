"""al-folio's own form of ``_data/cv.yml`` until 2025: a list of parts with ``title``, ``type`` and ``contents``.

Source: al-folio's ``_includes/cv/{map,time_table,list,nested_list,list_groups}.liquid``. What is in the contents says
more than ``type`` does, so that a wrong or missing type costs nothing.
"""

from __future__ import annotations

from tui_home.model.collections import CvPart
from tui_home.sources.jekyll.cv.parts import read_part
from tui_home.sources.jekyll.cv.values import readable
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.safe import printable

_TITLE, _CONTENTS = "title", "contents"


def read_listed(writing: Writing, items: list[object]) -> tuple[CvPart, ...]:
    """Return the parts in their order; what stands in the list without being a part follows the others."""
    parts: list[CvPart | None] = []
    loose: list[object] = []
    for number, item in enumerate(items):
        if not isinstance(item, Mapping):
            loose.append(item)
        elif _CONTENTS in item:
            parts += _parts(writing, item, str(number))
        elif len(item) == 1 and isinstance(next(iter(item.values())), list):
            key = next(iter(item))
            parts.append(read_part(writing, readable(key), item[key], item.text_lines.get(key), str(number)))
        else:
            loose.append(item)
    if loose:
        parts.append(read_part(writing, "", loose, None, "loose"))
    return tuple(part for part in parts if part)


def _parts(writing: Writing, item: Mapping, key: str) -> list[CvPart | None]:
    """Return the part that an item of the list is, and whatever else the owner wrote into it."""
    title = printable(item.text(_TITLE) or item.text("name"))
    other = Mapping()
    for name, value in item.items():
        if name not in (_TITLE, _CONTENTS, "type", "name"):
            other[name] = value
            other.text_lines[name] = item.text_lines.get(name, 1)
    contents = item[_CONTENTS]
    whole = [*(contents if isinstance(contents, list) else [contents]), *([other] if other else [])]
    return [read_part(writing, title, whole, item.text_lines.get(_CONTENTS), key)]
