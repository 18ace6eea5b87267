"""Reference links: ``[text][label]`` with ``[label]: url`` anywhere in the page, and those that lead nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_DEFINITION = pattern(
    r"^(?P<before>[ \t>]{0,20}+(?:[-*+][ \t]{1,4})?)"
    r"(?:\[(?://|comment|#)\]:[^\n]*"
    r"|\[(?!\^)(?P<label>[^\[\]\n]{1,200})\]:[ \t]*+(?:<(?P<angled>[^<>\n]{0,2000})>|(?P<bare>[^\s<]\S{0,2000}+))"
    r"(?:[ \t]++(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*"
    r"|\*\[(?P<short>[^\[\]\n]{1,100})\]:(?P<long>[^\n]*))$",
    re.MULTILINE,
)
_USE = pattern(r"!?\[([^\[\]]{1,300})\]\[([^\[\]\n]{0,200})\]")
_LETTERS = pattern(r"[^\W\d_]")
_LEAST_LETTERS = 5
"""In text and label together; fewer are indices: ``[i][max]``."""
_ADDRESS = pattern(r"\s{0,2}(?:@|[\[({<]\s?(?:at|AT|At|@)\s?[\])}>])")


class Definitions(NamedTuple):
    """What lines of their own define, whatever they stand in."""

    links: dict[str, str]
    """Addresses by label, as written."""
    abbreviations: dict[str, str]


def define(source: str, take: Callable[[str], str]) -> tuple[str, Definitions]:
    """Return Markdown without its definitions, and what they define; the first of a label counts.

    Args:
        source: The Markdown.
        take: Returns what stands in the place of a definition.
    """
    definitions = Definitions({}, {})
    if "]:" not in source:
        return source, definitions

    def replacement(found: re.Match[str]) -> str:
        if label := found["label"]:
            definitions.links.setdefault(label, found["angled"] or found["bare"] or "")
        elif (short := found["short"]) and (meaning := found["long"].strip()):
            definitions.abbreviations.setdefault(short.strip(), meaning)
        return found["before"] + take(found[0][len(found["before"]) :])

    return _DEFINITION.sub(replacement, source), definitions


def environment(links: dict[str, str]) -> dict[str, object]:
    """Return what the parser has to know before it reads, so that definitions count wherever they stand."""
    from markdown_it.common.utils import normalizeReference  # noqa: PLC0415 - loaded with the parser

    known = {normalizeReference(label): {"title": "", "href": href, "map": [0, 0]} for label, href in links.items()}
    return {"references": known}


def reference_plugin(parser: MarkdownIt) -> None:
    """Let a Markdown parser know links to labels that nothing defines: tokens ``undefined``, then their text."""
    parser.inline.ruler.before("link", "undefined", _undefined)


def _undefined(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a link whose label nothing defines as its text."""
    if state.src[state.pos] not in "[!":
        return False
    used = _USE.match(state.src, state.pos, state.posMax)
    if not used or not _is_meant(state, used):
        return False
    if not silent:
        label = used[2] or used[1]
        told: set[str] = state.env.setdefault("undefined", set())
        if label not in told:
            told.add(label)
            state.push("undefined", "", 0).content = label
        most, state.pos, state.posMax = state.posMax, used.start(1), used.end(1)
        state.md.inline.tokenize(state)
        state.posMax = most
    state.pos = used.end()
    return True


def _is_meant(state: StateInline, used: re.Match[str]) -> bool:
    """Return whether brackets are a link to nowhere, and not an array's, an address's or a footnote's."""
    from markdown_it.common.utils import normalizeReference  # noqa: PLC0415 - loaded with the parser

    before = state.src[used.start() - 1 : used.start()]
    if before.isalnum() or before in {"]", ")", "\\"} or used[1].startswith("^") or used[2].startswith("^"):
        return False
    known = state.env.get("references", {})
    if any(normalizeReference(label) in known for label in (used[1], used[2]) if label):
        return False
    text, label = (len(_LETTERS.findall(words)) for words in (used[1], used[2] or used[1]))
    return bool(text and label) and text + label >= _LEAST_LETTERS and not _ADDRESS.match(state.src, used.end())
