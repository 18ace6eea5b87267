"""Hypothesis strategies for Spans and Blocks, with the text that breaks layouts: for every room above `layout`, too."""

from __future__ import annotations

from hypothesis import strategies as st

from tui_home.layout import PALETTES
from tui_home.layout.palettes import TERMINAL_PALETTES
from tui_home.model.blocks import (
    Align,
    Aside,
    Block,
    Blocks,
    CodeBlock,
    Details,
    Entry,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Portrait,
    Quote,
    Rule,
    Table,
)
from tui_home.model.inline import Link, LinkKind, Span, Spans, Style
from tui_home.model.look import Depth, Look
from tui_home.text.safe import printable

_NASTY = (
    "hello",
    "Privacy-Enhancing",
    "state-of-the-art,",
    "https://github.com/Ryan0v0/Ryan0v0.github.io/blob/master/assets/img/wechat.jpg?raw=1&x=2",
    "wz341@cam.ac.uk",
    "我是剑桥大学的研究生，研究联邦学习。",
    "「こんにちは」！ドイツ",
    "안녕하세요",
    "👋🏽",
    "👩‍🔬",
    "🇬🇧",
    "❤️",
    "e\u0301t\u0301",
    "\u0301",
    "مرحبا بالعالم",
    "हिन्दी",
    "a\u00a0b",
    "\u3000",
    "—",
    "UK–US",
    "·",
    "…",
    "",
    "x" * 70,
)
words = st.one_of(st.sampled_from(_NASTY), st.text(min_size=1, max_size=12).map(printable))
texts = st.lists(words, max_size=12).map(" ".join)
lines_of_text = st.lists(texts, min_size=1, max_size=3).map("\n".join)

_FLAGS = ("bold", "italic", "strike", "underline", "code", "muted", "accent", "badge")
# One number for all of a Style's flags: each choice of its own costs more than laying out what it is for.
styles = st.builds(
    lambda bits, highlight: Style(highlight=highlight, **{flag: bool(bits >> n & 1) for n, flag in enumerate(_FLAGS)}),
    st.integers(0, (1 << len(_FLAGS)) - 1),
    st.sampled_from(("", "#f9eafb", "#000000", "#7f7f7f", "#ffff00")),
)
links = st.builds(
    Link, st.sampled_from(LinkKind), st.sampled_from(("a label", "another")), url=st.just("https://example.org/")
)
_spans = st.builds(Span, lines_of_text, st.one_of(st.just(Style()), styles), st.one_of(st.none(), links))
span_tuples: st.SearchStrategy[Spans] = st.lists(_spans, max_size=5).map(tuple)
_cells: st.SearchStrategy[Spans] = st.lists(_spans, max_size=2).map(tuple)

looks = st.builds(
    Look,
    palette=st.sampled_from((*PALETTES, *TERMINAL_PALETTES)),
    depth=st.sampled_from(Depth),
    unicode=st.booleans(),
    few_glyphs=st.booleans(),
    hyperlinks=st.booleans(),
    interactive=st.booleans(),
    dim=st.booleans(),
)
widths = st.one_of(st.integers(2, 12), st.integers(13, 130), st.integers(131, 200))


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    aligns = draw(st.lists(st.sampled_from(Align), min_size=1, max_size=5).map(tuple))
    row = st.tuples(*[_cells for _ in aligns])
    return Table(draw(st.one_of(st.just(()), row)), tuple(draw(st.lists(row, max_size=3))), aligns)


_leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, span_tuples),
    st.builds(Heading, st.integers(1, 6), span_tuples),
    st.builds(CodeBlock, lines_of_text, st.sampled_from(("", "python", "bibtex", "nonsense"))),
    st.just(Rule()),
    st.builds(Figure, span_tuples, links),
    st.builds(Portrait, st.sampled_from(("WZ", "Ø", "王")), st.booleans(), st.just("a portrait")),
    _tables(),
)


def _containers(children: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    inner: st.SearchStrategy[Blocks] = st.lists(children, max_size=3).map(tuple)
    item = st.builds(ListItem, inner, st.sampled_from(("", "", "🔐", "→")), st.sampled_from((None, None, True, False)))
    items = st.lists(item, max_size=3).map(tuple)
    return st.one_of(
        st.builds(ListBlock, items, st.booleans(), st.sampled_from((1, 9, 99)), st.booleans()),
        st.builds(Quote, inner),
        st.builds(Details, st.just("key"), span_tuples, inner, st.booleans()),
        st.builds(
            Entry,
            st.just("key"),
            span_tuples,
            st.sampled_from((0, 3, 8, 18)),
            inner,
            inner,
            st.one_of(st.none(), links),
            st.booleans(),
        ),
        st.builds(Aside, st.sampled_from((Align.LEFT, Align.RIGHT)), inner, inner),
    )


blocks: st.SearchStrategy[Block] = st.recursive(_leaves, _containers, max_leaves=8)
