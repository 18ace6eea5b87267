"""Whatever stands in the file, reading it neither fails nor loses a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tui_home.document.walk import spans_of
from tui_home.model.collections import CvPart
from tui_home.model.inline import plain_text
from tui_home.sources.folder import Source
from tui_home.sources.jekyll.cv.data import mapping_of, read_data
from tui_home.sources.jekyll.cv.listed_form import read_listed
from tui_home.sources.jekyll.cv.sectioned_form import read_sectioned
from tui_home.sources.jekyll.cv.values import ADDRESSES, TECHNICAL
from tui_home.sources.jekyll.cv.writing import Writing
from tui_home.sources.jekyll.yaml_values import Mapping

Make = Callable[[], Writing]

KEYS = (
    *("title", "contents", "type", "name", "value", "institution", "year", "location", "description", "items", "label"),
    *("details", "position", "company", "area", "degree", "authors", "keywords", "highlights", "courses", "start_date"),
    *(
        "end_date",
        "date",
        "summary",
        "level",
        "category",
        "cv",
        "sections",
        "basics",
        "profiles",
        "network",
        "username",
    ),
    *("linkitems", "links", "url", "link", "doi", "icon", "text", "bullet", "score", "own_key", "website", "email"),
)
UNSEEN = {*TECHNICAL, *ADDRESSES, "doi", "username", "placeholder", "photo"}
"""Keys whose values stand for looks or addresses."""
WORDS = st.text("ghkpqvwxz", min_size=3, max_size=8)
VALUES = st.recursive(
    st.one_of(WORDS, st.integers(10_000, 99_999), st.none(), st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), WORDS), inner, max_size=5),
    ),
    max_leaves=25,
)


def as_read(value: object) -> object:
    """Return a value as the YAML reader would have it."""
    if isinstance(value, dict):
        mapping = Mapping()
        mapping.update({key: as_read(inner) for key, inner in value.items()})
        return mapping
    return [as_read(inner) for inner in value] if isinstance(value, list) else value


def words_in(value: object) -> Iterator[str]:
    """Yield every text and number that has to be shown."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in UNSEEN:
                yield from words_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_in(inner)
    elif isinstance(value, str | int) and not isinstance(value, bool):
        yield str(value)


def without_empty_title(part: object) -> object:
    """Return a part of a CV; without its title when nothing stands under that."""
    if not isinstance(part, dict) or "contents" not in part:
        return part
    rest = {key: value for key, value in part.items() if key not in ("title", "name")}
    return part if [*words_in(rest)] else {}


def shown(parts: tuple[CvPart, ...]) -> str:
    """Return everything that is to be read in a CV."""
    texts: list[str] = []
    for part in parts:
        texts += (part.title, *map(plain_text, spans_of(part.blocks)))
        for entry in part.entries:
            texts += (entry.when, plain_text(entry.title), plain_text(entry.subtitle), entry.place)
            texts += map(plain_text, spans_of(entry.blocks))
    return "\n".join(texts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.lists(VALUES, max_size=5))
def test_no_word_of_a_list_is_lost(writing: Make, value: list[object]) -> None:
    read = as_read(value)
    assert isinstance(read, list)
    said = shown(read_listed(writing(), read)).lower()
    assert not [word for word in words_in(list(map(without_empty_title, value))) if word not in said]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.dictionaries(st.one_of(st.sampled_from(KEYS), WORDS), VALUES, max_size=6))
@example({"year": ["ggg", ["hhh"]]})
@example({"start": "ggg", "to": [["hhh"], "kkk"]})
def test_no_word_of_a_mapping_is_lost_and_any_can_be_the_whole_file(writing: Make, value: dict[str, object]) -> None:
    read = as_read({"sections": {"a": [value]}})
    assert isinstance(read, Mapping)
    said = shown(read_sectioned(writing(), read)).lower()
    assert not [word for word in words_in([value]) if word not in said]
    whole = as_read(value)
    assert isinstance(whole, Mapping)
    read_sectioned(writing(), whole)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n" * 90_000,
        "- a\n" * 250_000,
        "- *a*\n" * 90_000,
        "- title: x\n  contents: [y]\n" * 33_000,
        "cv:\n sections:\n  A:\n" + "   - title: x\n" * 70_000,
        "[" * 1_000_000,
        "- " * 500_000,
        "- title: x\n  contents:\n" + "".join(f"{' ' * (n + 2)}- a{n}:\n" for n in range(1000)),
        "- &a [x, x, x, x, x, x, x, x, x]\n" + "- &a [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n" * 20,
        "- title: " + "x" * 1_000_000,
        "- ``" * 250_000,
        '- {"a": [' * 110_000,
    ],
    ids=lambda text: text[:24],
)
def test_a_megabyte_is_read_in_bounded_time(writing: Make, text: str) -> None:
    value = read_data(Source("_data/cv.yml", text)).value
    made = writing()
    parts = read_listed(made, value) if isinstance(value, list) else read_sectioned(made, mapping_of(value))
    assert len(shown(parts)) < 8_000_000
