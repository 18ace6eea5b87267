"""Markdown's tokens become tags and text for the Builder."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui_home.document.builder import Builder
from tui_home.document.emphasis import FLOODED
from tui_home.document.html import Region, regions
from tui_home.document.inline_tokens import read_events, read_text, reference
from tui_home.document.marks import Marks
from tui_home.document.references import environment
from tui_home.model.blocks import CodeBlock, Paragraph, Rule
from tui_home.model.inline import Span
from tui_home.model.problem import Severity
from tui_home.text.safe import printable

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_DEPTH = 4
"""How often Markdown within HTML within Markdown is understood."""

_TASKS = {"[ ] ": False, "[x] ": True, "[X] ": True}
_NOTES = {"footnote_block": "ul", "footnote": "li"}


class Reader:
    """Feeds a Builder.

    Args:
        builder: What receives the document.
        parser: What parsed it, and parses the Markdown within its HTML.
        marks: What was taken out of it.
    """

    def __init__(self, builder: Builder, parser: MarkdownIt, marks: Marks) -> None:
        self._builder = builder
        self._parser = parser
        self._marks = marks
        self._references: dict[str, object] = {"references": {}}
        if marks.definitions.links:
            self._references = environment(marks.definitions.links)
        self._depth = 0

    def read(self, source: str) -> None:
        """Read Markdown source from its first line on."""
        known = dict(self._references)
        tokens = self._parser.parse(source, known)
        self._references = {"references": known["references"]}
        self._blocks(tokens, 0)
        if FLOODED in known:
            self._builder.problem(Severity.WARNING, "A paragraph holds thousands of stars; most are shown as they are")

    def read_line(self, source: str) -> None:
        """Read Markdown in which nothing is a block: a title."""
        for token in self._parser.parseInline(source, dict(self._references)):
            read_text(self._builder, self._marks, token)

    def _blocks(self, tokens: Sequence[Token], offset: int) -> None:
        """Read block tokens, the first of which stands so many lines down."""
        builder = self._builder
        index, count = 0, len(tokens)
        while index < count:
            token = tokens[index]
            index += 1
            if token.map:
                builder.line = offset + token.map[0]
            kind = token.type
            if kind == "inline":
                read_text(builder, self._marks, token)
            elif kind == "paragraph_open":
                index += self._paragraph(token, tokens[index], tokens[index + 1])
            elif token.nesting == 1:
                self._open(token)
            elif token.nesting == -1:
                builder.close_markdown()
            elif action := _BLOCKS.get(kind):
                action(self, token)

    def _paragraph(self, token: Token, text: Token, end: Token) -> int:
        """Begin a paragraph, or read the whole of it when it is simple; return how many tokens that were."""
        builder = self._builder
        holder = builder.top
        children = text.children or []
        if holder.tag == "li" and holder.markdown:
            if not token.hidden and not holder.marker:
                builder.frames[-2].loose = True
            if text.content[:4] in _TASKS and not holder.blocks and children and children[0].type == "text":
                holder.checked = _TASKS[text.content[:4]]
                children[0].content = children[0].content[4:]
        if (
            holder.tag == "pre"
            or end.type != "paragraph_close"
            or any(child.type == "html_inline" for child in children)
        ):
            builder.open("p", markdown=True)
            return 0
        builder.flush()
        read_text(builder, self._marks, text)
        builder.flush()
        return 2

    def _open(self, token: Token) -> None:
        """Begin what a block token begins."""
        tag = _NOTES.get(token.type.removesuffix("_open"), token.tag)
        attributes = {name: str(value) for name, value in token.attrs.items()} if token.attrs else None
        self._builder.open(tag, attributes, markdown=True)
        if tag == "dt":
            self._builder.push(tag)
        if token.type == "footnote_open":
            self._builder.top.marker = reference(token)

    def _rule(self, _: Token) -> None:
        self._builder.block(Rule())

    def _fence(self, token: Token) -> None:
        words = token.info.replace("{", " ").replace("}", " ").split()
        self._code(token.content, printable(words[0].lstrip(".")) if words else "")

    def _code_block(self, token: Token) -> None:
        if not self._builder.top.markdown and len(self._builder.frames) > 1 and self._depth < MAX_DEPTH:
            # Within HTML, an indent is only how its author set out the source (kramdown reads no Markdown there).
            self._nested(textwrap.dedent(token.content))
            return
        self._code(token.content, "")

    def _code(self, content: str, language: str) -> None:
        """Add preformatted text."""
        text = printable(self._marks.restored(content).expandtabs(4), newlines=True)
        self._builder.block(CodeBlock(text.rstrip("\n"), language))

    def _formula(self, token: Token) -> None:
        from tui_home.text.maths import formula  # noqa: PLC0415 - pages without formulas need no LaTeX

        if shown := formula(token.content):
            self._builder.block(Paragraph((Span(shown),)))

    def _html_block(self, token: Token) -> None:
        self._builder.flush()
        for region in regions(token.content):
            self._region(token.content, region)
        self._builder.close("pre")
        self._builder.flush()

    def _region(self, source: str, region: Region) -> None:
        """Read a part of an HTML block: as HTML, or as the Markdown that stands in it."""
        first = self._builder.line
        if region.markdown == "" or self._depth >= MAX_DEPTH:
            read_events(self._builder, self._marks, region.events)
        elif region.markdown == "block":
            self._nested(textwrap.dedent(source[region.start : region.end]))
        else:
            line = "\n".join(map(str.strip, source[region.start : region.end].split("\n")))
            for token in self._parser.parseInline(line, dict(self._references)):
                read_text(self._builder, self._marks, token)
        self._builder.line = first + source.count("\n", region.start, region.end)

    def _nested(self, source: str) -> None:
        """Read Markdown within HTML."""
        self._depth += 1
        self._blocks(self._parser.parse(source, dict(self._references)), self._builder.line)
        self._depth -= 1


_BLOCKS: Mapping[str, Callable[[Reader, Token], None]] = {
    "html_block": Reader._html_block,
    "fence": Reader._fence,
    "code_block": Reader._code_block,
    "hr": Reader._rule,
    "math_block": Reader._formula,
}
