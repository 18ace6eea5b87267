"""Markdown's inline tokens, and the HTML among them, become tags and text for the Builder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from tui_home.document import tags
from tui_home.document.builder import Builder
from tui_home.document.marks import Marks
from tui_home.document.tokenizer import Event, Kind, events
from tui_home.model.problem import Severity
from tui_home.text.safe import printable

if TYPE_CHECKING:
    from markdown_it.token import Token


NO_ADDRESS = "A link has no address"
"""How the Problem of a reference that nothing defines begins."""
_ESCAPED = frozenset("$:")
"""What means itself and nothing else where a backslash stands before it."""


def read_text(builder: Builder, marks: Marks, token: Token) -> None:
    """Read running text; a token without children has no markup in it."""
    if token.children:
        _read_inline(builder, marks, token.children)
        return
    for number, line in enumerate(token.content.split("\n")):
        if number:
            builder.soft_break()
        builder.text(line)


def read_events(builder: Builder, marks: Marks, found: Iterable[Event]) -> None:
    """Read HTML's tags and text; what stands in comments is nobody's problem."""
    for event in found:
        if event.kind is Kind.TEXT:
            builder.text(event.value)
        elif event.kind is Kind.START:
            tags.start(builder, event.value, event.attributes, empty=event.empty)
        elif event.kind is Kind.END:
            tags.end(builder, event.value)
        elif event.kind is Kind.COMMENT:
            marks.restored(event.value)
        else:
            what = "comment" if event.value == "comment" else f"<{event.value}>"
            builder.problem(Severity.ERROR, f"{what} never ends; what follows is shown as text", "Add its end.")


def reference(token: Token) -> str:
    """Return how a footnote is numbered."""
    return f"[{token.meta.get('id', 0) + 1}]"


def _read_inline(builder: Builder, marks: Marks, tokens: Iterable[Token]) -> None:
    """Read inline tokens."""
    for token in tokens:
        kind = token.type
        if kind == "text":
            builder.text(token.content)
        elif kind == "text_special":
            builder.text(token.content, literal=token.info == "escape" and token.content in _ESCAPED)
        elif kind == "softbreak":
            builder.soft_break()
        elif kind == "link_open":
            attributes = {name: str(value) for name, value in token.attrs.items()}
            builder.pop("a")
            builder.push("a", anchor=tags.anchor(builder, attributes))
        elif token.nesting == 1:
            builder.push(token.tag)
        elif token.nesting == -1:
            builder.pop(token.tag)
        elif action := _ACTIONS.get(kind):
            action(builder, marks, token)


def _code(builder: Builder, marks: Marks, token: Token) -> None:
    """Read a code span."""
    builder.push("code")
    builder.text(marks.restored(token.content), literal=True)
    builder.pop("code")


def _formula(builder: Builder, _marks: Marks, token: Token) -> None:
    """Read a formula within text, unless HTML made that text code."""
    from tui_home.text.maths import one_line  # noqa: PLC0415 - pages without formulas need no LaTeX

    builder.text(token.markup if builder.style.code else one_line(token.content), literal=True)
    builder.line += token.content.count("\n")


def _undefined(builder: Builder, _marks: Marks, token: Token) -> None:
    """Tell of a link that leads nowhere; its text follows."""
    label = " ".join(printable(token.content).split())
    hint = f"Add a line to the page: [{label}]: https://…"
    builder.problem(Severity.WARNING, f"{NO_ADDRESS}: [{label}] is not defined; its text is shown", hint)


def _hard_break(builder: Builder, _marks: Marks, _token: Token) -> None:
    """Read a hard line break."""
    builder.line += 1
    builder.line_break()


def _image(builder: Builder, _marks: Marks, token: Token) -> None:
    """Read an image."""
    src, title = (str(token.attrs.get(name, "")) for name in ("src", "title"))
    tags.image(builder, src, _alternative(token.children or ()), title)


def _html(builder: Builder, marks: Marks, token: Token) -> None:
    """Read one tag; what ends it may be another token."""
    read_events(builder, marks, (event for event in events(token.content) if event.kind is not Kind.UNCLOSED))
    builder.line += token.content.count("\n")


def _note(builder: Builder, _marks: Marks, token: Token) -> None:
    """Read a reference to a footnote."""
    builder.text(reference(token))


def _alternative(tokens: Iterable[Token]) -> str:
    """Return an image's alternative text without its markup."""
    return "".join(
        _alternative(token.children or ()) if token.type == "image" else token.content or " "
        for token in tokens
        if token.type != "html_inline" and not token.nesting
    )


_ACTIONS: Mapping[str, Callable[[Builder, Marks, Token], None]] = {
    "code_inline": _code,
    "hardbreak": _hard_break,
    "image": _image,
    "html_inline": _html,
    "math_inline": _formula,
    "undefined": _undefined,
    "footnote_ref": _note,
}
