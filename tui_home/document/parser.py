"""The Markdown parser: markdown-it-py, as kramdown and GitHub read Markdown."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import blockquote, list_block

from tui_home.document.emphasis import emphasis_plugin
from tui_home.document.formulas import has_formula, math_plugin
from tui_home.document.references import reference_plugin
from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

Rule = Callable[["StateBlock", int, int, bool], bool]

MAX_NESTING = 20
"""How deep inline text nests; also the parser's own limit, beyond which it would drop text."""
MAX_LEVEL = 15
"""At this depth, quotes and lists are read as plain paragraphs instead, so that no text is dropped."""


_MARKUP = pattern(r"[\\`~*_\[<&$]|://|  \n")
"""Without any of these, text is only text."""
_DEFINITION = pattern(r"^(?:> ?){0,3} {0,3}:[ \t]", re.MULTILINE)
_BAR = pattern(r"^[ \t>]{0,20}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}){0,3}\|", re.MULTILINE)
_FLOOD = 50
_BARE_ADDRESS = pattern(r"(?<![(<\"'=])\bhttps?://", re.IGNORECASE)


class _Reader(MarkdownIt):
    """A parser that leaves it to `links` which addresses are safe, so that what is refused can be told."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        """Take any address."""
        return url is not None

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """Leave the address as written."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        """Leave the text of a bare address as written."""
        return link


class _Features(NamedTuple):
    """What a text may hold that costs time, and often an import."""

    linkify: bool
    footnotes: bool
    definitions: bool
    maths: bool
    references: bool
    rows: bool


def parser_for(text: str) -> MarkdownIt:
    """Return the parser for `text`: what costs time only when the text may have some of it."""
    definitions = _DEFINITION.search(text) is not None
    return _parser(
        _Features(
            linkify=_BARE_ADDRESS.search(text) is not None,
            footnotes="[^" in text,
            definitions=definitions,
            maths=has_formula(text),
            references="][" in text,
            rows="|" in text and _BAR.search(text) is not None,
        )
    )


@functools.cache
def _parser(features: _Features) -> MarkdownIt:
    """Return the parser with these features."""
    linkify = features.linkify
    parser = _Reader("commonmark", {"html": True, "linkify": linkify, "maxNesting": MAX_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.core.ruler.at("inline", _inline)
    parser.core.ruler.disable("text_join")  # the Builder joins what belongs together
    if linkify:
        parser.enable("linkify")
        _set_linkify(parser)
    emphasis_plugin(parser)
    if features.maths:
        math_plugin(parser)
    if features.references:
        reference_plugin(parser)
    if features.rows:
        from tui_home.document.rows import rows_plugin  # noqa: PLC0415 - few pages have tables

        rows_plugin(parser)
    if features.definitions:
        from mdit_py_plugins.deflist import deflist_plugin  # noqa: PLC0415 - few pages have definitions

        parser.use(deflist_plugin)
    if features.footnotes:
        from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415 - few pages have footnotes

        parser.use(footnote_plugin)
    interrupted = ["paragraph", "reference", "blockquote"]
    parser.block.ruler.at("list", _bounded(list_block), {"alt": interrupted})
    parser.block.ruler.at("blockquote", _bounded(blockquote), {"alt": [*interrupted, "list"]})
    return parser


def _inline(state: StateCore) -> None:
    """Parse what has markup; leave it without children where it has none (most cells and items, many paragraphs)."""
    parser = state.md
    for token in state.tokens:
        if token.type == "inline" and _MARKUP.search(token.content) and not _is_flood(token.content):
            token.children = []
            parser.inline.parse(token.content, parser, state.env, token.children)


def _is_flood(text: str) -> bool:
    """Return whether many brackets open and are never closed, for each of which the parser looks ahead."""
    return text.count("[") > _FLOOD + text.count("]")


def _bounded(rule: Rule) -> Rule:
    """Return `rule`, but not at a depth at which the parser would drop what is inside."""

    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        return state.level < MAX_LEVEL and rule(state, start, end, silent)

    return bounded


def _set_linkify(parser: MarkdownIt) -> None:
    """Let only addresses with a scheme be links: in prose, ``cam.ac.uk`` is half of an email address."""
    if parser.linkify is not None:
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
        for schema in ("mailto:", "ftp:", "//"):
            parser.linkify.add(schema, None)
