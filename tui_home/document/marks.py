"""Jekyll's own signs in Markdown source, out of the parser's way: Liquid tags and kramdown's attribute lists."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui_home.document.links import NO_BASE, Base
from tui_home.document.references import define
from tui_home.model.problem import Origin, Problem, Severity
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_OPEN, _CLOSE = "\ufde0", "\ufde1"
_DIGITS = "".join(map(chr, range(0xFDD0, 0xFDE0)))
_GOES_ON = "\n\ufdef"
"""A line that is not blank, and shows nothing: the paragraph goes on."""
_NONCHARACTERS = pattern("[\ufdd0-\ufdef]")
_MARK = pattern(f"{_OPEN}([{_DIGITS}]{{1,8}}){_CLOSE}")
_START = pattern(r"\{[%{:]|\{#[\w:.-]{1,100}(?:[ \t][^{}\n]{0,200})?\}[ \t]*$", re.MULTILINE)
_ATTRIBUTES = pattern(r"\{::?[^{}\n]{0,500}\}")
_COMMENT = pattern(r"\{::comment(?![^}]*/\})")
_COMMENT_END = pattern(r"\{:/(?:comment)?\}")
_TOC = pattern(r"^[ ]{0,3}(?:[-*+]|\d{1,9}\.)[ \t][^\n]*\n[ \t]*\{:[ \t]*toc[^}\n]*\}", re.MULTILINE)
_PARENTHESES = r"\([^()<>\n\"']{0,100}\)"
_BLANK_URL = pattern(
    rf"\]\((?:https?:/|\.{{0,2}}/)(?:[^()<>\n\"' ]|{_PARENTHESES}){{1,300}} (?:[^()<>\n\"']|{_PARENTHESES}){{1,500}}\)"
)
_BLANK = pattern(" +")
_COMMENT_WITHIN = pattern(r"(?<=\S)[ \t]{0,20}<!--")
"""A comment that begins after a line's first word; one that begins a line is a block of its own."""
_BLOCKS_WITHIN = pattern(r"\n[ \t]*(?:\n|[-*+#>|]|\d{1,9}[.)])")
_TAG_NAME = pattern(r"\{%-?\s*(\w{1,40})")
_BLOCK_END = {name: pattern(rf"\{{%-?\s*end{name}\s*-?%\}}") for name in ("comment", "raw", "highlight")}
_HIGHLIGHT = pattern(r"\{%-?\s*highlight\s+(\w[\w+-]{0,30})[^%]*%\}")
_LITERAL = pattern(
    r"\{\{-?\s*[\"']([^\"'{}\n]{0,500})[\"']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.\w+)[^{}\n]{0,100}\}\}"
)
_SITE = pattern(r"\{\{-?\s*site\.(baseurl|url)\s*-?\}\}")
_SILENT = frozenset(("comment", "raw", "assign", "when"))
"""Tags that show nothing themselves."""
_LONGEST = 10_000


class _Sign(NamedTuple):
    """A Liquid tag, an attribute list, or what either makes vanish."""

    written: str
    instead: str = ""
    """What it stands for, where that is plain."""
    liquid: bool = False
    """Whether something is missing when it is not evaluated."""
    breaks: str = "\n"
    """What each of its line breaks becomes."""
    goes_on: int = 0
    """Where the next sign may begin, if not right after this one."""


class _Marked(NamedTuple):
    """One sign that was taken out."""

    written: str
    instead: str
    line: int
    liquid: bool


