"""What stands where a tag was, so that the Markdown round it means what it meant."""

from __future__ import annotations

from tui_home.sources.jekyll.liquid.strings import literal
from tui_home.text.patterns import pattern

_JOINER = "\u2060"
"""Printed by nobody (`text.safe` takes it out), and between two braces they are no Liquid any more."""
_LITERAL = pattern(r"\{(?=[{%])")
_EXAMPLE = pattern(r"\{%[^{}%\n]{0,300}%\}|\{\{[^{}\n]{0,300}\}\}")
_BLOCK = pattern(
    r"</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|header|iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)\b"
)
_NOTHING = "<!---->"


def guarded(text: str) -> str:
    """Return text in which braces are only braces: what ``raw`` holds."""
    return _LITERAL.sub("{" + _JOINER, text)


def shown_as_code(text: str) -> str:
    """Return text in which the tags that it speaks of are code; in formulas double braces mean something else."""
    if "$" in text or "`" in text:
        return text
    return _EXAMPLE.sub(lambda example: f"<code>{literal(example[0])}</code>", text)


def vanished(written: str, *, html: bool) -> str:
    """Return what stands for Liquid that shows nothing: its line breaks, in HTML within a comment.

    A blank line would end a block of HTML, and what is indented after it would be code.
    """
    breaks = written.count("\n")
    return "<!--" + "\n." * (breaks - 1) + "\n-->" if html and breaks > 1 else "\n" * breaks


class HtmlLines:
    """Which lines of a source are in a block of HTML, and which of those hold nothing but Liquid.

    Args:
        source: The text.
    """

    def __init__(self, source: str) -> None:
        self._within: list[bool] = []
        self._alone: set[int] = set()
        within = False
        for number, line in enumerate(source.split("\n")):
            words = line.strip()
            if not words:
                within = False
            elif words[0] == "<" and _BLOCK.match(words):
                within = True
            elif within and words[0] == "{" and words[-1] == "}" and words[1:2] in ("%", "{"):
                self._alone.add(number)
            self._within.append(within)

    def within(self, line: int) -> bool:
        """Return whether a line is in a block of HTML."""
        return self._within[line]

    def alone(self, line: int) -> bool:
        """Return whether a line of HTML would be blank if its Liquid showed nothing."""
        return line in self._alone

    def mark(self, line: int) -> str:
        """Return what keeps such a line from being blank; once for each."""
        self._alone.discard(line)
        return _NOTHING
