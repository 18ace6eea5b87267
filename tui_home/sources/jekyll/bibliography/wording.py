"""Field values as text: LaTeX and HTML become what they mean."""

from __future__ import annotations

from tui_home.document.inline import inline
from tui_home.model.blocks import Blocks, Paragraph
from tui_home.model.inline import Span, Spans, plain_text
from tui_home.model.problem import Origin
from tui_home.text.latex import latex_to_text
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_MARKUP = pattern(r"</?[a-zA-Z][^<>]*>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_MARKDOWN_SIGNS = pattern(r"([\\`*_\[\]~|!$^=:#+.{}()-])")
_BLANKS = pattern(r"\s+")
_GAP = pattern(r"\n[ \t\r]*\n")


def spans(text: str, origin: Origin) -> Spans:
    """Return a title or a note, LaTeX decoded and HTML understood; Markdown means nothing in BibTeX."""
    if _MARKUP.search(text) is None:
        plain = printable(_BLANKS.sub(" ", latex_to_text(text))).strip()
        return (Span(plain),) if plain else ()
    parts: list[str] = []
    at = 0
    for tag in _MARKUP.finditer(text):
        parts += (_escaped(text[at : tag.start()]), tag[0])
        at = tag.end()
    found, _ = inline("".join((*parts, _escaped(text[at:]))), origin)
    return found


def plain(text: str, origin: Origin) -> str:
    """Return a venue, an award or a name without LaTeX and HTML."""
    return _BLANKS.sub(" ", plain_text(spans(text, origin))).strip()


def blocks(text: str, origin: Origin) -> Blocks:
    """Return an abstract: a paragraph for each part between empty lines."""
    found = (spans(part, origin) for part in _GAP.split(text))
    return tuple(Paragraph(part) for part in found if part)


def _escaped(text: str) -> str:
    """Return LaTeX decoded, with Markdown's signs escaped."""
    return _MARKDOWN_SIGNS.sub(r"\\\1", _keeping_blanks(text))


def _keeping_blanks(text: str) -> str:
    """Return LaTeX decoded with the blanks at both ends kept: they stand beside a tag."""
    inner = latex_to_text(text.strip())
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{inner}{after}"