class Marks:
    """Source whose Liquid tags and attribute lists are marks: noncharacters, which nothing ever prints.

    Only the parser knows what is code; there `restored` puts back what was written.

    Args:
        source: Markdown, healed.
        base: Where it stands, for the addresses that Liquid would build.
    """

    def __init__(self, source: str, base: Base = NO_BASE) -> None:
        self._base = base
        self._marked: list[_Marked] = []
        self._restored: set[int] = set()
        marked = self._without(_NONCHARACTERS.sub("", source))
        self.source, self.definitions = define(marked, lambda written: self._mark(_Sign(written), 0))

    def restored(self, text: str) -> str:
        """Return code as it was written."""
        if _OPEN not in text:
            return text
        parts: list[str] = []
        done = 0
        for found in _MARK.finditer(text):
            index = _number(found[1])
            if found.start() < done or index >= len(self._marked):
                continue
            marked = self._marked[index]
            self._restored.add(index)
            parts += [text[done : found.start()], self.restored(marked.written)]
            done = found.end()
            if text.startswith(marked.instead, done):
                done += len(marked.instead)
        return "".join((*parts, text[done:]))

    def problems(self, origin: Origin) -> list[Problem]:
        """Return a Problem for each Liquid tag that is not shown."""
        return [
            origin.problem(
                Severity.WARNING,
                f"Liquid is not evaluated: {' '.join(printable(marked.written[:80]).split())}",
                "Write what it stands for.",
                at=marked.line,
            )
            for index, marked in enumerate(self._marked)
            if marked.liquid and index not in self._restored
        ]

    def _without(self, source: str) -> str:
        """Return the source with marks in it, line for line."""
        if "](" in source:
            source = _BLANK_URL.sub(self._without_blanks, source)
        if "<!--" in source:
            source = self._without_comments(source)
        if "{" not in source:
            return source
        source = _TOC.sub(lambda found: self._mark(_Sign(found[0]), 0), source)
        parts: list[str] = []
        exhausted: set[str] = set()
        done = look = line = 0
        while found := _START.search(source, look):
            sign = _sign(source, found, exhausted, self._base)
            if sign is None:
                look = found.end()
                continue
            line += source.count("\n", done, found.start())
            parts += [source[done : found.start()], self._mark(sign, line)]
            done = found.start() + len(sign.written)
            line += sign.written.count("\n")
            look = max(done, sign.goes_on)
        return "".join((*parts, source[done:]))

    def _without_comments(self, source: str) -> str:
        """Return the source without the comments within paragraphs that go over a list or a blank line.

        Markdown ends a paragraph there, and would show the halves of the comment.
        """
        parts: list[str] = []
        done = 0
        while found := _COMMENT_WITHIN.search(source, done):
            start = found.end() - len("<!--")
            end = source.find("-->", start) + 3
            if end < 3:  # noqa: PLR2004 - its own length
                break
            written = source[start:end]
            line = source.rfind("\n", 0, start) + 1
            taken = _BLOCKS_WITHIN.search(written) and not ("```" in written or source.count("`", line, start) % 2)
            parts += [source[done:start], self._mark(_Sign(written, breaks=_GOES_ON), 0) if taken else written]
            done = end
        return "".join((*parts, source[done:]))

    def _without_blanks(self, link: re.Match[str]) -> str:
        """Return an address with its blanks encoded; kramdown takes them, CommonMark does not."""
        return _BLANK.sub(lambda blank: self._mark(_Sign(blank[0], "%20" * len(blank[0])), 0), link[0])

    def _mark(self, sign: _Sign, line: int) -> str:
        """Take out a sign; return what stands there instead."""
        if code := _as_code(sign.written):
            return code
        instead = sign.instead + sign.breaks * sign.written.count("\n")
        self._marked.append(_Marked(sign.written, instead, line, sign.liquid and not sign.instead))
        digits = "".join(_DIGITS[int(digit, 16)] for digit in f"{len(self._marked) - 1:x}")
        return f"{_OPEN}{digits}{_CLOSE}{instead}"


def _number(digits: str) -> int:
    """Return the number that a mark's digits write."""
    return int("".join(f"{_DIGITS.index(digit):x}" for digit in digits), 16)


def _sign(source: str, found: re.Match[str], exhausted: set[str], base: Base) -> _Sign | None:
    """Return the sign that begins here; None when it is only a brace."""
    start, kind = found.start(), found[0][1]
    if kind == "#":
        heading = source.startswith("#", source.rfind("\n", 0, start) + 1)
        return _Sign(found[0]) if heading else None
    if kind == ":":
        attributes = _ATTRIBUTES.match(source, start)
        return _Sign(_with_comment(source, attributes, exhausted)) if attributes else None
    closer = "%}" if kind == "%" else "}}"
    end = -1 if closer in exhausted else source.find(closer, start + 2) + 2
    if end < 2:  # noqa: PLR2004 - the closer's own length
        exhausted.add(closer)
        return None
    if end - start > _LONGEST:
        return None
    written = source[start:end]
    if kind == "{":
        address = _evaluated(written, source[end : end + 1], base)
        return _Sign(written, address or "", liquid=address is None)
    return _tag(source, written, end, exhausted)


def _with_comment(source: str, attributes: re.Match[str], exhausted: set[str]) -> str:
    """Return kramdown's attributes; a comment of its kind with what stands in it."""
    if not _COMMENT.match(attributes[0]) or "{::comment" in exhausted:
        return attributes[0]
    closing = _COMMENT_END.search(source, attributes.end())
    if not closing:
        exhausted.add("{::comment")
    return source[attributes.start() : closing.end()] if closing else attributes[0]


def _tag(source: str, written: str, end: int, exhausted: set[str]) -> _Sign:
    """Return a ``{% … %}`` tag, with what stands in it when nothing in there is Liquid."""
    matched = _TAG_NAME.match(written)
    name = matched[1] if matched else ""
    liquid = name not in _SILENT and not name.startswith(("end", "els"))
    if name not in _BLOCK_END or name in exhausted:
        return _Sign(written, liquid=liquid)
    closing = _BLOCK_END[name].search(source, end)
    if not closing:
        exhausted.add(name)
        return _Sign(written, liquid=liquid)
    if name == "raw":
        return _Sign(written, liquid=liquid, goes_on=closing.start())
    return _Sign(written + source[end : closing.end()], liquid=liquid)


def _as_code(written: str) -> str:
    """Return a ``highlight`` block as fenced code; "" for anything else."""
    language = _HIGHLIGHT.match(written)
    if not language:
        return ""
    body = _BLOCK_END["highlight"].sub("", written[language.end() :])
    return f"```{language[1]}{body.rstrip(' ')}```" if body.startswith("\n") and body.rstrip(" ").endswith("\n") else ""


def _evaluated(written: str, following: str, base: Base) -> str | None:
    """Return the address that an output builds from the site's own; None when that is not what it does."""
    if literal := _LITERAL.fullmatch(written):
        return literal[1] if "://" in literal[1] else f"{base.baseurl}/{literal[1].lstrip('/')}"
    if not (site := _SITE.fullmatch(written)):
        return None
    value = base.baseurl if site[1] == "baseurl" else base.url
    return value if value or following in {"/", "{"} else None
