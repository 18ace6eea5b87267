"""Markdown links that were mistyped: closed with the wrong bracket, or glued to what stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui_home.text.patterns import pattern
from tui_home.text.repairs import Repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_home.text.code import Shield

_TOKEN = pattern(r"\\[^\n]|!\[|\[|\]|\n[ \t\r]*+(?=\n)")
_DESTINATION = pattern(
    r"\([ \t]*+"
    r"(?P<url><[^<>\n]*+>|(?:\{\{[^{}\n]*+\}\})?+(?:[^\s()\]]++|\](?!\()|\([^\s()\]]*+\))*+)"
    r"(?:[ \t\n]++(?:\"[^\"\n]*+\"|'[^'\n]*+'))?[ \t]*+\)"
)
_WRONG_END = pattern(r"\((?P<url>(?:https?://|mailto:|[./#])[^\s(){}<>\[\]]++)(?P<brace>\})(?![^\s()\[\]]*+\))")
_ADDRESS = pattern(r"<|\{|https?:|mailto:|[./#]|[^\s]*[/.]")
_PREFIX = pattern(
    r"(?:(?<=\W)|^)(?:anti|bi|co|de|di|dis|ex|in|inter|intra|meta|mis|multi|non|over|post|pre|pro|re|self|semi|sub|super|tri|un|under)$",
    re.IGNORECASE,
)
_SUFFIX = pattern(r"(?:e?s|e?d|e?rs?|ings?|ly|i[sz]m|ists?|th|st|nd|rd|e[nmr]?|n|ful|less|like|able|al|ic)(?!\w)")
_STOPS = frozenset(",;:.")
_SHOWN = 24


class _Bracketed(NamedTuple):
    """A link or an image in the source."""

    start: int
    end: int
    image: bool
    label: str
    """Its text, shortened."""


def mend_markup(text: str, shield: Shield) -> tuple[Repair, ...]:
    """Return the repairs that the links of Markdown source need, in order.

    Args:
        text: Markdown source.
        shield: Its code, tags, formulas and Liquid, where brackets are no links.
    """
    if "](" not in text:
        return ()
    links, repairs = _links(text, shield)
    repairs += _missing_blanks(text, links)
    return tuple(sorted(repairs, key=lambda repair: (repair.start, repair.end)))


def _links(text: str, shield: Shield) -> tuple[list[_Bracketed], list[Repair]]:
    """Return the outermost links and images, and repairs of those that end in the wrong bracket."""
    links: list[_Bracketed] = []
    repairs: list[Repair] = []
    opened: list[int] = []
    for token in _prose_tokens(text, shield):
        if token[0][-1] == "[":
            opened.append(token.start())
        elif token[0][0] == "\n":
            opened = []
        elif token[0] == "]" and opened:
            start = opened.pop()
            end = _end(text, token.end(), repairs)
            if end:
                while links and links[-1].start >= start:
                    links.pop()
                image = text[start] == "!"
                inner = text[start + 1 + image : min(token.start(), start + _SHOWN)]
                links.append(_Bracketed(start, end, image, inner))
    return links, repairs


def _prose_tokens(text: str, shield: Shield) -> Iterator[re.Match[str]]:
    """Yield brackets and ends of paragraphs that are not shielded."""
    ranges = iter((*shield.markup, (len(text), len(text))))
    start, end = next(ranges)
    for token in _TOKEN.finditer(text):
        while token.start() >= end and start < len(text):
            start, end = next(ranges)
        if token[0][0] != "\\" and not start <= token.start() < end:
            yield token


def _end(text: str, position: int, repairs: list[Repair]) -> int:
    """Return where the link whose text ends at `position` ends, having noted a wrong bracket; 0 when it is none."""
    if text[position : position + 1] != "(":
        return 0
    if matched := _DESTINATION.match(text, position):
        return matched.end() if _ADDRESS.match(matched["url"]) else 0
    if matched := _WRONG_END.match(text, position):
        brace = matched.start("brace")
        shown = ("…" if len(matched["url"]) > _SHOWN else "") + matched["url"][-_SHOWN:]
        repairs.append(
            Repair(
                brace,
                brace + 1,
                ")",
                "Link closed with }",
                shown + "}",
                shown + ")",
                "End the link with ) instead of }",
            )
        )
        return matched.end()
    return 0


def _missing_blanks(text: str, links: list[_Bracketed]) -> list[Repair]:
    """Return the blanks to put between links and what they are glued to."""
    found: list[Repair] = []
    previous: _Bracketed | None = None
    for link in links:
        if previous and previous.end == link.start:
            if not (previous.image and link.image):
                found.append(_blank(text, link.start, link))
        elif _glued_before(text, link):
            found.append(_blank(text, link.start, link))
        if _glued_after(text, link):
            found.append(_blank(text, link.end, link))
        previous = link
    return found


def _glued_before(text: str, link: _Bracketed) -> bool:
    """Tell whether a word runs into the link: no prefix of its first word, no footnote, no unspaced script."""
    before = text[link.start - 1 : link.start]
    if link.image:
        return _ends_words(before)
    if before in _STOPS:
        before = text[max(0, link.start - 2) : link.start - 1]
    first = next((letter for letter in link.label if letter.isalpha()), "")
    if not (_ends_words(before) and _ends_words(first)) or link.label.startswith("^"):
        return False
    return not (link.label[:1].islower() and _PREFIX.search(text[max(0, link.start - 12) : link.start]))


def _glued_after(text: str, link: _Bracketed) -> bool:
    """Tell whether the link runs into a word that is no mere ending of its own last word."""
    after = text[link.end : link.end + 1]
    if not after.isalpha() or not _ends_words(after):
        return False
    return link.image or not _SUFFIX.match(text, link.end)


def _ends_words(letter: str) -> bool:
    """Tell whether `letter` is of a script that puts blanks between words and nothing else onto them.

    Latin, Greek and Cyrillic do; Chinese, Japanese and Thai have no blanks, Korean, Arabic and Hebrew particles none.
    """
    return letter.isalnum() and (letter < "\u0530" or "\u1e00" <= letter < "\u2000")


def _blank(text: str, position: int, link: _Bracketed) -> Repair:
    """Return the repair that puts a blank at `position`."""
    kind = "an image" if link.image else "a link"
    left = text[max(0, position - _SHOWN) : position]
    left = re.split(r"\s", left)[-1] if re.search(r"\s", left) else "…" + left
    right = re.split(r"(?<=\]\()|\n", text[position : position + _SHOWN])[0] + "…"
    before, after = left + right, f"{left} {right}"
    side = "before" if position == link.start else "after"
    return Repair(position, position, " ", f"Missing blank {side} {kind}", before, after, f"Put a blank {side} {kind}")


def without_comments(text: str) -> str:
    """Return HTML without its comments, in one go; one that never ends is none."""
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = end + 3
    return "".join((*parts, text[at:]))
