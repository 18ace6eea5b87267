"""Any bibliography is read whole, and what we give away can be read again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_home.model.inline import plain_text
from tui_home.model.problem import Origin
from tui_home.model.site import Publication
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.bibliography import read_publications
from tui_home.sources.jekyll.bibliography.entry import Context, publication
from tui_home.sources.jekyll.bibliography.metrics import Metrics
from tui_home.sources.jekyll.bibliography.records import parse
from tui_home.sources.jekyll.coauthors import Coauthors
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.venues import Venues

Folders = Callable[[dict[str, str | bytes]], Folder]
CONTEXT = Context(Config(url="https://a.example"), Coauthors(), Venues(), Metrics(), {})
_ENTRY = re.compile(r"^[ \t]*@(?!comment|string|preamble)\w+[ \t]*[{(]", re.MULTILINE | re.IGNORECASE)
PIECES = [
    *(
        "@article{k,\n",
        "@misc(",
        "}\n",
        ")",
        ",\n",
        "title = {A",
        "author = ",
        '"',
        "Doe, Ann and ",
        "year = 2024",
        "$x^2$",
    ),
    *(
        r"\'{e}",
        "<i>",
        "</i>",
        "{",
        "}",
        "=",
        " # ",
        "month = oct",
        "@string{s = {t}}\n",
        "@comment{",
        "% ",
        "\n",
        "\\",
        "é",
    ),
    *(
        "doi={10.1234/x}",
        "arxiv={2403.04529}",
        "selected=true",
        "pdf={p.pdf}",
        "crossref={k}",
        "xdata={k}",
        "and others",
    ),
]


def published(bib: str) -> list[Publication]:
    found = parse(bib, Origin("papers.bib"))
    context = CONTEXT._replace(by_key={record.key.lower(): record for record in found.records})
    return [publication(record, record.key, found.strings, context).paper for record in found.records]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_is_read_and_nothing_unsafe_comes_out(bib: str) -> None:
    for paper in published(bib):
        shown = (plain_text(paper.title), paper.venue, paper.abbr, *(author.name for author in paper.authors))
        assert all(text.isprintable() for text in shown)
        assert paper.title
        assert all(link.url.isascii() and link.url.startswith("https://") for link in paper.links)


WORDS = st.text(st.sampled_from("abcXYZ éü0-:'\\&%$#~^_"), min_size=1, max_size=20).filter(lambda text: text.strip())
FIELDS = st.dictionaries(st.sampled_from(["title", "author", "journal", "note", "year", "volume"]), WORDS, min_size=1)


@given(st.lists(FIELDS, min_size=1, max_size=5))
def test_what_is_given_away_is_read_as_the_same(entries: list[dict[str, str]]) -> None:
    bib = "".join(
        f"@article{{k{number},\n"
        + "".join(f"  {name} = {{{text.rstrip(chr(92))}}},\n" for name, text in fields.items())
        + "}\n"
        for number, fields in enumerate(entries)
    )
    once = published(bib)
    again = published("\n".join(paper.bibtex for paper in once))
    assert len(once) == len(entries)
    assert again == once


@given(
    st.lists(
        st.sampled_from(
            ["  title = {A},\n", "  year = 2024\n", "  note = {open,\n", '  abbr = "x,\n', "  junk\n", "  }\n"]
        ),
        max_size=6,
    )
)
def test_every_entry_that_begins_on_a_line_is_counted(inside: list[str]) -> None:
    bib = f"@article{{a, title={{A}}}}\n@misc{{b,\n  title = {{B}},\n{''.join(inside)}\n}}\n@book{{c, title={{C}}}}\n"
    assert len(published(bib)) == len(_ENTRY.findall(bib))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.binary(max_size=200))
def test_any_file_is_read(folder: Folders, data: bytes) -> None:
    read_publications(folder({"_bibliography/papers.bib": b"@article{a, title={A}}\n" + data}), Config(), Coauthors())


@pytest.mark.parametrize(
    "name", ["title", "author", "abstract", "journal", "note", "doi", "pdf", "selected", "month", "award"]
)
@pytest.mark.parametrize(
    "part", ["{\\", "<i>", "$x", " and ", "a, ", "&amp;", "\\url{", "10.1234/", "<!--", "https://a.b/"]
)
def test_a_long_value_costs_bounded_work(name: str, part: str) -> None:
    published(f"@article{{k, title={{t}}, {name}={{{part * (20_000 // len(part))}")
